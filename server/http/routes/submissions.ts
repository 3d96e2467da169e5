/** Submissions: forms of a unit from the first word typed until they are filed. */
import { explain, type Places } from '../../../engine/index.ts';
import type { SavedForm, Schemas } from '../../../schemas/generated/types.ts';
import { fileablePlan } from '../../rulebooks/fileable.ts';
import { findEdition, planOf } from '../../rulebooks/find.ts';
import { addSubmission, checkWithUnit, removeSubmission, saveForm } from '../../submissions/changes.ts';
import { type ScoredSubmission, scoreForm } from '../../submissions/form.ts';
import { placed } from '../../submissions/placed.ts';
import { previewOf } from '../../submissions/preview.ts';
import { type StoredSubmission, shownRecord } from '../../submissions/record.ts';
import { checkTask } from '../../tasks/check.ts';
import { choiceOf, choiceParameter, submissionAsked, submissionParameter } from '../asked.ts';
import { encodedJson } from '../encoded.ts';
import { languageOf } from '../language.ts';
import { type Parameter, route } from '../route.ts';
import type { Example, Services } from '../services.ts';
import { unchanged } from '../unchanged.ts';
import { versionTag } from '../versions.ts';
import { insideOf } from './queue.ts';

/** What a unit fills in, without what the record says already. */
const formOf = ({ submission }: Example) => {
  const { rulebook, edition, subject, year, name, unit, ...form } = submission;
  return form;
};

export const create = route<Schemas['newSubmission']>({
  method: 'post',
  path: '/api/submissions',
  id: 'createSubmission',
  tag: 'submissions',
  right: 'write-forms',
  summary: { zh: '新建自评表', en: 'Begin a submission' },
  description: {
    zh: '属于本人所在的单位。所用的规则须已发布；带任务的，须与任务所要的一致。',
    en: 'It belongs to the unit of who asks. Its edition must be published; with a task, it must be what the task asks for.',
  },
  request: {
    schema: 'newSubmission',
    example: (example) => {
      const { rulebook, edition, subject, year = '2000', name } = example.submission;
      return { rulebook, edition, subject, year, name, form: formOf(example) };
    },
  },
  into: async ({ asking }) => ({ unitPath: asking!.person.unitPath }),
  answer: {
    status: 201,
    description: { zh: '新建的自评表；ETag 是版本。', en: 'The submission; the ETag is the version.' },
    content: { 'application/json': 'submissionRecord' },
  },
  problems: ['unknown-rulebook', 'unusable-rulebook', 'wrong-state', 'taken', 'unusable-request'],
  handle: async ({ c, services: { store, library }, personId, asking, body }) => {
    await fileablePlan(library, body);
    const { unitId } = asking!.person;
    const created = await store.write(personId, async (write) => {
      await checkTask(write.db, body, unitId);
      return addSubmission(write, body, { personId, unitId });
    });
    return c.json(shownRecord(created, insideOf(asking)), 201, { ETag: versionTag(created.version) });
  },
});

export const read = route<undefined, StoredSubmission>({
  method: 'get',
  path: '/api/submissions/{submission}',
  id: 'getSubmission',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '一张自评表', en: 'Get a submission' },
  parameters: [submissionParameter],
  of: submissionAsked,
  answer: {
    description: {
      zh: '自评表与它的内容；ETag 是版本。',
      en: 'The submission with its form; the ETag is the version.',
    },
    content: { 'application/json': 'submissionRecord' },
    cached: true,
  },
  problems: [],
  handle: ({ c, of, asking }) =>
    c.json(shownRecord(of, insideOf(asking)), 200, { ETag: versionTag(of.version) }),
});

/** What a form scores under the rulebook of its record. */
async function scored({ library }: Services, of: StoredSubmission, form: object): Promise<ScoredSubmission> {
  const plan = planOf(await findEdition(library, of.rulebook, of.edition));
  return scoreForm(plan, of, form as Record<string, unknown>);
}

