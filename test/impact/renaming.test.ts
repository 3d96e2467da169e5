/** What only has another name is no edit: inputs called like words of the language, lines and metrics with other ids. */
import { describe, expect, test } from 'vitest';
import { type Submission, textOfUnits } from '../../engine/index.ts';
import { withHead } from '../support/scenes.ts';
import { impactOf, studyOf } from './study.ts';

/** What the two inputs, the named metric and the lines are called. */
interface Names {
  cost: string;
  share: string;
  metric: string;
  lines: readonly [string, string, string, string];
}

/** Every word of a method, policy or combination that an input could be called by. */
const rulebookOf = ({ cost, share, metric, lines }: Names, from: Partial<Names>, weights: string): string => {
  const [a, b, c, d] = lines;
  const [first, second, third, group] = weights.split(' ');
  const was = (now: string, id: string | undefined) => (id && id !== now ? `, renamedFrom: ${id}` : '');
  const line = (index: number) => was(lines[index]!, from.lines?.[index]);
  return withHead(`inputs:
  ${cost}: { name: 成本, type: amount, min: "0"${was(cost, from.cost)} }
  ${share}: { name: 比例数, type: amount, min: "0"${was(share, from.share)} }
metrics: { ${metric}: { name: 比率, expression: 比例数 / 成本 } }
frame:
  targets:
    atLeast: { method: { proportional: {} } }
    atMost: { method: { inverse: { by: ratio, zeroActual: full } } }
    plain: { as: atLeast }
    equal: { as: atLeast }
    date: { as: words }
    words: { method: { judgement: {} } }
indicators:
  - { id: ${a}, name: 甲${line(0)}, weight: ${first}, metric: 成本, method: { inverse: { target: "100", by: ratio, zeroActual: full } } }
  - { id: ${b}, name: 乙${line(1)}, weight: ${second}, metric: 比例数, method: { steps: { from: "100", per: "10", deduct: 1, partial: whole, direction: below } }, notApplicable: { when: { fact: ${share}, operator: equal, value: 0 }, policy: full } }
  - { id: ${c}, name: 丙${line(2)}, weight: ${third}, metric: 比率, method: { bands: [{ above: 100%, points: 100% }, { points: 50% }] } }
  - id: ${d}
    name: 丁${line(3).replace(', ', '\n    ')}
    weight: ${group}
    combine: { expression: ${d}-one + ${d}-two }
    indicators:
      - { id: ${d}-one, name: 丁一${line(3) && `, renamedFrom: ${from.lines![3]}-one`}, weight: ${Number(group) / 2}, metric: ${share} / ${cost}, method: { proportional: { cap: 100% } } }
      - { id: ${d}-two, name: 丁二${line(3) && `, renamedFrom: ${from.lines![3]}-two`}, weight: ${Number(group) / 2}, metric: "min(${share}, ${cost})", method: { equality: { target: "50" } } }
`);
};

const plain: Names = { cost: 'cost', share: 'share', metric: 'quotient', lines: ['a', 'b', 'c', 'd'] };
const formOf = ({ cost, share }: Names): Submission => ({
  rulebook: 'example',
  edition: '2000',
  subject: 'project',
  name: '一号',
  inputs: { [share]: '50', [cost]: '150' },
});

const later = (text: string): string => text.replace('edition: "2000"', 'edition: "2001"');

async function editsBetween(before: Names, after: Names, weights: readonly [string, string]) {
  const study = await studyOf(
    rulebookOf(before, {}, weights[0]),
    later(rulebookOf(after, before, weights[1])),
  );
  const { result } = await impactOf(study, [formOf(before)]);
  const [form] = result.forms;
  return {
    edits: study.edits.map(({ code }) => code),
    change: textOfUnits(form!.after - form!.before),
    parts: form!.parts.slice(0, study.edits.length).map(textOfUnits),
  };
}

const same = ['40 20 20 20', '40 20 20 20'] as const;
const other = ['40 20 20 20', '30 30 20 20'] as const;
// 甲 of 40: 40 × 100 ÷ 150 = 26.67; of 30: 20. 乙: 5 steps below 100: 15 of 20, 25 of 30. 26.67 → 20 and 15 → 25: +3.33.
const weightsOnly = { edits: ['weights:total'], change: '3.33', parts: ['3.33'] };
const nothing = { edits: [], change: '0', parts: [] };

