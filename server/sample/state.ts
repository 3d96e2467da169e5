/** Whether the sample data is there, and how much of it. */
import type { SampleData, SampleState } from '../../schemas/generated/types.ts';
import type { Database, Writing } from '../store/database.ts';

/** Whether any of it is there. */
export async function isLoaded(db: Database | Writing): Promise<boolean> {
  return (
    (await db.selectFrom('units').select('id').where('sample', '=', 1).limit(1).executeTakeFirst()) !==
    undefined
  );
}

/** Whether there is nothing but sample data, or nothing at all. */
export async function isAlone(db: Database | Writing): Promise<boolean> {
  return (
    (await db.selectFrom('units').select('id').where('sample', '=', 0).limit(1).executeTakeFirst()) ===
    undefined
  );
}

/** The units that are sample data; what belongs to them is, too. */
export const sampleUnits = (db: Database | Writing) =>
  db.selectFrom('units').select('units.id').where('units.sample', '=', 1);

export async function stateOf(
  db: Database | Writing,
  sample: SampleData | undefined,
  trial: boolean,
): Promise<SampleState> {
  const units = await db
    .selectFrom('units')
    .select(['id', 'name', 'kind'])
    .where('sample', '=', 1)
    .orderBy('path')
    .execute();
  const counted = async (table: 'people' | 'tasks' | 'submissions'): Promise<number> => {
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .where('unitId', 'in', sampleUnits(db))
      .executeTakeFirstOrThrow();
    return Number(count);
  };
  const loaded = units.length > 0;
  return {
    available: sample !== undefined && !loaded,
    loaded,
    trial,
    regions: units.filter(({ kind }) => kind === 'region').map(({ id, name }) => ({ id, name })),
    units: units.filter(({ kind }) => kind === 'unit').length,
    people: await counted('people'),
    tasks: await counted('tasks'),
    submissions: await counted('submissions'),
  };
}
