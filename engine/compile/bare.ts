/** Targets of zero or below that do not say which way is better: 0起, -3%. */
import { constantOf } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
import type { Rule, TargetKind, Targets } from './plan.ts';

/**
 * The kind that a target is scored as. A bare target of zero (0起, ＝0起) means none at all: where the rule of its kind takes
 * more for better, it is scored as a target of at most zero. Undefined where no rule says what such a target scores but to
 * an actual that equals it.
 */
export function kindScored(kind: TargetKind, target: Exact, targets: Targets): TargetKind | undefined {
  if ((kind !== 'plain' && kind !== 'equal') || target.sign() > 0) return kind;
  const rule = targets[kind]?.rule;
  if (rule?.course !== 'rising' || rule.judged) return kind;
  if (target.sign() < 0) return kind === 'plain' ? undefined : kind;
  if (scoresNothingAtZero(rule)) return kind;
  return targets.atMost?.rule.course === 'falling' ? 'atMost' : undefined;
}

/** True where the rulebook itself says that a target of zero scores nothing. */
const scoresNothingAtZero = ({ parts }: Rule): boolean => {
  const award = parts.flatMap(({ awards }) => awards).find(({ zeroDivision }) => zeroDivision);
  return award?.points !== undefined && constantOf(award.points)?.isZero() === true;
};
