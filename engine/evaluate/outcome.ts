/** What follows from the scored tree: vetoes and caps, the grade, and why a grade is withheld. */
import type { Bilingual, Finding } from '../../schemas/generated/types.ts';
import type { LimitPlan, ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import { find } from '../findings/index.ts';
import { holds } from './checks.ts';
import type { ScoredNode } from './node.ts';
import { exactDecider } from './once.ts';
import type { Results } from './results.ts';
import type { Run } from './rule.ts';

/** Applies every limit whose condition holds: the total is lowered in place, with a step that says why. */
export function applyLimits(
  plan: ScoringPlan,
  whole: ScoredNode<Exact>,
  results: Results,
  run: Run<Exact>,
): { findings: Finding[]; applied: LimitPlan[] } {
  const findings: Finding[] = [];
  const applied = plan.limits.filter((limit) => holds(limit.when, results, run));
  for (const limit of applied) {
    const effects: string[] = [];
    if (limit.total && whole.points.compare(limit.total) > 0) {
      const why = { zh: limit.name, en: limit.name };
      whole.steps.push({
        step: 'veto',
        limit: limit.id,
        from: whole.points.toText(),
        to: limit.total.toText(),
        why,
      });
      effects.push(`${whole.points.toText()} → ${limit.total.toText()}`);
      whole.points = limit.total;
    }
    if (limit.grade !== undefined) effects.push(`≤ ${limit.grade}`);
    findings.push(find('limit-applied', { name: limit.name, effect: effects.join('，') || '—' }));
  }
  return { findings, applied };
}

/** The grade of a total, not above what the applied limits allow; undefined where the rulebook has none. */
export function gradeOf(
  plan: ScoringPlan,
  total: Exact,
  limits: readonly LimitPlan[],
  run: Run<Exact>,
): string | undefined {
  if (!plan.grades) return undefined;
  const { decision, names } = plan.grades;
  const answer = exactDecider(decision)(
    (key) => (key === 'total' ? total : undefined),
    () => undefined,
  );
  if (answer === 'missing') return undefined;
  if ('decision' in answer) {
    run.unasked.push(answer);
    return undefined;
  }
  const lowest = [
    answer[0] ?? names.length - 1,
    ...limits.flatMap((limit) => (limit.grade === undefined ? [] : [names.indexOf(limit.grade)])),
  ];
  return names[Math.max(...lowest)];
}

/** Why no grade is given although the rulebook has grades. */
export function whyWithheld(
  whole: ScoredNode<Exact>,
  weightsSound: boolean,
  total: Exact,
): Bilingual | undefined {
  if (!weightsSound) {
    const [won, most, out] = [whole.points.toText(), whole.weight.toText(), total.toText()];
    return {
      zh: `分值合计 ${most}，不是 ${out}；得分为 ${won}（满分 ${most}），改正分值前不给等次`,
      en: `the weights add to ${most}, not ${out}; the score is ${won} of ${most}; no grade is given until they are mended`,
    };
  }
  if (whole.open)
    return {
      zh: '有缺数据的指标，补齐前不给等次',
      en: 'some lines lack data; no grade is given until they are filled in',
    };
  return undefined;
}
