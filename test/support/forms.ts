/** Many forms as they would stand in a queue: made without scoring, each unlike the next, the same every time. */
import type { Services } from '../../server/http/services.ts';
import type { FindingCount } from '../../server/submissions/counts.ts';
import type { People } from './people.ts';

export interface Made {
  id: string;
  unit: 'eastBureau' | 'westBureau';
  name: string;
  state: 'draft' | 'filed' | 'returned' | 'accepted';
  total: string | undefined;
  claimed: string | undefined;
  grade: string | undefined;
  counts: Record<FindingCount['severity'], number>;
  codes: string[];
  lost: boolean;
}

const states = ['draft', 'filed', 'returned', 'accepted'] as const;

/** As `x.y` from tenths. */
const tenths = (count: number): string => String(count / 10);

function planned(index: number): Omit<Made, 'id'> {
  const state = states[index % 7 < 4 ? 1 : index % 4]!;
  const isFiled = state !== 'draft';
  const total = isFiled
    ? tenths([95, 1000, 725, 600, 799, 800][index % 6]! - (index % 6 > 1 ? index % 5 : 0))
    : undefined;
  const claimed =
    isFiled && index % 9 !== 0
      ? tenths(Number(total) * 10 + ([0, 0, 25, -3, 170][index % 5] ?? 0))
      : undefined;
  const findings = isFiled ? findingsOf(index) : [];
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, count } of findings) counts[severity] += count;
  return {
    unit: index % 3 === 0 ? 'eastBureau' : 'westBureau',
    name: `项目${index}`,
    state,
    total,
    claimed,
    grade: total === undefined || index % 11 === 0 ? undefined : Number(total) >= 80 ? '优' : '中',
    counts,
    codes: findings.map(({ code }) => code),
    lost: index % 2 === 0,
  };
}

const findingsOf = (index: number): FindingCount[] =>
  (['error', 'warning', 'info'] as const)
    .flatMap((severity, at) =>
      index % (at + 3) === 0
        ? [{ code: `code-${(index + at) % 5}${at}`, severity, count: 1 + (index % 2) }]
        : [],
    )
    .concat(index % 8 === 0 ? [{ code: 'code-3', severity: 'warning', count: 1 }] : []);

/** Puts so many into the database, in the units of the tree. */
export async function makeForms(
  { store }: Services,
  { units }: Pick<People, 'units'>,
  count: number,
): Promise<Made[]> {
  return store.write(null, async ({ db, at, newId }) => {
    const made: Made[] = [];
    for (let index = 0; index < count; index++) {
      const one = planned(index);
      const id = newId();
      made.push({ id, ...one });
      await db
        .insertInto('submissions')
        .values({
          id,
          unitId: units[one.unit].id,
          taskId: null,
          rulebook: 'r',
          edition: 'e',
          year: '2000',
          subject: 'project',
          name: one.name,
          state: one.state,
          document: '{}',
          filings: one.total === undefined ? 0 : 1,
          version: 1,
          createdAt: at,
          createdBy: null,
          updatedAt: at,
          updatedBy: null,
        })
        .execute();
      if (one.total === undefined) continue;
      const findings = findingsOf(index);
      await db
        .insertInto('evaluations')
        .values({
          id: newId(),
          submissionId: id,
          filing: 1,
          rulebook: 'r',
          edition: 'e',
          rulebookHash: '',
          engineVersion: '',
          input: '{}',
          result: '{}',
          total: one.total,
          outOf: '100',
          grade: one.grade ?? null,
          claimed: one.claimed ?? null,
          findings: JSON.stringify(findings),
          lines: JSON.stringify([
            { id: 'a', name: '甲', weight: '60', points: one.lost ? '50' : '60' },
            { id: 'b', name: '乙', weight: '40', points: '40' },
          ]),
          createdAt: at,
        })
        .execute();
    }
    return made;
  });
}
