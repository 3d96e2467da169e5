/** An actual that stands on an end which its target leaves out, and a target of zero that does not say which way is better. */
import type { TargetKind, Targets } from '../compile/index.ts';
import { constantOf } from '../conditions/index.ts';
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

/** The kind a row is scored as, or that its rule would take more for better where the target does not say so. */
export interface Meant {
  kind: TargetKind;
  isUndirected: boolean;
}

/**
 * A bare target of zero (0起) means none at all: where the rule of its kind takes more for better, it is scored as a
 * target of at most zero. A bare target below zero says nothing of which way is better.
 */
export function kindMeant(
  kind: TargetKind,
  targets: Targets,
  target: Reading,
  actual: Exact | undefined,
): Meant {
  const own = { kind, isUndirected: false };
  const { number } = target;
  if ((kind !== 'plain' && kind !== 'equal') || !number || number.sign() > 0) return own;
  const rule = targets[kind]?.rule;
  if (rule?.course !== 'rising' || rule.judged || givesNothingAtZero(rule)) return own;
  const isMet = actual?.equals(number) ?? false;
  if (number.sign() < 0) return { kind, isUndirected: kind === 'plain' && actual !== undefined && !isMet };
  if (targets.atMost?.rule.course === 'falling') return { kind: 'atMost', isUndirected: false };
  return { kind, isUndirected: actual !== undefined && !isMet };
}

/** True where the rulebook itself says that a target of zero scores nothing. */
const givesNothingAtZero = ({ parts }: NonNullable<Targets['plain']>['rule']): boolean => {
  const award = parts.flatMap(({ awards }) => awards).find(({ zeroDivision }) => zeroDivision);
  return award?.points !== undefined && constantOf(award.points)?.isZero() === true;
};
