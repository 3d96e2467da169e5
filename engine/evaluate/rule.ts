/** One rule on one set of facts: which band, how many points, and the steps that led there. */
import type { LedgerNode } from '../../schemas/generated/types.ts';
import type { Part, Rule } from '../compile/index.ts';
import {
  type Comparison,
  type Condition,
  type Decider,
  type Decision,
  decider,
  type Unasked,
} from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  type Arithmetic,
  type Evaluator,
  type Expression,
  evaluator,
  formatExpression,
  isNothing,
  keyOf,
} from '../expression/index.ts';
import type { Award } from '../methods/index.ts';
import type { Sheet } from './sheet.ts';

export type Step = LedgerNode['steps'][number];

/** Shared by everything that scores one form. */
export interface Run<N> {
  arithmetic: Arithmetic<N>;
  /** Classes the rules engine must be asked about before this form can be scored. */
  unasked: Unasked[];
  /** Gets the Chinese name of a fact, where a ledger is kept. Without it no steps are made. */
  label: ((key: string) => string) | undefined;
}

/** Why a rule gave no points. */
export type Unscored = 'missing' | 'zero-division' | 'no-band' | 'withheld';

export interface RuleResult<N> {
  points: N | undefined;
  unscored?: Unscored;
  steps: Step[];
  /** The awards that were won, one per part. */
  awards: Award[];
}

export type RuleScorer<N> = (sheet: Sheet<N>, run: Run<N>) => RuleResult<N>;

/** Compiles a rule for one arithmetic. */
export function ruleScorer<N extends object>(
  rule: Rule,
  metric: Expression | undefined,
  arithmetic: Arithmetic<N>,
): RuleScorer<N> {
  const parts = rule.parts.map((part) => partScorer(part, rule.rates, arithmetic));
  const cap = evaluator(rule.cap, arithmetic);
  const metricValue = metric && evaluator(metric, arithmetic);
  const isRate = metric !== undefined && rule.rates.has(keyOf(metric));
  const zero = arithmetic.of(Exact.zero);
  return (sheet, run) => {
    const result: RuleResult<N> = { points: undefined, steps: [], awards: [] };
    const looked = metricValue?.(sheet.numbers);
    if (looked === 'zero-division') return { ...result, unscored: 'zero-division' };
    if (
      metric &&
      run.label &&
      looked !== undefined &&
      !isNothing(looked) &&
      metric.kind !== 'name' &&
      metric.kind !== 'number'
    )
      result.steps.push(computeStep(metric, looked, sheet, run, isRate));
    let points = zero;
    for (const part of parts) {
      const won = part(sheet, run, result);
      if (typeof won === 'string') return { ...result, unscored: won };
      points = arithmetic.plus(points, won);
    }
    const most = cap(sheet.numbers);
    if (isNothing(most)) return { ...result, unscored: 'missing' };
    result.points = clamp(points, zero, most, arithmetic, run, result.steps);
    return result;
  };
}

/** Keeps points between two bounds, with a step where they were beyond. */
export function clamp<N>(
  points: N,
  least: N,
  most: N,
  arithmetic: Arithmetic<N>,
  run: Run<N>,
  steps: Step[],
): N {
  const below = arithmetic.compare(points, least) < 0;
  if (!below && arithmetic.compare(points, most) <= 0) return points;
  const to = below ? least : most;
  if (run.label)
    steps.push({ step: 'clamp', from: textOf(points), to: textOf(to), bound: below ? 'floor' : 'cap' });
  return to;
}

/** The text of a number in a ledger; ledgers are only made with exact decimals. */
export const textOf = (value: unknown): string => (value instanceof Exact ? value.toText() : String(value));

type PartScorer<N> = (sheet: Sheet<N>, run: Run<N>, result: RuleResult<N>) => N | Unscored;

