/** Tasks: units are asked to file by a day, and it is seen who has. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { reachOf } from '../../people/rights.ts';
import { coverage } from '../../people/units.ts';
import { fileablePlan } from '../../rulebooks/fileable.ts';
import { isoTime } from '../../store/clock.ts';
import { addTask, changeTask, unitsToAsk } from '../../tasks/changes.ts';
import { countsOf } from '../../tasks/counts.ts';
import { checkDue } from '../../tasks/due.ts';
import { ownPartsOf } from '../../tasks/own.ts';
import { progressOf } from '../../tasks/progress.ts';
import { findTask, isAddressed, listTasks, type StoredTask, shownTask } from '../../tasks/task.ts';
import { choiceOf, choiceParameter, filterParameters, filtersOf, isId, unitNamed } from '../asked.ts';
import { pageOf, pageParameters, pagingOf } from '../paging.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, type Request, route } from '../route.ts';
import { checkVersion, versionTag } from '../versions.ts';

export const taskParameter: Parameter = {
  in: 'path',
  name: 'task',
  description: { zh: '任务的标识。', en: 'The id of the task.' },
  schema: { type: 'string' },
};

const states = ['open', 'closed'] as const;

export interface AskedTask {
  task: StoredTask;
  unitPath: string;
}

/** The task of the path. It is the issuer's, and that of each unit it asks. */
export async function taskAsked({
  services: { store },
  asking,
  param,
}: Request<undefined, undefined>): Promise<AskedTask> {
  const id = param('task');
  const task = isId(id) ? await findTask(store.db, id) : undefined;
  if (!task) throw new Refusal('not-found');
  const { unitId, unitPath } = asking!.person;
  const asksMe = await isAddressed(store.db, task.id, unitId);
  return { task, unitPath: asksMe ? unitPath : task.unitPath };
}

/** The task of the path, as its issuer's alone. */
export async function issuedTask(request: Request<undefined, undefined>): Promise<AskedTask> {
  const { task } = await taskAsked(request);
  return { task, unitPath: task.unitPath };
}

export const list = route({
  method: 'get',
  path: '/api/tasks',
  id: 'listTasks',
  tag: 'tasks',
  right: 'read-tasks',
  summary: { zh: '任务目录', en: 'List the tasks' },
  description: {
    zh: '填报单位看到布置给自己的；其余的人看到本级及以下布置的，并附报了多少。',
    en: 'A unit sees those that ask it to file; others those issued at their node or below, with how many have filed.',
  },
  parameters: [
    choiceParameter('state', states, { zh: '状态。', en: 'The state.' }),
    ...filterParameters('year'),
    ...pageParameters,
  ],
  answer: {
    description: { zh: '一页任务，先布置的在前。', en: 'A page of tasks, in the order they were issued.' },
    content: { 'application/json': 'taskPage' },
  },
  problems: ['bad-parameter'],
  handle: async ({ c, services: { store }, asking }) => {
    const { person } = asking!;
    const paging = pagingOf(c);
    const { prefix, exact } = coverage(person, reachOf(person, 'read-tasks')!);
    const wanted = exact ? { addressedTo: person.unitId } : { issuedBelow: prefix };
    const rows = await listTasks(store.db, wanted, {
      ...filtersOf(c, 'year'),
      state: choiceOf(c, 'state', states),
      after: paging.after,
      limit: paging.limit + 1,
    });
    const counts = reachOf(person, 'read-progress')
      ? await countsOf(store.db, rows, isoTime(store.clock))
      : new Map();
    const own = exact ? await ownPartsOf(store.db, person.unitId) : new Map();
    return c.json(
      pageOf(
        rows,
        paging,
        ({ id }) => id,
        (task) => ({ ...shownTask(task), ...own.get(task.id), ...counts.get(task.id) }),
      ),
    );
  },
});

