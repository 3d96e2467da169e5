/**
 * Text → the tokens of one YAML document. Refuses what the format allows and we do not: anchors, aliases, tags,
 * directives, further documents. Stops, before anything recursive runs, where nesting or size passes its limit.
 */
import { CST, Lexer, Parser } from 'yaml';
import { type Diagnostic, type DiagnosticCode, diagnose } from '../diagnostics/index.ts';
import type { Limits } from './limits.ts';
import type { LineIndex } from './positions.ts';

/** By the character a token begins with. */
const refusals = {
  '&': 'anchor-refused',
  '*': 'alias-refused',
  '!': 'tag-refused',
  '%': 'directive-refused',
} as const satisfies { [start: string]: DiagnosticCode };

/** Offsets of quotes, and of brackets that nothing closes, in the order of the text. */
export interface Openings {
  quotes: number[];
  brackets: number[];
}

/** Past so many refusals the rest of the file is not read. */
const enough = 100;

/** The tokens of the first document, or none where a limit was passed or too much was refused. */
export function tokenize(
  text: string,
  lines: LineIndex,
  limits: Limits,
): { tokens?: CST.Token[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let count = 0;
  let content = false;
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset;
    const refusal = content ? undefined : refusals[lexeme[0] as keyof typeof refusals];
    content = !content && lexeme === CST.SCALAR;
    if (refusal) diagnostics.push(diagnose(refusal, { text: lexeme.trim() }, lines.place(at)));
    for (const token of parser.next(lexeme)) tokens.push(token);
    const tooDeep = parser.stack.length > limits.depth + 1;
    const tooMuch = ++count > limits.tokens;
    if (tooDeep) diagnostics.push(diagnose('too-deep', { limit: limits.depth }, lines.place(at)));
    if (tooMuch) diagnostics.push(diagnose('too-much-content', { limit: limits.tokens }, lines.place(at)));
    if (tooDeep || tooMuch || diagnostics.length > enough) return { diagnostics };
  }
  tokens.push(...parser.end());
  const [, second] = tokens.filter((token) => token.type === 'document');
  if (second) diagnostics.push(diagnose('several-documents', {}, lines.place(second.offset)));
  const end = second ? tokens.indexOf(second) : tokens.length;
  return { tokens: tokens.slice(0, end), diagnostics };
}

/** Where quotes and unclosed brackets begin. Gone through only where a text has mistakes. */
export function openingsOf(text: string): Openings {
  const openings: Openings = { quotes: [], brackets: [] };
  const open: number[] = [];
  const parser = new Parser();
  let content = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!content) noteOpening(CST.tokenType(lexeme), parser.offset, open, openings);
    content = !content && lexeme === CST.SCALAR;
    for (const _ of parser.next(lexeme));
  }
  openings.brackets.push(...open);
  return openings;
}

/** Keeps `open` the brackets now open; those that the lexer gives up on are unclosed. */
function noteOpening(type: CST.TokenType | null, at: number, open: number[], openings: Openings): void {
  if (type?.endsWith('quoted-scalar')) openings.quotes.push(at);
  else if (type === 'flow-map-start' || type === 'flow-seq-start') open.push(at);
  else if (type === 'flow-map-end' || type === 'flow-seq-end') open.pop();
  else if (type === 'flow-error-end') openings.brackets.push(...open.splice(0));
}
