/** Every scoring method, on the rulebooks of its own examples: with no cases at all, each item has a hint that reaches it. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cover, isMissed } from '../../engine/index.ts';
import { Library } from '../../server/library.ts';
import { readData } from '../support/data.ts';
import { planOf } from '../support/engine.ts';
import { reachedByHint } from './hints.ts';

interface Table {
  title: string;
  declared?: string;
  weight?: string;
  inputs?: Record<string, object>;
  metric?: string;
  zeroDivision?: string;
  missing?: string;
  rule: object;
}

const folder = new URL('../methods/', import.meta.url).pathname;
const tables = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) =>
    readData<{ tables: Table[] }>(folder + name).tables.map((table) => ({
      method: name.replace('.yaml', ''),
      title: table.title,
      table,
    })),
  );

function rulebookOf(method: string, { declared, weight = '10', rule, title, ...table }: Table): object {
  const kinds = ['atLeast', 'atMost', 'plain', 'equal', 'range', 'date', 'words'];
  const { inputs, metric, zeroDivision, missing } = table;
  const scored = { [method]: rule };
  const targets = kinds.map((kind) => [kind, { method: kind === declared ? scored : { judgement: {} } }]);
  const line = { id: 'line', name: '一行', weight };
  return {
    rulebook: 'example',
    edition: '2025',
    title,
    status: 'draft',
    subjects: ['project'],
    total: weight,
    rounding: { decimals: 2, mode: 'half-up', at: 'indicator' },
    sources: { sheet: { title: '评分表' } },
    ...(inputs ? { inputs } : {}),
    ...(declared ? { frame: { targets: Object.fromEntries(targets) } } : {}),
    indicators: [
      declared ? { ...line, declared: {} } : { ...line, metric, zeroDivision, missing, method: scored },
    ],
  };
}

describe.each(tables)('$method: $title', ({ method, table }) => {
  test('every item is reached by its hint, or proved unreachable', async () => {
    const text = JSON.stringify(rulebookOf(method, table));
    const plan = await planOf(text);
    const { items } = await cover(plan, [], { text, file: 'rulebook.json' });
    const open = items.filter(({ reachable }) => reachable === 'unknown').map(({ id }) => id);
    expect(open).toEqual([]);
    for (const item of items.filter(({ reachable }) => reachable === true))
      expect(await reachedByHint(plan, item), item.id).toContain(item.id);
  });
});

describe('the rulebooks of the repository, without their cases', () => {
  const library = new Library();
  test.each(library.names())('%s: every item has a hint that reaches it', async (name) => {
    const { plan, text, file } = (await library.all()).find((one) => one.name === name)!;
    const { items } = await cover(plan!, [], { text, file });
    const missed = items.filter(isMissed);
    expect(missed.filter(({ reachable }) => reachable !== true)).toEqual([]);
    for (const item of missed) expect(await reachedByHint(plan!, item), item.id).toContain(item.id);
  });
});
