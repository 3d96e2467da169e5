/** On a form without weights nothing is scored; which targets were missed is told all the same. */
import type { Finding } from '../../schemas/generated/types.ts';
import type { Exact } from '../decimal.ts';
import { leavesOf, percent, placeOf, reasonOf, rowAchievement, type ScoredForm } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';

type Row = NonNullable<ReturnType<typeof leavesOf<Exact>>[number]['row']>;

export const missedFindings = ({ partial, whole, form }: ScoredForm): Finding[] =>
  partial !== 'unweighted'
    ? []
    : leavesOf(whole).flatMap((line) => {
        const { row, name } = line;
        if (!row || !isMissed(row)) return [];
        const achievement = rowAchievement(line);
        const rate = achievement ? percent(achievement) : undefined;
        const told = {
          zh: rate === undefined ? '' : `（完成率 ${rate}）`,
          en: rate === undefined ? '' : ` (${rate} of it)`,
        };
        const severity = reasonOf(form.submission, line) ? 'info' : 'warning';
        const figures = { name, target: row.target.text, actual: row.actual.text, rate: told };
        return [find('target-missed', figures, placeOf(line, 'actual'), severity)];
      });

function isMissed({ kind, target, targetNumber, actualNumber }: Row): boolean {
  if (!targetNumber || !actualNumber) return false;
  const side = actualNumber.compare(targetNumber);
  const { comparator } = target;
  switch (kind) {
    case 'atLeast':
    case 'plain':
      return comparator === '>' ? side <= 0 : side < 0;
    case 'atMost':
    case 'date':
      return comparator === '<' ? side >= 0 : side > 0;
    case 'equal':
      return side !== 0;
    default:
      return false;
  }
}
