/** What is said of a draft as it is edited: nothing here is stored, and none of it is done on the main thread. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { filesOf, type StoredDraft } from '../../rulebooks/drafts.ts';
import { draftAsked, draftParameter, filesAsked } from '../draft.ts';
import type { ProblemCode } from '../problems.ts';
import { Refusal } from '../problems.ts';
import { type Route, route } from '../route.ts';
import { workOn } from '../work.ts';

type Text = Schemas['draftText'] | undefined;

const problems = ['took-too-long'] as const satisfies readonly ProblemCode[];

/** What routes that look at the saved text, or at one that is not saved yet, have in common. */
const ofText = {
  method: 'post',
  tag: 'drafts',
  right: 'read-drafts',
  parameters: [draftParameter],
  of: draftAsked,
  request: {
    schema: 'draftText',
    optional: true,
    example: () => ({ text: 'rulebook: national\nedition: "2000"\n' }),
  },
} satisfies Partial<Route<Text, StoredDraft>>;

const unsaved = {
  zh: '请求内容给出 text 时看这份未保存的原文，省略则看已保存的。',
  en: 'Looks at the text of the body, which is not saved; without a body, at the text that is.',
};

export const check = route<Text, StoredDraft>({
  ...ofText,
  path: '/api/drafts/{draft}/check',
  id: 'checkDraft',
  summary: { zh: '为草案查错', en: 'Check a draft' },
  description: unsaved,
  answer: {
    description: { zh: '能不能用，以及全部诊断。', en: 'Whether it can be used, and every diagnostic.' },
    content: { 'application/json': 'checked' },
  },
  problems,
  handle: async (request) => {
    const { text } = await filesAsked(request);
    return request.c.json(await workOn(request, 'check', { text }));
  },
});

export const verification = route<Text, StoredDraft>({
  ...ofText,
  path: '/api/drafts/{draft}/verification',
  id: 'verifyDraft',
  summary: { zh: '校核草案', en: 'Verify a draft' },
  description: unsaved,
  answer: {
    description: { zh: '逐行的证明与见证。', en: 'What is proved of each line, with witnesses.' },
    content: { 'application/json': 'verification' },
  },
  problems,
  handle: async (request) => {
    const { text } = await filesAsked(request);
    return request.c.json(await workOn(request, 'verification', { text }));
  },
});

export const caseResults = route<Text, StoredDraft>({
  ...ofText,
  path: '/api/drafts/{draft}/case-results',
  id: 'runDraftCases',
  summary: { zh: '运行草案的用例', en: 'Run the cases of a draft' },
  description: unsaved,
  answer: {
    description: { zh: '每个用例应得与实得之差。', en: 'What each case expects against what came out.' },
    content: { 'application/json': 'results' },
  },
  problems: [...problems, 'unusable-rulebook'],
  handle: async (request) => {
    const files = await filesAsked(request);
    const { results, unusable } = await workOn(request, 'caseResults', files);
    if (!results) throw new Refusal('unusable-rulebook', { diagnostics: unusable });
    return request.c.json(results);
  },
});

export const preview = route<Schemas['draftPreview'], StoredDraft>({
  method: 'post',
  path: '/api/drafts/{draft}/preview',
  id: 'previewDraft',
  tag: 'drafts',
  right: 'read-drafts',
  summary: { zh: '用草案试算一张表', en: 'Score a form by a draft' },
  description: {
    zh: '表上写的规则与年度不论，一律按这份草案；连自评得分一并核对。',
    en: 'Whatever rulebook the form names, it is scored by this draft; what it claims is held against it.',
  },
  parameters: [draftParameter],
  of: draftAsked,
  request: { schema: 'draftPreview', example: ({ submission }) => ({ submission }) },
  answer: {
    description: { zh: '评价结果。', en: 'The evaluation.' },
    content: { 'application/json': 'evaluation' },
    example: ({ evaluation }) => evaluation,
  },
  problems: [...problems, 'unusable-rulebook', 'unusable-form'],
  handle: async (request) => {
    const { c, services, of, body } = request;
    const text = body.text ?? (await filesOf(services.store.db, of.id)).text;
    const input = { text, submission: body.submission as Record<string, unknown> };
    const { diagnostics, ...previewed } = await workOn(request, 'preview', input);
    if (!previewed.evaluation) throw new Refusal(`unusable-${previewed.unusable}`, { diagnostics });
    return c.json({ ...previewed.evaluation, ...(diagnostics.length > 0 ? { diagnostics } : {}) });
  },
});
