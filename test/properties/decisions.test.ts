/**
 * The table of classes says what json-rules-engine says, and that is Kleene's logic where something is blank: every decision is
 * asked afresh, on the actual facts of a form and not on the representative of its class, and worked out by hand beside it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askClass,
  type Condition,
  type Decision,
  DecisionBuilder,
  decider,
  type Operator,
  rulesEngine,
  type Undecided,
} from '../../engine/conditions/index.ts';
import { Exact } from '../../engine/decimal.ts';
import {
  decimals,
  evaluator,
  isNothing,
  literal,
  minus,
  name,
  over,
  times,
} from '../../engine/expression/index.ts';
import { loadRulebook, type ScoringPlan } from '../../engine/index.ts';
import { editions, loadPlan } from '../support/repository.ts';
import { runs } from '../support/runs.ts';

/** The facts of a form by name; what is not there is blank. */
interface Facts {
  numbers: Record<string, string | undefined>;
  words: Record<string, string | boolean | undefined>;
}

/** What the look-up answers. */
async function lookedUp(decision: Decision, facts: Facts): Promise<readonly number[] | Undecided> {
  const decide = decider(decision, decimals);
  for (;;) {
    const answer = decide(
      (key) => (facts.numbers[key] === undefined ? undefined : Exact.of(facts.numbers[key])),
      (key) => facts.words[key],
    );
    if (!('decision' in answer)) return answer;
    await askClass(answer);
  }
}

type Values = Record<string, Exact | string | boolean | undefined>;

/** The actual values of a form by the keys of the facts. */
const valuesOf = (decision: Decision, facts: Facts): Values =>
  Object.fromEntries(
    decision.facts.map((fact) => {
      if (fact.kind !== 'number') {
        const word = facts.words[fact.name];
        return [fact.key, word === '' && fact.kind === 'category' ? undefined : word];
      }
      const value = evaluator(
        fact.expression,
        decimals,
      )((key) => (facts.numbers[key] === undefined ? undefined : Exact.of(facts.numbers[key])));
      return [fact.key, isNothing(value) ? undefined : value];
    }),
  );

/** What new rules engines answer about the actual values. */
const askedAfresh = async (decision: Decision, values: Values) => ({
  certain: await rulesEngine(decision.outcomes)(values),
  possible: await rulesEngine(decision.outcomes, 'possible')(values),
});

/** Kleene's logic as its tables have it: true, false, and undefined for what is not known. */
function kleene(condition: Condition, values: Values): boolean | undefined {
  if ('not' in condition) {
    const inner = kleene(condition.not, values);
    return inner === undefined ? undefined : !inner;
  }
  if ('all' in condition || 'any' in condition) {
    const [parts, settling] = 'all' in condition ? [condition.all, false] : [condition.any, true];
    const answers = parts.map((one) => kleene(one, values));
    return answers.includes(settling) ? settling : answers.includes(undefined) ? undefined : !settling;
  }
  const { fact, operator, value } = condition;
  const is = values[fact];
  if (operator === 'isBlank') return is === undefined;
  if (operator === 'isPresent') return is !== undefined;
  if (is === undefined) return undefined;
  const list = Array.isArray(value) ? value : [value];
  const sign = is instanceof Exact ? is.compare(value as Exact) : is === value ? 0 : 1;
  switch (operator) {
    case 'equal':
      return sign === 0;
    case 'notEqual':
      return sign !== 0;
    case 'lessThan':
      return sign < 0;
    case 'lessThanInclusive':
      return sign <= 0;
    case 'greaterThan':
      return sign > 0;
    case 'greaterThanInclusive':
      return sign >= 0;
    case 'in':
      return list.includes(is as string);
    case 'notIn':
      return !list.includes(is as string);
    case 'contains':
      return list.some((phrase) => String(is).includes(phrase as string));
  }
}

