import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkSchemas, generate, mapSubschemas, readSchemas } from '../../schemas/generate.ts';

const schemas = readSchemas();

test('every schema is valid and compiles', () => checkSchemas(schemas));

test('the generated files are up to date (npm run generate)', async () => {
  for (const [name, text] of await generate()) {
    const committed = readFileSync(new URL(`../../schemas/generated/${name}`, import.meta.url), 'utf8');
    expect(committed === text, `schemas/generated/${name} is out of date: npm run generate`).toBe(true);
  }
});

/** The pointers of properties and definitions without title and description in Chinese; conditions need none. */
function unexplained(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null || /\/(if|then|else|not|contains)$/.test(at)) return [];
  const { title, description } = schema as { title?: unknown; description?: unknown };
  const named = at === '' || /\/(properties|\$defs)\/[^/]*$/.test(at);
  const silent = named && [title, description].some((text) => !/\p{Script=Han}/u.test(String(text ?? '')));
  const found = silent ? [at] : [];
  mapSubschemas(schema as Record<string, unknown>, at, (sub, here) => found.push(...unexplained(sub, here)));
  return found;
}

describe('every property is explained in Chinese', () => {
  test.each([...schemas])('%s', (_name, schema) => expect(unexplained(schema, '')).toEqual([]));
});
