/** Random edits of random rulebooks: what the comparison claims is held against the engine that scores. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimals, evaluator, isNothing, parseExpression } from '../../engine/expression/index.ts';
import {
  type ComparedLine,
  compare,
  type Difference,
  Exact,
  evaluate,
  type LargestDifference,
  loadRulebook,
  type ScoringPlan,
} from '../../engine/index.ts';
import { formFrom, lineOf } from '../support/engine.ts';

const rounding = { decimals: 9, mode: 'half-up', at: 'indicator' };
const smallest = Exact.of('0.0000001');
/** Two roundings at the ninth decimal. */
const tolerance = Exact.of('0.000000002');

const rulebook = (edition: string, parts: object): string =>
  JSON.stringify({
    rulebook: 'example',
    edition,
    title: '算例',
    status: 'draft',
    subjects: ['project'],
    total: '10',
    rounding,
    sources: { sheet: { title: '评分表' } },
    ...parts,
  });

const inputs = {
  done: { name: '完成数', type: 'amount', min: '0', note: '算例' },
  plan: { name: '计划数', type: 'amount', min: '0', note: '算例' },
};
const leaf = (method: object, metric: string | undefined = 'done / plan') => ({
  inputs,
  indicators: [{ id: 'line', name: '一行', weight: '10', ...(metric ? { metric } : {}), method }],
});

const percent = fc.integer({ min: 1, max: 30 }).map((five) => `${five * 5}%`);
const points = fc.integer({ min: 0, max: 20 }).map((half) => String(half / 2));
const ascending = fc
  .uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 4 })
  .map((list) => list.sort((a, b) => a - b).map((five) => `${five * 5}%`));
const partial = fc.constantFrom('ignored', 'whole', 'proRata');

/** Any method that looks at one rate. */
const method: fc.Arbitrary<object> = fc.oneof(
  fc
    .record({
      cap: fc.constantFrom(undefined, '120%', '80%'),
      target: fc.constantFrom('100%', '80%', '120%'),
    })
    .map((proportional) => ({ proportional })),
  fc.record({ target: percent, by: fc.constantFrom('ratio', 'line') }).map((inverse) => ({ inverse })),
  fc
    .tuple(ascending, fc.array(points, { minLength: 5, maxLength: 5 }), fc.boolean())
    .map(([ends, gives, closed]) => ({
      bands: [
        ...ends
          .toReversed()
          .map((end, index) => ({ [closed ? 'from' : 'above']: end, points: gives[index]! })),
        { points: gives[4]! },
      ],
    })),
  fc.tuple(ascending, fc.array(points, { minLength: 4, maxLength: 4 })).map(([ends, gives]) => ({
    piecewise: { points: ends.map((at, index) => ({ at, points: gives[index]! })) },
  })),
  fc
    .record({
      from: percent,
      direction: fc.constantFrom('above', 'below'),
      per: fc.constantFrom('5百分点', '12百分点'),
      deduct: fc.constantFrom('1', '1.5', '4'),
      partial,
    })
    .map((steps) => ({ steps })),
  fc
    .record({ worst: fc.constant('30%'), best: percent })
    .filter(({ best }) => best !== '30%')
    .map((anchors) => ({ anchors })),
  fc.record({ target: percent, otherwise: points }).map((equality) => ({ equality })),
);

/** The formula of a difference at x, with the weight. */
function formulaAt(text: string, x: Exact, weight: Exact): Exact {
  const { expression } = parseExpression(text.replaceAll('分值', 'weight').replaceAll('−', '-'));
  const value = evaluator(
    expression!,
    decimals,
  )((name) => (name === 'x' ? x : name === 'weight' ? weight : undefined));
  if (isNothing(value)) throw new Error(`${text} at ${x.toText()}: ${value}`);
  return value;
}

const numberOf = (text: string): Exact => {
  const [top = '0', bottom = '1'] = text.split('/');
  return Exact.of(top).over(Exact.of(bottom))!;
};

async function scoreOf(plan: ScoringPlan, form: object): Promise<Exact | undefined> {
  const { rulebook: id, edition } = plan.identity;
  const { evaluation } = await evaluate(
    plan,
    formFrom({ rulebook: id, edition, subject: 'project', name: '表', year: '2000', ...form }),
  );
  const line = lineOf(evaluation!, 'line');
  return line.status === 'scored' ? Exact.of(line.points) : undefined;
}

interface Editions {
  before: ScoringPlan;
  after: ScoringPlan;
  difference: Difference;
}

/** A rulebook that cannot be used proves nothing: another is tried. */
async function loaded(text: string): Promise<ScoringPlan> {
  const { value } = await loadRulebook(text, 'rulebook.json');
  fc.pre(value !== undefined);
  return value!;
}

