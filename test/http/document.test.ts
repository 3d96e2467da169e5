/** The API's document says all of what the server does, and nothing else. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { pathOf } from '../../server/http/app.ts';
import { problems } from '../../server/http/problems.ts';
import { routes } from '../../server/http/routes/index.ts';
import { app, description, mistakes } from './client.ts';

const all = (value: unknown): [string, unknown][] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, one]) => [[key, one] as [string, unknown], ...all(one)]);

it('has every route of the app, and no other', () => {
  const served = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/*')
    .map(({ method, path }) => `${method} ${path}`);
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described.sort()).toEqual(served.sort());
  expect(routes.map(pathOf).length).toBe(served.length);
});

it('names each operation once, and each parameter of an address', () => {
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations) {
    const parameters = (operation.parameters ?? []) as { in: string; name: string; required: boolean }[];
    const inPath = parameters.filter((one) => one.in === 'path' && one.required).map(({ name }) => name);
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  }
});

it('refers only to what it holds', () => {
  const references = all(description)
    .filter(([key, value]) => key === '$ref' && typeof value === 'string')
    .map(([, value]) => value as string);
  expect(references.length).toBeGreaterThan(100);
  for (const reference of references) {
    expect(reference).toMatch(/^#\/components\/schemas\//);
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], description);
    expect(found, reference).toBeDefined();
  }
  expect(all(description).filter(([key]) => key === '$id' || key === '$defs')).toEqual([]);
});

describe('each component', () => {
  it.each(Object.keys(description.components.schemas))(
    '%s is a schema that compiles, with a title',
    (name) => {
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      ajv.addSchema(description as object, 'api');
      expect(ajv.getSchema(`api#/components/schemas/${name}`)).toBeTypeOf('function');
      expect(description.components.schemas[name]).toHaveProperty('title');
    },
  );
});

it('gives examples that fit their schemas', () => {
  let count = 0;
  const look = (value: unknown, pointer: string): void => {
    if (value === null || typeof value !== 'object') return;
    const media = value as {
      schema?: unknown;
      example?: unknown;
      examples?: Record<string, { value: unknown }>;
    };
    const shown = [
      ...(media.example === undefined ? [] : [media.example]),
      ...Object.values(media.examples ?? {}).map((one) => one.value),
    ];
    if (media.schema)
      for (const example of shown) {
        count++;
        expect(mistakes(`${pointer}/schema`, example)).toBe('');
      }
    for (const [key, one] of Object.entries(value))
      look(one, `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  };
  look(description.paths, '/paths');
  expect(count).toBeGreaterThan(Object.keys(problems).length);
});

it('shows a form that was really filed', () => {
  const evaluate = description.paths['/api/evaluate']?.post as unknown as {
    requestBody: { content: { 'application/json': { example: { name: string } } } };
  };
  expect(evaluate.requestBody.content['application/json'].example.name).toBe('深化机构改革工作经费');
});
