/** The API's document → the TypeScript that describes its operations to a client. It reads the document and nothing else. */

interface Media {
  schema: { $ref?: string; type?: string };
}
interface Described {
  operationId: string;
  summary: string;
  parameters?: { in: string; name: string; required: boolean; schema: { enum?: string[] } }[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}
export interface ApiDocument {
  paths: Record<string, Record<string, Described>>;
}

const banner = '// Generated from the API’s document (npm run generate) – do not edit.\n';

const indent = (text: string) => text.replace(/^(?=.)/gm, '  ');

/** What TypeScript calls a schema: the generated types have the names of the document's components. */
const typeOf = ({ schema }: Media): string => schema.$ref?.split('/').at(-1) ?? 'string';

const isJson = ([type]: [string, Media]): boolean => type === 'application/json';

/** The answer in JSON where there is one, else its text; nothing where the answer has no body. */
function answerOf({ responses }: Described): string {
  const good = Object.entries(responses).find(([status]) => /^2/.test(status))?.[1];
  const media = Object.entries(good?.content ?? {});
  const [chosen] = [...media.filter(isJson), ...media];
  return chosen ? typeOf(chosen[1]) : 'undefined';
}

function bodyOf({ requestBody }: Described): string | undefined {
  const json = requestBody && Object.entries(requestBody.content).find(isJson);
  return json && `${typeOf(json[1])}${requestBody?.required ? '' : ' | undefined'}`;
}

function parametersOf({ parameters = [] }: Described, where: string): string {
  const fields = parameters
    .filter((one) => one.in === where)
    .map(({ name, required, schema }) => {
      const type = schema.enum ? schema.enum.map((one) => `'${one}'`).join(' | ') : 'string | number';
      return `${/^\w+$/.test(name) ? name : `'${name}'`}${required ? '' : '?'}: ${type}`;
    });
  return fields.length > 0 ? `{ ${fields.join('; ')} }` : 'undefined';
}

/** The module's whole text. */
export function describeOperations({ paths }: ApiDocument): string {
  const operations = Object.entries(paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => ({ path, method, one })))
    .filter(
      ({ path, one }) => path.startsWith('/api/') && answerOf(one) !== 'Openapi' && !('302' in one.responses),
    )
    .sort((a, b) => (a.one.operationId < b.one.operationId ? -1 : 1));
  const types = operations.map(({ one }) => {
    const wanted = {
      path: parametersOf(one, 'path'),
      query: parametersOf(one, 'query'),
      headers: parametersOf(one, 'header'),
      body: bodyOf(one) ?? 'undefined',
      answer: answerOf(one),
    };
    const fields = Object.entries(wanted).map(([key, type]) => `${key}: ${type};\n`);
    return `/** ${one.summary} */\n${one.operationId}: {\n${indent(fields.join(''))}};\n`;
  });
  const table = operations.map(
    ({ path, method, one }) =>
      `${one.operationId}: { method: '${method.toUpperCase()}', path: '${path}' },\n`,
  );
  const named = operations.flatMap(({ one }) => [answerOf(one), ...(bodyOf(one)?.split(' | ') ?? [])]);
  const imported = [...new Set(named)].filter((name) => /^[A-Z]/.test(name)).sort();
  return `${banner}import type {\n${indent(`${imported.join(',\n')},\n`)}} from '../../schemas/generated/types.ts';

/** What each operation takes and answers. */
export interface Operations {
${indent(types.join(''))}}

/** Where each operation is. */
export const operations = {
${indent(table.join(''))}} as const satisfies { [Name in keyof Operations]: { method: string; path: string } };
`;
}
