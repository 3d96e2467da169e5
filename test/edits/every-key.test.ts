/**
 * Whatever key of the language says otherwise, an edit tells it: "nothing changed" is never said of a changed rulebook. The keys
 * and what each can be are read from the schemas, so a key that is added is edited here as well, or the first test fails.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareWritten } from '../../engine/compare/written/index.ts';
import { editsBetween, pairEditions } from '../../engine/edits/index.ts';
import { loadRulebook, type Rulebook, type ScoringPlan, type WrittenChange } from '../../engine/index.ts';
import { everyPath, otherValue, replaced, type Site, sitesOf } from './mutations.ts';

const file = new URL('all-keys.yaml', import.meta.url).pathname;
const { value } = await loadRulebook(readFileSync(file, 'utf8'), file);
const plan = value!;
const rulebook = plan.rulebook as unknown as Parameters<typeof sitesOf>[0];
const sites = sitesOf(rulebook);

/** Said by the heading of every comparison. */
const heading = ['rulebook/rulebook', 'rulebook/edition'];
/** Read from the tree of the plan; the edits of lines below cover them. */
const ofTree = ['indicator/id', 'indicator/weight', 'indicator/indicators', 'rulebook/indicators'];

test('every key of the language stands in the example', () => {
  const found = new Set(sites.map(({ path }) => path));
  expect(everyPath().filter((path) => !found.has(path))).toEqual([]);
});

/** The plan as if the rulebook said this: for what is compared as it is written, whether it compiles or not. */
const saying = (said: unknown): ScoringPlan => ({ ...plan, rulebook: said as Rulebook });

