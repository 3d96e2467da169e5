/** Forms that are not whole: an excerpt, and one that prints no weights. What they leave out is no mistake. */
import type { Bilingual, Finding, Submission } from '../../schemas/generated/types.ts';
import { find } from '../findings/index.ts';
import { leavesOf, type ScoredNode } from './node.ts';

export type Partial = 'excerpt' | 'unweighted';

/** Why a form cannot have a score of its own; undefined of a whole form. */
export function partialOf({ excerpt }: Submission, whole: ScoredNode<unknown>): Partial | undefined {
  if (excerpt) return 'excerpt';
  const rows = leavesOf(whole).filter(({ row, status }) => row !== undefined && status !== 'excluded');
  const isUnweighted = rows.length > 0 && rows.every(({ unscored }) => unscored === 'no-weight');
  return isUnweighted ? 'unweighted' : undefined;
}

/** What a whole form is told and a part of one is not. */
const ofWholeForms: ReadonlySet<string> = new Set([
  'weight-sum',
  'weight-missing',
  'weight-moved',
  'rows-missing',
]);

/** The findings of a form, without those that only a whole form could be blamed for, and with why. */
export function ofPartial(
  findings: readonly Finding[],
  partial: Partial | undefined,
  whole: ScoredNode<unknown>,
): Finding[] {
  if (!partial) return [...findings];
  const isRow = new Set(leavesOf(whole).flatMap(({ id, row }) => (row ? [id] : [])));
  const kept = findings.filter(({ code, place }) => {
    if (code === 'data-missing') return partial !== 'excerpt' || isRow.has(place?.indicator ?? '');
    return !ofWholeForms.has(code) && code !== 'check-undecided';
  });
  return [...kept, find(partial === 'excerpt' ? 'form-excerpt' : 'weights-not-printed', {})];
}

/** Why such a form is given no grade. */
export const whyNoGrade: Record<Partial, Bilingual> = {
  excerpt: { zh: '节选的表不评定等次', en: 'an excerpt of a form is given no grade' },
  unweighted: {
    zh: '表上未印分值，不计算总分，不评定等次',
    en: 'the form prints no weights, so there is no total and no grade',
  },
};
