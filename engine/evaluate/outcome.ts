/** What follows from the scored tree: vetoes and caps, the grade, and why a grade is withheld. */
import type { Bilingual, Finding } from '../../schemas/generated/types.ts';
import type { LimitPlan, ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import { find } from '../findings/index.ts';
import { type Absence, tellAbsences } from './absence.ts';
import { verdictOf } from './checks.ts';
import type { ScoredNode } from './node.ts';
import { exactDecider } from './once.ts';
import type { Results } from './results.ts';
import type { Run } from './run.ts';

/** What became of the limits. */
export interface Limited {
  findings: Finding[];
  applied: LimitPlan[];
  /** Those that may hold or not, for want of data. */
  undecided: LimitPlan[];
}

/**
 * Applies every limit whose condition holds: the total is lowered in place, with a step that says why. A limit that cannot be
 * decided lowers nothing, and is an error.
 */
export function applyLimits(
  plan: ScoringPlan,
  whole: ScoredNode<Exact>,
  results: Results,
  run: Run<Exact>,
): Limited {
  const limited: Limited = { findings: [], applied: [], undecided: [] };
  // All are decided on the total as it was scored, before any of them lowers it.
  const verdicts = plan.limits.map((limit) => [limit, verdictOf(limit.when, results, run)] as const);
  for (const [limit, verdict] of verdicts) {
    if (verdict === 'fails') continue;
    if (verdict === 'holds') {
      limited.applied.push(limit);
      limited.findings.push(apply(limit, whole));
    } else {
      limited.undecided.push(limit);
      limited.findings.push(undecidedLimit(limit, verdict));
    }
  }
  return limited;
}

function apply(limit: LimitPlan, whole: ScoredNode<Exact>): Finding {
  const effects: string[] = [];
  if (limit.total && whole.points.compare(limit.total) > 0) {
    const why = { zh: limit.name, en: limit.name };
    const [from, to] = [whole.points.toText(), limit.total.toText()];
    whole.steps.push({ step: 'veto', limit: limit.id, from, to, why });
    effects.push(`${from} → ${to}`);
    whole.points = limit.total;
  }
  if (limit.grade !== undefined) effects.push(`≤ ${limit.grade}`);
  return find('limit-applied', {
    name: limit.name,
    effect: effects.length > 0 ? { zh: effects.join('，'), en: effects.join(', ') } : '—',
  });
}

function undecidedLimit({ name }: LimitPlan, absences: readonly Absence[]): Finding {
  const inputs = [...new Set(absences.flatMap(({ input }) => input ?? []))];
  return find(
    'limit-undecided',
    { name, blanks: tellAbsences(absences) },
    inputs.length === 1 ? { input: inputs[0]!.id, name: inputs[0]!.name } : undefined,
  );
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
  if ('decision' in answer) {
    run.unasked.push(answer);
    return undefined;
  }
  if ('possible' in answer) return undefined;
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
  undecided: readonly LimitPlan[],
): Bilingual | undefined {
  if (!weightsSound && whole.weight.equals(total))
    return {
      zh: '有一组下级的分值加不到该组的满分，改正分值前不给等次',
      en: 'the weights under a group do not add to its scale; no grade is given until they are mended',
    };
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
  if (undecided.length > 0) {
    const names = undecided.map(({ name }) => name);
    return {
      zh: `「${names.join('」「')}」是否适用未能判定，判定前不给等次`,
      en: `whether "${names.join('", "')}" applies could not be decided; no grade is given until it is`,
    };
  }
  return undefined;
}
