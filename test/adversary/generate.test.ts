/** The generators use the whole language: every key of the schema is written in some rulebook and edited by some edit. */
import { expect, test } from 'vitest';
import { loadRulebook } from '../../engine/index.ts';
import { validateValue } from '../../engine/validate/schema.ts';
import { type Json, type JsonObject, textsIn } from './generate/json.ts';
import { allKeys, changedKeys, keysOf } from './generate/schema.ts';
import { formsOf, pairOf, rulebookOf } from './generate/triple.ts';

const seeds = Array.from({ length: 500 }, (_, index) => index);
const loads = async (rulebook: Json): Promise<boolean> =>
  (await loadRulebook(JSON.stringify(rulebook), 'rulebook.json')).value !== undefined;

const loaded = (async () => {
  const found: { seed: number; rulebook: JsonObject }[] = [];
  for (const seed of seeds) {
    const rulebook = rulebookOf(seed);
    if (await loads(rulebook)) found.push({ seed, rulebook });
  }
  return found;
})();

test('three in four of the rulebooks load, and these use every key of the schema', async () => {
  const usable = await loaded;
  expect(usable.length).toBeGreaterThanOrEqual(seeds.length * 0.75);
  const used = new Set(usable.flatMap(({ rulebook }) => [...keysOf(rulebook)]));
  expect(allKeys().filter((key) => !used.has(key))).toEqual([]);
});

test('half of the edits load, and these edit every key of the schema', { timeout: 120_000 }, async () => {
  const edited = new Set<string>();
  let tried = 0;
  let usable = 0;
  const isEvery = (): boolean => allKeys().every((key) => edited.has(key));
  // Three edits of each; more where chance has left a key out, which is a gap only where none of many edits it.
  for (let attempt = 0; attempt < 3 || (attempt < 9 && !isEvery()); attempt++)
    for (const { seed, rulebook } of await loaded) {
      const { after } = pairOf(seed, attempt, rulebook);
      tried++;
      if (!(await loads(after))) continue;
      usable++;
      for (const key of changedKeys(rulebook, after)) edited.add(key);
    }
  expect(usable).toBeGreaterThanOrEqual(tried / 2);
  expect(allKeys().filter((key) => !edited.has(key))).toEqual([]);
});

test('groups of every kind stand three deep', async () => {
  const depths = new Map<string, number>();
  const visit = ({ combine, indicators }: JsonObject, depth: number): void => {
    if (!Array.isArray(indicators)) return;
    const kind = typeof combine === 'object' ? 'expression' : String(combine ?? 'sum');
    depths.set(kind, Math.max(depths.get(kind) ?? 0, depth));
    for (const one of indicators as JsonObject[]) visit(one, depth + 1);
  };
  for (const { rulebook } of await loaded)
    for (const one of rulebook.indicators as JsonObject[]) visit(one, 1);
  expect([...depths.values()].every((depth) => depth >= 3)).toBe(true);
  expect([...depths.keys()].sort()).toEqual(['expression', 'lowest', 'sum', 'weightedMean']);
});

test('forms have the right shape, and say what people say', async () => {
  const said = new Set<string>();
  for (const { seed, rulebook } of (await loaded).slice(0, 200))
    for (const form of formsOf(seed, { before: rulebook, after: rulebook, what: [] }, 4)) {
      expect(validateValue(form, 'submission')).toEqual([]);
      for (const text of textsIn(form)) said.add(text);
      for (const key of Object.keys(form)) said.add(key);
    }
  for (const one of [
    '',
    '0',
    '-3',
    '—',
    '100',
    '110%',
    '0.9',
    '完成',
    '按时完成',
    'notApplicable',
    'claimed',
    'declared',
  ])
    expect(said, one).toContain(one);
});

test('forms are made for rulebooks that do not load, too', () => {
  const broken: JsonObject = {
    rulebook: 'broken',
    edition: '2024',
    subjects: ['department'],
    total: '100',
    inputs: { stars: { name: '星级', type: 'choice', options: [] } },
    indicators: [
      { id: 'line-a', name: '没有方法', weight: '40' },
      { id: 'line-b', name: '没有档', weight: '30', method: { tiers: { tiers: [] } } },
      { id: 'line-c', name: '没有等次', weight: '30', method: { proportion: { choices: [] } } },
    ],
  };
  const pair = { before: broken, after: broken, what: [] };
  for (const seed of seeds.slice(0, 50))
    for (const form of formsOf(seed, pair, 4)) expect(form.rulebook).toBe('broken');
  for (const seed of seeds.slice(0, 100))
    expect(formsOf(seed, pairOf(900_000_000_000 + seed, 0), 2)).toHaveLength(2);
});

test('one seed gives one thing', () => {
  const all = (seed: number) => {
    const pair = pairOf(seed, 0);
    return JSON.stringify([pair, formsOf(seed, pair, 4)]);
  };
  for (const seed of [1, 77, 4_000_000]) expect(all(seed)).toBe(all(seed));
});
