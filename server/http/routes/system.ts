/** Whether the server runs and is ready, what it measures, and the log. */
import { sql } from 'kysely';
import { engineVersion } from '../../../engine/index.ts';
import { namesOf } from '../../people/person.ts';
import { verifyLog } from '../../store/log.ts';
import { nameEntries } from '../../store/named.ts';
import { pageOf, pageParameters, pagingOf } from '../paging.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';

export const health = route({
  method: 'get',
  path: '/healthz',
  id: 'health',
  tag: 'system',
  right: 'anyone',
  summary: { zh: '服务器是否在运行', en: 'Whether the server is running' },
  answer: { description: { zh: '在运行。', en: 'It is.' }, content: { 'application/json': 'health' } },
  problems: [],
  handle: ({ c }) => c.json({ status: 'ok', engine: engineVersion }),
});

export const ready = route({
  method: 'get',
  path: '/readyz',
  id: 'ready',
  tag: 'system',
  right: 'anyone',
  summary: { zh: '服务器能不能办事', en: 'Whether the server can do its work' },
  description: { zh: '数据库能读，才算能。', en: 'It can while the database answers.' },
  answer: { description: { zh: '能。', en: 'It can.' }, content: { 'application/json': 'health' } },
  problems: ['not-ready'],
  handle: async ({ c, services: { store, log } }) => {
    try {
      await sql`select 1`.execute(store.db);
    } catch (error) {
      log.error(error);
      throw new Refusal('not-ready');
    }
    return c.json({ status: 'ok', engine: engineVersion });
  },
});

export const metrics = route({
  method: 'get',
  path: '/metrics',
  id: 'metrics',
  tag: 'system',
  right: 'anyone',
  summary: { zh: '计量（Prometheus）', en: 'Measurements (Prometheus)' },
  answer: {
    description: { zh: 'Prometheus 文本。', en: 'Text of Prometheus.' },
    content: { 'text/plain': 'text' },
  },
  problems: [],
  handle: async ({ c, services: { metrics: measured } }) =>
    c.body(await measured.text(), 200, { 'Content-Type': measured.contentType }),
});

/** A day or a time of the address, as the log writes times; what is cut off counts as its beginning. */
function timeOf(name: string, text: string): string {
  if (/^\d{4}-\d{2}-\d{2}(T[\d:.]{1,12}Z?)?$/.test(text) && Number.isFinite(Date.parse(text))) return text;
  throw new Refusal('bad-parameter', {
    detail: {
      zh: `${name} 应为日期或 UTC 时间，如 2000-12-31。`,
      en: `${name} must be a day or a time in UTC, as 2000-12-31.`,
    },
  });
}

export const listLog = route({
  method: 'get',
  path: '/api/log',
  id: 'listLog',
  tag: 'system',
  right: 'read-log',
  summary: { zh: '日志', en: 'Read the log' },
  description: {
    zh: '每一次状态改变：谁、何时、做了什么、之前、之后；每条带前一条的摘要。关于什么，连同现在的名称、单位、年度与规则一起说；名称在列出时才查，不在摘要之内。新的在前。',
    en: 'Every change of state: who, when, what, before, after; each entry carries the hash of the one before. What it is about is told by its name, unit, year and rulebook of today, looked up as the log is read and no part of the hash. Newest first.',
  },
  parameters: [
    ...pageParameters,
    {
      in: 'query',
      name: 'about',
      description: { zh: '只看关于这个标识的。', en: 'Only about the thing of this id.' },
      schema: { type: 'string' },
    },
    {
      in: 'query',
      name: 'action',
      description: {
        zh: '只看这种动作，如 submission.filed；只写点前的一段则为那一类。',
        en: 'Only this action, as submission.filed; or all of a kind, as submission.',
      },
      schema: { type: 'string' },
    },
    {
      in: 'query',
      name: 'person',
      description: { zh: '只看这个人做的。', en: 'Only what the person of this id did.' },
      schema: { type: 'string' },
    },
    {
      in: 'query',
      name: 'from',
      description: { zh: '不早于：日期或时间，UTC。', en: 'Not before: a day or a time, in UTC.' },
      schema: { type: 'string' },
    },
    {
      in: 'query',
      name: 'to',
      description: { zh: '早于：日期或时间，UTC。', en: 'Before: a day or a time, in UTC.' },
      schema: { type: 'string' },
    },
  ],
  answer: {
    description: { zh: '一页日志。', en: 'A page of the log.' },
    content: { 'application/json': 'logPage' },
  },
  problems: ['bad-parameter'],
  handle: async ({ c, services: { store } }) => {
    const paging = pagingOf(c);
    const about = c.req.query('about');
    let query = store.db
      .selectFrom('log')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(paging.limit + 1);
    if (paging.after !== undefined) query = query.where('seq', '<', sequence(paging.after));
    if (about !== undefined) query = query.where('subjectId', '=', about);
    const { action, person, from, to } = c.req.query();
    if (person !== undefined) query = query.where('personId', '=', person);
    if (action?.includes('.')) query = query.where('action', '=', action);
    else if (action !== undefined)
      query = query.where('action', '>=', `${action}.`).where('action', '<', `${action}/`);
    if (from !== undefined) query = query.where('at', '>=', timeOf('from', from));
    if (to !== undefined) query = query.where('at', '<', timeOf('to', to));
    const rows = await query.execute();
    const names = await namesOf(
      store.db,
      rows.map(({ personId }) => personId),
    );
    const told = new Map(
      (await nameEntries(store.db, rows)).map((one, index) => [rows[index]!.seq, one] as const),
    );
    return c.json(
      pageOf(
        rows,
        paging,
        ({ seq }) => String(seq),
        ({ seq, at, personId, action, kind, subjectId, before, after, previous, hash }) => ({
          seq,
          at,
          ...(personId ? { who: names.get(personId) ?? { id: personId, name: personId } } : {}),
          action,
          about: { kind, id: subjectId, ...told.get(seq)!.about },
          named: told.get(seq)!.named,
          ...(before ? { before: JSON.parse(before) } : {}),
          ...(after ? { after: JSON.parse(after) } : {}),
          previous,
          hash,
        }),
      ),
    );
  },
});

function sequence(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new Refusal('bad-parameter', {
    detail: { zh: 'cursor 应是上一页答复中的 next。', en: 'cursor must be the `next` of the page before.' },
  });
}

export const checkLog = route({
  method: 'get',
  path: '/api/log/verification',
  id: 'verifyLog',
  tag: 'system',
  right: 'read-log',
  summary: { zh: '核验日志', en: 'Verify the log' },
  answer: {
    description: { zh: '日志是否完好，断在哪里。', en: 'Whether it is intact, and where it is not.' },
    content: { 'application/json': 'logVerification' },
  },
  problems: [],
  handle: async ({ c, services: { store } }) => c.json(await verifyLog(store.db)),
});
