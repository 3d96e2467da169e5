/** What the compiler says of a rulebook that belongs with what verification says. */

import { acceptableErrors, type ScoringPlan, subjectAt } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { catalogue, type Diagnostic, type DiagnosticCode } from '../diagnostics/index.ts';
import { type Analysis, within } from '../possible/index.ts';
import { type Claim, claims } from './claim.ts';
import { showing } from './showing.ts';

export const compilerCodes = [
  ...acceptableErrors,
  ...['always-holds', 'unread-input', 'edge-in-both', 'number-not-in-text', 'text-number-unused'],
];

/** What the compiler found and verification did not find itself. */
export function fromCompiler(
  plan: ScoringPlan,
  diagnostics: readonly Diagnostic[],
  found: readonly Claim[],
  analysed: readonly Analysis[],
): Claim[] {
  return diagnostics.flatMap((diagnostic) => {
    const pointer = diagnostic.place?.pointer ?? '';
    if (!compilerCodes.includes(diagnostic.code)) return [];
    const at = subjectAt(plan, pointer);
    const known = found.some((one) => one.diagnostic.code === diagnostic.code && one.at === at);
    // What the compiler let pass because it is accepted is an error all the same, and an accepted one.
    const { severity } = catalogue[diagnostic.code as DiagnosticCode];
    const { place: _, ...rest } = { ...diagnostic, severity };
    return known
      ? []
      : [claims(at, pointer)(rest, { shown: shownFor(plan, diagnostic.code, pointer, analysed) })];
  });
}

/** What shows a fault that the compiler found: a total without a grade, a form that wins more than the most. */
function shownFor(
  { rulebook }: ScoringPlan,
  code: string,
  pointer: string,
  analysed: readonly Analysis[],
): NonNullable<Claim['shown']> {
  const lowest = Exact.parse(rulebook.grades?.at(-1)?.from ?? '');
  if (code === 'grades-order') return lowest && lowest.sign() > 0 ? [{ value: '0' }] : [];
  if (code !== 'points-above-cap') return [];
  for (const one of analysed) {
    if (one.kind !== 'curve' || !pointer.startsWith(`${one.line.pointer}/`)) continue;
    const { line, curve } = one;
    const piece = curve.pieces.find(({ clamped }) => clamped === 'cap');
    const x = piece && within(piece);
    if (x) return [showing(line, curve, x)];
  }
  return [];
}
