/** Random forms for a compiled rulebook: cells as people write them, and now and then nothing at all. */
import fc from 'fast-check';
import type { ScoringPlan, Submission } from '../../engine/index.ts';

type Text = fc.Arbitrary<string>;

/** Decimal text from 0 to `most`, with up to `decimals` places; round numbers are not rare. */
export const decimalText = (most: number, decimals = 4): Text =>
  fc.oneof(
    fc.constantFrom('0', '1', '100', '50').filter((text) => Number(text) <= most),
    fc.nat(most).map(String),
    fc
      .tuple(fc.nat(most - 1), fc.stringMatching(new RegExp(`^\\d{1,${decimals}}$`)))
      .map(([whole, fraction]) => `${whole}.${fraction}`),
  );

const rate: Text = decimalText(130, 2).map((number) => `${number}%`);
const day: Text = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2002-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const target: Text = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('≥', '≤', '不少于', '不超过', '＝', '', ''),
      decimalText(200, 2),
      fc.constantFrom('%', '个', '万元', ''),
    )
    .map((parts) => parts.join('')),
  day.map((date) => `${date}前`),
  fc.constantFrom('按时完成', '有所提升', '展板27版、电子化1套', ''),
);
const actual: Text = fc.oneof(
  fc.tuple(decimalText(250, 2), fc.constantFrom('%', '个', '万元', '元', '')).map((parts) => parts.join('')),
  day,
  fc.constantFrom('完成', '达到', '较好', '', '—'),
);

const inRange = (text: Text, min: string | undefined, max: string | undefined): Text =>
  text.filter(
    (one) =>
      (min === undefined || Number(one.replace('%', '')) >= Number(min)) &&
      (max === undefined || Number(one.replace('%', '')) <= Number(max)),
  );

type Input = NonNullable<ScoringPlan['rulebook']['inputs']>[string];

function inputText({ type, min, max, options }: Input): fc.Arbitrary<string | boolean> {
  switch (type) {
    case 'rate':
      return inRange(rate, min, max);
    case 'date':
      return day;
    case 'yesNo':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...(options ?? ['无']));
    case 'text':
      return fc.constantFrom('说明', '');
    case 'count':
      return inRange(fc.oneof(fc.nat(12), fc.nat(500)).map(String), min, max);
    default:
      return inRange(decimalText(500), min, max);
  }
}

const judgement = (weight: number) =>
  fc.oneof(
    { weight: 3, arbitrary: decimalText(100, 2).map((share) => ({ share: `${share}%`, reason: '见报告' })) },
    { weight: 1, arbitrary: decimalText(Math.max(1, weight), 2).map((points) => ({ points })) },
  );

/** `missing`: how often a cell is left out, in per cent. */
export function submissions(plan: ScoringPlan, { missing = 5 } = {}): fc.Arbitrary<Submission> {
  const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
    fc.oneof(
      { weight: 100 - missing, arbitrary: value },
      { weight: missing, arbitrary: fc.constant(undefined) },
    );
  const { rulebook } = plan;
  const present = <Value>(record: Record<string, Value | undefined>): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== undefined),
    );
  const indicators = [...plan.byId.values()];
  const groups = indicators.flatMap((one) => (one.kind === 'declared' ? [one.id] : []));
  const judged = indicators.flatMap((one) =>
    one.kind === 'leaf' && one.rule.judged
      ? [[one.id, judgement(Number(one.weight!.toText()))] as const]
      : [],
  );
  const skippable = indicators.flatMap((one) => (one.notApplicable ? [one.id] : []));
  const row = fc.record({
    under: fc.constantFrom(...(groups.length > 0 ? groups : ['none'])),
    name: fc.constantFrom('甲', '乙', '丙'),
    target,
    actual,
    weight: decimalText(30, 1),
    judgement: maybe(judgement(30)),
  });
  const inputs = fc.record(
    Object.fromEntries(
      Object.entries(rulebook.inputs ?? {}).map(([id, input]) => [id, maybe(inputText(input))]),
    ),
  );
  return fc
    .record({
      subject: fc.constantFrom(...rulebook.subjects),
      inputs,
      judgements: fc.record(Object.fromEntries(judged.map(([id, one]) => [id, maybe(one)]))),
      declared: fc.array(row, { maxLength: groups.length > 0 ? 8 : 0 }),
      notApplicable: fc.subarray(skippable),
    })
    .map(
      (form) =>
        ({
          rulebook: rulebook.rulebook,
          edition: rulebook.edition,
          name: '随机的表',
          year: '2000',
          ...form,
          inputs: present(form.inputs),
          judgements: present(form.judgements),
          declared: form.declared.map(present),
        }) as unknown as Submission,
    );
}