async function editionsOf(was: object, is: object): Promise<Editions> {
  const [before, after] = [await loaded(rulebook('2001', was)), await loaded(rulebook('2002', is))];
  return { before, after, difference: await compare({ plan: before }, { plan: after }) };
}

/** Every end of every interval, at and on both sides of it, and places between. */
function placesOf({ intervals }: ComparedLine, least: Exact): Exact[] {
  const ends = intervals
    .flatMap(({ from, to }) => [from, to])
    .filter((end) => end !== undefined)
    .map(Exact.of);
  const more = ['0', '0.05', '0.33', '0.5', '0.72', '0.99', '1', '1.01', '1.4', '2.5', '7'].map(Exact.of);
  return [...ends, ...more]
    .flatMap((at) => [at.minus(smallest), at, at.plus(smallest)])
    .filter((at) => at.compare(least) >= 0);
}

const holds = (
  { from, to, fromIncluded, toIncluded }: ComparedLine['intervals'][number],
  x: Exact,
): boolean =>
  (from === undefined || x.compare(Exact.of(from)) >= (fromIncluded ? 0 : 1)) &&
  (to === undefined || x.compare(Exact.of(to)) <= (toIncluded ? 0 : -1));

const isNear = (a: Exact, b: Exact): boolean => a.minus(b).absolute().compare(tolerance) <= 0;

/** Holds every claim about a line against scores at the places; `scores` gives both editions' points at x. */
async function checkLine(
  line: ComparedLine,
  weight: Exact,
  scores: (x: Exact) => Promise<readonly [Exact | undefined, Exact | undefined]>,
): Promise<void> {
  const scale = line.measure === 'share' ? weight : Exact.one;
  for (const x of placesOf(line, Exact.zero)) {
    const [was, is] = await scores(x);
    if (!was || !is) continue;
    const by = is.minus(was);
    const interval = line.intervals.find((one) => holds(one, x));
    const where = `at ${x.toText()}: ${was.toText()} → ${is.toText()}`;
    if (interval) {
      expect(isNear(by, formulaAt(interval.difference, x, weight)), `${where}, ${interval.difference}`).toBe(
        true,
      );
      expect(isNear(was, formulaAt(interval.before, x, weight)), `${where}, ${interval.before}`).toBe(true);
      expect(by.sign() * (interval.sign === 'higher' ? 1 : -1), where).toBeGreaterThanOrEqual(0);
    } else if (!line.intervals.some(({ where: told }) => told.zh.includes('不是有理数')))
      expect(by.isZero(), where).toBe(true);
    const bound = (side: LargestDifference | undefined) =>
      (side ? numberOf(side.points).times(scale) : Exact.zero).plus(tolerance);
    expect(by.compare(bound(line.gain)), where).toBeLessThanOrEqual(0);
    expect(by.negated().compare(bound(line.loss)), where).toBeLessThanOrEqual(0);
  }
}

const runs = Number(process.env.RUNS ?? 60);

