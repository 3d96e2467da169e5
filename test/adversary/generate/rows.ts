/** Random declared rows: targets as people write them, actuals at their edges, weights that add up or do not. */
import { judgement, numberNear, spelled } from './cells.ts';
import { days } from './facts.ts';
import type { Manner } from './form.ts';
import { hundredths, inHundredths, type JsonObject, present } from './json.ts';
import type { Outline } from './outline.ts';
import type { Random } from './random.ts';

const signs = {
  atLeast: ['≥', '＞', '不少于', '不低于', '至少'],
  atMost: ['≤', '＜', '不超过', '不高于'],
  plain: [''],
  equal: ['=', '等于'],
} as const;
const units = ['%', '个', '万元', '人', ''];
const factors = ['0', '0.01', '0.5', '0.6', '0.8', '0.9', '1', '1', '1', '1.01', '1.2', '1.5', '2', '2.5'];

/** Rows for each group that declares; some groups stay empty. */
export function rowsOf(random: Random, outline: Outline, manner: Manner): JsonObject[] {
  const rows = outline.declared.flatMap(({ id, name, weight, optional, equal }) => {
    if (random.chance(optional ? manner.skipped + 10 : manner.blank)) return [];
    const count = random.between(1, 3);
    const weights = weightsOf(random, weight, count, manner);
    const printed = !equal || random.chance(30);
    return weights.map((own) => row(random, random.chance(85) ? id : name, own, printed, manner));
  });
  return random.chance(20) ? random.shuffled(rows) : rows;
}

function weightsOf(random: Random, weight: number | undefined, count: number, manner: Manner): number[] {
  const whole = weight ?? 1000;
  if (whole < count || random.chance(manner.careless))
    return Array.from({ length: count }, () => random.between(1, 20) * 50);
  return whole % 100 === 0 && whole / 100 >= count && random.chance(75)
    ? random.split(whole / 100, count).map((part) => part * 100)
    : random.split(whole, count);
}

function row(random: Random, under: string, weight: number, printed: boolean, manner: Manner): JsonObject {
  const { target, actual, words } = cells(random, manner);
  const claimed = random.chance(manner.claimed)
    ? random.chance(manner.wrong * 4)
      ? random.pick([hundredths(weight * 2), '-1', '满分'])
      : hundredths(random.chance(50) ? weight : random.below(weight + 1))
    : undefined;
  return present({
    under,
    name: random.pick(['甲项', '乙项', '丙项', '丁项']),
    target: random.chance(manner.blank) ? undefined : target,
    actual: random.chance(manner.blank) ? random.pick([undefined, '', '—']) : actual,
    weight: printed && !random.chance(manner.careless / 4) ? hundredths(weight) : undefined,
    claimed,
    judgement:
      words && !random.chance(manner.blank)
        ? judgement(random, random.pick(scales), weight, manner)
        : undefined,
    reason: random.chance(15) ? '受天气影响' : undefined,
    notApplicable: random.chance(manner.skipped / 5) ? true : undefined,
  });
}

/** A row does not know how its frame judges: by share, or by the name of a choice. */
const scales: JsonObject[] = [
  {
    tiers: [
      { name: '达成', from: '80%', upTo: '100%' },
      { name: '部分达成', from: '50%', below: '80%' },
    ],
  },
  { judgement: {} },
  {
    proportion: {
      choices: [
        { name: '优', share: '100%' },
        { name: '良', share: '80%' },
      ],
    },
  },
];

function cells(random: Random, manner: Manner): { target: string; actual: string; words: boolean } {
  const draw = random.below(100);
  if (draw < 10) {
    const target = random.pick(days);
    return {
      target: random.chance(50) ? `${target}前` : dated(target),
      actual: random.chance(manner.wrong) ? '按期完成' : random.pick(days),
      words: random.chance(50),
    };
  }
  if (draw < 25)
    return {
      target: random.pick(['按时完成', '有所提升', '展板27版、电子化1套']),
      actual: random.pick(['按时完成', '有所提升', '未完成']),
      words: true,
    };
  if (draw < 35) return ranged(random);
  const unit = random.pick(units);
  const number = random.chance(10)
    ? '0'
    : numberNear(random, ['1', '10', '80', '90', '95', '100', '150'], 200);
  if (random.chance(8)) return belowZero(random, unit);
  const sign = random.pick(signs[random.pick(['atLeast', 'atMost', 'plain', 'equal'] as const)]);
  const factor = inHundredths(random.pick(factors));
  const exact = Math.trunc((inHundredths(number) * factor) / 100);
  const actual = hundredths(Math.max(0, exact + random.pick([0, 0, 0, 1, -1])));
  const other = random.chance(manner.wrong) ? random.pick(units) : unit;
  return {
    target: `${sign}${spelled(random, number, unit)}`,
    actual: random.chance(5) ? random.pick(['完成', '达标', '已完成']) : spelled(random, actual, other),
    words: random.chance(15),
  };
}

/** A range, and an actual inside it, on an end of it, or outside. */
function ranged(random: Random): { target: string; actual: string; words: boolean } {
  const unit = random.pick(['%', '人', '万元']);
  const [least, most] = random.pick([
    ['10', '15'],
    ['100', '120'],
    ['0', '5'],
  ] as const);
  const target = random.pick([
    `${least}${unit}-${most}${unit}`,
    `${least}~${most}${unit}`,
    `≥${least}${unit}且≤${most}${unit}`,
    `＞${least}${unit}且＜${most}${unit}`,
    `±${most}${unit}`,
  ]);
  const actual = random.pick([least, most, '12', '110', '9.99', '15.01', '60', '240', '-3', '-15']);
  return { target, actual: `${actual}${unit}`, words: random.chance(15) };
}

/** A target below zero, and an actual that meets it, misses it or stands on the other side of zero. */
function belowZero(random: Random, unit: string): { target: string; actual: string; words: boolean } {
  const sign = random.pick(signs[random.pick(['atLeast', 'atMost', 'plain', 'equal'] as const)]);
  const target = random.pick(['-3', '-5', '-50']);
  const actual = random.pick([target, target, '-1', '-4', '-80', '0', '2', '60']);
  return { target: `${sign}${target}${unit}`, actual: `${actual}${unit}`, words: random.chance(15) };
}

const dated = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
