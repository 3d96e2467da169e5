/** Jobs: asked for, watched, read when they are done, cancelled. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import type { JobWork } from '../../jobs/jobs.ts';
import { differenceJob, impactJob, type Pair } from '../../jobs/measuring.ts';
import {
  endJob,
  findJob,
  isUnderWay,
  listJobs,
  resultOf,
  type StoredJob,
  shownJob,
} from '../../jobs/stored.ts';
import { draftName, filesOf, type StoredDraft } from '../../rulebooks/drafts.ts';
import { findEdition } from '../../rulebooks/find.ts';
import type { Snapshot } from '../../rulebooks/measure.ts';
import type { Name } from '../../rulebooks/rewrite.ts';
import { choiceOf, choiceParameter } from '../asked.ts';
import { draftAsked, draftParameter } from '../draft.ts';
import { jobAnswer, startedJob } from '../job.ts';
import { pageOf, pageParameters, pagingOf } from '../paging.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, type Request, route } from '../route.ts';
import { editionParameters } from './rulebooks.ts';

type Asking = Pick<Request, 'c' | 'services' | 'personId'>;

/** An edition as it stands. */
async function editionSnapshot(
  { services: { library } }: Asking,
  { rulebook, edition }: Name,
  pointer: string,
): Promise<Snapshot> {
  const found = await findEdition(library, rulebook, edition, { file: 'body', pointer });
  return { name: found.name, text: found.text, cases: await library.cases(found) };
}

/** A draft as it was last saved. */
const draftSnapshot = async ({ services: { store } }: Asking, draft: StoredDraft): Promise<Snapshot> => ({
  name: draftName(draft),
  ...(await filesOf(store.db, draft.id)),
});

/** What to compare a draft with: what was asked for, else what it was copied from. */
function againstOf(asked: Name | undefined, { basedOn }: StoredDraft): Name {
  if (asked) return asked;
  const [rulebook, edition] = (basedOn ?? '').split('@');
  if (rulebook && edition) return { rulebook, edition };
  throw new Refusal('unusable-request', {
    detail: {
      zh: '这份草案不是由哪一版复制来的：请在 against 写明与哪一版比较。',
      en: 'this draft was not copied from an edition: say in `against` what to compare it with.',
    },
  });
}

/** Begins a job about two of them. */
const started = (
  request: Asking,
  kind: 'difference' | 'impact',
  { before, after }: Pair,
  work: JobWork,
): Promise<Response> => startedJob(request, { kind, about: `${before.name} → ${after.name}` }, work);

const example = () => ({ rulebook: 'national', edition: '2000' });

export const draftDifference = route<Schemas['against'] | undefined, StoredDraft>({
  method: 'post',
  path: '/api/drafts/{draft}/difference',
  id: 'compareDraft',
  tag: 'drafts',
  right: 'measure-impact',
  summary: { zh: '草案与一版比较', en: 'Compare a draft with an edition' },
  description: {
    zh: '请求内容省略时，与草案所依据的那一版比较。',
    en: 'Without a body, with the edition the draft was copied from.',
  },
  parameters: [draftParameter],
  of: draftAsked,
  request: { schema: 'against', optional: true, example },
  answer: jobAnswer,
  problems: ['unknown-rulebook', 'unusable-request'],
  handle: async (request) => {
    const { services, personId, of, body } = request;
    const pair = {
      before: await editionSnapshot(request, againstOf(body, of), ''),
      after: await draftSnapshot(request, of),
    };
    return started(request, 'difference', pair, differenceJob(services.work, personId, pair));
  },
});

export const editionDifference = route<Schemas['against']>({
  method: 'post',
  path: '/api/rulebooks/{rulebook}/{edition}/difference',
  id: 'compareEditions',
  tag: 'rulebooks',
  right: 'measure-impact',
  summary: { zh: '两版比较', en: 'Compare two editions' },
  description: { zh: 'against 是前一版。', en: '`against` is the earlier one.' },
  parameters: editionParameters,
  request: { schema: 'against', example },
  answer: jobAnswer,
  problems: ['unknown-rulebook'],
  handle: async (request) => {
    const { services, personId, body, param } = request;
    const name = { rulebook: param('rulebook'), edition: param('edition') };
    const pair = {
      before: await editionSnapshot(request, body, ''),
      after: await editionSnapshot(request, name, ''),
    };
    return started(request, 'difference', pair, differenceJob(services.work, personId, pair));
  },
});