function told(before: ScoringPlan, after: ScoringPlan): WrittenChange[] {
  const pairing = pairEditions(before, after);
  const written = compareWritten({ plan: before }, { plan: after }, pairing);
  for (const { message, subject, before: was, after: is } of written)
    for (const words of [message, subject, was, is])
      if (words) {
        expect(words.zh, JSON.stringify(message)).toMatch(/^(?!.*(undefined|\[object|null)).+$/s);
        expect(words.en, JSON.stringify(message)).toMatch(/^(?!.*(undefined|\[object|null)).+$/s);
      }
  expect(new Set(written.map(({ code }) => code)).size, 'every code is there once').toBe(written.length);
  return written;
}

const editable = sites.filter(({ path }) => !heading.includes(path) && !ofTree.includes(path));
const named = (all: readonly Site[]): [string, Site][] =>
  all.map((site) => [`/${site.pointer.join('/')}`, site]);

describe('another value is told', () => {
  test.each(named(editable.filter((site) => otherValue(site) !== undefined)))('%s', (_pointer, site) => {
    const other = saying(replaced(rulebook, site.pointer, otherValue(site)));
    for (const [before, after] of [
      [plan, other],
      [other, plan],
    ] as const) {
      const changes = told(before, after);
      expect(changes.length).toBeGreaterThan(0);
      expect(changes.every(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))).toBe(
        true,
      );
    }
  });
});

/** Written or not, the same holds: leaving it out changes nothing. Amounts are in 万元 where no unit is written. */
const isDefault = ({ key, value, path }: Site): boolean =>
  (key.default !== undefined && JSON.stringify(key.default) === JSON.stringify(value)) ||
  (path === 'rulebook/inputs/unit' && value === '万元');

/** A line has one method or another, and inputs are paired by the plan. */
const cannotGo = /^(method\/[^/]+|target\/method|indicator\/method|rulebook\/inputs)$/;

describe('what is no longer written is told, unless the same holds without it', () => {
  const optional = editable.filter(({ key, path }) => !key.required && !cannotGo.test(path));
  test.each(named(optional))('%s', (_pointer, site) => {
    const without = saying(replaced(rulebook, site.pointer, undefined));
    expect(told(plan, without).length > 0).toBe(!isDefault(site));
    expect(told(without, plan).length > 0).toBe(!isDefault(site));
  });
});

describe('items that come, go or change places are told', () => {
  const lists = editable.filter(({ key, value }) => key.is === 'list' && (value as unknown[]).length > 1);
  test.each(named(lists))('%s', (_pointer, site) => {
    const shorter = saying(replaced(rulebook, [...site.pointer, 0], undefined));
    expect(told(plan, shorter).length).toBeGreaterThan(0);
    expect(told(shorter, plan).length).toBeGreaterThan(0);
  });
});

/** Edits of the tree, of rulebooks that compile. */
const lines = (...indicators: object[]) => ({ indicators });
const leaf = (id: string, weight: string, more: object = {}) => ({
  id,
  name: `指标${id}`,
  weight,
  method: { judgement: {} },
  ...more,
});
const tree: readonly [what: string, before: object, after: object, codes: readonly string[]][] = [
  [
    'weights that move from one line to another',
    lines(leaf('a', '60'), leaf('b', '40')),
    lines(leaf('a', '50'), leaf('b', '50')),
    ['weight-changed:a', 'weight-changed:b'],
  ],
  [
    'a line that goes, and one that comes',
    lines(leaf('a', '60'), leaf('b', '40')),
    lines(leaf('a', '60'), { ...leaf('c', '40'), name: '另一件事' }),
    ['indicator-removed:b', 'indicator-added:c'],
  ],
  [
    'another id of the same line',
    lines(leaf('a', '60'), leaf('b', '40')),
    lines(leaf('a', '60'), leaf('c', '40', { renamedFrom: 'b', name: '指标b' })),
    ['indicator-renamed:c'],
  ],
  [
    'another order',
    lines(leaf('a', '60'), leaf('b', '40')),
    lines(leaf('b', '40'), leaf('a', '60')),
    ['order-changed'],
  ],
  [
    'a line that moves into a group',
    lines({ id: 'g', name: '组', weight: '60', indicators: [leaf('a', '60')] }, leaf('b', '40')),
    lines({ id: 'g', name: '组', weight: '100', indicators: [leaf('a', '60'), leaf('b', '40')] }),
    ['weight-changed:g', 'indicator-moved:b'],
  ],
  [
    'a share of a weight that changed',
    lines({ id: 'g', name: '组', weight: '60', indicators: [leaf('a', '100%')] }, leaf('b', '40')),
    lines({ id: 'g', name: '组', weight: '50', indicators: [leaf('a', '100%')] }, leaf('b', '50')),
    ['weight-changed:g', 'weight-changed:a', 'weight-changed:b'],
  ],
  [
    'a fixed line that units now declare themselves',
    lines(leaf('a', '60'), leaf('b', '40')),
    {
      ...lines(leaf('a', '60'), { id: 'b', name: '指标b', weight: '40', declared: {} }),
      frame: {
        targets: Object.fromEntries(
          ['atLeast', 'atMost', 'plain', 'equal', 'date', 'words'].map((kind) => [
            kind,
            { method: { judgement: {} } },
          ]),
        ),
      },
    },
    ['kind-changed:b', 'frame-added'],
  ],
  [
    'an input that is no longer asked, and one that is',
    { ...lines(leaf('a', '100')), inputs: { one: { name: '甲', type: 'text', note: '说明' } } },
    { ...lines(leaf('a', '100')), inputs: { two: { name: '乙', type: 'date', note: '说明' } } },
    ['input-removed:one', 'input-added:two'],
  ],
  [
    'a renamed input alone',
    { ...lines(leaf('a', '100')), inputs: { one: { name: '甲', type: 'number', note: '说明' } } },
    {
      ...lines(leaf('a', '100')),
      inputs: { two: { name: '甲', type: 'number', note: '说明', renamedFrom: 'one' } },
    },
    ['input-renamed:two'],
  ],
];

const whole = (parts: object): string =>
  JSON.stringify({
    rulebook: 'example',
    edition: '2000',
    title: '算例',
    status: 'draft',
    subjects: ['project'],
    total: '100',
    rounding: { decimals: '2', mode: 'half-up', at: 'indicator' },
    sources: { sheet: { title: '评分表' } },
    ...parts,
  });

describe('edits of the tree are told', () => {
  test.each(tree)('%s', async (_what, before, after, codes) => {
    const planOf = async (parts: object) => {
      const { value: compiled, diagnostics } = await loadRulebook(whole(parts), 'rulebook.json');
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      return compiled!;
    };
    const changes = told(await planOf(before), await planOf(after));
    expect(changes.map(({ code }) => code)).toEqual(codes);
  });
});

test('a rulebook says the same as itself', () => {
  expect(editsBetween(plan, plan, pairEditions(plan, plan))).toEqual([]);
  expect(told(plan, saying(structuredClone(plan.rulebook)))).toEqual([]);
});
