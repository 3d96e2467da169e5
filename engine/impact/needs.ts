/** What the later rulebook needs for scoring that the earlier one never asked. */
import type { ImpactNeed, Indicator, Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { canonical } from './canonical.ts';
import { type Correspondence, correspondenceOf } from './correspondence.ts';

export interface Need extends Omit<ImpactNeed, 'forms'> {
  /** Ids of the later rulebook's lines that cannot be scored without it. */
  lines: readonly string[];
}

export function needsOf(before: ScoringPlan, after: ScoringPlan, ids: Correspondence): Need[] {
  const asked = new Set(ids.inputs.values());
  const readers = readersOf(after);
  const needs: Need[] = [];
  for (const [id, { name }] of after.inputs) {
    const lines = readers(id);
    if (asked.has(id) || lines.length === 0) continue;
    needs.push({
      kind: 'input',
      id,
      name,
      lines,
      readBy: lines.map((line) => after.byId.get(line)?.name ?? line),
    });
  }
  const earlier = new Map([...ids.indicators].map(([one, other]) => [other, one]));
  for (const plan of after.byId.values()) {
    if (plan.kind !== 'leaf' || !plan.rule.judged) continue;
    const was = before.byId.get(earlier.get(plan.id) ?? '');
    if (was?.kind === 'leaf' && was.rule.judged) continue;
    needs.push({ kind: 'judgement', id: plan.id, name: plan.name, lines: [plan.id], readBy: [plan.name] });
  }
  for (const plan of before.byId.values())
    if (plan.kind === 'declared' && after.byId.get(ids.indicators.get(plan.id) ?? '')?.kind !== 'declared')
      needs.push({ kind: 'group', id: plan.id, name: plan.name, lines: [], readBy: [] });
  return needs;
}

/** Which lines read an input, directly or through a metric. */
function readersOf(plan: ScoringPlan): (id: string) => string[] {
  const rulebook = canonical(plan.rulebook, 'after', correspondenceOf(plan.rulebook, plan.rulebook));
  const wordsOf = (value: unknown) =>
    new Set((JSON.stringify(value) ?? '').match(/[A-Za-z][A-Za-z0-9]*/g) ?? []);
  const metrics = Object.entries(rulebook.metrics ?? {}).map(([id, { expression }]) => ({
    id,
    words: wordsOf(expression),
  }));
  const lines: { id: string; words: Set<string> }[] = [];
  const visit = (indicators: readonly Indicator[]): void => {
    for (const { indicators: below, id, metric, method, notApplicable, declared } of indicators) {
      lines.push({
        id,
        words: wordsOf([metric, method, notApplicable, declared, declared && rulebook.frame?.targets]),
      });
      visit(below ?? []);
    }
  };
  visit(rulebook.indicators);
  return (input) => {
    const names = new Set([input]);
    for (let size = 0; size < names.size; ) {
      size = names.size;
      for (const { id, words } of metrics) if ([...names].some((name) => words.has(name))) names.add(id);
    }
    return lines.filter(({ words }) => [...names].some((name) => words.has(name))).map(({ id }) => id);
  };
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
    ? String(form.inputs?.[id] ?? '').trim() === ''
    : kind === 'judgement' && form.judgements?.[id] === undefined;
