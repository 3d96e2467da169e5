/** Bounds written as at, from, above, upTo, below → conditions; and bounds that earlier bands leave open. */
import type { Interval } from '../../schemas/generated/types.ts';
import type { Condition, DecisionBuilder, Operator } from '../conditions/index.ts';
import type { Expression } from '../expression/index.ts';
import type { Label, MethodContext } from './method.ts';

type Bound = keyof Interval & ('at' | 'from' | 'above' | 'upTo' | 'below');

const operators: Record<Bound, Operator> = {
  at: 'equal',
  from: 'greaterThanInclusive',
  above: 'greaterThan',
  upTo: 'lessThanInclusive',
  below: 'lessThan',
};
const bounds = Object.keys(operators) as Bound[];
const signs: Record<Bound, string> = { at: '= ', from: '≥ ', above: '> ', upTo: '≤ ', below: '< ' };

/** The conditions of the bounds that are written, none where the interval is open on both sides. */
export const boundConditions = (
  interval: Interval,
  fact: Expression,
  decision: DecisionBuilder,
  context: MethodContext,
  key: string,
): Condition[] =>
  bounds.flatMap((bound) => {
    const written = interval[bound];
    if (written === undefined) return [];
    return [
      context.compare(
        decision,
        fact,
        operators[bound],
        context.expression(written, `${key}/${bound}`),
        `${key}/${bound}`,
      ),
    ];
  });

const isClosed = (interval: Interval): boolean =>
  interval.at !== undefined ||
  ((interval.from ?? interval.above) !== undefined && (interval.upTo ?? interval.below) !== undefined);

/**
 * The conditions of bands read from the top down. A band bounded on one side only takes what the earlier bands
 * leave on the other; a band bounded on both sides means exactly what it says, so that overlaps show.
 */
export function bandConditions(
  intervals: readonly Interval[],
  fact: Expression,
  decision: DecisionBuilder,
  context: MethodContext,
  key: (index: number) => string,
): Condition[] {
  const taken: Condition[] = [];
  return intervals.map((interval, index) => {
    const own = boundConditions(interval, fact, decision, context, key(index));
    const left: Condition[] = isClosed(interval) || index === 0 ? [] : [{ not: { any: [...taken] } }];
    const all = [...own, ...left];
    // A single band without bounds takes everything: either side of a threshold it does not depend on.
    const condition: Condition = all.length > 0 ? { all } : anything(fact, decision, context, key(index));
    // Together the bands so far take what their own bounds take; nesting their conditions would double each time.
    if (own.length > 0) taken.push({ all: own });
    else if (index < intervals.length - 1) taken.push(anything(fact, decision, context, key(index)));
    return condition;
  });
}

/** A condition that holds for every number. */
function anything(
  fact: Expression,
  decision: DecisionBuilder,
  context: MethodContext,
  key: string,
): Condition {
  const zero = context.expression('0', key);
  return {
    any: [decision.compare(fact, 'lessThan', zero), decision.compare(fact, 'greaterThanInclusive', zero)],
  };
}

/** How a band is told to a reader: its name, or its bounds. */
export function intervalLabel(interval: Interval & { name?: string }): Label {
  const text = bounds
    .flatMap((bound) => (interval[bound] === undefined ? [] : [signs[bound] + interval[bound]]))
    .join('，');
  const { name } = interval;
  if (name !== undefined)
    return { zh: text ? `${name}（${text}）` : name, en: text ? `${name} (${text})` : name };
  return text ? { zh: text, en: text.replace('，', ', ') } : { zh: '其余', en: 'otherwise' };
}
