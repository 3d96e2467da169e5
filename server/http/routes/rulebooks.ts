/** Rulebooks: the list, one edition, its text, and finding what is wrong with a draft. */
import { createHash } from 'node:crypto';
import { accepts } from 'hono/accepts';
import { describeForm, describeLine, engineVersion } from '../../../engine/index.ts';
import type { Edition } from '../../library.ts';
import { findEdition, planOf } from '../../rulebooks/find.ts';
import { readBody } from '../body.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, route } from '../route.ts';
import { workOn } from '../work.ts';

/** The two parameters that name an edition. */
export const editionParameters: readonly Parameter[] = [
  {
    in: 'path',
    name: 'rulebook',
    description: { zh: '评分规则的标识。', en: 'The id of the rulebook.' },
    schema: { type: 'string' },
  },
  {
    in: 'path',
    name: 'edition',
    description: { zh: '年度版本。', en: 'The edition, named by its year.' },
    schema: { type: 'string' },
  },
];

/** An edition as the list shows it. */
export function entryOf({ rulebook, edition, plan, diagnostics, state }: Edition) {
  const counted = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
  const { title, status, subjects, total, grades } = plan?.rulebook ?? {};
  return {
    rulebook,
    edition,
    title,
    hash: plan?.identity.hash,
    usable: plan !== undefined,
    status: state ?? status,
    subjects,
    total,
    grades,
    diagnostics: { errors: counted('error'), warnings: counted('warning') },
  };
}

export const list = route({
  method: 'get',
  path: '/api/rulebooks',
  id: 'listRulebooks',
  tag: 'rulebooks',
  right: 'anyone',
  summary: { zh: '评分规则目录', en: 'List the rulebooks' },
  answer: {
    description: { zh: '全部评分规则，按标识与年度排列。', en: 'Every rulebook, by id and edition.' },
    content: { 'application/json': 'rulebookList' },
    cached: true,
  },
  problems: [],
  handle: async ({ c, services: { library } }) => c.json({ rulebooks: (await library.all()).map(entryOf) }),
});

export const content = route({
  method: 'get',
  path: '/api/rulebooks/{rulebook}/{edition}',
  id: 'getRulebook',
  tag: 'rulebooks',
  right: 'anyone',
  summary: { zh: '一份评分规则', en: 'Get a rulebook' },
  description: {
    zh: 'ETag 即内容摘要：摘要不变，规则就没有变。',
    en: 'The ETag is the hash of the content: while it stays, the rules stay.',
  },
  parameters: editionParameters,
  answer: {
    description: { zh: '评分规则的标识、内容摘要与全文。', en: 'Its identity, hash and content.' },
    content: { 'application/json': 'rulebookDocument' },
    cached: true,
  },
  problems: ['unknown-rulebook', 'unusable-rulebook'],
  handle: async ({ c, services: { library } }) => {
    const found = await findEdition(library, c.req.param('rulebook') ?? '', c.req.param('edition') ?? '');
    const { identity, rulebook } = planOf(found);
    return c.json({ ...identity, content: rulebook }, 200, { ETag: `"${identity.hash}"` });
  },
});

export const form = route({
  method: 'get',
  path: '/api/rulebooks/{rulebook}/{edition}/form',
  id: 'getForm',
  tag: 'rulebooks',
  right: 'anyone',
  summary: { zh: '一版规则要填的表', en: 'Get the form of a rulebook' },
  description: {
    zh: '单位要填的表，按表上的顺序：填报项的栏目，各级指标与它们怎样填、按哪些填报项计分，自设表的各列，文字栏。',
    en: 'What a unit fills in, in the order of the form: inputs by section, lines with what each asks for and reads, the columns of declared tables, texts.',
  },
  parameters: editionParameters,
  answer: {
    description: { zh: '要填的表。', en: 'The form.' },
    content: { 'application/json': 'formDescription' },
    cached: true,
  },
  problems: ['unknown-rulebook', 'unusable-rulebook'],
  handle: async ({ c, services: { library }, param }) => {
    const plan = planOf(await findEdition(library, param('rulebook'), param('edition')));
    return c.json(await describeForm(plan), 200, { ETag: `"${plan.identity.hash}-${engineVersion}"` });
  },
});

