/** Tests that run together in one process leave nothing in it that the next would find. */
import { expect, test } from 'vitest';
import { together } from '../together.ts';
import { filesUnder, type SourceFile } from './sources.ts';

const files = new Map(filesUnder('test').map((file) => [file.path, file]));
const isTogether = (path: string): boolean => together.some((folder) => path.startsWith(`test/${folder}/`));

/** The files of the tests that a test reaches by what it imports, itself first. */
function reached(from: SourceFile, found = new Set<SourceFile>()): Set<SourceFile> {
  if (found.has(from)) return found;
  found.add(from);
  for (const path of from.imports) {
    const file = files.get(path);
    if (file) reached(file, found);
  }
  return found;
}

/** What it changes for whoever comes after. */
function left(test: SourceFile): string[] {
  return [...reached(test)].flatMap(({ path, code }) => [
    ...(code.match(/\bvi\.\w+|\bprocess\.chdir|\bconfigureGlobal|\bprocess\.env\.?\w* = /g) ?? []),
    // Of a file that many import, it is called after the first of them only.
    ...(path === test.path ? [] : (code.match(/\b(?:before|after)(?:All|Each)\(/g) ?? [])),
  ]);
}

const tests = [...files.values()].filter(({ path }) => path.endsWith('.test.ts'));

test('what would be left is found', () => {
  const of = (path: string) => left(files.get(path)!);
  expect(of('test/language/adding-a-method.test.ts')).toContain('vi.mock');
  expect(of('test/jobs/jobs.test.ts')).toContain('afterAll(');
});

test.each(tests.map(({ path }) => path).filter(isTogether))('%s', (path) => {
  expect(left(files.get(path)!), 'take its folder out of test/together.ts').toEqual([]);
});
