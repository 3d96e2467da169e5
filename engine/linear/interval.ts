/** Intervals of numbers and what arithmetic makes of them. Wider than true is allowed, narrower never. */
import { Exact, greatest, least } from '../decimal.ts';
import type { Expression } from '../expression/index.ts';
import type { Bounds } from './facts.ts';

/** From `min` to `max`; a side left out is unbounded. */
export interface Interval {
  min?: Exact | undefined;
  max?: Exact | undefined;
  /** True where the bound itself is not reached. */
  minOpen: boolean;
  maxOpen: boolean;
}

const { zero } = Exact;
const everything: Interval = { minOpen: true, maxOpen: true };
const closed = (min: Exact | undefined, max: Exact | undefined): Interval => ({
  min,
  max,
  minOpen: min === undefined,
  maxOpen: max === undefined,
});

/** The least interval that holds both. */
export function union(a: Interval, b: Interval): Interval {
  const low = outer(a.min, a.minOpen, b.min, b.minOpen, -1);
  const high = outer(a.max, a.maxOpen, b.max, b.maxOpen, 1);
  return { min: low.at, minOpen: low.open, max: high.at, maxOpen: high.open };
}

function outer(a: Exact | undefined, aOpen: boolean, b: Exact | undefined, bOpen: boolean, sign: 1 | -1) {
  if (!a || !b) return { at: undefined, open: true };
  const order = a.compare(b) * sign;
  if (order === 0) return { at: a, open: aOpen && bOpen };
  return order > 0 ? { at: a, open: aOpen } : { at: b, open: bOpen };
}

/** True where the interval holds the number. */
export const holds = ({ min, max, minOpen, maxOpen }: Interval, value: Exact): boolean =>
  !(min && value.compare(min) < (minOpen ? 1 : 0)) && !(max && value.compare(max) > (maxOpen ? -1 : 0));

/** An interval that holds every value of the expression, worked out part by part; `known` are parts known better. */
export function intervalOf(
  node: Expression,
  bounds: Bounds,
  known: (part: Expression) => Interval | undefined = () => undefined,
): Interval {
  const better = known(node);
  if (better) return better;
  const of = (part: Expression): Interval => intervalOf(part, bounds, known);
  switch (node.kind) {
    case 'number':
      return closed(node.value, node.value);
    case 'name': {
      const { min, max } = bounds(node.name);
      return closed(min, max);
    }
    case 'negate':
      return negated(of(node.of));
    case 'call':
      return ofCall(node.function, node.arguments.map(of));
    case 'binary': {
      const [left, right] = [of(node.left), of(node.right)];
      if (node.operator === '+') return added(left, right);
      if (node.operator === '-') return added(left, negated(right));
      if (node.operator === '*') return multiplied(left, right);
      return divided(left, right);
    }
  }
}

const negated = ({ min, max, minOpen, maxOpen }: Interval): Interval => ({
  min: max?.negated(),
  max: min?.negated(),
  minOpen: maxOpen,
  maxOpen: minOpen,
});

const added = (a: Interval, b: Interval): Interval => ({
  min: a.min && b.min && a.min.plus(b.min),
  max: a.max && b.max && a.max.plus(b.max),
  minOpen: a.minOpen || b.minOpen,
  maxOpen: a.maxOpen || b.maxOpen,
});

const isAtLeastZero = ({ min }: Interval): boolean => (min?.sign() ?? -1) >= 0;
const isAtMostZero = ({ max }: Interval): boolean => (max?.sign() ?? 1) <= 0;

const isNothing = (one: Interval): boolean => isAtLeastZero(one) && isAtMostZero(one);

function multiplied(a: Interval, b: Interval): Interval {
  if (a.min && a.max && b.min && b.max) {
    const corners = [a.min, a.max].flatMap((x) => [b.min!, b.max!].map((y) => x.times(y))) as [Exact];
    return closed(least(...corners), greatest(...corners));
  }
  if (isNothing(a) || isNothing(b)) return closed(zero, zero);
  if (isAtMostZero(a)) return negated(multiplied(negated(a), b));
  if (isAtMostZero(b)) return negated(multiplied(a, negated(b)));
  if (!isAtLeastZero(a) || !isAtLeastZero(b)) return everything;
  return closed(a.min!.times(b.min!), a.max && b.max && a.max.times(b.max));
}

/** Where the divisor may be zero the quotient has no value there: what it is elsewhere counts. */
function divided(a: Interval, b: Interval): Interval {
  if (isNothing(b)) return everything;
  if (isAtMostZero(b)) return divided(negated(a), negated(b));
  if (!isAtLeastZero(b)) return everything;
  const inverse: Interval = closed(
    b.max ? Exact.one.over(b.max) : zero,
    b.min!.isZero() ? undefined : Exact.one.over(b.min!),
  );
  return multiplied(a, inverse.min ? inverse : closed(zero, inverse.max));
}

function ofCall(name: string, all: readonly Interval[]): Interval {
  const [first = everything, ...rest] = all;
  switch (name) {
    case 'abs': {
      if (isAtLeastZero(first)) return first;
      if (isAtMostZero(first)) return negated(first);
      return closed(zero, first.min && first.max && greatest(first.min.negated(), first.max));
    }
    case 'sum':
      return rest.reduce(added, first);
    case 'min':
      return negated(ofCall('max', all.map(negated)));
    case 'max': {
      const lows = all.flatMap(({ min }) => min ?? []);
      const highs = all.map(({ max }) => max);
      return closed(
        lows.length > 0 ? greatest(...(lows as [Exact])) : undefined,
        highs.includes(undefined) ? undefined : greatest(...(highs as [Exact])),
      );
    }
    case 'floor':
      return closed(first.min?.floor(), first.max?.floor());
    default:
      return closed(first.min?.ceiling(), first.max?.ceiling());
  }
}
