/** Asks the app without a port, and holds every answer to what the API's document says of it. */

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { readCase } from '../../engine/index.ts';
import type { Diagnostic, Problem, Submission } from '../../schemas/generated/types.ts';
import { createApp } from '../../server/http/app.ts';
import { Library } from '../../server/library.ts';
import { servicesWith } from '../support/platform.ts';

export const library = new Library();
export const app = createApp(await servicesWith(library));

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
  [key: string]: unknown;
}
export interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

export const description = (await (await app.request('/openapi.json')).json()) as Document;

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (one: Ajv2020) => void)(ajv);
ajv.addSchema(description as object, 'api');

/** What is wrong with a value by a schema of the document. */
export function mistakes(pointer: string, value: unknown): string {
  const validate = ajv.getSchema(`api#${pointer}`);
  if (!validate) throw new Error(`nothing at ${pointer}`);
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Undefined where the address is not in the document. */
function documentedPath(path: string): string | undefined {
  return Object.keys(description.paths).find((one) =>
    new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
}

/** Asks, and fails where status, media type or body are not what the document says. */
export async function ask(address: string, init: RequestInit = {}, of = app): Promise<Response> {
  const response = await of.request(address, init);
  const method = (init.method ?? 'GET').toLowerCase().replace('head', 'get');
  const path = documentedPath(address.split('?')[0] ?? '');
  const operation = path === undefined ? undefined : description.paths[path]?.[method];
  const type = response.headers.get('Content-Type')?.split(';')[0] ?? '';
  if (path === undefined || !operation) {
    expect([404, 405, 204]).toContain(response.status);
    if (response.status !== 204 && init.method !== 'HEAD')
      expect(mistakes('/components/schemas/Problem', await response.clone().json())).toBe('');
    return response;
  }
  const documented = operation.responses[response.status];
  expect(documented, `${method} ${path} may not answer ${response.status}`).toBeDefined();
  if (init.method === 'HEAD' || response.status === 304) return response;
  const content = documented?.content?.[type];
  expect(content, `${method} ${path} may not answer ${type}`).toBeDefined();
  if (type.endsWith('json')) {
    const at = ['paths', path, method, 'responses', String(response.status), 'content', type, 'schema'];
    expect(mistakes(`/${at.map(escaped).join('/')}`, await response.clone().json())).toBe('');
  }
  return response;
}

export type Body = string | Uint8Array<ArrayBuffer>;

export const post = (
  address: string,
  body: Body,
  headers: Record<string, string> = {},
  of = app,
): Promise<Response> =>
  ask(address, { method: 'POST', body, headers: { 'Content-Type': 'application/yaml', ...headers } }, of);

/** The problem of an answer; the diagnostics are empty where it has none. */
export async function problemOf(response: Response): Promise<Problem & { diagnostics: Diagnostic[] }> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = await read<Problem>(response);
  expect(problem.status).toBe(response.status);
  return { diagnostics: [], ...problem };
}

/** The JSON of an answer, whose shape `ask` has checked. */
export const read = async <Value>(response: Response): Promise<Value> => (await response.json()) as Value;

/** The form in a filed case. */
export function filed(path: string): Submission {
  const file = `${library.folder}/${path}`;
  const form = readCase(readFileSync(file), file).value?.form;
  if (!form) throw new Error(`${path} holds no form`);
  return form.submission;
}

export const textOf = (path: string): string => readFileSync(`${library.folder}/${path}`, 'utf8');

export const reform = (): Submission => filed('xiangyang/2021/cases/institutional-reform.yaml');
