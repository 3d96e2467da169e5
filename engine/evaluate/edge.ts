/** An actual that stands on an end which its target leaves out. */
import { Exact } from '../decimal.ts';
import type { Arithmetic } from '../expression/index.ts';
import type { Reading } from '../read/index.ts';

/** Less than any distance that people write: by so much an end is missed that is left out. */
export const leastDistance = Exact.of('0.000000001');

/**
 * What the rule is given for an actual: where the target is zero or below, leaves its end out (＞0) and the actual stands
 * on it, less than anything on the wrong side of it. Above zero the formula itself says what such an actual scores.
 */
export function actualAtEdge<N>(
  { comparator }: Reading,
  target: N,
  actual: N,
  arithmetic: Arithmetic<N>,
): N | undefined {
  if (comparator !== '>' && comparator !== '<') return undefined;
  const isOnEdge =
    arithmetic.compare(target, arithmetic.of(Exact.zero)) <= 0 && arithmetic.compare(actual, target) === 0;
  if (!isOnEdge) return undefined;
  const distance = arithmetic.of(leastDistance);
  return comparator === '>' ? arithmetic.minus(actual, distance) : arithmetic.plus(actual, distance);
}
