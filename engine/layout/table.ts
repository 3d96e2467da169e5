/** The table of declared indicators that a group asks for: its columns, and how each kind of target is scored. */
import type { FormColumn, FormTable, FormTarget } from '../../schemas/generated/types.ts';
import { type DeclaredPlan, type Provenance, type ScoringPlan, targetKinds } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { type Line, linesOf } from '../lines/index.ts';
import { judgementOf } from './judgement.ts';

/** Characters that a cell, or a text, may have; rows that a form may have. As the schema of forms says. */
export const limits = { text: 20_000, rows: 2000 } as const;

export async function tableOf(plan: ScoringPlan, group: DeclaredPlan): Promise<FormTable> {
  const lines = linesOf(plan);
  const targets: FormTarget[] = [];
  for (const kind of targetKinds) {
    const target = group.targets[kind];
    if (!target) continue;
    const line = lines.find(({ row }) => row?.plan === target);
    const judgement = line && (await judgementOf(line));
    targets.push({
      kind,
      ...(target.name === undefined ? {} : { name: target.name }),
      method: target.rule.label,
      ...wordsOf(target),
      ...(judgement ? { judgement } : {}),
    });
  }
  const isJudged = targets.some(({ judgement }) => judgement);
  return {
    weights: group.weights,
    columns: columnsOf(plan, group, isJudged),
    targets,
    ...(plan.frame ? { missing: plan.frame.missing } : {}),
    met: [...(plan.frame?.met ?? [])],
    most: limits.rows,
  };
}

/** What a rule says of itself. */
export const wordsOf = ({ text, source, reading, inferred }: Provenance) => ({
  ...(text === undefined ? {} : { text }),
  ...(source ? { source: source.title } : {}),
  ...(reading === undefined ? {} : { reading }),
  ...(inferred ? { inferred } : {}),
});

function columnsOf(plan: ScoringPlan, group: DeclaredPlan, isJudged: boolean): FormColumn[] {
  const limit = limits.text;
  const judged: FormColumn[] = isJudged
    ? [
        { cell: 'tier', kind: 'text', required: false, limit },
        { cell: 'share', kind: 'number', required: false },
        { cell: 'points', kind: 'number', required: false },
      ]
    : [];
  return [
    { cell: 'name', kind: 'text', required: true, limit },
    { cell: 'target', kind: 'cell', required: true, limit },
    { cell: 'actual', kind: 'cell', required: true, limit },
    ...(group.weights === 'declared'
      ? [{ cell: 'weight', kind: 'number', required: true } satisfies FormColumn]
      : []),
    ...judged,
    { cell: 'claimed', kind: 'cell', required: false },
    { cell: 'reason', kind: 'text', required: false, limit, ...reasonOfRow(plan) },
    { cell: 'note', kind: 'text', required: false, limit },
  ];
}

/** When a row owes a reason. */
function reasonOfRow({ frame }: ScoringPlan): Pick<FormColumn, 'reason'> {
  if (!frame) return {};
  const rate = `${frame.reasonBelow.times(Exact.hundred).toText()}%`;
  return {
    reason: {
      zh: `完成率低于 ${rate} 而失分的，须说明偏差原因`,
      en: `owed where points are lost and less than ${rate} of the target was achieved`,
    },
  };
}

/** The line of a rulebook with that id. */
export const lineWith = (plan: ScoringPlan, id: string): Line | undefined =>
  linesOf(plan).find((line) => line.id === id);
