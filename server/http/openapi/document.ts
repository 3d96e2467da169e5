/** Routes → the OpenAPI 3.1 document that describes them. */
import { engineVersion } from '../../../engine/index.ts';
import { bodyTypes } from '../body.ts';
import { both } from '../language.ts';
import { type ProblemCode, problemOf, problems } from '../problems.ts';
import type { Example, Parameter, Route, Tag } from '../route.ts';
import { componentsFor, refTo } from './components.ts';

type Json = Record<string, unknown>;

const tags: Record<Tag, string> = {
  rulebooks: '评分规则 · Rulebooks',
  forms: '自评表 · Forms',
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
export function describeRoutes(routes: readonly Route[], example: Example | undefined): Json {
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
    components: { schemas: componentsFor(schemasIn(routes)) },
  };
}

function operationOf(route: Route, example: Example | undefined): Json {
  const { id, tag, summary, description, parameters = [], request, answer } = route;
  return {
    operationId: id,
    tags: [tags[tag]],
    summary: both(summary),
    ...(description ? { description: `${description.zh}\n\n${description.en}` } : {}),
    ...(parameters.length > 0 ? { parameters: parameters.map(parameterOf) } : {}),
    ...(request
      ? {
          requestBody: {
            required: true,
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
          },
        }
      : {}),
    responses: {
      200: {
        description: both(answer.description),
        content: Object.fromEntries(
          Object.entries(answer.content).map(([type, schema]) => [
            type,
            {
              schema: schema === 'text' ? { type: 'string' } : refTo(schema),
              ...(type === 'application/json' && example && answer.example
                ? { example: answer.example(example) }
                : {}),
            },
          ]),
        ),
      },
      ...(answer.cached ? { 304: { description: '与已有的相同 · you have it already' } } : {}),
      ...problemResponses(route),
    },
  };
}

const parameterOf = ({ description, ...parameter }: Parameter): Json => ({
  ...parameter,
  required: parameter.in === 'path',
  description: both(description),
});

/** One response for each status, with an example of each problem that has it. */
function problemResponses({ path, problems: codes }: Route): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set<ProblemCode>([...codes, 'unexpected'])) {
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

function schemasIn(routes: readonly Route[]): Set<string> {
  const named = routes.flatMap(({ request, answer }) => [
    ...(request ? [request.schema] : []),
    ...Object.values(answer.content).filter((schema) => schema !== 'text'),
  ]);
  return new Set(['problem', ...named]);
}
