/** Which totals get another grade. */
import type { GradeChange } from '../../../schemas/generated/types.ts';
import type { LimitPlan, ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { same } from '../edition.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { whereText } from './form-text.ts';

const total = { name: both('总分', 'the total'), unit: '' };
const none = both('不划等次', 'no grade');

/** The grade of a total; undefined where none is given. */
type Grade = string | undefined;

export function gradeChanges(before: ScoringPlan, after: ScoringPlan): GradeChange[] {
  const starts = [...startsOf(before), ...startsOf(after)].sort((a, b) => a.compare(b));
  const cuts = starts.filter((one, index) => index === 0 || !one.equals(starts[index - 1]!));
  const changes: { low: Exact; high: Exact | undefined; was: Grade; is: Grade }[] = [];
  for (const [index, low] of cuts.entries()) {
    const [was, is] = [gradeAt(before, low), gradeAt(after, low)];
    if (was === is) continue;
    const high = cuts[index + 1];
    const last = changes.at(-1);
    if (last?.high?.equals(low) && last.was === was && last.is === is) last.high = high;
    else changes.push({ low, high, was, is });
  }
  return changes.map(({ low, high, was, is }) => ({
    from: low.toText(),
    fromIncluded: true,
    ...(high ? { to: high.toText() } : {}),
    toIncluded: false,
    where: whereText(total, { from: low, fromIncluded: true, to: high, toIncluded: false }, Exact.zero),
    before: was === undefined ? none : same(was),
    after: is === undefined ? none : same(is),
    ...(was === undefined
      ? { ungraded: 'before' as const }
      : is === undefined
        ? { ungraded: 'after' as const }
        : {}),
  }));
}

const startsOf = ({ rulebook: { grades } }: ScoringPlan): Exact[] =>
  grades ? grades.map(({ from }) => Exact.of(from)) : [Exact.zero];

function gradeAt({ rulebook: { grades } }: ScoringPlan, points: Exact): Grade {
  return (
    grades?.find(({ from }) => points.compare(Exact.of(from)) >= 0)?.name ??
    (grades ? grades.at(-1)?.name : undefined)
  );
}

/** A limit on the grade that is another, or that looks at scores which moved: the same total may get another grade. */
export function limitedGrades(
  limits: readonly { was: LimitPlan | undefined; is: LimitPlan | undefined }[],
): GradeChange[] {
  return limits.map(({ was, is }) => {
    const { id, name } = (is ?? was)!;
    const told = (limit: LimitPlan | undefined) =>
      limit?.grade === undefined
        ? both('不限', 'any')
        : both(`至多「${limit.grade}」`, `at most "${limit.grade}"`);
    return {
      fromIncluded: false,
      toIncluded: false,
      limit: id,
      where: both(`「${name}」成立`, `"${name}" holds`),
      before: told(was),
      after: told(is),
    };
  });
}
