/** Targets that are no one positive number: how an actual stands to a range, and whose rule scores a bare zero. */
import { type DeclaredPlan, kindScored, type TargetKind } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import type { Arithmetic } from '../expression/index.ts';
import type { RangeEnd, Reading } from '../read/index.ts';
import type { RowRemark } from './against.ts';
import { leastDistance } from './edge.ts';

export interface RangeStanding<N> {
  least: N | undefined;
  most: N | undefined;
  /** Zero inside; on an end that is left out less than anything that can be written. */
  outside: N;
  /** One inside; below it actual ÷ least, above it most ÷ actual, and zero where the end is no number to divide by. */
  nearness: N;
  /** Where the actual stands in a way that its numbers do not show. */
  told: 'on-open-end' | 'no-ratio' | undefined;
}

/** The end of a range as a target of one number, to bring an actual into its unit. */
export const endAsTarget = (target: Reading): Reading => ({
  ...target,
  kind: 'number',
  number: (target.most ?? target.least)!.number,
});

/** The kind whose rule scores the target; undefined where none does but for an actual that equals it. */
export const scoredAs = (
  kind: TargetKind,
  { number }: Reading,
  { targets }: DeclaredPlan,
): TargetKind | undefined =>
  number === undefined || number.sign() > 0 ? kind : kindScored(kind, number, targets);

/** Undefined where the target is no range, or it cannot be told. */
export const rangeStanding = <N>(
  kind: TargetKind,
  target: Reading,
  actual: N | undefined,
  remarks: ReadonlySet<RowRemark>,
  arithmetic: Arithmetic<N>,
): RangeStanding<N> | undefined =>
  kind !== 'range' || (actual === undefined && !remarks.has('met-in-words'))
    ? undefined
    : standingIn(target, actual, arithmetic);

/** An actual in the unit of the range; one that is said to meet it without a number stands inside. */
function standingIn<N>(target: Reading, actual: N | undefined, arithmetic: Arithmetic<N>): RangeStanding<N> {
  const { of } = arithmetic;
  const ends = { least: endIn(target.least, of), most: endIn(target.most, of) };
  const inside = { ...ends, outside: of(Exact.zero), nearness: of(Exact.one), told: undefined };
  if (actual === undefined) return inside;
  for (const side of ['least', 'most'] as const) {
    const end = ends[side];
    if (end === undefined) continue;
    const order = arithmetic.compare(actual, end) * (side === 'least' ? 1 : -1);
    if (order < 0) return { ...ends, ...beyond(side, end, actual, arithmetic) };
    if (order === 0 && target[side]!.open)
      return {
        ...ends,
        outside: of(leastDistance),
        nearness: of(Exact.one.minus(leastDistance)),
        told: 'on-open-end',
      };
  }
  return inside;
}

const endIn = <N>(end: RangeEnd | undefined, of: (number: Exact) => N): N | undefined =>
  end && of(end.number);

function beyond<N>(
  side: 'least' | 'most',
  end: N,
  actual: N,
  arithmetic: Arithmetic<N>,
): Pick<RangeStanding<N>, 'outside' | 'nearness' | 'told'> {
  const zero = arithmetic.of(Exact.zero);
  const outside = side === 'least' ? arithmetic.minus(end, actual) : arithmetic.minus(actual, end);
  const isPositive = arithmetic.compare(end, zero) > 0;
  const ratio = side === 'least' ? arithmetic.over(actual, end) : arithmetic.over(end, actual);
  if (!isPositive || ratio === undefined) return { outside, nearness: zero, told: 'no-ratio' };
  const nearness = arithmetic.compare(ratio, zero) < 0 ? zero : ratio;
  return { outside, nearness, told: undefined };
}
