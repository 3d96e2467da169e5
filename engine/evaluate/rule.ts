/** One rule on one set of facts: which band, how many points, and the steps that led there. */
import type { Part, Rule } from '../compile/index.ts';
import {
  type Answer,
  type Comparison,
  type Condition,
  type Decider,
  type Decision,
  decider,
  Seen,
} from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  type Arithmetic,
  type Evaluator,
  type Expression,
  evaluator,
  formatter,
  isNothing,
  keyOf,
} from '../expression/index.ts';
import type { Award } from '../methods/index.ts';
import { clamp } from './bound.ts';
import { once } from './once.ts';
import { type Run, type Step, textOf, type Unscored } from './run.ts';
import type { Sheet } from './sheet.ts';

/** Where a rule writes what it did, where a ledger is kept: the steps, and the awards that were won, one per part. */
export interface Account {
  steps: Step[];
  awards: Award[];
}

/** The points, or why there are none. */
export type RuleScorer<N> = (sheet: Sheet<N>, run: Run<N>, account: Account) => N | Unscored;

/** Compiles a rule for one arithmetic. */
export function ruleScorer<N extends object>(
  rule: Rule,
  metric: Expression | undefined,
  arithmetic: Arithmetic<N>,
): RuleScorer<N> {
  const parts = rule.parts.map((part) => partScorer(part, rule.rates, arithmetic));
  const cap = evaluator(rule.cap, arithmetic);
  const metricValue = metric && evaluator(metric, arithmetic);
  const metricKey = metric && keyOf(metric);
  const isRate = metricKey !== undefined && rule.rates.has(metricKey);
  const isComputed = metric !== undefined && metric.kind !== 'name' && metric.kind !== 'number';
  const looksAtNumbers = rule.parts.some(({ decision }) =>
    decision?.facts.some((one) => one.kind === 'number'),
  );
  const zero = arithmetic.of(Exact.zero);
  const metricStep = isComputed ? stepTeller<N>(metric, isRate) : undefined;
  return (sheet, run, account) => {
    const known = metricValue?.(sheet.numbers);
    // Without the number it looks at there is nothing to score, whatever the conditions say.
    if (isNothing(known)) return known;
    if (run.label && known) metricStep?.(known, sheet, run, account);
    const seen = looksAtNumbers ? new Seen<N>() : undefined;
    if (seen && known) seen.add(metricKey!, known);
    let points = zero;
    for (const part of parts) {
      const won = part(sheet, run, account, seen);
      if (typeof won === 'string') return won;
      points = arithmetic.plus(points, won);
    }
    const most = cap(sheet.numbers);
    return isNothing(most) ? 'missing' : clamp(points, { least: zero, most }, account.steps, run);
  };
}

/** `seen` has the numbers that are already worked out, and gets those that the decision looks at. */
type PartScorer<N> = (
  sheet: Sheet<N>,
  run: Run<N>,
  account: Account,
  seen: Seen<N> | undefined,
) => N | Unscored;

function partScorer<N extends object>(
  part: Part,
  rates: Rule['rates'],
  arithmetic: Arithmetic<N>,
): PartScorer<N> {
  const decide: Decider<N> | undefined = part.decision && decider(part.decision, arithmetic);
  const looksAtWords = part.decision?.facts.some(({ kind }) => kind !== 'number') ?? false;
  const grounds = part.awards.map((_, band) => (part.decision ? groundsOf(part.decision, band, rates) : []));
  const awards: (Evaluator<N> | undefined)[] = part.awards.map(
    (award) => award.points && evaluator(award.points, arithmetic),
  );
  // What a band says of itself is the same on every form.
  const chosen = part.awards.map(({ label }, band): Step => ({ step: 'choose', band, label }));
  const told = part.awards.map(({ points }) => points && stepTeller<N>(points));
  return (sheet, run, account, seen) => {
    const words = looksAtWords ? sheet.words : noWords;
    const band = decide ? chosenBand(decide(sheet.numbers, words, seen), run) : 0;
    if (typeof band === 'string') return band;
    const award = part.awards[band]!;
    if (run.label) {
      if (seen) addCompareSteps(account.steps, grounds[band]!, seen, run);
      if (decide) account.steps.push(chosen[band]!);
      account.awards = account.awards.length === 0 ? [award] : [...account.awards, award];
    }
    const points = awards[band]?.(sheet.numbers);
    if (points === undefined) return 'withheld';
    if (isNothing(points)) return points;
    if (run.label) told[band]?.(points, sheet, run, account);
    return points;
  };
}

const noWords = (): undefined => undefined;

function chosenBand<N>(answer: Answer, run: Run<N>): number | Unscored {
  if ('decision' in answer) {
    run.unasked.push(answer);
    return 'missing';
  }
  if ('possible' in answer) return answer.certain.length === 1 ? answer.certain[0]! : 'missing';
  return answer.length === 1 ? answer[0]! : 'no-band';
}

/** Writes the step of an expression that was worked out; that of a written number is the same on every form. */
function stepTeller<N>(expression: Expression, isRate = false) {
  const fixed: Step | undefined =
    expression.kind === 'number'
      ? {
          step: 'compute',
          formula: expression.shown,
          substituted: expression.shown,
          value: expression.value.toText(),
        }
      : undefined;
  const format = formatterOf(expression);
  return (value: N, sheet: Sheet<N>, run: Run<N>, { steps }: Account): void => {
    steps.push(
      fixed ?? {
        step: 'compute',
        formula: named(expression, run),
        substituted: format(sheet.shown),
        value: measure(value, isRate),
      },
    );
  };
}

/** A rate is told as a percentage. */
const measure = (value: unknown, isRate: boolean): string =>
  isRate && value instanceof Exact ? value.toPercent() : textOf(value);

const formatterOf = once(formatter);

/** An expression in the names of its facts: the same for every form, so written once. */
const namedTexts = new WeakMap<Expression, string>();
function named<N>(expression: Expression, run: Run<N>): string {
  let text = namedTexts.get(expression);
  if (text === undefined) {
    text = formatterOf(expression)(run.label!);
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

function addCompareSteps<N>(steps: Step[], grounds: readonly Ground[], seen: Seen<N>, run: Run<N>): void {
  for (const { expression, key, operator, threshold, isRate } of grounds) {
    const number = seen.get(key);
    if (number === undefined) continue;
    const value = measure(number, isRate);
    steps.push({ step: 'compare', fact: named(expression, run), value, operator, threshold });
  }
}

function mustHold(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(mustHold);
  return 'any' in condition || 'not' in condition ? [] : [condition];
}
