/** Routes → the OpenAPI 3.1 document that describes them. */
import { engineVersion } from '../../../engine/index.ts';
import { rights } from '../../people/rights.ts';
import { csrfHeader, sessionCookie } from '../admission.ts';
import { bodyTypes } from '../body.ts';
import { both } from '../language.ts';
import { type ProblemCode, problemOf, problems } from '../problems.ts';
import { knowsItsQuery, parametersOf } from '../query.ts';
import type { AnyRoute, Parameter, Tag } from '../route.ts';
import type { Example } from '../services.ts';
import { componentsFor, refTo } from './components.ts';

type Json = Record<string, unknown>;

const tags: Record<Tag, string> = {
  session: '登录 · Signing in',
  people: '人员与单位 · People and units',
  rulebooks: '评分规则 · Rulebooks',
  drafts: '规则草案 · Draft rulebooks',
  forms: '计分与稽核 · Scoring and audit',
  submissions: '自评表的办理 · Submissions',
  tasks: '任务 · Tasks',
  statistics: '统计 · Statistics',
  system: '系统 · System',
  pages: '页面与文档 · Pages and documents',
};

const description = `
准绳按评分规则给绩效自评表计分、稽核，并把每一分讲清楚。数一律以十进制文本往来，逐位计算。

Zhunsheng scores, audits and explains budget-performance self-evaluations by declarative rulebooks. Numbers travel as
decimal text and are computed exactly.

- 请求内容可用 JSON 或 YAML，至多 1 MiB。A body is JSON or YAML of at most 1 MiB.
- 不能答复时，答以 \`application/problem+json\`（RFC 9457），\`code\` 取自封闭的目录，\`diagnostics\` 指明位置与改法；
  标题的语言依 \`Accept-Language\`，默认中文。Whatever cannot be answered is a problem document with a code from a
  closed list; its title follows Accept-Language, Chinese by default.
- 每个 GET 地址也接受 HEAD；方法不对，答 405 并附 \`Allow\`。Every GET address takes HEAD as well; another method
  is 405 with \`Allow\`.
`.trim();

/** The document. The example, where there is one, shows a request and its answer. */
export function describeRoutes(routes: readonly AnyRoute[], example: Example | undefined): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route, example) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: '准绳 Zhunsheng',
      version: engineVersion,
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    tags: Object.values(tags).map((name) => ({ name })),
    paths,
    components: {
      schemas: componentsFor(schemasIn(routes)),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie,
          description: `登录后的 Cookie；改动还须带请求头 ${csrfHeader}。The cookie of a session; changes need the header ${csrfHeader} as well.`,
        },
        token: { type: 'http', scheme: 'bearer', description: '接口令牌 · an API token' },
      },
    },
  };
}

function operationOf(route: AnyRoute, example: Example | undefined): Json {
  const { id, tag, summary, description, request, answer } = route;
  const parameters = allParametersOf(route);
  return {
    operationId: id,
    tags: [tags[tag]],
    summary: both(summary),
    ...(description ? { description: `${description.zh}\n\n${description.en}` } : {}),
    security: route.right === 'anyone' ? [] : [{ session: [] }, { token: [] }],
    'x-right': route.right,
    ...(route.right === 'anyone' ? {} : { 'x-reach': rights[route.right].reach }),
    ...(parameters.length > 0 ? { parameters: parameters.map(parameterOf) } : {}),
    ...(request ? { requestBody: requestBodyOf(request, example) } : {}),
    responses: {
      [answer.status ?? 200]: {
        description: both(answer.description),
        ...(answer.status === 302 ? { headers: { Location: locationHeader } } : {}),
        ...(Object.keys(answer.content).length === 0 ? {} : { content: contentOf(answer, example) }),
      },
      ...(route.method === 'get' ? { 304: { description: '与已有的相同 · you have it already' } } : {}),
      ...problemResponses(route),
    },
  };
}

const locationHeader: Json = {
  description: '去哪里 · where to',
  schema: { type: 'string' },
};

const requestBodyOf = (request: NonNullable<AnyRoute['request']>, example: Example | undefined): Json => ({
  required: !request.optional,
  content: Object.fromEntries(
    bodyTypes.map((type) => [
      type,
      {
        schema: refTo(request.schema),
        ...(type === 'application/json' && example && request.example
          ? { example: request.example(example) }
          : {}),
      },
    ]),
  ),
});

const contentOf = (answer: AnyRoute['answer'], example: Example | undefined): Json =>
  Object.fromEntries(
    Object.entries(answer.content).map(([type, schema]) => [
      type,
      {
        schema: schema === 'text' ? { type: 'string' } : refTo(schema),
        ...(type === 'application/json' && example && answer.example
          ? { example: answer.example(example) }
          : {}),
      },
    ]),
  );

const ifMatchParameter: Parameter = {
  in: 'header',
  name: 'If-Match',
  required: true,
  description: {
    zh: '取得内容时的 ETag；别人改过之后就不再相符，答 412。',
    en: 'The ETag that came with what was read; once somebody else changed it, the answer is 412.',
  },
  schema: { type: 'string' },
  example: '"1"',
};

const allParametersOf = (route: AnyRoute): Parameter[] => [
  ...parametersOf(route),
  ...(route.ifMatch ? [ifMatchParameter] : []),
];

const parameterOf = ({ description, ...parameter }: Parameter): Json => ({
  ...parameter,
  required: parameter.required ?? parameter.in === 'path',
  description: both(description),
});

/** One response for each status, with an example of each problem that has it. */
function problemResponses(route: AnyRoute): Json {
  const { path } = route;
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(route)) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => both(problems[code].title)).join('；'),
        content: {
          'application/problem+json': {
            schema: refTo('problem'),
            examples: Object.fromEntries(
              same.map((code) => [code, { value: problemOf(code, {}, 'zh', path) }]),
            ),
          },
        },
      },
    ]),
  );
}

const bodyProblems = [
  'unreadable-body',
  'body-too-slow',
  'body-too-large',
  'unsupported-media-type',
  'unusable-request',
] as const satisfies readonly ProblemCode[];

/** What a route may answer beside what it names: what follows from who may use it, and from what it reads. */
export function problemsOf(route: AnyRoute): Set<ProblemCode> {
  const { method, right, request, of, into, ifMatch, problems: own } = route;
  return new Set<ProblemCode>([
    ...own,
    ...(knowsItsQuery(route) ? (['bad-parameter'] as const) : []),
    ...(right === 'anyone' ? [] : (['not-signed-in', 'not-allowed'] as const)),
    ...(right === 'anyone' || method === 'get' ? [] : (['csrf-token-missing'] as const)),
    ...(request && !request.raw ? bodyProblems : []),
    ...(of || into ? (['not-found'] as const) : []),
    ...(ifMatch ? (['version-missing', 'version-changed'] as const) : []),
    'too-many-requests',
    'unexpected',
  ]);
}

function schemasIn(routes: readonly AnyRoute[]): Set<string> {
  const named = routes.flatMap(({ request, answer }) => [
    ...(request ? [request.schema] : []),
    ...Object.values(answer.content).filter((schema) => schema !== 'text'),
  ]);
  return new Set(['problem', ...named]);
}