export const create = route<Schemas['newTask']>({
  method: 'post',
  path: '/api/tasks',
  id: 'createTask',
  tag: 'tasks',
  right: 'write-tasks',
  summary: { zh: '布置任务', en: 'Ask units to file' },
  description: {
    zh: '在本级或其下的一个地区布置；省略 units 时为其下全部在用的单位。截止日期含当日，以北京时间为准。',
    en: 'Issued at one’s node or one below it. Without `units` it asks every unit in use below. The day it is due counts in full, in China Standard Time.',
  },
  request: {
    schema: 'newTask',
    example: ({ submission: { rulebook, edition, subject, year = '2000' } }) => ({
      title: '年度绩效自评',
      rulebook,
      edition,
      subject,
      year,
      due: '2000-12-31',
    }),
  },
  into: async ({ services, asking, body }) => ({
    unitPath:
      body.unitId === undefined ? asking!.person.unitPath : (await unitNamed(services, body.unitId)).path,
  }),
  answer: {
    status: 201,
    description: { zh: '布置的任务；ETag 是版本。', en: 'The task; the ETag is the version.' },
    content: { 'application/json': 'task' },
  },
  problems: ['unknown-rulebook', 'unusable-rulebook', 'wrong-state', 'unusable-request'],
  handle: async ({ c, services, personId, asking, body }) => {
    checkDue(body.due);
    await fileablePlan(services.library, body);
    const issuer = await unitNamed(services, body.unitId ?? asking!.person.unitId);
    const created = await services.store.write(personId, async (write) => {
      const units = await unitsToAsk(write.db, issuer, body.units);
      return addTask(write, body, { personId, unitId: issuer.id, units });
    });
    return c.json(shownTask(created), 201, { ETag: versionTag(created.version) });
  },
});

export const read = route<undefined, AskedTask>({
  method: 'get',
  path: '/api/tasks/{task}',
  id: 'getTask',
  tag: 'tasks',
  right: 'read-tasks',
  summary: { zh: '一项任务', en: 'Get a task' },
  parameters: [taskParameter],
  of: taskAsked,
  answer: {
    description: { zh: '任务；ETag 是版本。', en: 'The task; the ETag is the version.' },
    content: { 'application/json': 'task' },
  },
  problems: [],
  handle: async ({ c, services: { store }, asking, of: { task } }) => {
    const own = await ownPartsOf(store.db, asking!.person.unitId);
    return c.json({ ...shownTask(task), ...own.get(task.id) }, 200, { ETag: versionTag(task.version) });
  },
});

export const change = route<Schemas['taskChange'], AskedTask>({
  method: 'put',
  path: '/api/tasks/{task}',
  id: 'changeTask',
  tag: 'tasks',
  right: 'write-tasks',
  summary: { zh: '更改、结束任务', en: 'Change or close a task' },
  parameters: [taskParameter],
  of: issuedTask,
  ifMatch: true,
  request: {
    schema: 'taskChange',
    example: () => ({ title: '年度绩效自评', due: '2000-12-31', state: 'closed' }),
  },
  answer: {
    description: { zh: '改后的任务。', en: 'The task as changed.' },
    content: { 'application/json': 'task' },
  },
  problems: ['unusable-request'],
  handle: async ({ c, services: { store }, personId, of: { task }, version, body }) => {
    checkDue(body.due);
    const changed = await store.write(personId, async (write) => {
      const before = (await findTask(write.db, task.id))!;
      checkVersion(version, before.version);
      return changeTask(write, before, body);
    });
    return c.json(shownTask(changed), 200, { ETag: versionTag(changed.version) });
  },
});

export const progress = route<undefined, AskedTask>({
  method: 'get',
  path: '/api/tasks/{task}/progress',
  id: 'getTaskProgress',
  tag: 'tasks',
  right: 'read-progress',
  summary: { zh: '谁报了，谁没报', en: 'See who has filed and who has not' },
  parameters: [taskParameter],
  of: issuedTask,
  answer: {
    description: { zh: '各单位的进度，逾期与否。', en: 'The progress of each unit, and whether it is late.' },
    content: { 'application/json': 'taskProgress' },
  },
  problems: [],
  handle: async ({ c, services: { store }, of: { task } }) =>
    c.json(await progressOf(store.db, task, isoTime(store.clock))),
});
