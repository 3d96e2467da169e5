/** Text → Document: YAML or JSON with the place of every value. May not know what the document is about. */
import { Composer, type CST, type Document } from 'yaml';
import {
  capDiagnostics,
  type Diagnostic,
  diagnose,
  hasErrors,
  sortDiagnostics,
} from '../diagnostics/index.ts';
import { decode } from './decode.ts';
import { readPlainJson } from './json.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { find, findExact, LineIndex, type Position } from './positions.ts';
import { readSyntaxErrors } from './syntax.ts';
import { openingsOf, tokenize } from './tokens.ts';
import { controlCharacter, nameOf, readNode, type Value } from './value.ts';

export { withoutBlanks } from './blanks.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { Position } from './positions.ts';
export type { Value } from './value.ts';

/** A file that was read: its value, and where each part of it stands. Pointers are JSON Pointers. */
export interface SourceDocument {
  readonly file: string;
  /** Maps, lists, booleans, null and text; a number is the text it was written as. */
  readonly value: Value;
  /** Where the value at the pointer begins, or its nearest ancestor that exists. */
  locate(pointer: string): Position;
  /** Where the key of the property at the pointer begins; of a list item, the item. */
  locateKey(pointer: string): Position;
  /** From where to where the value at exactly that pointer is written, in UTF-16 units of the text without byte order mark. */
  spanOf(pointer: string): { from: number; to: number } | undefined;
}

/** Reads YAML or JSON. There is a document only where there is no error. Never throws. */
export function readDocument(
  input: string | Uint8Array,
  options: { file: string; limits?: Partial<Limits> },
): { document?: SourceDocument; diagnostics: Diagnostic[] } {
  const { file } = options;
  const limits = { ...defaultLimits, ...options.limits };
  try {
    const { text, diagnostics } = decode(input, file, limits.bytes);
    if (text === undefined) return { diagnostics };
    return readText(text, file, limits);
  } catch {
    return { diagnostics: [diagnose('unreadable', {}, { file })] };
  }
}

function readText(
  text: string,
  file: string,
  limits: Limits,
): { document?: SourceDocument; diagnostics: Diagnostic[] } {
  const lines = new LineIndex(file, text);
  const control = controlCharacter.exec(text);
  if (control) {
    const character = nameOf(control[0]);
    return { diagnostics: [diagnose('control-character', { character }, lines.place(control.index))] };
  }
  const plain = readPlainJson(text, limits);
  return plain === undefined
    ? readYaml(text, lines, file, limits)
    : plainDocument(plain, text, lines, file, limits);
}

/** A document whose places are looked for when the first of them is asked for. */
function plainDocument(
  value: Value,
  text: string,
  lines: LineIndex,
  file: string,
  limits: Limits,
): { document: SourceDocument; diagnostics: Diagnostic[] } {
  let read: SourceDocument | undefined;
  const whole = (): SourceDocument | undefined => {
    read ??= readYaml(text, lines, file, limits).document;
    return read;
  };
  const document: SourceDocument = {
    file,
    value,
    locate: (pointer) => whole()?.locate(pointer) ?? lines.position(0),
    locateKey: (pointer) => whole()?.locateKey(pointer) ?? lines.position(0),
    spanOf: (pointer) => whole()?.spanOf(pointer),
  };
  return { document, diagnostics: [] };
}

function readYaml(
  text: string,
  lines: LineIndex,
  file: string,
  limits: Limits,
): { document?: SourceDocument; diagnostics: Diagnostic[] } {
  const { tokens, diagnostics } = tokenize(text, lines, limits);
  if (!tokens) return finish(diagnostics);
  const yaml = withoutStackTraces(() => compose(tokens, text.length));
  const mistakes = readSyntaxErrors(yaml?.errors ?? [], lines, () => openingsOf(text));
  diagnostics.push(...mistakes);
  if (mistakes.length > 0) return finish(diagnostics);
  if (!yaml?.contents) return finish([...diagnostics, diagnose('empty-document', {}, { file })]);
  const { value, located } = readNode(yaml.contents, { text, lines, diagnostics });
  if (value === null) diagnostics.push(diagnose('empty-document', {}, { file }));
  else if (typeof value !== 'object' || Array.isArray(value))
    diagnostics.push(diagnose('not-a-map', { found: kindOf(value) }, lines.place(located.at)));
  return finish(diagnostics, {
    file,
    value,
    locate: (pointer) => lines.position(find(located, pointer).at),
    locateKey: (pointer) => {
      const { key, at } = find(located, pointer);
      return lines.position(key ?? at);
    },
    spanOf: (pointer) => {
      const found = findExact(located, pointer);
      return found && { from: found.at, to: found.end };
    },
  });
}

/** Scalars other than null and booleans stay text, so a number is never read as a double. */
const compose = (tokens: CST.Token[], length: number) =>
  new Composer({
    schema: 'failsafe',
    customTags: ['null', 'bool'],
    version: '1.2',
    uniqueKeys: false,
    logLevel: 'silent',
  })
    .compose(tokens, true, length)
    .next().value as Document.Parsed | undefined;

/** The library makes an Error for each mistake; half a million stack traces would take seconds. */
function withoutStackTraces<Result>(run: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const kindOf = (value: Value) =>
  Array.isArray(value) ? { zh: '列表', en: 'a list' } : { zh: '文字', en: 'text' };

function finish(diagnostics: Diagnostic[], document?: SourceDocument) {
  const result = { diagnostics: capDiagnostics(sortDiagnostics(diagnostics)) };
  return document && !hasErrors(diagnostics) ? { document, ...result } : result;
}
