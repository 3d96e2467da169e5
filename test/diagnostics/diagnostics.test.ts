/**
 * Every mistake that a rulebook or form can hold, as a small file in a folder named by its code, with the whole text a
 * person would read beside it. UPDATE_GOLDENS=1 rewrites the texts; read the difference.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { methods } from '../../engine/diagnostics/catalogue/methods.ts';
import { rulebook } from '../../engine/diagnostics/catalogue/rulebook.ts';
import { submission } from '../../engine/diagnostics/catalogue/submission.ts';
import { type Diagnostic, evaluate, loadRulebook, readForm } from '../../engine/index.ts';
import { expectGolden, renderAll } from '../source/goldens.ts';
import { planOf } from '../support/engine.ts';

const folder = new URL('./', import.meta.url).pathname;
const codes = Object.keys({ ...rulebook, ...methods, ...submission });
const folders = readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
);

test('every code has a folder, and every folder a code', () => {
  expect(folders.sort()).toEqual(codes.sort());
});

/** What is wrong with the file of a folder: a rulebook, or a form for the rulebook beside the folders. */
async function diagnosticsOf(code: string): Promise<{ diagnostics: Diagnostic[]; text: string }> {
  const file = existsSync(`${folder}${code}/rulebook.yaml`) ? 'rulebook.yaml' : 'form.yaml';
  const text = readFileSync(`${folder}${code}/${file}`, 'utf8');
  if (file === 'rulebook.yaml') return { ...(await loadRulebook(text, file)), text };
  const { value: form, diagnostics } = readForm(text, file);
  expect(diagnostics).toEqual([]);
  const plan = await planOf(readFileSync(`${folder}rulebook.yaml`, 'utf8'));
  return { diagnostics: (await evaluate(plan, form!)).diagnostics, text };
}

describe('what a person reads', () => {
  test.each(folders)('%s', async (code) => {
    const { diagnostics, text } = await diagnosticsOf(code);
    expectGolden(renderAll(diagnostics, text), `${folder}${code}/expected.txt`);
    const own = diagnostics.filter((one) => one.code === code);
    expect(own.length).toBeGreaterThan(0);
    for (const { place } of own) expect(place?.line, 'a mistake has a line').toBeGreaterThan(0);
    expect(`${own.map((one) => JSON.stringify(one)).join()}`).not.toMatch(/undefined|\[object|\{\w+\}/);
  });
});
