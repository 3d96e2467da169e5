/** Writes a diagnostic for a person: place, message, the line with a caret under it, and help. */
import type { Bilingual, Diagnostic } from '../../schemas/generated/types.ts';

const words = {
  zh: { error: '错误', warning: '警告', info: '提示', help: '帮助：' },
  en: { error: 'error', warning: 'warning', info: 'info', help: 'help: ' },
};
const widest = 120;

/** `file:line:column severity code message`, the source line and caret when the text is given, and the help. */
export function render(
  { code, severity, message, help, place }: Diagnostic,
  language: keyof Bilingual,
  sourceText?: string,
): string {
  const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':');
  const lines = [
    [where || place?.pointer, words[language][severity], code, message[language]].filter(Boolean).join(' '),
  ];
  if (sourceText !== undefined && place?.line !== undefined)
    lines.push(...excerpt(sourceText, place.line, place.column ?? 1));
  if (help) lines.push(`  ${words[language].help}${help[language]}`);
  return lines.join('\n');
}

/** The line and a caret; of a long line only what surrounds the column. */
function excerpt(text: string, line: number, column: number): string[] {
  const source = lineOf(text, line);
  const start = column > widest ? column - widest / 2 : 0;
  const shown = source.slice(start, start + widest).replace(/\p{Cc}|\p{Cs}/gu, ' ');
  const before = shown.slice(0, column - 1 - start);
  return shown.trim() === '' ? [] : [`  ${shown}`, `  ${' '.repeat(widthOf(before))}^`];
}

function lineOf(text: string, line: number): string {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return '';
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const widthless = /\p{Mn}|\p{Cf}/u;

/** Columns a text takes in a terminal: two for each Chinese character or full-width sign. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, one) => width + (widthless.test(one) ? 0 : wide.test(one) ? 2 : 1), 0);
