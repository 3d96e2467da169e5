/** Who is to be reminded: units that owe a form, with whom to call, as a list to copy. */
import type { Reminder } from '../../schemas/generated/types.ts';
import type { Database } from '../store/database.ts';
import { progressOf } from './progress.ts';
import { type StoredTask, shownTask } from './task.ts';

/** Those that are late first, then in the order of the tree. */
export async function reminderOf(db: Database, task: StoredTask, now: string): Promise<Reminder> {
  const { units } = await progressOf(db, task, now);
  const owing = units.filter(({ filedAt, state }) => filedAt === undefined && state !== 'excused');
  const people = new Map<string, { id: string; name: string }[]>();
  const rows = await db
    .selectFrom('people')
    .innerJoin('taskUnits', 'taskUnits.unitId', 'people.unitId')
    .select(['people.id', 'people.displayName', 'people.unitId'])
    .where('taskUnits.taskId', '=', task.id)
    .where('people.role', '=', 'unit')
    .where('people.active', '=', 1)
    .orderBy('people.id')
    .execute();
  for (const { id, displayName, unitId } of rows)
    people.set(unitId, [...(people.get(unitId) ?? []), { id, name: displayName }]);
  const listed = owing
    .map(({ unit, due, late }) => ({
      unit,
      due: due ?? task.due,
      late,
      people: people.get(unit.id) ?? [],
    }))
    .sort((a, b) => Number(b.late) - Number(a.late));
  return { task: shownTask(task), units: listed, text: textOf(task, listed) };
}

function textOf({ title }: StoredTask, units: Reminder['units']): Reminder['text'] {
  const lines = (none: string, late: string, join: string) =>
    units.map((one) =>
      [
        one.unit.name,
        one.people.map(({ name }) => name).join(join) || none,
        `${one.due}${one.late ? late : ''}`,
      ].join('\t'),
    );
  return {
    zh: [
      `《${title}》尚未报送的单位，共 ${units.length} 个：`,
      ...lines('没有填报人', '（已逾期）', '、'),
    ].join('\n'),
    en: [
      `"${title}": ${units.length} not filed yet:`,
      ...lines('nobody to fill it in', ' (late)', ', '),
    ].join('\n'),
  };
}