export const draftImpact = route<Schemas['impactRequest'] | undefined, StoredDraft>({
  method: 'post',
  path: '/api/drafts/{draft}/impact',
  id: 'measureImpact',
  tag: 'drafts',
  right: 'measure-impact',
  summary: { zh: '测算草案对已报的表的影响', en: 'Measure the impact of a draft on filed forms' },
  description: {
    zh: '自己的地区之下，按比较的那一版报的每张表，取最近一次报送，两版各算一次。',
    en: 'Every form of the units below your own region that was filed under the other edition, as last filed, under both.',
  },
  parameters: [draftParameter],
  of: draftAsked,
  request: {
    schema: 'impactRequest',
    optional: true,
    example: () => ({ against: example(), year: '2000' }),
  },
  answer: jobAnswer,
  problems: ['unknown-rulebook', 'unusable-request'],
  handle: async (request) => {
    const { services, personId, of, body, asking } = request;
    const against = againstOf(body?.against, of);
    const pair = {
      before: await editionSnapshot(request, against, '/against'),
      after: await draftSnapshot(request, of),
    };
    const filed = { ...against, year: body?.year, prefix: asking!.person.unitPath };
    const work = impactJob(services.work, services.store.db, personId, pair, filed);
    return started(request, 'impact', pair, work);
  },
});

const kinds = ['difference', 'impact', 'verification', 'cases', 'backup', 'backup-check'] as const;

/** Seconds after which it is worth asking again. */
const later = { 'Retry-After': '1' };

const jobParameter: Parameter = {
  in: 'path',
  name: 'job',
  description: { zh: '作业的标识。', en: 'The id of the job.' },
  schema: { type: 'string' },
};

async function jobAsked({ services: { store }, param }: Request<undefined, undefined>): Promise<StoredJob> {
  const found = await findJob(store.db, param('job'));
  if (!found) throw new Refusal('not-found');
  return found;
}

export const list = route({
  method: 'get',
  path: '/api/jobs',
  id: 'listJobs',
  tag: 'system',
  right: 'own-jobs',
  summary: { zh: '自己的作业', en: 'List your own jobs' },
  description: { zh: '新的在前。', en: 'The newest first.' },
  parameters: [choiceParameter('kind', kinds, { zh: '种类。', en: 'The kind.' }), ...pageParameters],
  answer: {
    description: { zh: '一页作业。', en: 'A page of jobs.' },
    content: { 'application/json': 'jobPage' },
  },
  problems: ['bad-parameter'],
  handle: async ({ c, services: { store }, personId }) => {
    const paging = pagingOf(c);
    const rows = await listJobs(
      store.db,
      personId,
      paging.after,
      paging.limit + 1,
      choiceOf(c, 'kind', kinds),
    );
    return c.json(pageOf(rows, paging, ({ id }) => id, shownJob));
  },
});

export const read = route<undefined, StoredJob>({
  method: 'get',
  path: '/api/jobs/{job}',
  id: 'getJob',
  tag: 'system',
  right: 'own-jobs',
  summary: { zh: '一个作业', en: 'Get a job' },
  parameters: [jobParameter],
  of: jobAsked,
  answer: {
    description: { zh: '作业的状态与进度。', en: 'Its state, and how far it is.' },
    content: { 'application/json': 'job' },
  },
  problems: [],
  handle: ({ c, of }) => c.json(shownJob(of), 200, isUnderWay(of) ? later : {}),
});

export const result = route<undefined, StoredJob>({
  method: 'get',
  path: '/api/jobs/{job}/result',
  id: 'getJobResult',
  tag: 'system',
  right: 'own-jobs',
  summary: { zh: '作业的结果', en: 'Get the result of a job' },
  description: { zh: '还没有做完、没有做成的，答 409。', en: 'One that is not done is answered 409.' },
  parameters: [jobParameter],
  of: jobAsked,
  answer: {
    description: {
      zh: '两版的差别、影响测算，或备份的结果。',
      en: 'The difference, the impact, or what came of a backup.',
    },
    content: { 'application/json': 'jobResult' },
    cached: true,
  },
  problems: ['wrong-state'],
  handle: async ({ c, services: { store }, of }) => {
    const document = of.state === 'done' ? await resultOf(store.db, of.id) : null;
    if (document !== null) return c.body(document, 200, { 'Content-Type': 'application/json' });
    throw new Refusal('wrong-state', {
      detail: { zh: '作业没有结果：还没有做完，或没有做成。', en: 'the job has no result, or none yet.' },
      ...(isUnderWay(of) ? { headers: later } : {}),
    });
  },
});

export const cancel = route<undefined, StoredJob>({
  method: 'delete',
  path: '/api/jobs/{job}',
  id: 'cancelJob',
  tag: 'system',
  right: 'own-jobs',
  summary: { zh: '取消作业', en: 'Cancel a job' },
  parameters: [jobParameter],
  of: jobAsked,
  answer: {
    description: { zh: '已取消的作业。', en: 'The job, cancelled.' },
    content: { 'application/json': 'job' },
  },
  problems: ['wrong-state'],
  handle: async ({ c, services: { store, jobs }, personId, of }) => {
    const job = await store.write(personId, async (write) => {
      if (!isUnderWay((await findJob(write.db, of.id))!))
        throw new Refusal('wrong-state', {
          detail: { zh: '作业已经结束。', en: 'the job has ended already.' },
        });
      await endJob(write, of.id, { state: 'cancelled' });
      return (await findJob(write.db, of.id))!;
    });
    jobs.stop(of.id);
    return c.json(shownJob(job));
  },
});
