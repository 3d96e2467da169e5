/** Drafts: begun, read, saved, discarded; nothing of them is ever lost. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { mayDo, reachOf } from '../../people/rights.ts';
import { coverage, findUnit } from '../../people/units.ts';
import {
  addDraft,
  closeDraft,
  findDraft,
  findOpenDraft,
  listDrafts,
  type StoredDraft,
  saveFile,
  shownDraft,
  shownDrafts,
} from '../../rulebooks/drafts.ts';
import { isPublished, ownersOf } from '../../rulebooks/editions.ts';
import { type RulebookFiles, rulebookFile } from '../../rulebooks/examine.ts';
import { findEdition } from '../../rulebooks/find.ts';
import type { Name } from '../../rulebooks/rewrite.ts';
import { caseTemplate, rulebookTemplate } from '../../rulebooks/template.ts';
import type { Database, Writing } from '../../store/database.ts';
import { draftAsked, draftParameter, draftToWrite } from '../draft.ts';
import { pageOf, pageParameters, pagingOf } from '../paging.ts';
import { Refusal } from '../problems.ts';
import { type Request, route } from '../route.ts';
import { versionTag } from '../versions.ts';
import { workOn } from '../work.ts';

export const list = route({
  method: 'get',
  path: '/api/drafts',
  id: 'listDrafts',
  tag: 'drafts',
  right: 'read-drafts',
  summary: { zh: '草案目录', en: 'List the drafts' },
  description: { zh: '能看到的草案，新的在前。', en: 'Those the person may see, the newest first.' },
  parameters: pageParameters,
  answer: {
    description: { zh: '一页草案。', en: 'A page of drafts.' },
    content: { 'application/json': 'draftPage' },
  },
  problems: ['bad-parameter'],
  handle: async ({ c, services: { store }, asking }) => {
    const paging = pagingOf(c);
    const { person } = asking!;
    const { prefix } = coverage(person, reachOf(person, 'read-drafts')!);
    const rows = await listDrafts(store.db, prefix, paging.after, paging.limit + 1);
    const shown = await shownDrafts(store.db, rows);
    return c.json(
      pageOf(
        shown,
        paging,
        ({ id }) => id,
        (one) => one,
      ),
    );
  },
});

type Creating = Request<Schemas['newDraft'], undefined>;

const unitOf = ({ body, asking }: Creating): string => body.unitId ?? asking!.person.unitId;

/** What the draft begins with: an edition copied, a text that was sent, or the template. */
async function firstFiles(request: Creating): Promise<RulebookFiles & { basedOn: string | null }> {
  const { rulebook, edition, from, text } = request.body;
  if (from) {
    const { library } = request.services;
    const source = await findEdition(library, from.rulebook, from.edition, {
      file: 'body',
      pointer: '/from',
    });
    const cases = await library.cases(source);
    const files = { text: source.text, cases: [...cases] };
    const copied = await workOn(request, 'copy', { ...files, from, to: { rulebook, edition } });
    if (copied.text !== undefined) return { ...copied, text: copied.text, basedOn: source.name };
    throw new Refusal('unusable-rulebook', { diagnostics: source.diagnostics });
  }
  if (text !== undefined) return { text, cases: [], basedOn: null };
  const example = caseTemplate(rulebook, edition, '../../../../schemas/case.schema.json');
  return {
    text: rulebookTemplate(rulebook, edition, '../../../schemas/rulebook.schema.json'),
    cases: [{ path: 'cases/example.yaml', text: example }],
    basedOn: null,
  };
}

async function checkFree(db: Database | Writing, name: Name): Promise<void> {
  if (await isPublished(db, name))
    throw new Refusal('taken', {
      detail: {
        zh: `${name.rulebook}@${name.edition} 已经发布，不能再改；请另取年度版本。`,
        en: `${name.rulebook}@${name.edition} is published and stays as it is; choose another edition.`,
      },
    });
  const open = await findOpenDraft(db, name);
  if (open)
    throw new Refusal('taken', {
      detail: {
        zh: `${name.rulebook}@${name.edition} 已经有一份草案在写（${open.unitName}）。`,
        en: `${name.rulebook}@${name.edition} is being drafted already (${open.unitName}).`,
      },
    });
}

/** A rulebook belongs to the regions that published it; others give theirs another id. */
async function checkOwner(db: Database, { asking, body }: Creating): Promise<void> {
  const owners = await ownersOf(db, body.rulebook);
  if (owners.length === 0) return;
  if (owners.some((unitPath) => mayDo(asking!.person, 'write-drafts', { unitPath }))) return;
  throw new Refusal('not-allowed', {
    detail: {
      zh: `评分规则「${body.rulebook}」由别的地区发布；请另取标识。`,
      en: `the rulebook "${body.rulebook}" is published by another region; choose another id.`,
    },
  });
}

