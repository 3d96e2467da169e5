/** Which totals get another grade. */
import type { Bilingual, GradeChange } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { same } from '../edition.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { whereText } from './form-text.ts';

const total = { name: both('总分', 'the total'), unit: '' };
const none = both('不划等次', 'no grade');

export function gradeChanges(before: ScoringPlan, after: ScoringPlan): GradeChange[] {
  const starts = [...startsOf(before), ...startsOf(after)].sort((a, b) => a.compare(b));
  const cuts = starts.filter((one, index) => index === 0 || !one.equals(starts[index - 1]!));
  const top = before.total.compare(after.total) > 0 ? before.total : after.total;
  const changes: (GradeChange & { low: Exact; high: Exact })[] = [];
  for (const [index, from] of cuts.entries()) {
    const next = cuts[index + 1];
    if (from.compare(top) > 0) break;
    const [was, is] = [gradeAt(before, from), gradeAt(after, from)];
    if (was.zh === is.zh) continue;
    const to = next ?? top;
    const last = changes.at(-1);
    if (last?.high.equals(from) && last.before.zh === was.zh && last.after.zh === is.zh) {
      last.high = to;
      last.to = to.toText();
      last.toIncluded = next === undefined;
    } else
      changes.push({
        low: from,
        high: to,
        from: from.toText(),
        fromIncluded: true,
        to: to.toText(),
        toIncluded: next === undefined,
        where: both('', ''),
        before: was,
        after: is,
      });
  }
  return changes.map(({ low, high, ...change }) => ({
    ...change,
    where: whereText(
      total,
      { from: low, fromIncluded: true, to: change.toIncluded ? undefined : high, toIncluded: false },
      Exact.zero,
    ),
  }));
}

const startsOf = ({ rulebook: { grades } }: ScoringPlan): Exact[] =>
  grades ? grades.map(({ from }) => Exact.of(from)) : [Exact.zero];

function gradeAt({ rulebook: { grades } }: ScoringPlan, points: Exact): Bilingual {
  if (!grades) return none;
  const grade = grades.find(({ from }) => points.compare(Exact.of(from)) >= 0);
  return grade ? same(grade.name) : none;
}
