/** Makes diagnostics from the catalogue; puts a list of them in order. */
import type { Bilingual, Diagnostic, Place } from '../../schemas/generated/types.ts';
import { catalogue, type DiagnosticCode } from './catalogue/index.ts';
import type { CatalogueEntry, Parameter, ParametersOf } from './entry.ts';

/** Names one after the other, as each language sets them apart. */
export const listedNames = (names: readonly string[]): Bilingual => ({
  zh: names.join('、'),
  en: names.join(', '),
});

/** The diagnostic of that code, its placeholders filled; `parameters` has exactly those the templates name. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  parameters: ParametersOf<(typeof catalogue)[Code]>,
  place?: Place,
): Diagnostic {
  const { severity, message, help } = catalogue[code] as CatalogueEntry;
  const filledHelp = help && fill(help, parameters);
  return {
    code,
    severity,
    message: fill(message, parameters),
    ...(filledHelp?.zh ? { help: filledHelp } : {}),
    ...(place ? { place } : {}),
  };
}

/** Puts the parameters into both languages of a template. */
export function fill(template: Bilingual, parameters: { readonly [name: string]: Parameter }): Bilingual {
  const inLanguage = (language: keyof Bilingual) => {
    const pieces = piecesOf(template[language]);
    let text = pieces[0]!;
    for (let at = 1; at < pieces.length; at += 2) {
      const name = pieces[at]!;
      const value = parameters[name];
      text +=
        value === undefined
          ? `{${name}}`
          : typeof value === 'object'
            ? value[language]
            : shorten(String(value));
      text += pieces[at + 1]!;
    }
    return text;
  };
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

const cut = new Map<string, readonly string[]>();

/** A template cut at its placeholders: text, name, text, name, …, text. Templates are few, and cut once. */
function piecesOf(template: string): readonly string[] {
  let pieces = cut.get(template);
  if (!pieces) {
    pieces = template.split(/\{(\w+)\}/);
    cut.set(template, pieces);
  }
  return pieces;
}

/** One line of at most 60 characters, so that a pasted page does not become a message. */
function shorten(text: string): string {
  if (text.length <= 60 && !/\s/.test(text)) return text;
  const line = text.replace(/\s+/g, ' ');
  const characters = [...line.slice(0, 200)];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line;
}

/** True where at least one diagnostic is an error. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

/** By file, line and column; what has no line comes first in its file. Otherwise the order given. */
export const sortDiagnostics = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics].sort(({ place: a = {} }, { place: b = {} }) => {
    if ((a.file ?? '') !== (b.file ?? '')) return (a.file ?? '') < (b.file ?? '') ? -1 : 1;
    return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  });

/** The first `limit`; the rest become one diagnostic that says how many they are. */
export function capDiagnostics(diagnostics: readonly Diagnostic[], limit = 100): Diagnostic[] {
  if (diagnostics.length <= limit) return [...diagnostics];
  const [next, ...rest] = diagnostics.slice(limit);
  const file = next?.place?.file;
  const more = diagnose('more-diagnostics', { count: rest.length + 1 }, file ? { file } : undefined);
  const severity = hasErrors(diagnostics.slice(limit)) ? 'error' : 'warning';
  return [...diagnostics.slice(0, limit), { ...more, severity }];
}
