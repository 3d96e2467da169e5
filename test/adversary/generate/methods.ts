/** Random parameters for every scoring method, and for lines and rows each. */
import { type Bounds, interval, intervals } from './bands.ts';
import { condition, number, unless } from './conditions.ts';
import { days, expressions, inputsOf, type Kind, kinds, options, step, thresholds } from './facts.ts';
import { hundredths, type Json, type JsonObject, present } from './json.ts';
import { deduction, type Line, points, rising } from './points.ts';
import type { Random } from './random.ts';

export interface Drawn {
  metric: string | undefined;
  method: JsonObject;
}

type Maker = (random: Random, line: Line, kind: Kind) => Json;

const partials = ['ignored', 'proRata', 'whole'];
const maybe = <Value>(random: Random, percent: number, make: () => Value): Value | undefined =>
  random.chance(percent) ? make() : undefined;

/** A target of a line that is no row: fixed, or read from the form. */
const target = (random: Random, { declared }: Line, kind: Kind): string | undefined => {
  if (declared) return undefined;
  if (kind === 'amount' && random.chance(40)) return 'budget';
  return thresholds(random, kind, 1)[0]!;
};

/** Thresholds in ascending order; of a row, shares of its target as well as numbers. */
const cuts = (random: Random, { declared }: Line, kind: Kind, count: number): string[] =>
  declared && random.chance(85)
    ? random
        .some(['50%', '60%', '80%', '90%', '100%', '120%'], count)
        .map((share) => (share === '100%' ? 'target' : `target * ${share}`))
    : thresholds(random, declared ? 'amount' : kind, count);

const cap = (random: Random): string | undefined =>
  maybe(random, 30, () => random.pick(['110%', '120%', '150%', '80%']));

/** Methods over one number. */
const numeric: Readonly<Record<string, Maker>> = {
  proportional: (random, line, kind) =>
    present({
      target: line.declared || random.chance(70) || kind !== 'rate' ? target(random, line, kind) : undefined,
      cap: cap(random),
      zeroTarget: maybe(random, 50, () => random.pick(['full', 'zero'])),
      negativeTarget: maybe(random, 40, () => random.pick(['zero', 'distance'])),
    }),
  inverse: (random, line, kind) =>
    present({
      target: target(random, line, kind),
      by: random.pick(['ratio', 'line']),
      zeroActual: maybe(random, 40, () => random.pick(['full', 'zero'])),
      negativeTarget: maybe(random, 40, () => random.pick(['zero', 'distance'])),
    }),
  equality: (random, line, kind) =>
    present({
      target: line.declared
        ? undefined
        : random.chance(30)
          ? thresholds(random, kind, 1, true)[0]
          : target(random, line, kind),
      otherwise: maybe(random, 40, () => points(random, line)),
    }),
  bands: (random, line, kind) => {
    const at = cuts(random, line, kind, random.between(1, 3));
    return intervals(random, at).map((bounds, index, all) =>
      present({
        ...bounds,
        points: bandPoints(random, line, index, all.length),
        name: maybe(random, 20, () => `第${index + 1}档`),
      }),
    );
  },
  table: (random, line, kind) => {
    const at = cuts(random, line, kind, random.between(2, 3));
    const rows = intervals(random, at).map((bounds, index, all) =>
      tableRow(random, line, bounds, index, all.length),
    );
    return { rows };
  },
  steps: (random, line, kind) =>
    present({
      from: cuts(random, line, kind, 1)[0]!,
      direction: random.pick(['above', 'below']),
      per: line.declared ? random.pick(['1', '10', 'target * 10%']) : step(random, kind),
      deduct: deduction(random, line),
      partial: random.pick(partials),
      start: maybe(random, 20, () => points(random, line)),
    }),
  piecewise: (random, line, kind) => {
    const at = thresholds(random, line.declared ? 'amount' : kind, random.between(2, 4), true);
    const won = random.chance(80) ? rising(random, line, at.length) : at.map(() => points(random, line));
    const all = random.chance(30) ? [...won].reverse() : won;
    const above = random.chance(25);
    const knots = at.map((one, index) => ({
      at: one,
      points: above && index === at.length - 1 ? '120%' : all[index]!,
    }));
    return present({ points: knots, cap: above ? '120%' : cap(random)?.replace('80%', '100%') });
  },
  anchors: (random, line, kind) => {
    const [one, other] = thresholds(random, line.declared ? 'amount' : kind, 2, true);
    return random.chance(70) ? { worst: one!, best: other! } : { worst: other!, best: one! };
  },
  base: (random, line, kind) => {
    const per = () => (line.declared ? random.pick(['1', '10']) : step(random, kind));
    const side = (key: 'add' | 'deduct'): JsonObject => ({
      per: per(),
      [key]: deduction(random, line),
      partial: random.pick(partials),
    });
    const upward = random.chance(70);
    return present({
      target: target(random, line, kind),
      points: points(random, line),
      above: maybe(random, 75, () => side(upward ? 'add' : 'deduct')),
      below: maybe(random, 75, () => side(upward ? 'deduct' : 'add')),
      cap: maybe(random, 30, () => random.pick(['100%', '120%'])),
    });
  },
};

