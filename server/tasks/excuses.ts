/** A unit says it does not owe the form of a task; whoever issued the task answers. */
import type { Excuse } from '../../schemas/generated/types.ts';
import { namesOf } from '../people/person.ts';
import { Refused } from '../refusal.ts';
import type { Database, Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import type { ExcuseRow } from '../store/tables.ts';
import { hasFiledForTask } from '../submissions/record.ts';
import { isAddressed, type StoredTask } from './task.ts';

export const findExcuse = (
  db: Database | Writing,
  taskId: string,
  unitId: string,
): Promise<ExcuseRow | undefined> =>
  db
    .selectFrom('excuses')
    .selectAll()
    .where('taskId', '=', taskId)
    .where('unitId', '=', unitId)
    .executeTakeFirst();

export const excusesOf = (db: Database | Writing, taskId: string): Promise<ExcuseRow[]> =>
  db.selectFrom('excuses').selectAll().where('taskId', '=', taskId).execute();

/** As the API shows them, by unit. */
export async function shownExcuses(
  db: Database | Writing,
  rows: readonly ExcuseRow[],
): Promise<Map<string, Excuse>> {
  const names = await namesOf(
    db,
    rows.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy]),
  );
  return new Map(
    rows.map((row) => {
      const [asker, answerer] = [names.get(row.askedBy ?? ''), names.get(row.answeredBy ?? '')];
      return [
        row.unitId,
        {
          state: row.state,
          reason: row.reason,
          askedAt: row.askedAt,
          ...(asker ? { askedBy: asker } : {}),
          ...(row.answer === null ? {} : { answer: row.answer }),
          ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
          ...(answerer ? { answeredBy: answerer } : {}),
        },
      ];
    }),
  );
}

const refuse = (zh: string, en: string): never => {
  throw new Refused('wrong-state', { detail: { zh, en } });
};

const logged = ({ unitId, state, version }: ExcuseRow) => ({ unitId, state, version });

/** Asks to be excused, or again with another reason while that is not granted. */
export async function askExcuse(
  write: Write,
  task: StoredTask,
  { personId, unitId }: { personId: string; unitId: string },
  reason: string,
): Promise<void> {
  const { db, at, log } = write;
  if (!(await isAddressed(db, task.id, unitId))) throw new Refused('not-found');
  if (task.state !== 'open') refuse('这项任务已经结束。', 'this task is closed.');
  if (await hasFiledForTask(db, task.id, unitId))
    refuse('本单位已经为这项任务报过表。', 'your unit has filed for this task already.');
  const before = await findExcuse(db, task.id, unitId);
  if (before?.state === 'granted') refuse('已经同意免报。', 'you are excused already.');
  const asked = {
    ...{ state: 'asked' as const, reason, askedAt: at, askedBy: personId },
    ...{ answer: null, answeredAt: null, answeredBy: null, version: (before?.version ?? 0) + 1 },
  };
  const after = { taskId: task.id, unitId, ...asked };
  await db
    .insertInto('excuses')
    .values(after)
    .onConflict((conflict) => conflict.columns(['taskId', 'unitId']).doUpdateSet(asked))
    .execute();
  log({
    action: 'excuse.asked',
    kind: 'task',
    id: task.id,
    ...(before ? { before: logged(before) } : {}),
    after: logged(after),
  });
}

/** Answers what was asked; the same answer again changes nothing. */
export async function answerExcuse(
  { db, at, log }: Write,
  task: StoredTask,
  unitId: string,
  { granted, answer, personId }: { granted: boolean; answer: string | undefined; personId: string },
): Promise<void> {
  const before = await findExcuse(db, task.id, unitId);
  if (!before) throw new Refused('not-found');
  const state = granted ? ('granted' as const) : ('refused' as const);
  if (before.state === state && before.answer === (answer ?? null)) return;
  const set = {
    ...{ state, answer: answer ?? null, answeredAt: at, answeredBy: personId },
    version: before.version + 1,
  };
  await db
    .updateTable('excuses')
    .set(set)
    .where('taskId', '=', task.id)
    .where('unitId', '=', unitId)
    .execute();
  log({
    action: `excuse.${state}`,
    kind: 'task',
    id: task.id,
    before: logged(before),
    after: logged({ ...before, ...set }),
  });
}
