/** Random rulebooks of one line, and random inputs near their thresholds. */
import fc from 'fast-check';

export interface Sample {
  method: object;
  metric: string | undefined;
  /** Numbers that the rule compares with, in the scale of the metric. */
  marks: number[];
}

const metrics = ['a', 'a / b', '(a - b) / b', 'abs(a - b) / b', 'rate', 'a - b', 'min(a / b, 150%)'] as const;
const isRate = (metric: string): boolean => metric !== 'a' && metric !== 'a - b';
const shown = (value: number, metric: string): string => (isRate(metric) ? `${value}%` : `${value}`);

const mark = fc.constantFrom(-20, 0, 5, 10, 40, 50, 60, 75, 80, 90, 95, 100, 110, 120, 150);
const points = fc.constantFrom('0', '1', '2.5', '4', '5', '7', '8', '10');

const band = (metric: string) =>
  fc
    .tuple(
      fc.constantFrom('from', 'above', 'upTo', 'below', 'at', 'both', 'both'),
      mark,
      mark,
      fc.constantFrom('from', 'above'),
      fc.constantFrom('upTo', 'below'),
      points,
    )
    .map(([kind, one, other, low, high, won]) => ({
      marks: kind === 'both' ? [one, other] : [one],
      band:
        kind === 'both'
          ? {
              [low]: shown(Math.min(one, other), metric),
              [high]: shown(Math.max(one, other), metric),
              points: won,
            }
          : { [kind]: shown(one, metric), points: won },
    }));

const bands = (metric: string) =>
  fc
    .tuple(fc.array(band(metric), { minLength: 1, maxLength: 4 }), fc.boolean(), points)
    .map(([all, open, won]) => ({
      method: { bands: [...all.map((one) => one.band), ...(open ? [{ points: won }] : [])] },
      marks: all.flatMap((one) => one.marks),
    }));

const steps = (metric: string) =>
  fc
    .tuple(
      mark,
      fc.constantFrom('above', 'below'),
      fc.constantFrom(1, 3, 10),
      fc.constantFrom('0.5', '1', '3'),
      fc.constantFrom('ignored', 'whole', 'proRata'),
    )
    .map(([from, direction, per, deduct, partial]) => ({
      method: { steps: { from: shown(from, metric), direction, per: shown(per, metric), deduct, partial } },
      marks: [from, from + per, from - per, from + 2 * per],
    }));

const ascending = fc
  .uniqueArray(mark, { minLength: 2, maxLength: 4 })
  .map((all) => [...all].sort((a, b) => a - b));

const piecewise = (metric: string) =>
  fc.tuple(ascending, fc.array(points, { minLength: 4, maxLength: 4 })).map(([at, won]) => ({
    method: {
      piecewise: { points: at.map((one, index) => ({ at: shown(one, metric), points: won[index] })) },
    },
    marks: at,
  }));

const table = (metric: string) =>
  fc.tuple(ascending, fc.array(points, { minLength: 8, maxLength: 8 })).map(([at, won]) => ({
    method: {
      table: {
        rows: [
          ...at.slice(1).map((high, index) => ({
            from: shown(at[index]!, metric),
            below: shown(high, metric),
            fromPoints: won[index],
            toPoints: won[index + 4],
          })),
          { points: won[7] },
        ],
      },
    },
    marks: at,
  }));

const positive = fc.constantFrom(5, 40, 80, 100, 120);

const lines = (metric: string) =>
  fc.oneof(
    positive.map((target) => ({
      method: { proportional: { target: shown(target, metric) } },
      marks: [target],
    })),
    fc.tuple(positive, fc.constantFrom('100%', '120%', '50%')).map(([target, cap]) => ({
      method: { proportional: { target: shown(target, metric), cap } },
      marks: [target],
    })),
    fc.tuple(positive, fc.constantFrom('ratio', 'line')).map(([target, by]) => ({
      method: { inverse: { by, target: shown(target, metric) } },
      marks: [target, 2 * target],
    })),
    ascending.map(([worst, best]) => ({
      method: { anchors: { worst: shown(worst!, metric), best: shown(best!, metric) } },
      marks: [worst!, best!],
    })),
    fc
      .tuple(mark, fc.constantFrom('add', 'deduct'), fc.constantFrom('ignored', 'whole', 'proRata'))
      .map(([target, change, partial]) => ({
        method: {
          base: {
            target: shown(target, metric),
            points: '6',
            above: { per: shown(5, metric), [change]: '1', partial },
            below: { per: shown(5, metric), deduct: '1', partial },
          },
        },
        marks: [target, target + 5, target - 5, target + 20],
      })),
  );

