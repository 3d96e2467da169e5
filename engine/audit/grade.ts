/** The claimed grade. */
import type { Finding } from '../../schemas/generated/types.ts';
import { gradeOf, leavesOf, type ScoredForm } from '../evaluate/index.ts';
import { decimals } from '../expression/index.ts';
import { find } from '../findings/index.ts';
import type { Line } from './claimed.ts';

const place = { cell: 'total' as const };

/** A group of declared indicators under which none was declared: the form says nothing of it. */
export const lacksRows = (whole: Line): boolean =>
  leavesOf(whole).some(
    ({ plan, row, status, weight }) =>
      plan?.kind === 'declared' &&
      !row &&
      weight.sign() > 0 &&
      status !== 'excluded' &&
      status !== 'not-applicable',
  );

/** Of a form that tells no more than its total, the grade of that total; undefined where one cannot be told. */
function gradeOfClaim({ plan, whole, limits, weightsSound }: ScoredForm): string | undefined {
  const { claimed } = whole;
  if (!claimed || claimed.compare(plan.total) > 0 || limits.undecided.length > 0) return undefined;
  if (!weightsSound && !lacksRows(whole)) return undefined;
  return gradeOf(plan, claimed, limits.applied, { arithmetic: decimals, unasked: [], label: undefined });
}

/** The claimed grade against that of the total. */
export function gradeFindings(scored: ScoredForm): Finding[] {
  const { form, whole, findings } = scored;
  const claimed = form.submission.claimed?.grade;
  const grade = scored.grade ?? gradeOfClaim(scored);
  if (claimed === undefined || grade === undefined || claimed === grade) return [];
  const names = findings.flatMap(({ code, figures }) =>
    code === 'limit-applied' ? (figures?.name ?? []) : [],
  );
  const limits =
    names.length > 0
      ? { zh: `（适用「${names.join('」「')}」）`, en: ` (under "${names.join('", "')}")` }
      : { zh: ' ', en: '' };
  const total = (scored.grade === undefined ? whole.claimed! : whole.points).toText();
  return [find('grade-mismatch', { claimed, computed: grade, total, limits }, place)];
}
