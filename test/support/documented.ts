/** Holds an answer to what the API's document says the operation may answer. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { describeRoutes } from '../../server/http/openapi/document.ts';
import { routes } from '../../server/http/routes/index.ts';

interface Operation {
  responses: Record<string, { content?: Record<string, object> }>;
}

const document = describeRoutes(routes, undefined) as {
  paths: Record<string, Record<string, Operation>>;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (one: Ajv2020) => void)(ajv);
ajv.addSchema(document, 'api');

const patterns = Object.keys(document.paths)
  .map((path) => ({
    path,
    fits: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  .sort((a, b) => b.path.replace(/\{\w+\}/g, '').length - a.path.replace(/\{\w+\}/g, '').length);

const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The address must be one the document has; `value` is the JSON of the answer. */
export function expectDocumented(method: string, address: string, response: Response, value: unknown): void {
  const { pathname } = new URL(address, 'http://localhost');
  const path = patterns.find(({ fits }) => fits.test(pathname))?.path ?? '';
  const operation = document.paths[path]?.[method.toLowerCase()];
  expect(operation, `${method} ${pathname} is in the document`).toBeDefined();
  const documented = operation!.responses[response.status];
  const type = response.headers.get('Content-Type')?.split(';')[0] ?? '';
  expect(
    documented,
    `${method} ${path} may answer ${response.status}: ${JSON.stringify(value)}`,
  ).toBeDefined();
  if (!documented!.content) return;
  expect(Object.keys(documented!.content), `${method} ${path}`).toContain(type);
  if (!type.endsWith('json')) return;
  const at = ['paths', path, method.toLowerCase(), 'responses', `${response.status}`, 'content', type];
  const validate = ajv.getSchema(`api#/${at.map(escaped).join('/')}/schema`)!;
  expect(validate(value) ? '' : ajv.errorsText(validate.errors), `${method} ${path}`).toBe('');
}
