/** Who has filed for a task, who has not, and who was late. */
import type { Excuse, Schemas, TaskProgress } from '../../schemas/generated/types.ts';
import type { Database } from '../store/database.ts';
import { isLate } from './due.ts';
import { excusesOf, shownExcuses } from './excuses.ts';
import { type StoredTask, shownTask } from './task.ts';

type UnitProgress = TaskProgress['units'][number];
type State = Schemas['submissionSummary']['state'];

interface Form {
  id: string;
  unitId: string;
  state: State;
  filedAt: string | null;
}

/** The progress at a time. A unit that filed several forms has the state of the one that came furthest, and the time of its first filing. */
export async function progressOf(db: Database, task: StoredTask, now: string): Promise<TaskProgress> {
  const asked = await db
    .selectFrom('taskUnits')
    .innerJoin('units', 'units.id', 'taskUnits.unitId')
    .select(['units.id', 'units.name', 'taskUnits.due'])
    .where('taskUnits.taskId', '=', task.id)
    .orderBy('units.path')
    .execute();
  const forms = new Map<string, Form[]>();
  for (const form of await formsOf(db, task.id))
    forms.set(form.unitId, [...(forms.get(form.unitId) ?? []), form]);
  const excuses = await shownExcuses(db, await excusesOf(db, task.id));
  const units = asked.map(({ due, ...unit }) => ({
    ...ofUnit(unit, forms.get(unit.id) ?? [], { due: due ?? task.due, now, excuse: excuses.get(unit.id) }),
    ...(due === null ? {} : { due }),
  }));
  const counted = (holds: (one: UnitProgress) => boolean) => units.filter(holds).length;
  return {
    task: shownTask(task),
    filed: counted(({ filedAt }) => filedAt !== undefined),
    missing: counted(({ filedAt, state }) => filedAt === undefined && state !== 'excused'),
    excused: counted(({ state }) => state === 'excused'),
    late: counted(({ late }) => late),
    units,
  };
}

const formsOf = (db: Database, taskId: string): Promise<Form[]> =>
  db
    .selectFrom('submissions')
    .leftJoin('filings', (join) =>
      join.onRef('filings.submissionId', '=', 'submissions.id').on('filings.number', '=', 1),
    )
    .select(['submissions.id', 'submissions.unitId', 'submissions.state', 'filings.filedAt'])
    .where('submissions.taskId', '=', taskId)
    .orderBy('submissions.id')
    .execute();

const order: readonly State[] = ['accepted', 'filed', 'returned', 'draft'];

interface At {
  due: string;
  now: string;
  excuse: Excuse | undefined;
}

/** A unit that was excused, and filed nothing, owes nothing and is not late. */
function ofUnit(unit: UnitProgress['unit'], forms: readonly Form[], { due, now, excuse }: At): UnitProgress {
  const [furthest] = [...forms].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const [filedAt] = forms.flatMap((form) => form.filedAt ?? []).sort();
  const isExcused = excuse?.state === 'granted' && filedAt === undefined;
  return {
    unit,
    state: isExcused ? 'excused' : (furthest?.state ?? 'none'),
    late: !isExcused && isLate(due, filedAt ?? now),
    forms: forms.length,
    ...(furthest ? { submissionId: furthest.id } : {}),
    ...(filedAt === undefined ? {} : { filedAt }),
    ...(excuse ? { excuse } : {}),
  };
}