function partScorer<N extends object>(
  part: Part,
  rates: Rule['rates'],
  arithmetic: Arithmetic<N>,
): PartScorer<N> {
  const decide: Decider<N> | undefined = part.decision && decider(part.decision, arithmetic);
  const grounds = part.awards.map((_, band) => (part.decision ? groundsOf(part.decision, band, rates) : []));
  const awards: (Evaluator<N> | undefined)[] = part.awards.map(
    (award) => award.points && evaluator(award.points, arithmetic),
  );
  const hasGrounds = grounds.some((ofBand) => ofBand.length > 0);
  // What a band says of itself is the same on every form, and so is an award that reads nothing.
  const chosen = part.awards.map(({ label }, band): Step => ({ step: 'choose', band, label }));
  const fixed = part.awards.map(({ points }) => points && fixedStep(points));
  return (sheet, run, result) => {
    const seen = run.label && hasGrounds ? new Map<string, N>() : undefined;
    const band = decide ? chosenBand(decide, sheet, run, seen) : 0;
    if (typeof band === 'string') return band;
    const award = part.awards[band]!;
    if (seen) result.steps.push(...compareSteps(grounds[band]!, seen, run));
    if (run.label && decide) result.steps.push(chosen[band]!);
    result.awards.push(award);
    const points = awards[band]?.(sheet.numbers);
    if (points === undefined) return 'withheld';
    if (isNothing(points)) return points;
    if (run.label) result.steps.push(fixed[band] ?? computeStep(award.points!, points, sheet, run));
    return points;
  };
}

/** The step of an award that is one written number. */
const fixedStep = (award: Expression): Step | undefined =>
  award.kind === 'number'
    ? { step: 'compute', formula: award.shown, substituted: award.shown, value: award.value.toText() }
    : undefined;

function chosenBand<N>(
  decide: Decider<N>,
  sheet: Sheet<N>,
  run: Run<N>,
  seen: Map<string, N> | undefined,
): number | Unscored {
  const answer = decide(sheet.numbers, sheet.words, seen);
  if (answer === 'missing') return 'missing';
  if ('decision' in answer) {
    run.unasked.push(answer);
    return 'missing';
  }
  const [band, another] = answer;
  return band === undefined || another !== undefined ? 'no-band' : band;
}

export function computeStep<N>(
  expression: Expression,
  value: N,
  sheet: Sheet<N>,
  run: Run<N>,
  isRate = false,
): Step {
  return {
    step: 'compute',
    formula: named(expression, run),
    substituted: formatExpression(expression, sheet.shown),
    value: measure(value, isRate),
  };
}

/** A rate is told as a percentage. */
const measure = (value: unknown, isRate: boolean): string =>
  isRate && value instanceof Exact ? value.toPercent() : textOf(value);

/** An expression in the names of its facts: the same for every form, so written once. */
const namedTexts = new WeakMap<Expression, string>();
function named<N>(expression: Expression, run: Run<N>): string {
  let text = namedTexts.get(expression);
  if (text === undefined) {
    text = formatExpression(expression, run.label!);
    namedTexts.set(expression, text);
  }
  return text;
}

const signs: Partial<Record<Comparison['operator'], string>> = {
  equal: '=',
  notEqual: '≠',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
};

/** A comparison of numbers that a band rests on, ready to be told. */
interface Ground {
  expression: Expression;
  key: string;
  operator: string;
  threshold: string;
  isRate: boolean;
}

/** The comparisons of numbers that all had to hold for a band to be chosen. */
const groundsOf = ({ facts, outcomes }: Decision, band: number, rates: Rule['rates']): Ground[] =>
  mustHold(outcomes[band]!).flatMap(({ fact: key, operator, value: threshold }) => {
    const fact = facts.find((one) => one.key === key);
    const sign = signs[operator];
    if (fact?.kind !== 'number' || !sign || !(threshold instanceof Exact)) return [];
    const isRate = rates.has(key);
    return [
      { expression: fact.expression, key, operator: sign, isRate, threshold: measure(threshold, isRate) },
    ];
  });

const compareSteps = <N>(grounds: readonly Ground[], seen: ReadonlyMap<string, N>, run: Run<N>): Step[] =>
  grounds.flatMap(({ expression, key, operator, threshold, isRate }) => {
    const number = seen.get(key);
    if (number === undefined) return [];
    return [
      { step: 'compare', fact: named(expression, run), value: measure(number, isRate), operator, threshold },
    ];
  });

function mustHold(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(mustHold);
  return 'any' in condition || 'not' in condition ? [] : [condition];
}
