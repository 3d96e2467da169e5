/** What a roll-up wrote on its form: points that are averages of points, and what was missing in a part. */
import type { Bilingual, Finding, Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import type { Arithmetic } from '../expression/index.ts';
import { find } from '../findings/index.ts';
import { own } from '../own.ts';
import { boundsOf, settle } from './bound.ts';
import type { ScoredNode } from './node.ts';
import { placeOf } from './remarks.ts';
import { type Run, textOf } from './run.ts';

/** Gives a line its averaged points, or leaves it open where a part of it is missing; other lines stay as they are. */
export function asRolled<N extends object>(
  node: ScoredNode<N>,
  { rolledUp }: Submission,
  plan: ScoringPlan,
  arithmetic: Arithmetic<N>,
  run: Run<N>,
): ScoredNode<N> {
  if (!rolledUp) return node;
  const reads = node.steps.filter(({ step }) => step === 'read');
  if (rolledUp.missing?.some(({ indicator }) => indicator === node.id)) {
    const zero = arithmetic.minus(node.weight, node.weight);
    const unscored = node.unscored ?? 'missing';
    return { ...node, points: zero, status: 'missing', basis: 'none', open: true, unscored, steps: reads };
  }
  const written = own(rolledUp.points, node.id);
  const average = written === undefined ? undefined : quotientIn(String(written), arithmetic);
  if (average === undefined) return node;
  const steps = [...reads];
  if (run.label)
    steps.push({
      step: 'read',
      name: '各表得分的平均',
      value: textOf(average),
      how: { zh: '由各表得分汇总', en: 'averaged over the forms rolled up' },
    });
  return {
    ...node,
    points: settle(
      'indicator',
      average,
      boundsOf(node.most, arithmetic, node.plan?.line === 'penalty'),
      steps,
      plan,
      run,
    ),
    unrounded: average,
    status: 'scored',
    basis: 'rule',
    open: false,
    unscored: undefined,
    awards: [],
    steps,
  };
}

/** `12.5`, or `100/3` of what does not end. */
function quotientIn<N extends object>(text: string, { parse, over }: Arithmetic<N>): N | undefined {
  const [above = '', below = '1'] = text.split('/');
  const [number, divisor] = [parse(above), parse(below)];
  return number && divisor && over(number, divisor);
}

const made = new WeakSet<Submission>();

/** Remembers that a roll-up made the form: what it says under `rolledUp` was computed, not typed. */
export function markRolledUp(submission: Submission): Submission {
  made.add(submission);
  return submission;
}

/** True of a form that brings points of a roll-up which no roll-up is known to have given. */
export const bringsPoints = (submission: Submission): boolean =>
  submission.rolledUp?.points !== undefined &&
  Object.keys(submission.rolledUp.points).length > 0 &&
  !made.has(submission);

/** Why such a form gets no grade. */
export const pointsBrought: Bilingual = {
  zh: '有的得分是表中写明的汇总得分（rolledUp），不是由数据算出的，不给等次',
  en: 'some points are those the form brings along (rolledUp), not computed from data; no grade is given',
};

/**
 * Says that the form is a roll-up, which lines were averaged, and which part lacks what; and where the form came from
 * outside, that its points are as written and not computed.
 */
export function rolledFindings(submission: Submission, nodes: readonly ScoredNode<Exact>[]): Finding[] {
  const { rolledUp } = submission;
  if (!rolledUp) return [];
  const { forms, points = {}, missing = [] } = rolledUp;
  const averaged = nodes.filter(({ id }) => own(points, id) !== undefined).map(({ name }) => name);
  const all = missing.map(({ form, indicator, input, name }) => {
    const node = nodes.find(({ id }) => id === indicator);
    return find('part-missing', { form, name }, node ? placeOf(node) : { ...(input ? { input } : {}), name });
  });
  if (averaged.length === 0) return all;
  const names = {
    zh: averaged.map((name) => `「${name}」`).join('、'),
    en: averaged.map((name) => `"${name}"`).join(', '),
  };
  const code = bringsPoints(submission) ? 'rolled-up-as-written' : 'rolled-up';
  return [...all, find(code, { forms: String(forms.length), names })];
}