export const line = route({
  method: 'get',
  path: '/api/rulebooks/{rulebook}/{edition}/lines/{line}',
  id: 'getLine',
  tag: 'rulebooks',
  right: 'anyone',
  summary: { zh: '一行怎样计分', en: 'How one line is scored' },
  description: {
    zh: '条文与出处、口径、方法一句话、各档、得分曲线（含不含端点写明）；自设指标按目标值的写法分类。',
    en: 'Its text and source, reading, method in a sentence, bands, and curve with the ends that belong; of declared rows, by kind of target.',
  },
  parameters: [
    ...editionParameters,
    {
      in: 'path',
      name: 'line',
      description: { zh: '指标的标识。', en: 'The id of the line.' },
      schema: { type: 'string' },
    },
  ],
  answer: {
    description: { zh: '这一行的说明。', en: 'The line.' },
    content: { 'application/json': 'lineDocument' },
    cached: true,
  },
  problems: ['unknown-rulebook', 'unusable-rulebook', 'not-found'],
  handle: async ({ c, services: { library }, param }) => {
    const plan = planOf(await findEdition(library, param('rulebook'), param('edition')));
    const described = await describeLine(plan, param('line'));
    if (!described) throw new Refusal('not-found');
    return c.json(described, 200, { ETag: `"${plan.identity.hash}-${engineVersion}"` });
  },
});

export const source = route({
  method: 'get',
  path: '/api/rulebooks/{rulebook}/{edition}/source',
  id: 'getRulebookSource',
  tag: 'rulebooks',
  right: 'anyone',
  summary: { zh: '评分规则的 YAML 原文', en: 'Get the text of a rulebook' },
  description: {
    zh: '原文连同注释。有错误、不能使用的规则也可以取原文。',
    en: 'The YAML with its comments, also of a rulebook that has errors.',
  },
  parameters: editionParameters,
  answer: {
    description: { zh: 'YAML 原文。', en: 'The YAML.' },
    content: { 'application/yaml': 'text', 'text/plain': 'text' },
    cached: true,
  },
  problems: ['unknown-rulebook'],
  handle: async ({ c, services: { library } }) => {
    const found = await findEdition(library, c.req.param('rulebook') ?? '', c.req.param('edition') ?? '');
    const hash = createHash('sha256').update(found.text).digest('hex');
    // A browser shows plain text where it would save YAML as a file.
    const type = accepts(c, {
      header: 'Accept',
      supports: ['application/yaml', 'text/plain', 'text/html'],
      default: 'application/yaml',
    });
    return c.body(found.text, 200, {
      'Content-Type': `${type === 'application/yaml' ? type : 'text/plain'}; charset=utf-8`,
      Vary: 'Accept',
      ETag: `"${hash}"`,
    });
  },
});

export const check = route({
  method: 'post',
  path: '/api/check',
  id: 'checkRulebook',
  tag: 'rulebooks',
  right: 'anyone',
  summary: { zh: '为评分规则查错', en: 'Check a rulebook' },
  description: {
    zh: '规则有没有错误都答 200：诊断就是答复，各带行、列与改正办法。规则不会被保存。',
    en: 'The answer is 200 whatever is wrong with it: the diagnostics are the answer. Nothing is stored.',
  },
  request: { schema: 'rulebook', raw: true },
  answer: {
    description: { zh: '能不能用，以及全部诊断。', en: 'Whether it can be used, and every diagnostic.' },
    content: { 'application/json': 'checked' },
  },
  problems: ['body-too-slow', 'body-too-large', 'unsupported-media-type', 'took-too-long'],
  handle: async (request) => {
    const text = await readBody(request.c);
    return request.c.json(await workOn(request, 'check', { text, file: 'body' }));
  },
});
