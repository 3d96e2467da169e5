/** How much a line lost, and why. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import type { Exact } from '../decimal.ts';
import type { ScoredNode } from './node.ts';

/**
 * Weight less points. A bonus or penalty has no weight in the whole: what it gives is a loss less, what it takes one
 * more; so it is with what leaves its weight to others.
 */
export function lostOf({ weight, points, plan, rescaled }: ScoredNode<Exact>): Exact {
  return plan?.line || rescaled ? points.negated() : weight.minus(points);
}

const reasons: Record<NonNullable<ScoredNode<Exact>['unscored']>, Bilingual> = {
  missing: { zh: '缺数据', en: 'data missing' },
  'zero-division': { zh: '公式除数为零', en: 'the formula divides by zero' },
  'no-band': { zh: '没有一档适用', en: 'no band applies' },
  withheld: { zh: '规则没有写此情形怎样计分', en: 'the rulebook does not say how this is scored' },
  'tier-unknown': { zh: '没有所写的档次', en: 'no such tier' },
  'tier-contradicted': { zh: '档次与评分不符', en: 'the tier and the score contradict each other' },
  'share-contradicted': { zh: '比例与得分不符', en: 'the share and the points contradict each other' },
  incomparable: { zh: '年度指标值与实际完成值无法比较', en: 'the target and the actual cannot be compared' },
  'no-weight': { zh: '没有分值', en: 'no weight' },
};

/** Why a line lost its points. */
export function because(node: ScoredNode<Exact>): Bilingual {
  if (node.basis === 'claimed') return { zh: '采信自评得分', en: 'as claimed' };
  if (node.status === 'not-applicable') return { zh: '不适用，按 0 分计', en: 'not applicable: no points' };
  if (node.unscored) return reasons[node.unscored];
  const { awards } = node;
  if (awards.length === 1) return awards[0]!.label;
  let zh = '';
  let en = '';
  for (const { label } of awards) {
    zh += zh === '' ? label.zh : `；${label.zh}`;
    en += en === '' ? label.en : `; ${label.en}`;
  }
  return { zh, en };
}
