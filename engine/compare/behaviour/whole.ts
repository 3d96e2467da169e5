/** What two editions make of the whole form: how much more or less one can score, and what decides that besides its lines. */
import type {
  Bilingual,
  ComparedWhole,
  DifferingSituation,
  LargestDifference,
  WrittenChange,
} from '../../../schemas/generated/types.ts';
import { type InputPlan, type LimitPlan, namesInDecision, type ScoringPlan } from '../../compile/index.ts';
import type { Exact } from '../../decimal.ts';
import type { Pairing } from '../../edits/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { exactText } from './form-text.ts';
import { gradeChanges, limitedGrades } from './grades.ts';
import { differing, inputKeys, limitKeys, planKeys, wordOf } from './keys.ts';
import { laterNames, type Rename, unchanged } from './names.ts';
import { type Moves, verdictFrom } from './outcome.ts';
import type { ComparedPair, Plans } from './pair.ts';
import { type Amount, isMoved, whereOf } from './reach.ts';
import { readOtherwise } from './reads.ts';
import { Tree } from './tree.ts';

export function wholeOf(
  plans: Plans,
  pairing: Pairing,
  compared: readonly ComparedPair[],
  written: readonly WrittenChange[],
): ComparedWhole {
  const name = laterNames(pairing);
  const reach = new Tree(plans, pairing, compared).whole();
  const limits = compareLimits(plans, name);
  const besides: Moves[] = [reach.scored, roundingMoves(plans), admissionMoves(plans, pairing), limits.moves];
  const moves = {
    gain: isMoved(reach.gain) || besides.some(({ gain }) => gain),
    loss: isMoved(reach.loss) || besides.some(({ loss }) => loss),
  };
  const isMoving = moves.gain || moves.loss || reach.why !== undefined;
  const isShared = isMoving && sharesData(compared);
  const stirred = new Stirred(plans, pairing);
  const why =
    reach.why ??
    plansChanged(plans) ??
    limits.why ??
    (isMoving && readsScores([...plans.before.limits, ...plans.after.limits], plans)
      ? byLimits
      : undefined) ??
    (plans.after.limits.some((limit) => limit.total && stirred.isReadBy(limit)) ? byLimits : undefined);
  const isBound = isShared || (isMoving && (plans.before.limits.length > 0 || plans.after.limits.length > 0));
  const show = (amount: Amount) => (why ? undefined : shown(amount, isBound));
  const [gain, loss] = [show(reach.gain), show(reach.loss)];
  const reason = why ?? (isShared ? sharing : undefined);
  return {
    verdict: verdictFrom(moves, why !== undefined),
    ...(reason ? { why: reason } : {}),
    ...(gain ? { gain } : {}),
    ...(loss ? { loss } : {}),
    ...((gain ?? loss) && hasOwnWeights(plans) ? { condition: ofOwnWeights } : {}),
    grades: [
      ...gradeChanges(plans.before, plans.after),
      ...limitedGrades(gradeLimits(plans, name, isMoving, stirred)),
    ],
    situations: written.filter(({ code }) => wholeKinds.has(kindOf(code))).map(situationOf),
  };
}

const shown = (
  { points, isReached, isExact, where, condition }: Amount,
  isBound: boolean,
): LargestDifference | undefined =>
  points.sign() <= 0
    ? undefined
    : {
        points: exactText(points),
        reached: isReached && !isBound,
        exact: isExact && !isBound,
        ...whereOf([where, condition]),
      };

/** True where forms bring weights of their own. */
const hasOwnWeights = ({ before, after }: Plans): boolean =>
  [before, after].some((plan) => [...plan.byId.values()].some(({ kind }) => kind === 'declared'));

const ofOwnWeights = both(
  '就各级分值合计与规则相符的表而言',
  'of forms whose weights add up as the rulebook has them',
);
const sharing = both(
  '几行用到同一项数据，未必能同时达到各自的最大幅度；所列为不会超过的上界',
  'some lines read the same data and may not all be at their largest at once; what is told is a bound',
);
const byLimits = both(
  '否决或封顶要看得分或有所改动，全表的幅度没有算出',
  'a veto or cap changed or depends on the scores, so the reach over the whole form was not worked out',
);

/** What of the plan itself scores and is compared nowhere else. */
function plansChanged({ before, after }: Plans): Bilingual | undefined {
  const key = differing(before, after, planKeys, unchanged).find((one) => one === 'total');
  if (!key) return undefined;
  const word = wordOf(key, planKeys);
  return both(
    `${word.zh}有改动，全表的幅度没有算出`,
    `${word.en} changed; what that makes of the whole form was not worked out`,
  );
}

/** Modes of rounding from the one that gives least to the one that gives most. */
const modes = ['down', 'half-even', 'half-up', 'up'];

/** What another rounding alone can do. What is deducted is rounded before it is taken away. */
function roundingMoves({ before, after }: Plans): Moves {
  if (!differing(before, after, planKeys, unchanged).includes('rounding'))
    return { gain: false, loss: false };
  const [was, is] = [before.rounding, after.rounding];
  const deducts = [before, after].some((plan) =>
    [...plan.byId.values()].some(({ line }) => line === 'penalty'),
  );
  if (was.decimals !== is.decimals || was.at !== is.at || deducts) return { gain: true, loss: true };
  const rises = modes.indexOf(is.mode) > modes.indexOf(was.mode);
  return { gain: rises, loss: !rises };
}

