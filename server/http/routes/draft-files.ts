/** What belongs to a draft beside its text: its history and its cases. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { filesOf, findDraft, type StoredDraft, saveFile, shownDraft } from '../../rulebooks/drafts.ts';
import { findVersion, listVersions } from '../../rulebooks/history.ts';
import { draftAsked, draftParameter, draftToWrite } from '../draft.ts';
import { pageOf, pageParameters, pagingOf } from '../paging.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, type Request, route } from '../route.ts';
import { versionTag } from '../versions.ts';

const badVersion = () =>
  new Refusal('bad-parameter', {
    detail: { zh: '版本应是从 1 起的整数。', en: 'a version is a whole number from 1.' },
  });

/** A version as it is written in an address. */
function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw badVersion();
  return Number(text);
}

export const versions = route<undefined, StoredDraft>({
  method: 'get',
  path: '/api/drafts/{draft}/versions',
  id: 'listDraftVersions',
  tag: 'drafts',
  right: 'read-drafts',
  summary: { zh: '草案的历史', en: 'List the versions of a draft' },
  parameters: [draftParameter, ...pageParameters],
  of: draftAsked,
  answer: {
    description: { zh: '一页改动，新的在前。', en: 'A page of changes, the newest first.' },
    content: { 'application/json': 'draftVersionPage' },
  },
  problems: ['bad-parameter'],
  handle: async ({ c, services: { store }, of }) => {
    const paging = pagingOf(c);
    const after = paging.after === undefined ? undefined : versionNumber(paging.after);
    const rows = await listVersions(store.db, of.id, after, paging.limit + 1);
    return c.json(
      pageOf(
        rows,
        paging,
        ({ version }) => String(version),
        (one) => one,
      ),
    );
  },
});

export const version = route<undefined, StoredDraft>({
  method: 'get',
  path: '/api/drafts/{draft}/versions/{version}',
  id: 'getDraftVersion',
  tag: 'drafts',
  right: 'read-drafts',
  summary: { zh: '草案的一次改动', en: 'Get a version of a draft' },
  parameters: [
    draftParameter,
    {
      in: 'path',
      name: 'version',
      description: { zh: '版本。', en: 'The version.' },
      schema: { type: 'integer', minimum: 1 },
    },
  ],
  of: draftAsked,
  answer: {
    description: { zh: '这次改动与改后的内容。', en: 'The change, and what the files became.' },
    content: { 'application/json': 'draftVersionContent' },
    cached: true,
  },
  problems: ['bad-parameter'],
  handle: async ({ c, services: { store }, of, param }) => {
    const found = await findVersion(store.db, of.id, versionNumber(param('version')));
    if (!found) throw new Refusal('not-found');
    return c.json(found);
  },
});

export const listCases = route<undefined, StoredDraft>({
  method: 'get',
  path: '/api/drafts/{draft}/cases',
  id: 'listDraftCases',
  tag: 'drafts',
  right: 'read-drafts',
  summary: { zh: '草案的用例', en: 'Get the cases of a draft' },
  parameters: [draftParameter],
  of: draftAsked,
  answer: {
    description: { zh: '各用例文件。', en: 'The files of cases.' },
    content: { 'application/json': 'caseFileList' },
  },
  problems: [],
  handle: async ({ c, services: { store }, of }) => c.json({ items: (await filesOf(store.db, of.id)).cases }),
});

const caseParameters: readonly Parameter[] = [
  draftParameter,
  {
    in: 'path',
    name: 'folder',
    description: {
      zh: 'cases 或 constructed（为够到各处而编的）。',
      en: 'cases, or constructed for those made up to reach what no filed form does.',
    },
    schema: { enum: ['cases', 'constructed'] },
  },
  {
    in: 'path',
    name: 'file',
    description: {
      zh: '文件名：英文、数字与 . _ -，以 .yaml、.yml 或 .json 结尾。',
      en: 'A file name of letters, digits, ".", "_" and "-" that ends in .yaml, .yml or .json.',
    },
    schema: { type: 'string' },
    example: 'filed.yaml',
  },
];

/** How many files of cases a draft may have. */
const mostCases = 500;

/** The path among the files of the draft. */
function casePath({ param }: Pick<Request, 'param'>): string {
  const [folder, file] = [param('folder'), param('file')];
  if (/^(cases|constructed)$/.test(folder) && /^[A-Za-z0-9][\w.-]{0,99}\.(ya?ml|json)$/.test(file))
    return `${folder}/${file}`;
  throw new Refusal('bad-parameter', {
    detail: {
      zh: '用例放在 cases 或 constructed 下，文件名用英文、数字与 . _ -，以 .yaml、.yml 或 .json 结尾。',
      en: 'a case is in cases or constructed; its name has letters, digits, ".", "_" and "-" and ends in .yaml, .yml or .json.',
    },
  });
}

const changed = async (
  { c, services: { store }, personId, of, version: seen }: Request<unknown, StoredDraft>,
  path: string,
  text: string | null,
) => {
  const shown = await store.write(personId, async (write) => {
    const draft = await draftToWrite(write.db, of.id, seen);
    const { cases } = await filesOf(write.db, of.id);
    const isThere = cases.some((one) => one.path === path);
    if (text === null && !isThere) throw new Refusal('not-found');
    if (text !== null && !isThere && cases.length >= mostCases)
      throw new Refusal('unusable-request', {
        detail: {
          zh: `用例文件至多 ${mostCases} 个。`,
          en: `a draft has at most ${mostCases} files of cases.`,
        },
      });
    await saveFile(write, personId, draft, path, text);
    return shownDraft(write.db, (await findDraft(write.db, of.id))!);
  });
  return c.json(shown, 200, { ETag: versionTag(shown.version) });
};

const answer = {
  description: { zh: '改后的草案。', en: 'The draft as it is now.' },
  content: { 'application/json': 'draft' as const },
};

export const saveCase = route<Schemas['draftText'], StoredDraft>({
  method: 'put',
  path: '/api/drafts/{draft}/cases/{folder}/{file}',
  id: 'saveDraftCase',
  tag: 'drafts',
  right: 'write-drafts',
  summary: { zh: '保存一个用例文件', en: 'Save a file of cases' },
  parameters: caseParameters,
  of: draftAsked,
  ifMatch: true,
  request: { schema: 'draftText', example: () => ({ text: 'case: 某某\n' }) },
  answer,
  problems: ['bad-parameter', 'wrong-state'],
  handle: (request) => changed(request, casePath(request), request.body.text),
});

export const removeCase = route<undefined, StoredDraft>({
  method: 'delete',
  path: '/api/drafts/{draft}/cases/{folder}/{file}',
  id: 'removeDraftCase',
  tag: 'drafts',
  right: 'write-drafts',
  summary: { zh: '删去一个用例文件', en: 'Remove a file of cases' },
  description: { zh: '历史里仍有它。', en: 'It stays in the history.' },
  parameters: caseParameters,
  of: draftAsked,
  ifMatch: true,
  answer,
  problems: ['bad-parameter', 'wrong-state'],
  handle: (request) => changed(request, casePath(request), null),
});
