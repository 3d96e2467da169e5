/**
 * Text → the tokens of one YAML document. Refuses what the format allows and we do not: anchors, aliases, tags,
 * directives, further documents. Stops, before anything recursive runs, where nesting or size passes its limit.
 */
import { CST, Lexer, Parser } from 'yaml';
import { type Diagnostic, type DiagnosticCode, diagnose } from '../diagnostics/index.ts';
import type { Limits } from './limits.ts';
import type { LineIndex } from './positions.ts';

const refusals = {
  anchor: 'anchor-refused',
  alias: 'alias-refused',
  tag: 'tag-refused',
  'directive-line': 'directive-refused',
} as const satisfies { [type: string]: DiagnosticCode };

/** Offsets of quotes, and of brackets that nothing closes, in the order of the text. */
export interface Openings {
  quotes: number[];
  brackets: number[];
}

/** Past so many refusals the rest of the file is not read. */
const enough = 100;

/** The tokens of the first document, or none where a limit was passed; and where quotes and unclosed brackets begin. */
export function tokenize(
  text: string,
  lines: LineIndex,
  limits: Limits,
): { tokens?: CST.Token[]; openings: Openings; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const tokens: CST.Token[] = [];
  const openings: Openings = { quotes: [], brackets: [] };
  let open: number[] = [];
  const parser = new Parser();
  let count = 0;
  let scalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    if (!scalar) {
      const type = CST.tokenType(lexeme);
      const code = refusals[type as keyof typeof refusals];
      if (code) diagnostics.push(diagnose(code, { text: lexeme.trim() }, lines.place(at)));
      if (type?.endsWith('quoted-scalar')) openings.quotes.push(at);
      if (type === 'flow-map-start' || type === 'flow-seq-start') open.push(at);
      if (type === 'flow-map-end' || type === 'flow-seq-end') open.pop();
      if (type === 'flow-error-end') {
        openings.brackets.push(...open);
        open = [];
      }
    }
    scalar = lexeme === CST.SCALAR;
    for (const token of parser.next(lexeme)) tokens.push(token);
    const limit =
      parser.stack.length > limits.depth + 1
        ? diagnose('too-deep', { limit: limits.depth }, lines.place(at))
        : ++count > limits.tokens
          ? diagnose('too-much-content', { limit: limits.tokens }, lines.place(at))
          : undefined;
    if (limit) diagnostics.push(limit);
    if (limit || diagnostics.length > enough) return { openings, diagnostics };
  }
  openings.brackets.push(...open);
  for (const token of parser.end()) tokens.push(token);
  const documents = tokens.filter(({ type }) => type === 'document');
  const second = documents[1];
  if (second) diagnostics.push(diagnose('several-documents', {}, lines.place(second.offset)));
  const end = second ? tokens.indexOf(second) : tokens.length;
  return { tokens: tokens.slice(0, end), openings, diagnostics };
}