export const save = route<Schemas['submissionForm'], StoredSubmission>({
  method: 'put',
  path: '/api/submissions/{submission}',
  id: 'saveSubmission',
  tag: 'submissions',
  right: 'write-forms',
  summary: { zh: '保存自评表', en: 'Save a submission' },
  description: {
    zh: '草稿与已退回的可以改；写到一半、不全、有错都照存，答复写明能读的部分眼下的得分，和哪些格读不出。规则、年度、名称、单位以登记的为准，表内所写的不起作用。',
    en: 'In the states draft and returned. What is half typed, incomplete or wrong is kept as well; the answer says what the rest scores, and which cells cannot be read. Rulebook, year, name and unit are those of the record, whatever the form says.',
  },
  parameters: [submissionParameter],
  of: submissionAsked,
  ifMatch: true,
  request: { schema: 'submissionForm', example: (example) => ({ form: formOf(example) }) },
  answer: {
    description: { zh: '保存后的自评表与评价结果。', en: 'The submission as saved, and what it scores.' },
    content: { 'application/json': 'savedForm' },
  },
  problems: ['wrong-state', 'unknown-rulebook', 'unusable-rulebook'],
  handle: async ({ c, services, personId, of, version, body }) => {
    const { evaluation, diagnostics, places } = await scored(services, of, body.form);
    const saved = await services.store.write(personId, async (write) => {
      const before = await unchanged(write.db, of, version);
      checkWithUnit(before);
      return saveForm(write, before, body.form as Record<string, unknown>, personId);
    });
    const answer: SavedForm = {
      record: shownRecord(saved, { inside: false }),
      diagnostics,
      ...(evaluation ? { evaluation: placed(evaluation, places) } : {}),
    };
    return c.json(answer, 200, { ETag: versionTag(saved.version) });
  },
});

export const remove = route<undefined, StoredSubmission>({
  method: 'delete',
  path: '/api/submissions/{submission}',
  id: 'removeSubmission',
  tag: 'submissions',
  right: 'write-forms',
  summary: { zh: '删除草稿', en: 'Discard a draft' },
  description: { zh: '只能删除从未报过的草稿。', en: 'Only a draft that was never filed.' },
  parameters: [submissionParameter],
  of: submissionAsked,
  ifMatch: true,
  answer: { status: 204, description: { zh: '已删除。', en: 'Discarded.' }, content: {} },
  problems: ['wrong-state'],
  handle: async ({ c, services: { store }, personId, of, version }) => {
    await store.write(personId, async (write) => {
      const before = await unchanged(write.db, of, version);
      await removeSubmission(write, before);
    });
    return c.body(null, 204);
  },
});

/** Places as the engine tells them, for an example. */
const asTold: Places = { at: (pointer) => ({ pointer }), of: (place = {}) => ({ ...place }) };

const explanationParameter = choiceParameter('explanation', ['true', 'false'], {
  zh: '是否也要逐行说明得分的文字；省略为否。',
  en: 'Whether the account in words is wanted as well; no where left out.',
});

const explainParameter: Parameter = {
  in: 'query',
  name: 'explain',
  description: {
    zh: '哪一行要说明来历：指标或自设指标的标识；省略为都不要。',
    en: 'The id of a line, or of a row, that is to be explained; none where left out.',
  },
  schema: { type: 'string' },
};

export const preview = route<Schemas['submissionForm'], StoredSubmission>({
  method: 'post',
  path: '/api/submissions/{submission}/preview',
  id: 'previewSubmission',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '边填边算', en: 'Score a form as it is typed' },
  description: {
    zh: '不保存。写到一半、读不出、空着的格只影响自己那一行：该行缺数据，诊断指明是哪一格；其余照算。答复只有页面要用的；逐行说明得分的文字另问才给。',
    en: 'Nothing is saved. A cell that is half typed, unreadable or empty affects its own line alone: that line lacks data, a diagnostic names the cell, and the rest is scored. The answer holds what a page shows; the whole account in words comes only where it is asked for.',
  },
  parameters: [submissionParameter, explainParameter, explanationParameter],
  of: submissionAsked,
  request: { schema: 'submissionForm', example: (example) => ({ form: formOf(example) }) },
  answer: {
    description: {
      zh: '眼下的得分、各行的得失、还缺什么、须说明什么。',
      en: 'What it scores now, line by line, what is lacking and what must be explained.',
    },
    content: { 'application/json': 'preview' },
    example: ({ evaluation }) => previewOf({ evaluation, diagnostics: [], places: asTold }),
  },
  problems: ['unknown-rulebook', 'unusable-rulebook', 'bad-parameter'],
  handle: async ({ c, services, of, body }) => {
    const outcome = await scored(services, of, body.form);
    const { evaluation } = outcome;
    const language = languageOf(c);
    const isExplained = choiceOf(c, 'explanation', ['true', 'false'] as const) === 'true';
    c.header('Content-Language', language);
    const line = c.req.query('explain');
    const explained = line === undefined ? undefined : await outcome.explain?.(line);
    return encodedJson(c, {
      ...previewOf(outcome),
      ...(explained ? { explained } : {}),
      ...(evaluation && isExplained ? { explanation: explain(evaluation, language) } : {}),
    });
  },
});
