/** The scales on which two lines are held against each other and drawn. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { Exact } from '../../decimal.ts';
import { type Line, sampleDay, sampleTarget, sampleWeight } from '../../lines/index.ts';
import type { Curve } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import type { Axis } from './form-text.ts';

/** How a pair of lines is drawn on common scales. */
export interface Scales {
  measure: 'points' | 'share';
  axis: Axis;
  /** x becomes k·x + s, points become m times themselves. */
  k: Exact;
  s: Exact;
  m: Exact;
}

/** A row is told per point of weight and by how its actual stands to its target; a leaf as it is. */
export function scalesOf(line: Line, curve: Curve, name: Bilingual, unit: string, scale: boolean): Scales {
  const sign = line.leaf?.line === 'penalty' ? Exact.one.negated() : Exact.one;
  if (!line.row || !scale)
    return {
      measure: 'points',
      axis: { name, unit: curve.isRate ? '%' : line.kind === 'date' ? '日期' : unit },
      k: Exact.one,
      s: Exact.zero,
      m: sign,
    };
  const m = Exact.one.over(sampleWeight)!;
  if (curve.variable.kind === 'name' && curve.variable.name === 'judged.share')
    return { measure: 'share', axis: { name, unit: '%' }, k: Exact.one, s: Exact.zero, m };
  if (line.kind === 'date') {
    const axis = { name: both('完成日期晚于期限的天数', 'days after the deadline'), unit: '' };
    return { measure: 'share', axis, k: Exact.one, s: sampleDay.negated(), m };
  }
  if (line.range) {
    const axis = { name, unit: curve.isRate ? '%' : '' };
    return { measure: 'share', axis, k: Exact.one, s: Exact.zero, m };
  }
  const axis = { name: both('完成值÷目标值', 'actual ÷ target'), unit: '%' };
  return { measure: 'share', axis, k: Exact.one.over(sampleTarget)!, s: Exact.zero, m };
}
