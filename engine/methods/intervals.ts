/** Bounds written as at, from, above, upTo, below → conditions; and bounds that earlier bands leave open. */
import type { Interval } from '../../schemas/generated/types.ts';
import { type Condition, constantOf, type DecisionBuilder, type Operator } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
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
  const taken = new Taken();
  return intervals.map((interval, index) => {
    checkEdges(interval, intervals.slice(0, index), context, key(index));
    const own = boundConditions(interval, fact, decision, context, key(index));
    const earlier = isClosed(interval) ? [] : taken.conditions();
    const all = [...own, ...(earlier.length > 0 ? [{ not: { any: earlier } }] : [])];
    // A single band without bounds takes everything: either side of a threshold it does not depend on.
    const condition: Condition = all.length > 0 ? { all } : anything(fact, decision, context, key(index));
    if (index < intervals.length - 1)
      taken.add(
        interval,
        own.length > 0 ? { all: own } : anything(fact, decision, context, key(index)),
        context,
      );
    return condition;
  });
}

/** An edge that two bands include is taken by the earlier one; that is said, for it may be meant otherwise. */
function checkEdges(
  interval: Interval,
  earlier: readonly Interval[],
  context: MethodContext,
  key: string,
): void {
  if (isClosed(interval)) return;
  for (const [own, other] of [['from', 'upTo'] as const, ['upTo', 'from'] as const]) {
    const edge = edgeOf(interval[own], context);
    const both = edge && earlier.find((one) => edgeOf(one[other], context)?.equals(edge));
    if (both)
      context.report(
        'edge-in-both',
        { name: context.name, edge: interval[own]!, instead: own === 'from' ? 'above' : 'below' },
        `${key}/${own}`,
      );
  }
}

const edgeOf = (written: string | undefined, context: MethodContext): Exact | undefined =>
  written === undefined ? undefined : constantOf(context.expression(written, ''));

/** What the bands so far take. Of bands open to one side only the widest is kept: it takes all the others took. */
class Taken {
  private readonly others: Condition[] = [];
  private readonly widest = new Map<'up' | 'down', { reach: Exact; condition: Condition }>();

  add(interval: Interval, condition: Condition, context: MethodContext): void {
    const upper = interval.upTo ?? interval.below;
    const lower = interval.from ?? interval.above;
    const written = isClosed(interval) ? undefined : (upper ?? lower);
    const bound = written === undefined ? undefined : constantOf(context.expression(written, ''));
    if (!bound) {
      this.others.push(condition);
      return;
    }
    const side = upper === undefined ? 'up' : 'down';
    const reach = side === 'up' ? bound.negated() : bound;
    const known = this.widest.get(side);
    const inclusive = interval.upTo !== undefined || interval.from !== undefined;
    const wider = !known || reach.compare(known.reach) > 0 || (reach.equals(known.reach) && inclusive);
    if (wider) this.widest.set(side, { reach, condition });
  }

  conditions(): Condition[] {
    return [...this.others, ...[...this.widest.values()].map((one) => one.condition)];
  }
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
