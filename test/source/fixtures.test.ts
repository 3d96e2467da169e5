import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../engine/source/index.ts';
import { expectGolden, renderAll } from './goldens.ts';

const folder = new URL('fixtures/', import.meta.url).pathname;
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe('files that cannot be read', () => {
  test.each(names)('%s', (name) => {
    const bytes = readFileSync(folder + name);
    const { document, diagnostics } = readDocument(bytes, { file: name });
    expect(document).toBeUndefined();
    expectGolden(
      renderAll(diagnostics, bytes.toString('utf8')),
      folder + name.replace('.yaml', '.expected.txt'),
    );
  });
});
