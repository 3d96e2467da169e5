/** The claimed grade. */
import type { Finding } from '../../schemas/generated/types.ts';
import { gradeOf, type ScoredForm } from '../evaluate/index.ts';
import { decimals } from '../expression/index.ts';
import { find } from '../findings/index.ts';

const place = { cell: 'total' as const };

/** True where nothing is declared under a group: the form says nothing of it. */
export const lacksRows = ({ findings }: ScoredForm): boolean =>
  findings.some(({ code }) => code === 'rows-missing');

/** Of a form that tells no more than its total, the grade of that total; undefined where one cannot be told. */
function gradeOfClaim(scored: ScoredForm): string | undefined {
  const { plan, whole, limits, weightsSound } = scored;
  const { claimed } = whole;
  if (!claimed || claimed.compare(plan.total) > 0 || limits.undecided.length > 0) return undefined;
  if (!weightsSound && !lacksRows(scored) && scored.partial !== 'unweighted') return undefined;
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
