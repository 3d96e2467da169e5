/** What holds of every roll-up: one form scores as itself, neither the order of the forms nor the spelling of units matters. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Evaluation,
  evaluate,
  formOfValue,
  type ScoringPlan,
  type Submission,
} from '../../engine/index.ts';
import { form, nodes, planFrom, type Row, rolled, text } from './scene.ts';

const plans = await Promise.all(
  ['', '  missing: zero', '  missing: claimed'].map((frame) => planFrom(text(frame))),
);

const number = fc.integer({ min: 1, max: 40 }).map((tenths) => String(tenths / 2));
const share = fc.constantFrom('0%', '40%', '60%', '70%', '80%', '93.7%', '100%');
const day = fc.constantFrom('2000-03-31', '2000年6月30日', '2000-12-31', '—', '');

const numeric = (signs: readonly string[], units: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...signs),
      fc.constantFrom(...units),
      number,
      number,
      fc.integer({ min: 0, max: 9 }),
    )
    .map(([sign, unit, target, actual, odd]) => ({
      target: `${sign}${target}${unit}`,
      actual: odd === 0 ? '' : odd === 1 ? '有所增加' : `${actual}${unit}`,
    }));

const cells: fc.Arbitrary<Partial<Row>> = fc.oneof(
  numeric(['≥', '＞', '≤', '＜', '', '＝'], ['万元', '人', '次', '%', '个百分点', '']),
  fc.record({ target: day, actual: day }),
  fc.record({
    target: fc.constant('提供支撑'),
    actual: fc.constant('有力支撑'),
    judgement: fc.record({ share }),
  }),
  fc.record({ target: fc.constant('提供支撑'), actual: fc.constantFrom('有力支撑', '') }),
);

const row: fc.Arbitrary<Row> = fc
  .tuple(fc.constantFrom('培训', '服务', '建设'), cells, number, fc.option(number, { nil: undefined }))
  .map(([name, both, weight, claimed]) => ({ name, weight, ...both, ...(claimed ? { claimed } : {}) }));

const submission = (index: number): fc.Arbitrary<Submission> =>
  fc
    .tuple(
      fc.array(row, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom('', '1', '20.5'),
      fc.constantFrom('', '是', '否'),
    )
    .map(([rows, budget, executed, published]) =>
      form(`第${index}号`, String(budget), rows, { executed, published }),
    );

const submissions = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => submission(index + 1))));

/** Which rulebook. */
const plan = fc.integer({ min: 0, max: plans.length - 1 });

/** Lines by name, with what came of each. */
const outcome = ({ ledger, total, outOf, status }: Evaluation) => ({
  total,
  outOf,
  status,
  lines: nodes(ledger)
    .filter(({ children }) => !children?.length)
    .map(
      (line) => `${line.name} ${line.points} of ${line.weight}${line.status === 'missing' ? ' missing' : ''}`,
    )
    .sort(),
});

const alone = async (by: ScoringPlan, one: Submission) => (await evaluate(by, formOfValue(one))).evaluation!;

test('one form rolled up scores as it does by itself, line by line', async () => {
  await fc.assert(
    fc.asyncProperty(plan, submission(1), async (by, one) => {
      const { evaluation } = await rolled(plans[by]!, [one]);
      expect(outcome(evaluation)).toEqual(outcome(await alone(plans[by]!, one)));
    }),
    { numRuns: 300 },
  );
});

test('the order of the forms makes no difference', async () => {
  await fc.assert(
    fc.asyncProperty(plan, submissions, fc.integer({ min: 0, max: 3 }), async (by, all, turn) => {
      const turned = [...all.slice(turn), ...all.slice(0, turn)].reverse();
      expect(await rolled(plans[by]!, turned)).toEqual(await rolled(plans[by]!, all));
    }),
    { numRuns: 150 },
  );
});

/** A number without a unit is read in the unit that the other forms write: in another unit it would be another fact. */
const hasBare = (all: readonly Submission[]): boolean =>
  all.some(({ declared = [] }) =>
    declared.some(({ target, actual }) =>
      [target, actual].some((cell) => /^\D?[\d.]+$/.test(String(cell ?? ''))),
    ),
  );

/** The same facts in other words: other units, other width, spaces. */
const respelt = (cell: unknown, inYuan: boolean): string =>
  String(cell ?? '')
    .replace(/([\d.]+)万元/, (written, amount: string) => (inYuan ? `${Number(amount) * 10000}元` : written))
    .replace(/人$/, '名')
    .replace('≥', '不低于')
    .replace('＜', ' < ')
    .replace(/^＝/, '= ')
    .replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

test('the spelling of units, numbers and names makes no difference', async () => {
  await fc.assert(
    fc.asyncProperty(plan, submissions, fc.integer({ min: 0, max: 3 }), async (by, all, which) => {
      const inYuan = !hasBare(all);
      const changed = all.map((one, index) =>
        index !== which
          ? one
          : {
              ...one,
              declared: one.declared!.map((declared) => ({
                ...declared,
                name: ` ${declared.name[0]} ${declared.name[1]}`,
                target: respelt(declared.target, inYuan),
                actual: respelt(declared.actual, inYuan),
              })),
            },
      );
      const named = ({ lines, ...rest }: ReturnType<typeof outcome>) => ({
        ...rest,
        lines: lines.map((line) => line.replace(/^\s*(.)\s*(.)/, '$1$2')).sort(),
      });
      const before = outcome((await rolled(plans[by]!, all)).evaluation);
      const after = outcome((await rolled(plans[by]!, changed)).evaluation);
      expect(named(after)).toEqual(named(before));
    }),
    { numRuns: 150 },
  );
});

test('equal shares that do not end are shared out again, to the last place', async () => {
  const rounded = 'rounding: { decimals: 2, mode: up, at: total }';
  const by = await planFrom(
    text().replace('rounding: { decimals: 2, mode: half-up, at: indicator }', rounded),
  );
  const rows: Row[] = [
    { name: '培训', target: '≥70人', actual: '63人' },
    { name: '服务', target: '≥50次', actual: '30次' },
    { name: '建设', target: '提供支撑', actual: '有力支撑', judgement: { share: '30%' } },
  ];
  const one = form('甲', '100', rows);
  const { submission, evaluation } = await rolled(by, [one]);
  expect(submission.declared!.map(({ weight }) => weight)).toEqual([undefined, undefined, undefined]);
  expect(evaluation.total).toBe('68');
  expect(outcome(evaluation)).toEqual(outcome(await alone(by, one)));
});