const bandPoints = (random: Random, line: Line, index: number, count: number): string => {
  const all = rising(random, line, count);
  return random.chance(85) ? all[index]! : random.pick(all);
};

function tableRow(random: Random, line: Line, bounds: Bounds, index: number, count: number): JsonObject {
  const low = bounds.from ?? bounds.above;
  const high = bounds.upTo ?? bounds.below;
  const name = maybe(random, 20, () => `第${index + 1}行`);
  const sloped = low !== undefined && high !== undefined && random.chance(70);
  const [least, most] = rising(random, line, 2);
  return present(
    sloped
      ? { ...bounds, fromPoints: least!, toPoints: most!, name }
      : { ...bounds, points: bandPoints(random, line, index, count), name },
  );
}

/** Methods over answers, persons' words or several inputs: they need no metric. */
const other: Readonly<Record<string, Maker>> = {
  occurrences: (random, line) => ({
    each: Array.from({ length: random.between(1, 2) }, (_, index) =>
      present({
        name: maybe(random, 60, () => `事项${index + 1}`),
        count: line.declared && index === 0 ? 'actual' : random.pick(['visits', 'people', 'visits × 2']),
        deduct: deduction(random, line),
      }),
    ),
  }),
  checklist: (random, line) => {
    const ids = random.some(inputsOf('yesNo'), random.between(1, 3));
    const parts = random.split(line.weight ?? 10000, ids.length);
    return {
      criteria: ids.map((input, index) => ({
        name: `标准${index + 1}`,
        input,
        points: line.weight === undefined ? `${hundredths(parts[index]!)}%` : hundredths(parts[index]!),
      })),
    };
  },
  yesNo: (random, line) =>
    present({
      input: random.pick(inputsOf('yesNo')),
      yes: maybe(random, 40, () => points(random, line)),
      no: maybe(random, 40, () => points(random, line)),
    }),
  tiers: (random) => {
    const at = random.some(['30%', '50%', '60%', '80%', '90%'], random.between(1, 2));
    const names = ['未达成', '部分达成', '达成'].slice(-at.length - 1);
    const edges = ['0%', ...at, '100%'];
    const lower = random.chance(75);
    const all = names.map((name, index) => ({
      name,
      ...interval(
        edges[index]!,
        edges[index + 1]!,
        lower || index === 0,
        !lower || index === names.length - 1,
      ),
    }));
    return random.chance(50) ? all.reverse() : all;
  },
  judgement: (random, line) => present({ reasonBelow: maybe(random, 50, () => points(random, line)) }),
  conditions: (random, line, kind) => {
    const own = line.declared
      ? (): JsonObject => ({
          fact: 'actual',
          operator: random.pick(['greaterThanInclusive', 'lessThan', 'equal']),
          value: random.pick(['target', 'target * 80%', '0']),
        })
      : () => (random.chance(60) ? number(random, kind) : condition(random, undefined, 1));
    const earlier: Json[] = [];
    const bands = Array.from({ length: random.between(1, 2) }, (_, index) => {
      const when = own();
      const band = present({
        name: maybe(random, 50, () => `情形${index + 1}`),
        when: unless(earlier, when),
        points: points(random, line),
      });
      earlier.push(when);
      return band;
    });
    const closes = random.chance(85);
    return closes
      ? [...bands, { otherwise: true, points: points(random, line) }]
      : [...bands, { when: { not: { any: earlier } }, points: points(random, line) }];
  },
  proportion: (random) => ({
    choices: ['优', '良', '中', '差'].slice(0, random.between(2, 4)).map((name, index) => ({
      name,
      share: ['100%', '80%', '60.5%', '0%'][index]!,
    })),
  }),
};

