/** The pages as they are built, whoever asks for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/repository.ts';
import { buildPages } from './support/served.ts';

test('are built for people, not for development, also when tests build them', () => {
  buildPages();
  const folder = join(root, 'dist/web/assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(10);
  const isForDevelopment = (name: string) => readFileSync(join(folder, name), 'utf8').includes('jsxDEV');
  expect(scripts.filter(isForDevelopment)).toEqual([]);
}, 120_000);