/** Forms that only one edition accepts: what may be filled in, and who may file. */
function admissionMoves({ before, after }: Plans, { inputs }: Pairing): Moves {
  const moves = { gain: false, loss: false };
  const compare = (was: readonly string[] | undefined, is: readonly string[] | undefined): void => {
    if (is && (!was || was.some((one) => !is.includes(one)))) moves.loss = true;
    if (was && (!is || is.some((one) => !was.includes(one)))) moves.gain = true;
  };
  const bound = (was: Exact | undefined, is: Exact | undefined, sign: 1 | -1): void => {
    const order = was && is ? is.compare(was) * sign : is ? 1 : -1;
    if (order > 0) moves.loss = true;
    else moves.gain = true;
  };
  compare(before.rulebook.subjects, after.rulebook.subjects);
  for (const pair of inputs) {
    const [was, is] = [before.inputs.get(pair.before)!, after.inputs.get(pair.after)!];
    const keys = new Set<keyof InputPlan>(differing(was, is, inputKeys, unchanged));
    if (keys.has('min')) bound(was.min, is.min, 1);
    if (keys.has('max')) bound(was.max, is.max, -1);
    if (keys.has('options')) compare(was.options, is.options);
    if (keys.has('subjects')) compare(was.subjects, is.subjects);
  }
  return moves;
}

/** Vetoes and caps: one that was added can only take away, one that was removed only give back. */
function compareLimits({ before, after }: Plans, name: Rename): { moves: Moves; why?: Bilingual } {
  const moves = { gain: false, loss: false };
  let why: Bilingual | undefined;
  const only = (one: ScoringPlan, other: ScoringPlan): boolean =>
    one.limits.some((limit) => limit.total && !other.limits.some(({ id }) => id === limit.id));
  if (only(after, before)) moves.loss = true;
  if (only(before, after)) moves.gain = true;
  for (const is of after.limits) {
    const was = before.limits.find(({ id }) => id === is.id);
    if (!was) continue;
    const keys = differing(was, is, limitKeys, name);
    if (keys.includes('when') && (was.total || is.total)) why = byLimits;
    else if (keys.includes('total')) {
      const order = is.total && was.total ? is.total.compare(was.total) : is.total ? -1 : 1;
      if (order < 0) moves.loss = true;
      else moves.gain = true;
    }
  }
  return { moves, ...(why ? { why } : {}) };
}

/** True where a limit on the total looks at scores, not only at what is filled in. */
const readsScores = (limits: readonly LimitPlan[], plans: Plans): boolean =>
  limits.some((limit) => limit.total !== undefined && looksAtScores(limit, plans));

const looksAtScores = ({ when }: LimitPlan, { before, after }: Plans): boolean =>
  namesInDecision(when).some((name) => !before.inputs.has(name) && !after.inputs.has(name));

/** Facts that come out otherwise though no line scores otherwise: inputs that are read otherwise, what roles decide. */
class Stirred {
  private readonly plans: Plans;
  private readonly pairing: Pairing;
  private readonly isAchievement: boolean;

  constructor(plans: Plans, pairing: Pairing) {
    this.plans = plans;
    this.pairing = pairing;
    const counts = ({ role }: { role: string | undefined }) => role !== 'execution';
    this.isAchievement = pairing.indicators.some(
      ({ before, after }) => counts(plans.before.byId.get(before)!) !== counts(plans.after.byId.get(after)!),
    );
  }

  isReadBy({ when }: LimitPlan): boolean {
    const names = new Set(namesInDecision(when));
    return (
      (this.isAchievement && names.has('achievement')) ||
      readOtherwise(names, this.plans, this.pairing) !== undefined
    );
  }
}

/** Limits on the grade that can hold by one edition and not by the other, or allow another grade. */
function gradeLimits(
  plans: Plans,
  name: Rename,
  isMoving: boolean,
  stirred: Stirred,
): { was: LimitPlan | undefined; is: LimitPlan | undefined }[] {
  const { before, after } = plans;
  const couples = [
    ...after.limits.map((is) => ({ was: before.limits.find(({ id }) => id === is.id), is })),
    ...before.limits
      .filter(({ id }) => !after.limits.some((one) => one.id === id))
      .map((was) => ({ was, is: undefined })),
  ];
  return couples.filter(({ was, is }) => {
    if (was?.grade === undefined && is?.grade === undefined) return false;
    if (!was || !is) return true;
    const keys = differing(was, is, limitKeys, name);
    if (keys.includes('when') || keys.includes('grade')) return true;
    return (isMoving && looksAtScores(is, plans)) || stirred.isReadBy(is);
  });
}

/** True where two lines that differ read the same input. */
function sharesData(compared: readonly ComparedPair[]): boolean {
  const seen = new Set<string>();
  for (const { outcome } of compared) {
    const names = new Set([...(outcome.gain?.names ?? []), ...(outcome.loss?.names ?? [])]);
    for (const name of names) {
      if (name === 'judged.share' || name === 'judged.tier' || name === 'target' || name === 'actual')
        continue;
      if (seen.has(name)) return true;
      seen.add(name);
    }
  }
  return false;
}

/** Changes of what is written that are told beside the total; the verdict does not rest on them. */
const wholeKinds = new Set([
  ...['rounding-changed', 'total-changed', 'limit-changed', 'limit-added', 'limit-removed'],
  ...['combine-changed', 'out-of-changed', 'not-applicable-changed', 'optional-changed'],
  ...['row-weights-changed', 'met-changed', 'unit-changed', 'input-type-changed', 'options-changed'],
  ...['minimum-changed', 'maximum-changed', 'line-changed', 'kind-changed', 'frame-added', 'frame-removed'],
]);

const kindOf = (code: string): string => /^[^:]*/.exec(code)![0];

const situationOf = ({ subject, label, isWholeForm, before, after }: WrittenChange): DifferingSituation => ({
  name: isWholeForm ? label : both(`${subject.zh} · ${label.zh}`, `${subject.en}, ${label.en}`),
  before: before ?? both('没有', 'nothing'),
  after: after ?? both('没有', 'nothing'),
});
