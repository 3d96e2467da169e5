/** A goal that is of another year than its form. */
import type { Finding } from '../../../schemas/generated/types.ts';
import type { ScoredForm } from '../../evaluate/index.ts';
import { find } from '../../findings/index.ts';
import type { Passage } from './passages.ts';

const beginsWithYear =
  /^\s*(?:[一二三四五六七八九十\d]{1,2}[.、．])?(?:目标[一二三四五六七八九十\d]{0,2}[：:])?\s*((?:19|20)\d{2})年/u;
const years = /(?:19|20)\d{2}/gu;

/** Told where a goal begins with another year, and no goal names that of the form. */
export function yearFindings(passages: readonly Passage[], scored: ScoredForm): Finding[] {
  const { year } = scored.form.submission;
  if (!year) return [];
  const goals = passages.filter(({ place }) => place.cell === 'goal');
  const named = goals.flatMap(({ text }) => [...text.matchAll(years)].map(([one]) => one));
  if (named.includes(year)) return [];
  const other = goals.map(({ text }) => beginsWithYear.exec(text)?.[1]).find((one) => one !== undefined);
  if (other === undefined || named.some((one) => one !== other)) return [];
  const what = { zh: '年度总体目标', en: 'the goal' };
  return [find('year-mismatch', { year, other, what }, { cell: 'goal' }, 'warning')];
}