/** Holds the look-up against rules engines asked afresh and against Kleene's tables; true where all was decided. */
async function agrees(decision: Decision, facts: Facts): Promise<boolean> {
  const answer = await lookedUp(decision, facts);
  const isDecided = !('possible' in answer);
  const { certain, possible } = isDecided ? { certain: answer, possible: answer } : answer;
  const values = valuesOf(decision, facts);
  expect({ certain, possible }).toEqual(await askedAfresh(decision, values));
  const truths = decision.outcomes.map((condition) => kleene(condition, values));
  expect(certain).toEqual(indicesOf(truths, (truth) => truth === true));
  expect(possible).toEqual(indicesOf(truths, (truth) => truth !== false));
  if (!isDecided)
    for (const position of answer.blanks) {
      const { key } = decision.facts[position]!;
      expect(values[key]).toBeUndefined();
    }
  return isDecided;
}

const indicesOf = (truths: readonly (boolean | undefined)[], isIn: (truth: boolean | undefined) => boolean) =>
  truths.flatMap((truth, index) => (isIn(truth) ? [index] : []));

/** Few enough that numbers often fall just on a threshold. */
const number = fc.constantFrom(
  '-1',
  '0',
  '0.1',
  '0.3',
  '0.30000000000000004',
  '1',
  '1.5',
  '2',
  '10',
  '9',
  '100',
);
const options = ['工程', '采购', '其他'];
const phrases = ['完成', '全部完成', '优'];

const facts: fc.Arbitrary<Facts> = fc.record({
  numbers: fc.record({
    a: fc.option(number, { nil: undefined, freq: 2 }),
    b: fc.option(number, { nil: undefined, freq: 3 }),
    c: number,
  }),
  words: fc.record({
    kind: fc.constantFrom(...options, '别的', '', undefined),
    note: fc.constantFrom('全部完成', '完成了', '优秀', '', undefined),
    flag: fc.constantFrom(true, false, undefined),
  }),
});

const [a, b, c] = [name('a'), name('b'), name('c')];
const expressions = [a, b, c, minus(a, b), over(a, b), times(b, c), minus(literal(Exact.one), over(c, b))];
const comparisons: Operator[] = [
  ...(['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const),
];

type Make = (builder: DecisionBuilder) => Condition;

const leaf: fc.Arbitrary<Make> = fc.oneof(
  fc.tuple(fc.nat(expressions.length - 1), fc.constantFrom(...comparisons), number).map(
    ([at, operator, value]): Make =>
      (builder) =>
        builder.compare(expressions[at]!, operator, literal(Exact.of(value))),
  ),
  fc.tuple(fc.nat(expressions.length - 1), fc.constantFrom(...comparisons), fc.nat(2)).map(
    ([at, operator, other]): Make =>
      (builder) =>
        builder.compare(expressions[at]!, operator, expressions[other]!),
  ),
  fc.tuple(fc.nat(expressions.length - 1), fc.constantFrom('isBlank' as const, 'isPresent' as const)).map(
    ([at, operator]): Make =>
      (builder) =>
        builder.presence(expressions[at]!, operator),
  ),
  fc
    .tuple(
      fc.constantFrom('equal' as const, 'notEqual' as const, 'in' as const, 'notIn' as const),
      fc.subarray(options, { minLength: 1 }),
    )
    .map(
      ([operator, values]): Make =>
        (builder) =>
          builder.category('kind', operator, values),
    ),
  fc.constantFrom('isBlank' as const, 'isPresent' as const).map(
    (operator): Make =>
      (builder) =>
        builder.category('kind', operator, []),
  ),
  fc.subarray(phrases, { minLength: 1 }).map(
    (all): Make =>
      (builder) =>
        builder.phrases('note', all),
  ),
  fc.boolean().map(
    (value): Make =>
      (builder) =>
        builder.yesNo('flag', 'equal', value),
  ),
  fc.constant<Make>((builder) => builder.yesNo('flag', 'isBlank')),
);

const { tree } = fc.letrec<{ tree: Make }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(
      (all): Make =>
        (builder) => ({ all: all.map((one) => one(builder)) }),
    ),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(
      (any): Make =>
        (builder) => ({ any: any.map((one) => one(builder)) }),
    ),
    tie('tree').map(
      (not): Make =>
        (builder) => ({ not: not(builder) }),
    ),
  ),
}));

