/** Which reviewer has a form in hand. */
import { findPerson } from '../people/person.ts';
import { type Asking, mayDo } from '../people/rights.ts';
import { pathsEnd } from '../people/units.ts';
import { Refused } from '../refusal.ts';
import type { Database, Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import type { StoredSubmission } from './record.ts';

/** Refuses somebody who may not review forms of that unit. */
export async function checkAssignee(
  db: Writing,
  assigneeId: string | undefined,
  { unitPath }: Pick<StoredSubmission, 'unitPath'>,
): Promise<void> {
  if (assigneeId === undefined) return;
  const person = await findPerson(db, assigneeId);
  if (person?.active && mayDo(person, 'review-forms', { unitPath })) return;
  throw new Refused('not-allowed', {
    detail: {
      zh: '这个人不在，或不能审这个单位的表。',
      en: 'that person is not there, or may not review forms of this unit.',
    },
  });
}

/** The form itself is not touched, and its version stays: whoever fills it in or reviews it is not disturbed. */
export async function assign(
  { db, log }: Write,
  before: StoredSubmission,
  assigneeId: string | null,
): Promise<void> {
  await db.updateTable('submissions').set({ assigneeId }).where('id', '=', before.id).execute();
  log({
    action: 'submission.assigned',
    kind: 'submission',
    id: before.id,
    before: { assigneeId: before.assigneeId },
    after: { assigneeId },
  });
}

export interface Reviewer {
  id: string;
  name: string;
  unit: { id: string; name: string };
  assigned: number;
}

/** Reviewers at the person's node, below it and above it, with how many forms each has in hand. */
export async function reviewersAround(db: Database, { unitPath }: Asking): Promise<Reviewer[]> {
  const above = unitPath.split('/').filter(Boolean);
  const rows = await db
    .selectFrom('people')
    .innerJoin('units', 'units.id', 'people.unitId')
    .select(['people.id', 'people.displayName', 'units.id as unitId', 'units.name as unitName', 'units.path'])
    .where('people.role', '=', 'reviewer')
    .where('people.active', '=', 1)
    .where(({ or, and, eb }) =>
      or([
        and([eb('units.path', '>=', unitPath), eb('units.path', '<', pathsEnd(unitPath))]),
        eb('units.id', 'in', above),
      ]),
    )
    .orderBy('units.path')
    .orderBy('people.id')
    .execute();
  const counts = await db
    .selectFrom('submissions')
    .select(({ fn }) => ['assigneeId', fn.countAll().as('count')])
    .where('state', '=', 'filed')
    .where('assigneeId', 'is not', null)
    .groupBy('assigneeId')
    .execute();
  const assigned = new Map(counts.map(({ assigneeId, count }) => [assigneeId, Number(count)]));
  return rows.map(({ id, displayName, unitId, unitName }) => ({
    id,
    name: displayName,
    unit: { id: unitId, name: unitName },
    assigned: assigned.get(id) ?? 0,
  }));
}
