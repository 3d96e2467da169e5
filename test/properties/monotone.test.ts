/** Doing better never costs points, and no award leaves its bounds: for every method that looks at a number. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact } from '../../engine/decimal.ts';
import { formOfValue, loadRulebook, type Submission, scorer } from '../../engine/index.ts';
import { runs } from '../support/runs.ts';

type Written = Record<string, unknown>;

interface Family {
  /** `more` where a greater number is better. */
  better: 'more' | 'less';
  method: fc.Arbitrary<Written>;
  /** Share of the weight that can be won; 1 where left out. */
  most?: (method: Written) => number;
  type?: 'date';
  metric?: null;
}

const positive = fc.integer({ min: 1, max: 200 });
const percent = fc.integer({ min: 0, max: 100 });
const sorted = fc
  .uniqueArray(fc.nat(200), { minLength: 2, maxLength: 6 })
  .map((all) => all.sort((a, b) => a - b));
const rising = (count: number) =>
  fc.array(percent, { minLength: count, maxLength: count }).map((all) => all.sort((a, b) => a - b));
const partial = fc.constantFrom('ignored', 'proRata', 'whole');

const curve = sorted.chain((at) =>
  rising(at.length).map((points) => at.map((value, index) => ({ at: value, points: `${points[index]}%` }))),
);

const families: Record<string, Family> = {
  proportional: { better: 'more', method: positive.map((target) => ({ proportional: { target } })) },
  'proportional with a bonus': {
    better: 'more',
    method: fc
      .tuple(positive, fc.integer({ min: 50, max: 150 }))
      .map(([target, cap]) => ({ proportional: { target, cap: `${cap}%` } })),
    most: (method) => Number.parseInt((method.proportional as { cap: string }).cap, 10) / 100,
  },
  'inverse by ratio': {
    better: 'less',
    method: positive.map((target) => ({ inverse: { by: 'ratio', target } })),
  },
  'inverse by line': {
    better: 'less',
    method: fc.nat(200).map((target) => ({ inverse: { by: 'line', target } })),
  },
  piecewise: { better: 'more', method: curve.map((points) => ({ piecewise: { points } })) },
  'piecewise falling': {
    better: 'less',
    method: sorted.chain((at) =>
      rising(at.length).map((points) => ({
        piecewise: {
          points: at.map((value, index) => ({ at: value, points: `${[...points].reverse()[index]}%` })),
        },
      })),
    ),
  },
  'steps below': {
    better: 'more',
    method: fc
      .record({ from: fc.nat(200), per: positive, deduct: fc.nat(5), partial })
      .map((steps) => ({ steps: { ...steps, direction: 'below' } })),
  },
  'steps above': {
    better: 'less',
    method: fc
      .record({
        from: fc.nat(200),
        per: positive,
        deduct: fc.nat(5),
        partial,
        start: percent.map((share) => `${share}%`),
      })
      .map((steps) => ({ steps: { ...steps, direction: 'above' } })),
  },
  'anchors rising': {
    better: 'more',
    method: fc
      .tuple(fc.nat(100), positive)
      .map(([worst, way]) => ({ anchors: { worst, best: worst + way } })),
  },
  'anchors falling': {
    better: 'less',
    method: fc.tuple(fc.nat(100), positive).map(([best, way]) => ({ anchors: { worst: best + way, best } })),
  },
  base: {
    better: 'more',
    method: fc
      .record({
        target: fc.nat(100),
        points: percent.map((share) => `${share}%`),
        per: positive,
        add: fc.nat(5),
        deduct: fc.nat(5),
        above: partial,
        below: partial,
      })
      .map(({ target, points, per, add, deduct, above, below }) => ({
        base: {
          target,
          points,
          above: { per, add, partial: above },
          below: { per, deduct, partial: below },
          cap: '120%',
        },
      })),
    most: () => 1.2,
  },
  bands: {
    better: 'more',
    method: curve.map((points) => ({
      bands: [
        ...[...points].reverse().map(({ at, points: won }) => ({ from: at, points: won })),
        { points: 0 },
      ],
    })),
  },
  'table with lines inside': {
    better: 'more',
    method: curve.map((knots) => ({
      table: {
        rows: [
          ...knots.slice(1).map((high, index) => ({
            from: knots[index]!.at,
            below: high.at,
            fromPoints: knots[index]!.points,
            toPoints: high.points,
          })),
          { from: knots.at(-1)!.at, points: knots.at(-1)!.points },
          { points: 0 },
        ],
      },
    })),
  },
  occurrences: {
    better: 'less',
    method: fc.nat(6).map((deduct) => ({ occurrences: { each: [{ count: 'x', deduct }] } })),
    metric: null,
  },
  deadline: {
    better: 'less',
    type: 'date',
    method: fc
      .option(fc.record({ per: positive.map((days) => `${days}天`), deduct: fc.nat(5), partial }), {
        nil: undefined,
      })
      .map((late) => ({
        deadline: { target: '2000-06-15', ...(late ? { late } : {}) },
      })),
  },
};

const weight = 10;

async function pointsOf(
  written: Written,
  family: Family,
): Promise<((value: string) => Promise<Exact | undefined>) | undefined> {
  const { value: plan } = await loadRulebook(
    JSON.stringify({
      rulebook: 'curve',
      edition: '2000',
      title: '曲线',
      status: 'draft',
      subjects: ['project'],
      total: weight,
      rounding: { decimals: 4, mode: 'half-up', at: 'indicator' },
      sources: { sheet: { title: '表' } },
      inputs: { x: { name: '数', type: family.type ?? 'number' } },
      indicators: [
        {
          id: 'line',
          name: '一行',
          weight,
          ...(family.metric === null ? {} : { metric: 'x' }),
          method: written,
        },
      ],
    }),
    'curve.yaml',
  );
  if (!plan) return undefined;
  const score = scorer(plan);
  return async (value) => {
    const form: Submission = {
      rulebook: 'curve',
      edition: '2000',
      subject: 'project',
      name: '表',
      inputs: { x: value },
    };
    expect(formOfValue(form).submission).toBe(form);
    const scores = await score(form);
    return scores?.complete ? Exact.of(scores.total) : undefined;
  };
}

const number = fc.oneof(
  fc.nat(250).map(String),
  fc.tuple(fc.nat(250), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
);
const day = fc
  .date({ min: new Date('2000-05-01'), max: new Date('2000-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const size = (text: string): number => (text.includes('-') ? Date.parse(text) : Number(text));

describe.each(Object.entries(families))('%s', (_name, family) => {
  test('better never scores less, and the award stays between nothing and its cap', async () => {
    let scored = 0;
    const value = family.type === 'date' ? day : number;
    await fc.assert(
      fc.asyncProperty(
        family.method,
        fc.array(value, { minLength: 6, maxLength: 6 }),
        async (written, values) => {
          const points = await pointsOf(written, family);
          if (!points) return;
          const most = Exact.of((weight * (family.most?.(written) ?? 1)).toFixed(2));
          const worstFirst = values.sort((a, b) =>
            family.better === 'more' ? size(a) - size(b) : size(b) - size(a),
          );
          let before = Exact.zero;
          for (const one of worstFirst) {
            const won = await points(one);
            expect(won, one).toBeDefined();
            expect(
              won!.compare(before),
              `${one} wins ${won!.toText()}, less than ${before.toText()}`,
            ).toBeGreaterThanOrEqual(0);
            expect(won!.compare(most), one).toBeLessThanOrEqual(0);
            before = won!;
            scored++;
          }
        },
      ),
      { numRuns: runs(60) },
    );
    expect(scored).toBeGreaterThan(60);
  });
});
