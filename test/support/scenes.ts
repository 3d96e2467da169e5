/** The small rulebooks of test/language, for tests that want many different ones. */
import { readdirSync } from 'node:fs';
import { readData } from './data.ts';
import { root } from './repository.ts';

const head = {
  rulebook: 'example',
  edition: '"2000"',
  title: '示例',
  status: 'draft',
  subjects: '[project, department]',
  total: '100',
  rounding: '{ decimals: 2, mode: half-up, at: indicator }',
  sources: '{ sheet: { title: 评分表 } }',
};

/** A rulebook with what it leaves out of its head filled in. */
export const withHead = (body: string): string =>
  Object.entries(head)
    .flatMap(([key, value]) => (new RegExp(`^${key}:`, 'm').test(body) ? [] : [`${key}: ${value}\n`]))
    .join('') + body;

const folder = `${root}test/language/`;

/** Every rulebook of the scenes, by file and scene. */
export const sceneRulebooks: { name: string; text: string }[] = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) =>
    readData<{ scenes: { scene: string; rulebook: string }[] }>(folder + file).scenes.map(
      ({ scene, rulebook }) => ({ name: `${file}：${scene}`, text: withHead(rulebook) }),
    ),
  );