export const create = route<Schemas['newDraft']>({
  method: 'post',
  path: '/api/drafts',
  id: 'createDraft',
  tag: 'drafts',
  right: 'write-drafts',
  summary: { zh: '起草', en: 'Begin a draft' },
  description: {
    zh: 'from 复制一版的原文与用例（注释与排版照旧），text 直接给出原文，都不给则从空白模板开始。同一规则同一年度只有一份在写的草案。',
    en: '`from` copies an edition with its cases, comments and layout kept; `text` is taken as it is; else it begins from the template. There is one open draft of an edition.',
  },
  into: async (request) => {
    const unit = await findUnit(request.services.store.db, unitOf(request));
    if (!unit)
      throw new Refusal('not-found', { detail: { zh: '没有这个地区。', en: 'there is no such region.' } });
    return { unitPath: unit.path };
  },
  request: { schema: 'newDraft', example: () => ({ rulebook: 'national', edition: '2000' }) },
  answer: {
    status: 201,
    description: { zh: '草案；ETag 是版本。', en: 'The draft; the ETag is the version.' },
    content: { 'application/json': 'draft' },
  },
  problems: ['taken', 'unknown-rulebook', 'unusable-rulebook', 'took-too-long'],
  handle: async (request) => {
    const { c, services, personId, body } = request;
    const { store } = services;
    const name = { rulebook: body.rulebook, edition: body.edition };
    await checkOwner(store.db, request);
    await checkFree(store.db, name);
    const { basedOn, ...files } = await firstFiles(request);
    const shown = await store.write(personId, async (write) => {
      await checkFree(write.db, name);
      const draft = { ...name, unitId: unitOf(request), basedOn };
      const id = await addDraft(write, personId, draft, files);
      return shownDraft(write.db, (await findDraft(write.db, id))!);
    });
    return c.json(shown, 201, { ETag: versionTag(shown.version), Location: `/api/drafts/${shown.id}` });
  },
});

export const read = route<undefined, StoredDraft>({
  method: 'get',
  path: '/api/drafts/{draft}',
  id: 'getDraft',
  tag: 'drafts',
  right: 'read-drafts',
  summary: { zh: '一份草案', en: 'Get a draft' },
  parameters: [draftParameter],
  of: draftAsked,
  answer: {
    description: { zh: '草案；ETag 是版本。', en: 'The draft; the ETag is the version.' },
    content: { 'application/json': 'draft' },
    cached: true,
  },
  problems: [],
  handle: async ({ c, services: { store }, of }) =>
    c.json(await shownDraft(store.db, of), 200, { ETag: versionTag(of.version) }),
});

export const save = route<Schemas['draftText'], StoredDraft>({
  method: 'put',
  path: '/api/drafts/{draft}',
  id: 'saveDraft',
  tag: 'drafts',
  right: 'write-drafts',
  summary: { zh: '保存草案', en: 'Save a draft' },
  description: {
    zh: '有错误的原文也照存；每存一次留一版。',
    en: 'A text with mistakes is kept as well; each save is a version.',
  },
  parameters: [draftParameter],
  of: draftAsked,
  ifMatch: true,
  request: { schema: 'draftText', example: () => ({ text: 'rulebook: national\nedition: "2000"\n' }) },
  answer: {
    description: { zh: '改后的草案。', en: 'The draft as it is now.' },
    content: { 'application/json': 'draft' },
  },
  problems: ['wrong-state'],
  handle: async ({ c, services: { store }, personId, of, version, body }) => {
    const shown = await store.write(personId, async (write) => {
      const draft = await draftToWrite(write.db, of.id, version);
      await saveFile(write, personId, draft, rulebookFile, body.text);
      return shownDraft(write.db, (await findDraft(write.db, of.id))!);
    });
    return c.json(shown, 200, { ETag: versionTag(shown.version) });
  },
});

export const discard = route<undefined, StoredDraft>({
  method: 'delete',
  path: '/api/drafts/{draft}',
  id: 'discardDraft',
  tag: 'drafts',
  right: 'write-drafts',
  summary: { zh: '放弃草案', en: 'Discard a draft' },
  description: { zh: '原文与历史都留着。', en: 'Its text and history stay.' },
  parameters: [draftParameter],
  of: draftAsked,
  ifMatch: true,
  answer: {
    description: { zh: '已放弃的草案。', en: 'The draft, discarded.' },
    content: { 'application/json': 'draft' },
  },
  problems: ['wrong-state'],
  handle: async ({ c, services: { store }, personId, of, version }) => {
    const shown = await store.write(personId, async (write) => {
      await closeDraft(write, personId, await draftToWrite(write.db, of.id, version), 'discarded');
      return shownDraft(write.db, (await findDraft(write.db, of.id))!);
    });
    return c.json(shown, 200, { ETag: versionTag(shown.version) });
  },
});