const words = [
  ...[
    'ratio',
    'line',
    'share',
    'partial',
    'whole',
    'full',
    'zero',
    'ignored',
    'equal',
    'bands',
    'points',
    'above',
  ],
  ...[
    'below',
    'policy',
    'rescale',
    'forbidden',
    'by',
    'per',
    'from',
    'upTo',
    'at',
    'deduct',
    'direction',
    'steps',
  ],
  ...[
    'cap',
    'fact',
    'operator',
    'value',
    'lessThan',
    'lowest',
    'weightedMean',
    'claimed',
    'judgement',
    'inverse',
  ],
  ...[
    'proportional',
    'equality',
    'zeroActual',
    'zeroTarget',
    'words',
    'date',
    'plain',
    'atLeast',
    'frame',
    'when',
  ],
];

describe('an input called like a word of the language', () => {
  test.each(words)('%s, renamed', async (word) => {
    const before = { ...plain, share: word === 'cost' ? 'x' : word };
    expect(await editsBetween(before, { ...plain, share: 'portion' }, same)).toEqual(nothing);
    expect(await editsBetween(before, { ...plain, share: 'portion' }, other)).toEqual(weightsOnly);
    expect(await editsBetween({ ...plain, share: 'portion' }, before, other)).toEqual(weightsOnly);
  });
});

describe('another name is no edit', () => {
  const renamed: [string, Names][] = [
    ['of inputs', { ...plain, cost: 'amount', share: 'portion' }],
    ['of inputs that change places', { ...plain, cost: 'share', share: 'cost' }],
    ['of lines', { ...plain, lines: ['one', 'two', 'three', 'four'] }],
    ['of lines that change places', { ...plain, lines: ['b', 'c', 'a', 'd'] }],
    ['of a metric', { ...plain, metric: 'rate' }],
    ['of inputs and lines', { ...plain, cost: 'share', share: 'cost', lines: ['d', 'c', 'b', 'a'] }],
    ['of all', { cost: 'ratio', share: 'by', metric: 'points', lines: ['full', 'zero', 'ratio', 'by'] }],
  ];
  test.each(renamed)('%s', async (_, after) => {
    expect(await editsBetween(plain, after, same)).toEqual(nothing);
    expect(await editsBetween(plain, after, other)).toEqual(weightsOnly);
    expect(await editsBetween(after, plain, other)).toEqual(weightsOnly);
  });
});

test('an input that takes the id of one that is gone is not that one', async () => {
  const head = (inputs: string, metric: string) =>
    withHead(`inputs: { ${inputs} }
indicators:
  - { id: a, name: 甲, weight: 60, metric: ${metric}, method: { proportional: { target: "100" } } }
  - { id: b, name: 乙, weight: 40, metric: kept, method: { proportional: { target: "100" } } }
`);
  const kept = 'kept: { name: 留用数, type: amount, min: "0" }';
  const study = await studyOf(
    head(`${kept}, x: { name: 甲数, type: amount, min: "0" }`, 'x'),
    later(
      head(
        `${kept}, y: { name: 甲数, type: amount, min: "0", renamedFrom: x }, x: { name: 另数, type: number, min: "0" }`,
        'y / 2 + kept / 2',
      ).replace('metric: kept,', 'metric: "max(kept, y)",'),
    ),
  );
  const { result } = await impactOf(study, [{ ...formOf(plain), inputs: { kept: '20', x: '80' } }]);
  // 甲: 60 × 80% = 48 → 60 × 50% = 30. 乙: 40 × 20% = 8 → 40 × 80% = 32.
  expect(study.edits.map(({ code }) => code)).toEqual(['metric:a', 'metric:b']);
  expect(result.forms[0]!.parts.map(textOfUnits)).toEqual(['-18', '24', '0']);
});

describe('without renamedFrom', () => {
  const of = (id: string, name: string) =>
    withHead(`indicators:
  - { id: ${id}, name: ${name}, weight: 60, missing: zero, method: { proportion: { choices: [{ name: 良, share: 80% }] } } }
  - { id: other, name: 乙, weight: 40, missing: zero, method: { judgement: {} } }
`);
  const form: Submission = { ...formOf(plain), inputs: {}, judgements: { quality: { tier: '良' } } };

  test('a line of the same name is the same, and its judgement goes with it', async () => {
    const study = await studyOf(of('quality', '成果质量'), later(of('result', '成果质量')));
    const { result } = await impactOf(study, [form]);
    expect(study.edits).toEqual([]);
    expect([result.forms[0]!.before, result.forms[0]!.after].map(textOfUnits)).toEqual(['48', '48']);
  });

  test('a judged line that is called otherwise is another, however alike it is', async () => {
    const study = await studyOf(of('quality', '成果质量'), later(of('result', '成果数量')));
    const { result } = await impactOf(study, [form]);
    expect(study.edits.map(({ code }) => code)).toEqual(['line:quality+line:result']);
    expect([result.forms[0]!.before, result.forms[0]!.after].map(textOfUnits)).toEqual(['48', '0']);
  });
});
