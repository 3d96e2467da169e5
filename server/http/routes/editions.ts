/** Editions: published from a draft, told about, retired. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { mayDo } from '../../people/rights.ts';
import { closeDraft, filesOf, type StoredDraft } from '../../rulebooks/drafts.ts';
import {
  addEdition,
  findStoredEdition,
  isPublished,
  ownersOf,
  retireEdition,
  type StoredEdition,
  shownState,
} from '../../rulebooks/editions.ts';
import { findEdition } from '../../rulebooks/find.ts';
import type { Inspected } from '../../rulebooks/inspect.ts';
import { checkOpen, draftAsked, draftParameter, draftToWrite } from '../draft.ts';
import { Refusal } from '../problems.ts';
import { type Request, route } from '../route.ts';
import { checkVersion, versionTag } from '../versions.ts';
import { workOn } from '../work.ts';
import { editionParameters } from './rulebooks.ts';

type Publishable = Extract<Inspected, { publishable: true }>;

/** Refuses what may not be published, and says why. */
function publishable(inspected: Inspected, draft: StoredDraft): Publishable {
  if (inspected.publishable) return inspected;
  if (inspected.why !== 'wrong-name')
    throw new Refusal(inspected.why, { diagnostics: inspected.diagnostics });
  const own = `${draft.rulebook}@${draft.edition}`;
  throw new Refusal('wrong-state', {
    detail: {
      zh: `原文写的是 ${inspected.named}，草案是 ${own} 的；请改原文的 rulebook 与 edition。`,
      en: `the text names ${inspected.named}, but this is the draft of ${own}; change its rulebook and edition.`,
    },
  });
}

export const publish = route<Schemas['publication'], StoredDraft>({
  method: 'post',
  path: '/api/drafts/{draft}/publication',
  id: 'publishDraft',
  tag: 'drafts',
  right: 'publish-rulebooks',
  summary: { zh: '发布草案', en: 'Publish a draft' },
  description: {
    zh: '校核还有没有认可的错误时不能发布；用例有没有通过记在发布记录里。发布之后再不能改。',
    en: 'Refused while verification has errors that are not accepted; whether its cases pass is recorded. What is published stays as it is.',
  },
  parameters: [draftParameter],
  of: draftAsked,
  ifMatch: true,
  request: { schema: 'publication', example: () => ({ note: '第二档由2分改为1.5分，依据某某通知。' }) },
  answer: {
    status: 201,
    description: { zh: '发布的年度版本与用例的结果。', en: 'The edition, and how its cases came out.' },
    content: { 'application/json': 'published' },
  },
  problems: ['not-verified', 'unusable-rulebook', 'wrong-state', 'taken', 'took-too-long'],
  handle: async (request) => {
    const { c, services, personId, of, version, body, asking } = request;
    const { store } = services;
    checkVersion(version, of.version);
    checkOpen(of);
    const name = { rulebook: of.rulebook, edition: of.edition };
    const files = await filesOf(store.db, of.id);
    const { text, hash, passed, failed, failing } = publishable(
      await workOn(request, 'inspect', { ...files, name }),
      of,
    );
    const publishedAt = await store.write(personId, async (write) => {
      const draft = await draftToWrite(write.db, of.id, version);
      if (await isPublished(write.db, name)) throw new Refusal('taken');
      const owners = await ownersOf(write.db, name.rulebook);
      const isOwn = (unitPath: string) => mayDo(asking!.person, 'publish-rulebooks', { unitPath });
      if (owners.length > 0 && !owners.some(isOwn)) throw new Refusal('not-allowed');
      const { note } = body;
      const publication = { text, cases: files.cases, hash, note, passed, failed, failing };
      await addEdition(write, personId, draft, publication);
      await closeDraft(write, personId, draft, 'published');
      return write.at;
    });
    const published = { ...name, hash, note: body.note, publishedAt, cases: { passed, failed } };
    const address = `/api/rulebooks/${encodeURIComponent(name.rulebook)}/${encodeURIComponent(name.edition)}`;
    return c.json(published, 201, { Location: address });
  },
});

/** The edition of the path as it is stored. */
async function editionAsked({
  services: { store, library },
  param,
}: Request<undefined, undefined>): Promise<StoredEdition> {
  const name = { rulebook: param('rulebook'), edition: param('edition') };
  const found = await findStoredEdition(store.db, name);
  if (found) return found;
  await findEdition(library, name.rulebook, name.edition);
  throw new Refusal('unknown-rulebook');
}

export const retire = route<Schemas['retirement'], StoredEdition>({
  method: 'post',
  path: '/api/rulebooks/{rulebook}/{edition}/retirement',
  id: 'retireEdition',
  tag: 'rulebooks',
  right: 'publish-rulebooks',
  summary: { zh: '停用一版', en: 'Retire an edition' },
  description: {
    zh: '停用之后不再按它报送；已报的表不变。随程序附带的各版，只有最上级地区的规则人员可以停用。',
    en: 'Nothing is filed under it any more; what was filed stays. What came with the program is retired by policy staff of the root region.',
  },
  parameters: editionParameters,
  of: editionAsked,
  request: { schema: 'retirement', example: () => ({ note: '已由新的年度版本取代。' }) },
  answer: {
    description: { zh: '停用后的状态。', en: 'Its state now.' },
    content: { 'application/json': 'editionState' },
  },
  problems: ['unknown-rulebook', 'wrong-state'],
  handle: async ({ c, services: { store }, personId, of, body }) => {
    await store.write(personId, async (write) => {
      const now = (await findStoredEdition(write.db, of))!;
      if (now.state !== 'published')
        throw new Refusal('wrong-state', {
          detail:
            now.state === 'retired'
              ? { zh: '已经停用了。', en: 'it is retired already.' }
              : { zh: '没有发布过，不必停用。', en: 'it was never published.' },
        });
      await retireEdition(write, now, body.note);
    });
    const retired = (await findStoredEdition(store.db, of))!;
    return c.json(await shownState(store.db, retired), 200, { ETag: versionTag(retired.version) });
  },
});

export const state = route<undefined, StoredEdition>({
  method: 'get',
  path: '/api/rulebooks/{rulebook}/{edition}/state',
  id: 'getEditionState',
  tag: 'rulebooks',
  right: 'anyone',
  summary: { zh: '一版的发布与停用', en: 'Get the state of an edition' },
  parameters: editionParameters,
  of: editionAsked,
  answer: {
    description: { zh: '发布与停用的记录。', en: 'When it was published, and retired.' },
    content: { 'application/json': 'editionState' },
    cached: true,
  },
  problems: ['unknown-rulebook'],
  handle: async ({ c, services: { store }, of }) =>
    c.json(await shownState(store.db, of), 200, { ETag: versionTag(of.version) }),
});

export const cases = route({
  method: 'get',
  path: '/api/rulebooks/{rulebook}/{edition}/cases',
  id: 'getEditionCases',
  tag: 'rulebooks',
  right: 'anyone',
  summary: { zh: '一版的用例', en: 'Get the cases of an edition' },
  parameters: editionParameters,
  answer: {
    description: { zh: '各用例文件。', en: 'The files of cases.' },
    content: { 'application/json': 'caseFileList' },
    cached: true,
  },
  problems: ['unknown-rulebook'],
  handle: async ({ c, services: { library }, param }) => {
    const found = await findEdition(library, param('rulebook'), param('edition'));
    const items = (await library.cases(found)).map(({ path, text }) => ({ path, text }));
    return c.json({ items });
  },
});
