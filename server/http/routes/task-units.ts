/** What concerns single units of a task: more time, reminding, and that a form is not owed. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { isoTime } from '../../store/clock.ts';
import { answerExcuse, askExcuse } from '../../tasks/excuses.ts';
import { extend as extendUnits } from '../../tasks/extension.ts';
import { ownPartsOf } from '../../tasks/own.ts';
import { progressOf } from '../../tasks/progress.ts';
import { reminderOf } from '../../tasks/reminder.ts';
import { findTask, shownTask } from '../../tasks/task.ts';
import { route } from '../route.ts';
import { checkVersion, versionTag } from '../versions.ts';
import { type AskedTask, issuedTask, taskAsked, taskParameter } from './tasks.ts';

const common = { tag: 'tasks', parameters: [taskParameter] } as const;

export const extend = route<Schemas['extension'], AskedTask>({
  ...common,
  method: 'post',
  path: '/api/tasks/{task}/extension',
  id: 'extendTask',
  right: 'write-tasks',
  summary: { zh: '给一些单位延期', en: 'Give units more time' },
  description: {
    zh: '不早于任务的截止日期；省略 due 为恢复任务的日期。要么都延，要么都不延。',
    en: 'Not before the task is due; without `due` the day of the task counts again. All of them or none.',
  },
  of: issuedTask,
  ifMatch: true,
  request: {
    schema: 'extension',
    example: () => ({ units: ['0190b3a0-0000-7000-8000-000000000001'], due: '2000-12-31' }),
  },
  answer: {
    description: {
      zh: '改后的进度；ETag 是任务的版本。',
      en: 'The progress; the ETag is the version of the task.',
    },
    content: { 'application/json': 'taskProgress' },
  },
  problems: ['unusable-request'],
  handle: async ({ c, services: { store }, personId, of: { task }, version, body }) => {
    const changed = await store.write(personId, async (write) => {
      const before = (await findTask(write.db, task.id))!;
      checkVersion(version, before.version);
      return extendUnits(write, before, body);
    });
    const progress = await progressOf(store.db, changed, isoTime(store.clock));
    return c.json(progress, 200, { ETag: versionTag(changed.version) });
  },
});

export const remind = route<undefined, AskedTask>({
  ...common,
  method: 'get',
  path: '/api/tasks/{task}/reminder',
  id: 'getReminder',
  right: 'read-progress',
  summary: { zh: '该催的单位', en: 'Whom to remind' },
  description: {
    zh: '还没有报、也没有免报的单位与它们的填报人；text 可以直接抄送。',
    en: 'Units that have not filed and are not excused, with their people; `text` is there to be copied.',
  },
  of: issuedTask,
  answer: {
    description: { zh: '逾期的在前。', en: 'Those that are late first.' },
    content: { 'application/json': 'reminder' },
  },
  problems: [],
  handle: async ({ c, services: { store }, of: { task } }) =>
    c.json(await reminderOf(store.db, task, isoTime(store.clock))),
});

export const ask = route<Schemas['newExcuse'], AskedTask>({
  ...common,
  method: 'put',
  path: '/api/tasks/{task}/excuse',
  id: 'askExcuse',
  right: 'ask-excuse',
  summary: { zh: '申请免报', en: 'Say that no form is owed' },
  description: {
    zh: '还没有报的单位可以申请，由布置任务的人答复。',
    en: 'A unit that has not filed may ask; whoever issued the task answers.',
  },
  of: taskAsked,
  request: { schema: 'newExcuse', example: () => ({ reason: '本年度没有这类项目。' }) },
  answer: {
    description: { zh: '任务，连同申请。', en: 'The task with what was asked.' },
    content: { 'application/json': 'task' },
  },
  problems: ['wrong-state', 'not-found'],
  handle: async ({ c, services: { store }, personId, asking, of: { task }, body }) => {
    const { unitId } = asking!.person;
    await store.write(personId, async (write) => {
      const now = (await findTask(write.db, task.id))!;
      await askExcuse(write, now, { personId, unitId }, body.reason);
    });
    const own = await ownPartsOf(store.db, unitId);
    return c.json({ ...shownTask(task), ...own.get(task.id) });
  },
});

export const answer = route<Schemas['excuseAnswer'], AskedTask>({
  ...common,
  method: 'put',
  path: '/api/tasks/{task}/excuses/{unit}',
  id: 'answerExcuse',
  right: 'write-tasks',
  summary: { zh: '答复免报', en: 'Answer whether a form is owed' },
  description: {
    zh: '同意的，不再算未报、逾期；可以改口。',
    en: 'A unit that is excused is neither missing nor late; the answer may be changed.',
  },
  parameters: [
    taskParameter,
    {
      in: 'path',
      name: 'unit',
      description: { zh: '申请的单位。', en: 'The unit that asked.' },
      schema: { type: 'string' },
    },
  ],
  of: issuedTask,
  request: { schema: 'excuseAnswer', example: () => ({ granted: true, answer: '同意免报。' }) },
  answer: {
    description: { zh: '答复之后的进度。', en: 'The progress after it.' },
    content: { 'application/json': 'taskProgress' },
  },
  problems: ['not-found'],
  handle: async ({ c, services: { store }, personId, of: { task }, param, body }) => {
    const { granted, answer: said } = body;
    await store.write(personId, (write) =>
      answerExcuse(write, task, param('unit'), { granted, answer: said, personId }),
    );
    return c.json(await progressOf(store.db, task, isoTime(store.clock)));
  },
});
