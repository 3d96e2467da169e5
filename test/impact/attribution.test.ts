/** The parts are the Shapley values of all choices of edits, tried one by one, and add exactly to the change. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairEditions } from '../../engine/edits/index.ts';
import { assessor } from '../../engine/impact/assess.ts';
import { smallestBundles, standingBundles } from '../../engine/impact/bundles.ts';
import { Editions } from '../../engine/impact/editions.ts';
import { shapleyWeights } from '../../engine/impact/game.ts';
import { Mixtures } from '../../engine/impact/mixture.ts';
import { differingParts, movedLines } from '../../engine/impact/parts.ts';
import { pointsOf } from '../../engine/impact/points.ts';
import { one, unitsIn } from '../../engine/impact/scale.ts';
import { formOfValue, prepareStudy, render, type Submission } from '../../engine/index.ts';
import { withHead } from '../support/scenes.ts';

const methods = [
  '{ proportional: {} }',
  '{ bands: [{ from: 90%, points: 100% }, { from: 60%, points: 50% }, { points: 0 }] }',
  '{ steps: { from: 100%, per: 3%, deduct: 1, direction: below } }',
  '{ anchors: { worst: 50%, best: 95% } }',
];
const rowMethods = [
  '{ proportional: {} }',
  '{ equality: {} }',
  '{ inverse: { by: ratio } }',
  '{ inverse: { by: line } }',
];
/** Three lines and a group, adding to 100. */
const weights = ['20 30 10 40', '30 20 10 40', '20 30 20 30', '10 10 30 50'];
const policies = [
  '',
  ', notApplicable: { policy: rescale }',
  ', notApplicable: { policy: full }',
  ', optional: true',
];
const groups = ['', ', combine: lowest', ', outOf: 100'];

const writing = fc.record({
  first: fc.constantFrom(...methods.slice(0, 2), methods[3]!),
  second: fc.constantFrom(...methods.slice(0, 2), methods[3]!),
  metric: fc.constantFrom('a / b', 'rate', 'min(a / b, c / b)'),
  rate: fc.constantFrom('a / b', 'c / b'),
  atLeast: fc.constantFrom(...rowMethods),
  atMost: fc.constantFrom(...rowMethods),
  plain: fc.constantFrom('{ as: atLeast }', '{ as: atMost }'),
  own: fc.constantFrom('{}', '{ targets: { atLeast: { method: { equality: {} } } } }', '{ weights: equal }'),
  weights: fc.constantFrom(...weights),
  policy: fc.constantFrom('', '', '', ...policies),
  combine: fc.constantFrom('', '', ...groups.slice(0, 2)),
  decimals: fc.constantFrom('2', '1'),
  at: fc.constantFrom('indicator', 'indicator', 'indicator', 'total'),
  limit: fc.constantFrom(
    '',
    '',
    '',
    'limits: [{ id: cap, name: 封顶, when: { fact: total, operator: greaterThan, value: 70 }, total: 70 }]',
  ),
  extra: fc.constantFrom('', '', 'bonus', 'penalty'),
});
type Writing = typeof writing extends fc.Arbitrary<infer Value> ? Value : never;

function rulebookOf(w: Writing): string {
  const [first, second, third, rows] = w.weights.split(' ');
  const half = Number(third) / 2;
  return withHead(`rounding: { decimals: ${w.decimals}, mode: half-up, at: ${w.at} }
inputs:
  a: { name: 甲数, type: amount, min: 0 }
  b: { name: 乙数, type: amount, min: 1 }
  c: { name: 丙数, type: amount, min: 0 }
metrics: { rate: { name: 比率, expression: ${w.rate} } }
frame:
  missing: zero
  targets:
    atLeast: { method: ${w.atLeast} }
    atMost: { method: ${w.atMost} }
    plain: ${w.plain}
    equal: { as: atLeast }
    date: { as: words }
    words: { method: { judgement: {} } }
${w.limit}
indicators:
  - { id: first, name: 一, weight: ${first}, metric: "${w.metric}", method: ${w.first}, zeroDivision: zero }
  - { id: second, name: 二, weight: ${second}, metric: 丙数 / 乙数, method: ${w.second}${w.policy} }
  - id: third
    name: 三
    weight: ${third}${w.combine.replace(', ', '\n    ')}
    indicators:
      - { id: left, name: 左, weight: ${half}, metric: a / b, method: { proportional: {} } }
      - { id: right, name: 右, weight: ${half}, metric: c / b, method: ${w.second} }
  - { id: rows, name: 自设, weight: ${rows}, declared: ${w.own} }
${w.extra === '' ? '' : `  - { id: extra, name: 另计, weight: 5, line: ${w.extra}, metric: a / b, method: { proportional: {} } }\n`}`);
}

const form = fc
  .record({
    a: fc.integer({ min: 0, max: 130 }),
    c: fc.integer({ min: 0, max: 130 }),
    target: fc.integer({ min: 1, max: 9 }),
    actual: fc.integer({ min: 1, max: 12 }),
    signs: fc.tuple(fc.constantFrom('≥', '≤', ''), fc.constantFrom('≥', '≤', '=')),
    out: fc.boolean(),
  })
  .map(
    ({ a, c, target, actual, signs, out }) =>
      ({
        rulebook: 'example',
        edition: '2000',
        subject: 'project',
        name: '表',
        inputs: { a: String(a), b: '97', c: String(c) },
        declared: signs.map((sign, index) => ({
          under: 'rows',
          name: `行${index}`,
          target: `${sign}${target}件`,
          actual: `${actual + index}件`,
          ...(index === 0 ? { weight: '10' } : {}),
        })),
        ...(out ? { notApplicable: ['second'] } : {}),
      }) as unknown as Submission,
  );

