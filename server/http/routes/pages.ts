/** Pages for people, the API's document, and what they load. */
import type { Context } from 'hono';
import { sendAsset } from '../assets.ts';
import { languageOf } from '../language.ts';
import { page } from '../pages/page.ts';
import { reference, referenceHead, referenceTitle } from '../pages/reference.ts';
import { start as startPage } from '../pages/start.ts';
import { startTitle } from '../pages/words.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';

export const start = route({
  method: 'get',
  path: '/',
  id: 'start',
  tag: 'pages',
  right: 'anyone',
  summary: { zh: '首页', en: 'The first page' },
  description: {
    zh: '有网页时是网页；没有生成网页时同 /about。',
    en: 'The pages where they were built; else what /about shows.',
  },
  answer: {
    description: { zh: '网页。', en: 'A page.' },
    content: { 'text/html': 'text' },
    cached: true,
  },
  problems: [],
  handle: ({ c, services }) => services.webPages?.html(c) ?? about(c, services),
});

/** What this is, for who comes with a program: a form worked out, the rulebooks, commands to try. */
async function about(c: Context, { library, example }: Services): Promise<Response> {
  const language = languageOf(c);
  const { origin } = new URL(c.req.url);
  const content = { editions: await library.all(), example: await example(), origin };
  return page(c, language, { title: startTitle[language], body: startPage(content, language) });
}

export const aboutPage = route({
  method: 'get',
  path: '/about',
  id: 'about',
  tag: 'pages',
  right: 'anyone',
  summary: { zh: '计分示例与接口入口', en: 'A form worked out, and the way into the API' },
  answer: {
    description: { zh: '网页。', en: 'A page.' },
    content: { 'text/html': 'text' },
    cached: true,
  },
  problems: [],
  handle: ({ c, services }) => about(c, services),
});

export const docs = route({
  method: 'get',
  path: '/docs',
  id: 'reference',
  tag: 'pages',
  right: 'anyone',
  summary: { zh: '接口参考', en: 'The API reference' },
  answer: {
    description: { zh: '网页。', en: 'A page.' },
    content: { 'text/html': 'text' },
    cached: true,
  },
  problems: [],
  handle: ({ c }) => {
    const language = languageOf(c);
    return page(c, language, {
      title: referenceTitle[language],
      head: referenceHead(),
      body: reference(language),
    });
  },
});

export const file = route({
  method: 'get',
  path: '/assets/{file}',
  id: 'asset',
  tag: 'pages',
  right: 'anyone',
  summary: { zh: '网页所用的文件', en: 'A file that pages use' },
  parameters: [
    {
      in: 'path',
      name: 'file',
      description: { zh: '文件名。', en: 'The name of the file.' },
      schema: { type: 'string' },
    },
  ],
  answer: {
    description: { zh: '样式、脚本或图。', en: 'A style sheet, a script or a picture.' },
    content: { 'text/css': 'text', 'text/javascript': 'text', 'image/svg+xml': 'text' },
    cached: true,
  },
  problems: ['unknown-address'],
  handle: ({ c, services: { webPages } }) => sendAsset(c, c.req.param('file') ?? '', webPages),
});

export const openapi = route({
  method: 'get',
  path: '/openapi.json',
  id: 'openapi',
  tag: 'pages',
  right: 'anyone',
  summary: { zh: '接口说明（OpenAPI）', en: 'This document (OpenAPI)' },
  answer: {
    description: { zh: 'OpenAPI 3.1 文档。', en: 'The OpenAPI 3.1 document.' },
    content: { 'application/json': 'openapi' },
    cached: true,
  },
  problems: [],
  handle: async ({ c, services: { describe } }) => c.json(await describe()),
});

export const example = route({
  method: 'get',
  path: '/api/example',
  id: 'getExample',
  tag: 'forms',
  right: 'anyone',
  summary: { zh: '一张真实填报的自评表', en: 'Get a form that was really filed' },
  description: {
    zh: '取自规则旁边的用例，可直接发给 /api/evaluate。用例中没有合适的表时答 404。',
    en: 'From the cases beside the rulebooks; send it to /api/evaluate as it is. 404 where no case has one.',
  },
  answer: {
    description: { zh: '自评表。', en: 'The form.' },
    content: { 'application/json': 'submission' },
    example: ({ submission }) => submission,
    cached: true,
  },
  problems: ['unknown-address'],
  handle: async ({ c, services: { example: find } }) => {
    const found = await find();
    if (!found) throw new Refusal('unknown-address');
    return c.json(found.submission);
  },
});
