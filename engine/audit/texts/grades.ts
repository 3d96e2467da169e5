/** The grade that a report gives the form, against the one the form claims. */
import type { Finding } from '../../../schemas/generated/types.ts';
import type { ScoredForm } from '../../evaluate/index.ts';
import { find } from '../../findings/index.ts';
import type { Passage } from './passages.ts';

const givesGrade =
  /(?:自评|评价|绩效|评定|综合|最终)[^，。；\n]{0,8}?(?:等级|等次|结果|结论)(?:评定)?(?:为|是|：|:)\s*[“"「『]?([\p{Script=Han}]{1,4})(?=[”"」』。，；,;等级\s]|$)/gu;

export function gradeFindings(passages: readonly Passage[], scored: ScoredForm): Finding[] {
  const names = scored.plan.grades?.names ?? [];
  const claimed = scored.form.submission.claimed?.grade ?? scored.grade;
  if (claimed === undefined || !names.includes(claimed)) return [];
  return passages
    .filter(({ place, isOfYear }) => place.cell === 'report' && isOfYear)
    .flatMap(({ text, where, place }) => {
      const told = [...text.matchAll(givesGrade)].filter(
        ([, grade]) => grade !== undefined && names.includes(grade),
      );
      // A report that gives several grades speaks of several things.
      if (new Set(told.map(([, grade]) => grade)).size !== 1 || told[0]![1] === claimed) return [];
      const against = { zh: `表内自评等次为「${claimed}」`, en: `the grade of the form is "${claimed}"` };
      return [find('figure-mismatch', { where, text: told[0]![0].trim(), against }, place)];
    });
}