test('for random edits and forms', async () => {
  let compared = 0;
  let several = 0;
  await fc.assert(
    fc.asyncProperty(
      writing,
      writing,
      fc.array(form, { minLength: 2, maxLength: 4 }),
      fc.integer(),
      async (x, y, forms, mask) => {
        // Some of the slots change, so that few edits meet.
        const changed = Object.fromEntries(
          Object.keys(x).map((key, index) => [
            key,
            ((mask >> index) & 1) === 1 ? y[key as 'at'] : x[key as 'at'],
          ]),
        ) as unknown as Writing;
        const [before, after] = [rulebookOf(x), rulebookOf(changed).replace('"2000"', '"2001"')];
        const { study, diagnostics } = await prepareStudy(
          { content: before, file: 'a' },
          { content: after, file: 'b' },
        );
        expect(diagnostics.map((one) => render(one, 'zh', before))).toEqual([]);
        if (!study) return;
        const { plan: earlier } = study.before;
        const pairing = pairEditions(earlier, study.after.plan);
        const editions = await Editions.of(earlier, study.after.plan, pairing);
        const moved = movedLines(editions);
        const mixtures = new Mixtures(editions, moved);
        const parts = await differingParts(editions, moved);
        const edits = await standingBundles(smallestBundles(parts, editions), mixtures);
        if (edits.length !== study.edits.length || edits.length > 5 || edits.length === 0) return;
        const choices = await Promise.all(
          Array.from({ length: 1 << edits.length }, async (_, choice) => {
            const { plan } = await mixtures.of(edits.filter((_, at) => ((choice >> at) & 1) === 1).flat());
            return plan && { plan, points: pointsOf(plan, new Set(['total'])) };
          }),
        );
        if (choices.includes(undefined)) return;
        const { weights: shapley, over } = shapleyWeights(edits.length);
        const assess = assessor(study);
        for (const submission of forms) {
          const assessed = await assess(formOfValue(submission), 'form');
          if (assessed.is !== 'compared') continue;
          const sum = assessed.parts.reduce((all, part) => all + part, 0n);
          expect(sum).toBe(assessed.after - assessed.before);
          expect(assessed.parts.at(-1)).toBe(0n);
          const totals = await Promise.all(
            choices.map(async (choice) =>
              unitsIn((await choice!.points(study.carry.mixture(submission, choice!.plan)))!.total),
            ),
          );
          expect([totals[0], totals.at(-1)]).toEqual([assessed.before, assessed.after]);
          edits.forEach((_, player) => {
            const whole = shapley[player]!.reduce(
              (all, weight, choice) => all + weight * totals[choice]!,
              0n,
            );
            const off = assessed.parts[player]! * over - whole;
            expect((off < 0n ? -off : off) <= (one / 10_000n) * over, `edit ${player}`).toBe(true);
          });
          compared += 1;
          if (edits.length > 1) several += 1;
        }
      },
    ),
    { numRuns: 40, seed: 20_210_101 },
  );
  expect(compared).toBeGreaterThan(40);
  expect(several).toBeGreaterThan(20);
});

test('a group of which a deduction alone is left gives its weight to the others, and is told apart with them', async () => {
  const edition = (mode: string, combine: string) => `
rulebook: example
edition: "2000"
title: 示例
status: draft
subjects: [project]
total: 100
rounding: { decimals: 0, mode: ${mode}, at: indicator }
sources: { sheet: { title: 评分表 } }
inputs:
  index: { name: 指数, type: number, min: 0 }
  late: { name: 逾期天数, type: number, min: 0 }
  open: { name: 是否公开, type: yesNo }
indicators:
  - { id: first, name: 甲, weight: 43, metric: index / 3, method: { proportional: { target: 100 } } }
  - { id: second, name: 乙, weight: 5, metric: late, method: { bands: [{ at: 100, points: 80% }, { points: 5 }] } }
  - id: third
    name: 丙
    weight: 52
    ${combine}
    indicators:
      - { id: deduction, name: 扣分, weight: 2, line: penalty, metric: late, method: { bands: [{ at: 10, points: 0.5 }, { points: 100% }] } }
      - { id: disclosed, name: 公开, weight: 52, optional: true, method: { yesNo: { input: open } } }
`;
  const { study } = await prepareStudy(
    { content: edition('up', 'combine: { expression: disclosed * 0.4 - deduction }'), file: 'before.yaml' },
    { content: edition('half-up', ''), file: 'after.yaml' },
  );
  const form = {
    rulebook: 'example',
    edition: '2000',
    subject: 'project',
    name: '只有扣分的一组',
    inputs: { index: '0.5', late: '4' },
  } as Submission;
  const assessed = await assessor(study!)(formOfValue(form), 'form.yaml');
  expect(assessed).toMatchObject({ is: 'compared' });
  if (assessed.is !== 'compared') return;
  expect(assessed.parts.reduce((all, part) => all + part, 0n)).toBe(assessed.after - assessed.before);
  expect(assessed.parts.at(-1)).toBe(0n);
});
