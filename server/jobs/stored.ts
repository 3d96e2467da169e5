/** Jobs as stored: they outlive the process, their results too. */
import type { Bilingual } from '../../engine/index.ts';
import type { Job } from '../../schemas/generated/types.ts';
import type { Database, Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import type { JobRow } from '../store/tables.ts';

export type StoredJob = Omit<JobRow, 'result' | 'forms'>;

const shownColumns = [
  ...(['id', 'personId', 'kind', 'about', 'state', 'progressDone', 'progressOf', 'message'] as const),
  ...(['createdAt', 'startedAt', 'finishedAt'] as const),
];

const underWay = ['queued', 'running'] as const;

export const isUnderWay = ({ state }: Pick<JobRow, 'state'>): boolean =>
  (underWay as readonly string[]).includes(state);

export const findJob = (db: Database | Writing, id: string): Promise<StoredJob | undefined> =>
  db.selectFrom('jobs').select(shownColumns).where('id', '=', id).executeTakeFirst();

/** One page of the jobs of a person, the newest first. */
export const listJobs = (
  db: Database,
  personId: string,
  after: string | undefined,
  limit: number,
  kind?: JobRow['kind'],
): Promise<StoredJob[]> => {
  let all = db
    .selectFrom('jobs')
    .select(shownColumns)
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (kind !== undefined) all = all.where('kind', '=', kind);
  return (after === undefined ? all : all.where('id', '<', after)).execute();
};

export async function resultOf(db: Database, id: string): Promise<string | null> {
  const row = await db.selectFrom('jobs').select('result').where('id', '=', id).executeTakeFirst();
  return row?.result ?? null;
}

/** What becomes of each form, as a JSON list; null where it is no impact, or none yet. */
export async function formsOf(db: Database, id: string): Promise<string | null> {
  const row = await db.selectFrom('jobs').select('forms').where('id', '=', id).executeTakeFirst();
  return row?.forms ?? null;
}

/** How many jobs of a person wait or run. */
export async function countUnderWay(db: Writing, personId: string): Promise<number> {
  const rows = await db
    .selectFrom('jobs')
    .select('id')
    .where('personId', '=', personId)
    .where('state', 'in', underWay)
    .execute();
  return rows.length;
}

export async function addJob(
  { db, at, newId, log }: Write,
  job: Pick<JobRow, 'personId' | 'kind' | 'about'>,
): Promise<StoredJob> {
  const row: StoredJob = {
    ...job,
    id: newId(),
    state: 'queued',
    progressDone: 0,
    progressOf: 0,
    message: null,
    createdAt: at,
    startedAt: null,
    finishedAt: null,
  };
  await db
    .insertInto('jobs')
    .values({ ...row, result: null, forms: null })
    .execute();
  log({ action: 'job.queued', kind: 'job', id: row.id, after: { kind: job.kind, about: job.about } });
  return row;
}

/** How a job ended. */
export type End =
  | { state: 'done'; result: string; forms?: string | undefined }
  | { state: 'failed'; message: Bilingual }
  | { state: 'cancelled' };

/** Ends a job that waits or runs; one that has ended already stays as it is. */
export async function endJob({ db, at, log }: Write, id: string, end: End): Promise<void> {
  const before = await findJob(db, id);
  if (!before || !isUnderWay(before)) return;
  await db
    .updateTable('jobs')
    .set({
      state: end.state,
      finishedAt: at,
      ...(end.state === 'done' ? { result: end.result, forms: end.forms ?? null } : {}),
      ...(end.state === 'failed' ? { message: JSON.stringify(end.message) } : {}),
    })
    .where('id', '=', id)
    .execute();
  log({
    action: `job.${end.state}`,
    kind: 'job',
    id,
    before: { state: before.state },
    after: { state: end.state },
  });
}

/** The jobs that wait or run, whoever started them. */
export const listUnderWay = (db: Writing): Promise<{ id: string }[]> =>
  db.selectFrom('jobs').select('id').where('state', 'in', underWay).execute();

/** As the API shows a job. */
export const shownJob = (job: StoredJob): Job => ({
  id: job.id,
  kind: job.kind,
  state: job.state,
  about: job.about,
  progress: { done: job.progressDone, of: job.progressOf },
  ...(job.message === null ? {} : { message: JSON.parse(job.message) as Bilingual }),
  createdAt: job.createdAt,
  ...(job.startedAt === null ? {} : { startedAt: job.startedAt }),
  ...(job.finishedAt === null ? {} : { finishedAt: job.finishedAt }),
});