describe('random edits', () => {
  test('of a line that looks at one rate', async () => {
    await fc.assert(
      fc.asyncProperty(method, method, async (was, is) => {
        const { before, after, difference } = await editionsOf(leaf(was), leaf(is));
        const [line] = difference.lines;
        const score = (plan: ScoringPlan, x: Exact) =>
          scoreOf(plan, { inputs: { done: x.times(Exact.hundred).toText(), plan: '100' } });
        await checkLine(line!, Exact.of(10), async (x) => [await score(before, x), await score(after, x)]);
        for (const side of [line!.gain, line!.loss]) {
          if (!side?.witness) continue;
          const given = { inputs: side.witness.inputs };
          if (Object.values(given.inputs).some((text) => String(text).includes('/'))) continue;
          for (const [plan, told] of [
            [before, side.before!],
            [after, side.after!],
          ] as const)
            expect(isNear((await scoreOf(plan, given))!, numberOf(told)), JSON.stringify(side)).toBe(true);
          const by = numberOf(side.after!).minus(numberOf(side.before!)).absolute();
          if (side.reached) expect(by.equals(numberOf(side.points)), JSON.stringify(side)).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  }, 120_000);

  test('of a rule for declared rows, for any target and weight', async () => {
    const kinds = ['atLeast', 'atMost', 'plain', 'equal', 'date', 'words'];
    const row: fc.Arbitrary<object> = fc.oneof(
      fc
        .record({
          cap: fc.constantFrom(undefined, '120%'),
          zeroTarget: fc.constantFrom(undefined, 'full', 'zero'),
          negativeTarget: fc.constantFrom(undefined, 'zero', 'distance'),
        })
        .map((proportional) => ({ proportional })),
      fc
        .record({
          by: fc.constantFrom('ratio', 'line'),
          zeroActual: fc.constantFrom(undefined, 'full', 'zero'),
          negativeTarget: fc.constantFrom(undefined, 'zero', 'distance'),
        })
        .map((inverse) => ({ inverse })),
      fc.record({ otherwise: fc.constantFrom('0', '30%', '60%') }).map((equality) => ({ equality })),
      fc.constant({
        bands: [{ from: 'target', points: '100%' }, { from: 'target × 80%', points: '60%' }, { points: '0' }],
      }),
      fc.constant({
        bands: [
          { from: 'target', points: '100%' },
          { above: 'target × 60%', points: '60%' },
          { points: '0' },
        ],
      }),
    );
    const framed = (rule: object) => ({
      frame: {
        targets: Object.fromEntries(
          kinds.map((kind) => [kind, { method: kind === 'plain' ? rule : { judgement: {} } }]),
        ),
      },
      indicators: [{ id: 'group', name: '一组', weight: '10', declared: {} }],
    });
    await fc.assert(
      fc.asyncProperty(
        row,
        row,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 10 }),
        async (was, is, target, weight) => {
          const { before, after, difference } = await editionsOf(framed(was), framed(is));
          const line = difference.lines.find(({ code }) => code === 'scores:frame.plain')!;
          const score = (plan: ScoringPlan, x: Exact) =>
            scoreOf(plan, {
              declared: [
                {
                  id: 'line',
                  under: 'group',
                  name: '行',
                  weight: String(weight),
                  target: String(target),
                  actual: x.times(Exact.of(target)).toText(),
                },
              ],
            });
          await checkLine(line, Exact.of(weight), async (x) => [
            await score(before, x),
            await score(after, x),
          ]);
        },
      ),
      { numRuns: Math.ceil(runs / 2) },
    );
  }, 120_000);

  test('of conditions over two inputs, and of deductions', async () => {
    const threshold = fc.constantFrom(
      'plan',
      'plan × 80%',
      'plan × 120%',
      '50',
      '100',
      'plan + 10',
      'plan - 20',
    );
    const operator = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'equal');
    const rule = fc.oneof(
      fc
        .array(fc.record({ operator, value: threshold, points }), { minLength: 1, maxLength: 2 })
        .map((bands) => {
          const earlier: object[] = [];
          return {
            conditions: [
              ...bands.map(({ operator: how, value, points: gives }) => {
                const own = { fact: 'done', operator: how, value };
                const when = earlier.length > 0 ? { all: [own, ...earlier.map((not) => ({ not }))] } : own;
                earlier.push(own);
                return { when, points: gives };
              }),
              { otherwise: true, points: '10' },
            ],
          };
        }),
      fc.tuple(points, points).map(([a, b]) => ({
        occurrences: {
          each: [
            { count: 'done', deduct: a },
            { count: 'plan', deduct: b },
          ],
        },
      })),
    );
    const cells = [
      '0',
      '10',
      '20',
      '30',
      '40',
      '49.9999',
      '50',
      '79.9999',
      '80',
      '100',
      '100.0001',
      '110',
      '120',
      '150',
    ];
    await fc.assert(
      fc.asyncProperty(rule, rule, async (was, is) => {
        const { before, after, difference } = await editionsOf(leaf(was, undefined), leaf(is, undefined));
        const [line] = difference.lines;
        const bound = (side: LargestDifference | undefined) =>
          (side ? numberOf(side.points) : Exact.zero).plus(tolerance);
        for (const done of cells)
          for (const plan of ['0', '20', '50', '100', '125']) {
            const given = { inputs: { done, plan } };
            const by = (await scoreOf(after, given))!.minus((await scoreOf(before, given))!);
            if (line!.why) continue;
            expect(by.compare(bound(line!.gain)), JSON.stringify([given, line])).toBeLessThanOrEqual(0);
            expect(
              by.negated().compare(bound(line!.loss)),
              JSON.stringify([given, line]),
            ).toBeLessThanOrEqual(0);
          }
        for (const side of [line!.gain, line!.loss]) {
          const given = side?.witness && { inputs: side.witness.inputs };
          if (!given || Object.values(given.inputs).some((text) => String(text).includes('/'))) continue;
          const by = (await scoreOf(after, given))!.minus((await scoreOf(before, given))!).absolute();
          expect(isNear(by, numberOf(side!.points)), JSON.stringify([side, by.toText()])).toBe(true);
        }
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  }, 120_000);
});
