/** What the later rulebook needs for scoring that the earlier one never asked. */
import type { ImpactNeed, Submission } from '../../schemas/generated/types.ts';
import { namesInLine, type ScoringPlan } from '../compile/index.ts';
import type { Pairing } from '../edits/index.ts';
import { own } from '../own.ts';

export interface Need extends Omit<ImpactNeed, 'forms'> {
  /** Ids of the later rulebook's lines that cannot be scored without it. */
  lines: readonly string[];
}

export function needsOf(before: ScoringPlan, after: ScoringPlan, pairing: Pairing): Need[] {
  const asked = new Set(pairing.inputAfter.values());
  const readBy = [...after.byId.values()].map((line) => ({ id: line.id, names: namesInLine(line) }));
  const needs: Need[] = [];
  for (const [id, { name }] of after.inputs) {
    const lines = readBy.flatMap((line) => (line.names.has(id) ? [line.id] : []));
    if (asked.has(id) || lines.length === 0) continue;
    needs.push({
      kind: 'input',
      id,
      name,
      lines,
      readBy: lines.map((line) => after.byId.get(line)?.name ?? line),
    });
  }
  const earlier = new Map([...pairing.indicatorAfter].map(([one, other]) => [other, one]));
  for (const plan of after.byId.values()) {
    if (plan.kind !== 'leaf' || !plan.rule.judged) continue;
    const was = before.byId.get(earlier.get(plan.id) ?? '');
    if (was?.kind === 'leaf' && was.rule.judged) continue;
    needs.push({ kind: 'judgement', id: plan.id, name: plan.name, lines: [plan.id], readBy: [plan.name] });
  }
  for (const plan of before.byId.values())
    if (
      plan.kind === 'declared' &&
      after.byId.get(pairing.indicatorAfter.get(plan.id) ?? '')?.kind !== 'declared'
    )
      needs.push({ kind: 'group', id: plan.id, name: plan.name, lines: [], readBy: [] });
  return needs;
}

/** What a form carried over lacks so that these lines stay open; a line without a known need is named itself. */
export function lackingOf(
  needs: readonly Need[],
  open: readonly string[],
  form: Submission,
  after: ScoringPlan,
): { found: number[]; others: Need[] } {
  const found = new Set<number>();
  const others: Need[] = [];
  for (const id of open) {
    const known = needs.flatMap((need, index) =>
      need.lines.includes(id) && isBlank(need, form) ? [index] : [],
    );
    for (const index of known) found.add(index);
    if (known.length > 0) continue;
    const name = after.byId.get(id)?.name ?? id;
    others.push({ kind: 'line', id, name, lines: [id], readBy: [name] });
  }
  return { found: [...found], others };
}

const isBlank = ({ kind, id }: Need, form: Submission): boolean =>
  kind === 'input'
    ? String(own(form.inputs, id) ?? '').trim() === ''
    : kind === 'judgement' && own(form.judgements, id) === undefined;
