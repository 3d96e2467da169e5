/**
 * Takes the sample data away, whole, in one write. What was done with it stays in the log; its rows go, and the tables
 * whose rows are otherwise only added let go of these alone: they ask whether the unit came with the sample.
 */
import type { Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import { isLoaded, sampleUnits } from './state.ts';

/** Why it cannot go: nobody would be left to let people in, or something outside of it rests on one of its editions. */
export type Held = 'not-loaded' | 'no-administrator' | 'edition-in-use';

export async function whyHeld(db: Writing): Promise<Held | undefined> {
  if (!(await isLoaded(db))) return 'not-loaded';
  const administrator = await db
    .selectFrom('people')
    .innerJoin('units', 'units.id', 'people.unitId')
    .select('people.id')
    .where('people.role', '=', 'administrator')
    .where('people.active', '=', 1)
    .where('units.sample', '=', 0)
    .limit(1)
    .executeTakeFirst();
  if (!administrator) return 'no-administrator';
  for (const table of ['submissions', 'tasks'] as const) {
    const outside = await db
      .selectFrom(table)
      .innerJoin('units', 'units.id', `${table}.unitId`)
      .innerJoin('editions', (join) =>
        join
          .onRef('editions.rulebook', '=', `${table}.rulebook`)
          .onRef('editions.edition', '=', `${table}.edition`),
      )
      .select(`${table}.id`)
      .where('units.sample', '=', 0)
      .where('editions.unitId', 'in', sampleUnits(db))
      .limit(1)
      .executeTakeFirst();
    if (outside) return 'edition-in-use';
  }
  return undefined;
}

/** Removes it; that nothing holds it was checked. Answers how many rows went, table by table. */
export async function removeSample({ db, log }: Write): Promise<Record<string, number>> {
  const units = sampleUnits(db);
  const people = db.selectFrom('people').select('people.id').where('people.unitId', 'in', units);
  const submissions = db
    .selectFrom('submissions')
    .select('submissions.id')
    .where('submissions.unitId', 'in', units);
  const tasks = db.selectFrom('tasks').select('tasks.id').where('tasks.unitId', 'in', units);
  const drafts = db.selectFrom('drafts').select('drafts.id').where('drafts.unitId', 'in', units);
  const counts: Record<string, number> = {};
  const note = (table: string, { numDeletedRows }: { numDeletedRows: bigint }) => {
    counts[table] = (counts[table] ?? 0) + Number(numDeletedRows);
  };
  for (const table of ['sessions', 'apiTokens', 'idempotencyKeys', 'jobs'] as const)
    note(table, await db.deleteFrom(table).where('personId', 'in', people).executeTakeFirstOrThrow());
  for (const table of ['reviews', 'filings', 'evaluations'] as const)
    note(
      table,
      await db.deleteFrom(table).where('submissionId', 'in', submissions).executeTakeFirstOrThrow(),
    );
  note(
    'submissions',
    await db.deleteFrom('submissions').where('unitId', 'in', units).executeTakeFirstOrThrow(),
  );
  for (const table of ['excuses', 'taskUnits'] as const)
    note(table, await db.deleteFrom(table).where('taskId', 'in', tasks).executeTakeFirstOrThrow());
  note('tasks', await db.deleteFrom('tasks').where('unitId', 'in', units).executeTakeFirstOrThrow());
  for (const table of ['draftFiles', 'draftVersions'] as const)
    note(table, await db.deleteFrom(table).where('draftId', 'in', drafts).executeTakeFirstOrThrow());
  note('drafts', await db.deleteFrom('drafts').where('unitId', 'in', units).executeTakeFirstOrThrow());
  await removeEditions(db, note);
  note('people', await db.deleteFrom('people').where('unitId', 'in', units).executeTakeFirstOrThrow());
  note('units', await db.deleteFrom('units').where('sample', '=', 1).executeTakeFirstOrThrow());
  log({ action: 'sample.removed', kind: 'sample', id: 'sample', before: counts });
  return counts;
}

/** What was published from the sample's regions, its cases first. */
async function removeEditions(
  db: Writing,
  note: (table: string, result: { numDeletedRows: bigint }) => void,
): Promise<void> {
  const editions = await db
    .selectFrom('editions')
    .select(['rulebook', 'edition'])
    .where('unitId', 'in', sampleUnits(db))
    .execute();
  for (const { rulebook, edition } of editions)
    for (const table of ['editionCases', 'editions'] as const)
      note(
        table,
        await db
          .deleteFrom(table)
          .where('rulebook', '=', rulebook)
          .where('edition', '=', edition)
          .executeTakeFirstOrThrow(),
      );
}