test('random trees of conditions', async () => {
  let decided = 0;
  let undecided = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(tree, { minLength: 1, maxLength: 4 }),
      fc.array(facts, { minLength: 4, maxLength: 4 }),
      async (trees, forms) => {
        const builder = new DecisionBuilder();
        for (const make of trees) builder.outcome(make(builder));
        const decision = await builder.build();
        for (const form of forms)
          if (await agrees(decision, form)) decided++;
          else undecided++;
      },
    ),
    { numRuns: runs(250) },
  );
  expect(decided).toBeGreaterThan(200);
  expect(undecided).toBeGreaterThan(200);
});

test('more classes than whole numbers can tell apart', async () => {
  const builder = new DecisionBuilder();
  const flags = Array.from({ length: 60 }, (_, index) => `flag${index}`);
  builder.outcome({ any: flags.map((flag) => builder.yesNo(flag, 'equal', true)) });
  builder.outcome({ all: flags.map((flag) => builder.yesNo(flag, 'equal', true)) });
  const decision = await builder.build();
  expect(decision.size).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  const form = (isTrue: (index: number) => boolean | undefined): Facts => ({
    numbers: {},
    words: Object.fromEntries(flags.map((flag, index) => [flag, isTrue(index)])),
  });
  expect(
    await lookedUp(
      decision,
      form(() => false),
    ),
  ).toEqual([]);
  expect(
    await lookedUp(
      decision,
      form((index) => index === 0),
    ),
  ).toEqual([0]);
  expect(
    await lookedUp(
      decision,
      form((index) => index === 59),
    ),
  ).toEqual([0]);
  expect(
    await lookedUp(
      decision,
      form(() => true),
    ),
  ).toEqual([0, 1]);
  expect(
    await lookedUp(
      decision,
      form((index) => (index < 2 ? undefined : index === 2)),
    ),
  ).toEqual([0]);
  expect(
    await lookedUp(
      decision,
      form((index) => (index < 2 ? undefined : true)),
    ),
  ).toEqual({ certain: [0], possible: [0, 1], blanks: [0, 1] });
});

/** Every decision of a plan: bands, what does not apply, grades, limits, checks. */
function decisionsOf(plan: ScoringPlan): Decision[] {
  const rules = [...plan.byId.values()].flatMap((one) =>
    one.kind === 'leaf'
      ? [one.rule]
      : one.kind === 'declared'
        ? Object.values(one.targets).map(({ rule }) => rule)
        : [],
  );
  const found = [
    ...rules.flatMap((rule) => rule.parts.flatMap(({ decision }) => decision ?? [])),
    ...[...plan.byId.values()].flatMap((one) => one.notApplicable?.when ?? []),
    ...(plan.grades ? [plan.grades.decision] : []),
    ...[...plan.limits, ...plan.checks, ...plan.dossierChecks].map(({ when }) => when),
  ];
  return [...new Set(found)];
}

/** Facts for a decision: numbers on, beside and between its thresholds. */
function factsFor(decision: Decision): fc.Arbitrary<Facts> {
  const thresholds = decision.facts.flatMap((fact) => (fact.kind === 'number' ? fact.thresholds : []));
  const near = thresholds.flatMap((one) => [one, one.plus(Exact.of('0.001')), one.minus(Exact.of('0.001'))]);
  const value = fc.option(fc.constantFrom(...near.map((one) => one.toText()), '0', '1', '2', '0.5', '150'), {
    nil: undefined,
    freq: 20,
  });
  const words = decision.facts.flatMap((fact) => (fact.kind === 'number' ? [] : [fact]));
  return fc.tuple(fc.func(value), fc.func(fc.nat(9))).map(([numberOf, pick]) => ({
    numbers: new Proxy({}, { get: (_, key) => numberOf(String(key)) }),
    words: Object.fromEntries(
      words.map((fact) => {
        const all =
          fact.kind === 'yesNo'
            ? [true, false, undefined]
            : fact.kind === 'phrases'
              ? [...fact.phrases, '无关的话', '', undefined]
              : [...fact.values, '别的', '', undefined];
        return [fact.name, all[pick(fact.key) % all.length]];
      }),
    ),
  }));
}

