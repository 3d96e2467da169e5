/** What the running texts of a form say in figures: against its cells, and against themselves. */
import type { Finding } from '../../../schemas/generated/types.ts';
import type { ScoredForm } from '../../evaluate/index.ts';
import { mismatchesIn } from './against.ts';
import { gradeFindings } from './grades.ts';
import { promptFindings } from './prompts.ts';
import { rateFindings } from './rates.ts';
import { sumFindings } from './sums.ts';
import { yearFindings } from './years.ts';

export function textFindings(scored: ScoredForm): Finding[] {
  const mismatches = mismatchesIn(scored);
  return [
    ...mismatches.map(({ finding }) => finding),
    ...rateFindings(scored, mismatches),
    ...sumFindings(scored),
    ...gradeFindings(scored),
    ...yearFindings(scored),
    ...promptFindings(scored),
  ];
}
