/** What the YAML library says is wrong → a code of our catalogue. */
import type { ErrorCode, YAMLError } from 'yaml';
import type { source } from '../diagnostics/catalogue/source.ts';
import { type Diagnostic, diagnose, type ParametersOf, type Place } from '../diagnostics/index.ts';
import type { LineIndex } from './positions.ts';
import type { Openings } from './tokens.ts';

/** Codes whose templates ask for nothing. */
type PlainCode = {
  [Code in keyof typeof source]: keyof ParametersOf<(typeof source)[Code]> extends never ? Code : never;
}[keyof typeof source];

/** Undefined where another step reports it: anchors, aliases, tags and directives are refused as tokens. */
const codes: { readonly [code in ErrorCode]: PlainCode | undefined } = {
  ALIAS_PROPS: undefined,
  BAD_ALIAS: undefined,
  BAD_DIRECTIVE: undefined,
  MULTIPLE_ANCHORS: undefined,
  MULTIPLE_TAGS: undefined,
  TAG_RESOLVE_FAILED: undefined,
  BAD_COLLECTION_TYPE: undefined,
  BAD_PROP_ORDER: undefined,
  DUPLICATE_KEY: undefined,
  NON_STRING_KEY: undefined,
  MULTIPLE_DOCS: undefined,
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_INDENT: 'bad-indentation',
  BAD_SCALAR_START: 'bad-start',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-value',
  BLOCK_IN_FLOW: 'block-in-brackets',
  KEY_OVER_1024_CHARS: 'key-too-long',
  MISSING_CHAR: 'unexpected-text',
  MULTILINE_IMPLICIT_KEY: 'key-over-lines',
  TAB_AS_INDENT: 'tab-indentation',
  UNEXPECTED_TOKEN: 'unexpected-text',
  IMPOSSIBLE: 'unreadable',
  RESOURCE_EXHAUSTION: 'unreadable',
};

/** What the library says with its broad codes, by the words of its message; its version is pinned. */
const byMessage: readonly (readonly [RegExp, PlainCode])[] = [
  [/Missing closing .*quote/, 'quote-not-closed'],
  [/end with a|Flow (map|sequence) in block/, 'bracket-not-closed'],
  [/block sequence may not be used/, 'bad-indentation'],
  [/[Bb]lock scalar|Not a YAML token/, 'bad-start'],
  [/map values|, or :|: indicator must/, 'missing-colon'],
  [/Missing ,/, 'missing-comma'],
  [/space|separated/, 'missing-space'],
  [/Sequence item without/, 'bad-indentation'],
];
const broad = new Set<ErrorCode>(['MISSING_CHAR', 'BAD_INDENT', 'UNEXPECTED_TOKEN', 'BLOCK_AS_IMPLICIT_KEY']);

const codeOf = ({ code, message }: YAMLError): PlainCode | undefined =>
  (broad.has(code) && byMessage.find(([words]) => words.test(message))?.[1]) || codes[code];

/** Of several errors on one line, those that say what the person did; the others follow from it. */
const telling: readonly PlainCode[] = [
  'tab-indentation',
  'bad-indentation',
  'quote-not-closed',
  'key-over-lines',
];
const rank = (code: PlainCode) => (telling.indexOf(code) + telling.length + 1) % (telling.length + 1);

/** One diagnostic for each line with errors. What is not closed is placed where it was opened. */
export function readSyntaxErrors(
  errors: readonly YAMLError[],
  lines: LineIndex,
  openingsOf: () => Openings,
): Diagnostic[] {
  if (errors.length === 0) return [];
  const { quotes, brackets } = openingsOf();
  const byLine = new Map<number, { code: PlainCode; place: Place }>();
  for (const error of errors.slice(0, 1000)) {
    const code = codeOf(error);
    if (!code) continue;
    const at = error.pos[0];
    const opened = code === 'quote-not-closed' ? quotes : code === 'bracket-not-closed' ? brackets : [];
    const opening = opened.findLast((offset) => offset < at);
    const place = lines.place(opening ?? at);
    const known = byLine.get(place.line!);
    if (!known || rank(code) < rank(known.code)) byLine.set(place.line!, { code, place });
  }
  return [...byLine.values()].map(({ code, place }) => diagnose(code, {}, place));
}