describe('the decisions of the rulebooks', () => {
  test.each(editions.map((edition) => [edition.name, edition] as const))('%s', async (_name, edition) => {
    const decisions = decisionsOf(await loadPlan(edition));
    expect(decisions.length).toBeGreaterThan(0);
    for (const decision of decisions)
      await fc.assert(
        fc.asyncProperty(factsFor(decision), async (form) => void (await agrees(decision, form))),
        { numRuns: runs(15) },
      );
  });
});

describe('the decisions of random rulebooks', () => {
  const threshold = fc.constantFrom('0%', '10%', '25%', '50%', '80%', '90%', '100%');
  const band = fc.record(
    {
      at: threshold,
      from: threshold,
      above: threshold,
      upTo: threshold,
      below: threshold,
      points: fc.constant(5),
    },
    { requiredKeys: ['points'] },
  );
  const method = fc.oneof(
    fc.uniqueArray(threshold, { minLength: 1, maxLength: 5 }).map((all) => ({
      bands: [
        ...all
          .sort((x, y) => Number.parseInt(y, 10) - Number.parseInt(x, 10))
          .map((from, index) => ({ from, points: 10 - index })),
        { points: 0 },
      ],
    })),
    fc.array(band, { minLength: 1, maxLength: 4 }).map((bands) => ({ bands })),
    fc
      .record({
        from: threshold,
        direction: fc.constantFrom('above', 'below'),
        partial: fc.constantFrom('ignored', 'whole', 'proRata'),
      })
      .map((steps) => ({ steps: { ...steps, per: '5百分点', deduct: 1 } })),
    fc.tuple(threshold, threshold).map(([low, high]) => ({
      conditions: [
        {
          when: {
            all: [
              { fact: 'a', operator: 'greaterThan', value: low },
              { not: { fact: 'b', operator: 'lessThan', value: high } },
            ],
          },
          points: 10,
        },
        { otherwise: true, points: 1 },
      ],
    })),
    fc.tuple(threshold, threshold).map(([worst, best]) => ({ anchors: { worst, best } })),
  );

  test('agree with the rules engine, form by form', async () => {
    let compiled = 0;
    const form = fc.record({ a: decimalRate(), b: decimalRate() });
    await fc.assert(
      fc.asyncProperty(method, fc.array(form, { minLength: 8, maxLength: 8 }), async (written, forms) => {
        const { value: plan } = await loadRulebook(
          JSON.stringify({
            rulebook: 'random',
            edition: '2000',
            title: '随机',
            status: 'draft',
            subjects: ['project'],
            total: 10,
            rounding: { decimals: 2, mode: 'half-up', at: 'indicator' },
            sources: { sheet: { title: '表' } },
            inputs: { a: { name: '甲', type: 'rate' }, b: { name: '乙', type: 'rate', note: '备用' } },
            indicators: [{ id: 'line', name: '一行', weight: 10, metric: 'a', method: written }],
          }),
          'random.yaml',
        );
        if (!plan) return;
        compiled++;
        for (const decision of decisionsOf(plan))
          for (const { a: first, b: second } of forms)
            expect(await agrees(decision, { numbers: { a: first, b: second }, words: {} })).toBe(true);
      }),
      { numRuns: runs(150) },
    );
    expect(compiled).toBeGreaterThan(30);
  });
});

/** Rates as fractions, often just on a threshold. */
function decimalRate(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '-0.1',
    '0',
    '0.1',
    '0.0999',
    '0.25',
    '0.5',
    '0.51',
    '0.8',
    '0.9',
    '0.899999',
    '1',
    '1.0001',
    '3',
  );
}
