/** Compares a text with the file that holds what is expected; UPDATE_GOLDENS=1 rewrites the file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Diagnostic } from '../../engine/diagnostics/index.ts';
import { render } from '../../engine/diagnostics/index.ts';

export function expectGolden(actual: string, path: string): void {
  if (process.env.UPDATE_GOLDENS) writeFileSync(path, actual);
  expect(actual).toBe(existsSync(path) ? readFileSync(path, 'utf8') : `no file ${path}`);
}

/** Every diagnostic as a person sees it, in Chinese and then in English. */
export const renderAll = (diagnostics: readonly Diagnostic[], sourceText: string): string =>
  (['zh', 'en'] as const)
    .map((language) => diagnostics.map((one) => `${render(one, language, sourceText)}\n`).join(''))
    .join('\n');
