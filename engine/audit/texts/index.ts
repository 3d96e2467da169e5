/** What the running texts of a form say in figures: against its cells, and against themselves. */
import type { Finding } from '../../../schemas/generated/types.ts';
import type { ScoredForm } from '../../evaluate/index.ts';
import { mismatchesIn } from './against.ts';
import { gradeFindings } from './grades.ts';
import { passagesOf } from './passages.ts';
import { promptFindings } from './prompts.ts';
import { rateFindings } from './rates.ts';
import { sumFindings } from './sums.ts';
import { yearFindings } from './years.ts';

export function textFindings(scored: ScoredForm): Finding[] {
  const passages = passagesOf(scored);
  const mismatches = mismatchesIn(passages, scored);
  return [
    ...mismatches.map(({ finding }) => finding),
    ...rateFindings(passages, mismatches),
    ...sumFindings(passages, scored),
    ...gradeFindings(passages, scored),
    ...yearFindings(passages, scored),
    ...promptFindings(passages),
  ];
}