const comparison = fc
  .tuple(
    fc.constantFrom('a', 'b', 'a - b', 'a + 2 * b', 'a - c', 'b - c'),
    fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal'),
    fc.constantFrom('0', '10', '50', '100'),
  )
  .map(([fact, operator, value]) => ({ fact, operator, value }));

const conditions = fc
  .tuple(
    fc.array(fc.tuple(fc.array(comparison, { minLength: 1, maxLength: 2 }), points), {
      minLength: 1,
      maxLength: 3,
    }),
    points,
    fc.boolean(),
  )
  .map(([written, won, open]) => ({
    metric: undefined,
    marks: [0, 10, 50, 100],
    method: {
      conditions: [
        ...written.map(([all, given], index) => ({ name: `第${index + 1}档`, when: { all }, points: given })),
        ...(open ? [{ name: '其余', otherwise: true, points: won }] : []),
      ],
    },
  }));

export const samples: fc.Arbitrary<Sample> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(...metrics)
      .chain((metric) =>
        fc
          .oneof(bands(metric), bands(metric), steps(metric), piecewise(metric), table(metric), lines(metric))
          .map((one) => ({ ...one, metric })),
      ),
  },
  { weight: 1, arbitrary: conditions },
);

/** The rulebook as YAML (JSON is YAML). */
export const rulebookOf = ({ method, metric }: Sample): string =>
  JSON.stringify({
    rulebook: 'sample',
    edition: '2021',
    title: '样例',
    status: 'draft',
    subjects: ['project'],
    total: '10',
    rounding: { decimals: 2, mode: 'half-up', at: 'indicator' },
    sources: { form: { title: '样表' } },
    inputs: {
      a: { name: '甲', type: 'amount', min: '0', source: 'form', note: '甲' },
      b: { name: '乙', type: 'amount', min: '0', source: 'form', note: '乙' },
      c: { name: '丙', type: 'amount', min: '0', max: '500', source: 'form', note: '丙' },
      rate: { name: '率', type: 'rate', min: '0', max: '100', source: 'form', note: '率' },
    },
    indicators: [
      {
        id: 'line',
        name: '行',
        weight: '10',
        text: '按下列办法计分。',
        source: 'form',
        ...(metric ? { metric } : {}),
        method,
      },
    ],
  });

/** Inputs whose metric is at a mark, a little beside it, or anywhere. */
export const inputsNear = ({ metric, marks }: Sample): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(
      fc.constantFrom(...marks, 30, 70, 99, 200),
      fc.constantFrom(-0.01, 0, 0, 0.01, 1.37),
      fc.constantFrom(100, 50, 200, 1),
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom('0', '10', '50', '100', '333.33'),
    )
    .map(([at, beside, base, wild, c]) => {
      const wanted = at + beside;
      const inputs = metric === undefined ? [wanted, base * (wild / 10)] : valuesFor(metric, wanted, base);
      const [a, b] = inputs.map((value) => Math.max(0, value).toFixed(6)) as [string, string];
      return { a, b: wild === 0 ? '0' : b, c, rate: `${Math.min(100, Math.max(0, wanted)).toFixed(4)}%` };
    });

function valuesFor(metric: string, wanted: number, base: number): [number, number] {
  if (metric === 'a' || metric === 'rate') return [wanted, base];
  if (metric === 'a - b') return [wanted + base, base];
  if (metric.includes('a - b')) return [base + (base * wanted) / 100, base];
  return [(base * wanted) / 100, base];
}