const deadline: Maker = (random, line) =>
  present({
    target: line.declared ? undefined : random.chance(70) ? random.pick(days) : 'due',
    late: maybe(random, 60, () => ({
      per: random.pick(['1天', '7天', '30天']),
      deduct: deduction(random, line),
      partial: random.pick(partials),
    })),
  });

const choice: Maker = (random, line) => ({
  rows: [
    ...options
      .slice(0, 3)
      .map((is, index) =>
        present({ is, points: points(random, line), name: maybe(random, 20, () => `等级${index + 1}`) }),
      ),
    { points: points(random, line) },
  ],
});

/** A line of the rulebook: a method with the number it looks at. */
export function lineMethod(random: Random, weight: number): Drawn {
  const line: Line = { weight, declared: false };
  const kind = random.pick(['rate', 'rate', ...kinds] as const);
  const draw = random.below(100);
  if (draw < 62) {
    const name = random.pick(Object.keys(numeric));
    return { metric: random.pick(expressions[kind]), method: { [name]: numeric[name]!(random, line, kind) } };
  }
  if (draw < 70) return { metric: 'finished', method: { deadline: deadline(random, line, kind) } };
  if (draw < 75) return { metric: 'star', method: { table: choice(random, line, kind) } };
  const name = random.pick(Object.keys(other));
  return { metric: undefined, method: { [name]: other[name]!(random, line, kind) } };
}

/** A method over how far an actual stands outside a range, or how near to it. */
function rangeMethod(random: Random, line: Line): JsonObject {
  const at = random.some(['0', '1', '5', 'most * 5%', '(most - least) * 10%'], random.between(1, 2));
  switch (random.below(4)) {
    case 0:
      return { equality: present({ otherwise: maybe(random, 40, () => points(random, line)) }) };
    case 1:
      return { proportional: {} };
    case 2:
      return {
        bands: [
          ...at.map((upTo) => ({ upTo, points: points(random, line) })),
          { points: points(random, line) },
        ],
      };
    default:
      return {
        steps: {
          from: at[0]!,
          direction: 'above',
          per: random.pick(['1', '10', 'most * 10%']),
          deduct: deduction(random, line),
          partial: random.pick(partials),
        },
      };
  }
}

/** A method for declared rows of one kind of target. */
export function rowMethod(random: Random, target: 'number' | 'range' | 'date' | 'words'): JsonObject {
  const line: Line = { weight: undefined, declared: true };
  if (target === 'range' && random.chance(85)) return rangeMethod(random, line);
  if (target === 'date' && random.chance(80)) return { deadline: deadline(random, line, 'number') };
  if (target !== 'number') {
    const name = random.pick(['tiers', 'judgement', 'proportion', 'yesNo', 'checklist']);
    return { [name]: other[name]!(random, line, 'number') };
  }
  const name = random.pick([
    ...Object.keys(numeric),
    'proportional',
    'proportional',
    'inverse',
    'conditions',
    'occurrences',
  ]);
  return { [name]: (numeric[name] ?? other[name])!(random, line, 'number') };
}
