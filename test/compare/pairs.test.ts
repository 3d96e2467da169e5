/** Pairs of small rulebooks: what changed, as codes, and what that does, as exact intervals and amounts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare, type Difference, type LargestDifference, readDocument } from '../../engine/index.ts';
import { validateValue } from '../../engine/validate/schema.ts';
import { readData } from '../support/data.ts';
import { planOf } from '../support/engine.ts';

interface Line {
  verdict: string;
  /** `[0, 0.8) 10 × x → 12 × x, 2 × x higher` */
  intervals?: string[];
  gain?: string;
  loss?: string;
  situations?: string[];
  tiers?: string[];
  why?: string;
}

interface Expected {
  /** The verdict, the reach and the grades of the whole form, in one line. */
  whole: string;
  /** Lines that differ in anything. */
  lines?: Record<string, Line>;
  /** The codes of what was written otherwise. */
  written?: string[];
}

interface Pair {
  name: string;
  /** Top-level parts of both rulebooks. */
  shared?: object;
  before: object;
  after: object;
  /** Codes of warnings that are meant to be there. */
  warnings?: string[];
  expect: Expected;
}

const file = new URL('pairs.yaml', import.meta.url).pathname;
const { pairs } = readData<{ pairs: Pair[] }>(file);

const rulebook = (edition: string, shared: object, own: object): string =>
  JSON.stringify(
    {
      rulebook: 'example',
      edition,
      title: '算例',
      status: 'draft',
      subjects: ['project'],
      total: '10',
      rounding: { decimals: 2, mode: 'half-up', at: 'indicator' },
      sources: { sheet: { title: '评分表' } },
      inputs: {
        done: { name: '完成数', type: 'amount', min: '0', note: '算例' },
        plan: { name: '计划数', type: 'amount', min: '0', note: '算例' },
      },
      ...shared,
      ...own,
    },
    undefined,
    1,
  );

const interval = (one: { from?: string; to?: string; fromIncluded: boolean; toIncluded: boolean }): string =>
  `${one.fromIncluded ? '[' : '('}${one.from ?? '…'}, ${one.to ?? '…'}${one.toIncluded ? ']' : ')'}`;

/** `4 reached: plan 100 done 60: 6 → 10` */
const largest = (one: LargestDifference | undefined): string | undefined => {
  if (!one) return undefined;
  const { inputs = {}, ...cells } = one.witness ?? {};
  const facts = Object.entries({ ...cells, ...inputs }).map(([name, value]) => `${name} ${value}`);
  const kind = one.exact ? (one.reached ? 'reached' : 'approached') : 'bound';
  const shown = facts.length > 0 ? `: ${facts.join(', ')}: ${one.before} → ${one.after}` : '';
  return `${one.points} ${kind}${shown}`;
};

function told(difference: Difference): Expected {
  const { whole, lines, written } = difference;
  const differing = lines.filter(
    ({ verdict, situations, classifications }) =>
      verdict !== 'equal' || situations.length > 0 || classifications.length > 0,
  );
  const list = (name: string, all: readonly string[]) => (all.length > 0 ? { [name]: [...all] } : {});
  const reach = (['gain', 'loss'] as const).flatMap((side) =>
    whole[side]
      ? [`${side} ${largest(whole[side])}${whole[side].where ? `, where ${whole[side].where.en}` : ''}`]
      : [],
  );
  const condition = whole.condition ? [whole.condition.en] : [];
  const grades = whole.grades.map((one) => `${interval(one)} ${one.before.zh} → ${one.after.zh}`);
  const others = whole.situations.map(({ name, before, after }) => `${name.zh}：${before.zh} → ${after.zh}`);
  return {
    whole: [whole.verdict, ...reach, ...condition, ...grades, ...others].join('; '),
    ...(differing.length > 0
      ? {
          lines: Object.fromEntries(
            differing.map((line) => [
              line.code.slice('scores:'.length),
              {
                verdict: line.presence === 'both' ? line.verdict : `${line.presence}, ${line.verdict}`,
                ...list(
                  'intervals',
                  line.intervals.map(
                    (one) =>
                      `${one.from === undefined && one.to === undefined ? one.where.zh : interval(one)}: ${one.before} → ${one.after}, ${one.difference} ${one.sign}`,
                  ),
                ),
                ...(line.gain ? { gain: largest(line.gain)! } : {}),
                ...(line.loss ? { loss: largest(line.loss)! } : {}),
                ...list(
                  'situations',
                  line.situations.map(({ name, before, after }) => `${name.zh}：${before.zh} → ${after.zh}`),
                ),
                ...list(
                  'tiers',
                  line.classifications.map((one) => `${interval(one)} ${one.before.zh} → ${one.after.zh}`),
                ),
                ...(line.why ? { why: line.why.zh } : {}),
              },
            ]),
          ),
        }
      : {}),
    ...list(
      'written',
      written.map(({ code }) => code),
    ),
  };
}

const found: Expected[] = [];
describe('pairs of rulebooks', () => {
  test.each(pairs.map((pair) => [pair.name, pair] as const))('%s', async (_name, pair) => {
    const side = async (edition: string, own: object) => {
      const text = rulebook(edition, pair.shared ?? {}, own);
      return {
        plan: await planOf(text, pair.warnings),
        document: readDocument(text, { file: `${edition}.json` }).document,
      };
    };
    const [before, after] = [await side('2001', pair.before), await side('2002', pair.after)];
    const difference = await compare(before, after);
    expect(validateValue(difference, 'difference')).toEqual([]);
    expect(JSON.stringify(await compare(before, after))).toBe(JSON.stringify(difference));
    const answer = told(difference);
    found.push(answer);
    if (process.env.FOUND) writeFileSync(process.env.FOUND, JSON.stringify(found));
    expect(answer).toEqual(pair.expect);
    // Both ways round: what one gains the other loses.
    const back = await compare(after, before);
    const mirror = {
      equal: 'equal',
      neverLower: 'neverHigher',
      neverHigher: 'neverLower',
      both: 'both',
      undecided: 'undecided',
    };
    expect(back.whole.verdict).toBe(mirror[difference.whole.verdict]);
  });
});

test('every expectation is in the file', () =>
  expect(readFileSync(file, 'utf8')).not.toContain('expect: {}'));
