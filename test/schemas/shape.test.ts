import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../engine/source/index.ts';
import { validateAgainst, validateValue } from '../../engine/validate/schema.ts';
import type { SchemaName } from '../../schemas/generated/validators.ts';
import { expectGolden, renderAll } from '../source/goldens.ts';

const folder = new URL('fixtures/', import.meta.url).pathname;
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe('documents of the wrong shape', () => {
  test.each(names)('%s', (name) => {
    const text = readFileSync(folder + name, 'utf8');
    const { document } = readDocument(text, { file: name });
    const diagnostics = validateAgainst(document!, name.split('.')[0] as SchemaName);
    expectGolden(renderAll(diagnostics, text), folder + name.replace('.yaml', '.expected.txt'));
  });
});

describe('values without a file', () => {
  test('places are pointers', () => {
    const value = { code: 'Bad', severity: 'eror', message: { zh: '一' }, extra: 1 };
    expect(
      validateValue(value, 'diagnostic', '/diagnostics/0').map(({ code, place }) => [code, place?.pointer]),
    ).toEqual(
      expect.arrayContaining([
        ['unknown-key', '/diagnostics/0/extra'],
        ['wrong-value', '/diagnostics/0/code'],
        ['unknown-value', '/diagnostics/0/severity'],
        ['missing-key', '/diagnostics/0/message'],
      ]),
    );
  });

  test('what fits has no diagnostics', () => {
    expect(validateValue({ code: 'a', severity: 'info', message: { zh: '', en: '' } }, 'diagnostic')).toEqual(
      [],
    );
  });

  test('a misspelt key is not also reported missing', () => {
    const value = { code: 'a', severity: 'info', mesage: { zh: '', en: '' } };
    expect(validateValue(value, 'diagnostic').map(({ code, help }) => [code, help?.en])).toEqual([
      ['unknown-key', 'did you mean "message"?'],
    ]);
  });
});
