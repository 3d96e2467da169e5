/** What each scoring method gives, from its description in the manual of the rulebook language. */
import { holds, type Known } from './conditions.ts';
import { constant, type Facts, isNumber, stepsIn, type Value, work } from './expression.ts';
import {
  compare,
  least,
  minus,
  most,
  number,
  one,
  over,
  plus,
  type Rational,
  sum,
  times,
  zero,
} from './rational.ts';

/** Points, or why there are none. */
export type Scored = Rational | 'missing' | 'zero-division' | 'no-band' | 'withheld';

export const isScored = (scored: Scored): scored is Rational => typeof scored !== 'string';

// biome-ignore lint/suspicious/noExplicitAny: rulebooks are looked at as plain values here
type Written = any;

export interface Line extends Known {
  weight: Rational;
  /** The number the line looks at. */
  metric: Value | undefined;
  /** The text it looks at, where it names one. */
  option: string | undefined;
  looksAtOption: boolean;
  /** Of a declared row. */
  target: Value | undefined;
  share: Rational | undefined;
  choice: string | undefined;
  isPenalty: boolean;
}

/** Thrown with the reason through the steps of a method. */
class Nothing extends Error {
  readonly why: Exclude<Scored, Rational>;
  constructor(why: Exclude<Scored, Rational>) {
    super(why);
    this.why = why;
  }
}

const given = (value: Value | undefined): Rational => {
  if (value === undefined) throw new Nothing('missing');
  if (!isNumber(value)) throw new Nothing(value);
  return value;
};

/** Points as written: `2.5`, or a share of the weight. */
export function pointsOf(written: string | number, weight: Rational): Rational {
  const text = String(written);
  return text.endsWith('%') ? times(weight, constant(text)) : number(text);
}

/** The most a method gives: its cap, or the weight. */
export const capOf = (method: Written, weight: Rational): Rational => {
  const { cap } = Object.values(method)[0] as Written;
  return cap === undefined ? weight : pointsOf(cap, weight);
};

/** The points of a method on one line, kept between nothing and its cap. */
export function scoreMethod(method: Written, line: Line): Scored {
  const [name, parameters] = Object.entries(method)[0]!;
  try {
    const points = methods[name]!(parameters, line);
    return least(most(points, zero), capOf(method, line.weight));
  } catch (reason) {
    if (reason instanceof Nothing) return reason.why;
    throw reason;
  }
}

const within = (band: Written, value: Rational, facts: Facts): boolean => {
  const bound = (key: string, fits: (order: number) => boolean) =>
    band[key] === undefined || fits(compare(value, given(work(band[key], facts))));
  return (
    bound('at', (order) => order === 0) &&
    bound('from', (order) => order >= 0) &&
    bound('above', (order) => order > 0) &&
    bound('upTo', (order) => order <= 0) &&
    bound('below', (order) => order < 0)
  );
};

const isClosed = (band: Written): boolean =>
  band.at !== undefined ||
  ((band.from ?? band.above) !== undefined && (band.upTo ?? band.below) !== undefined);

/** The band a number falls in. A band open to one side takes only what those before it leave. */
function bandOf(bands: Written[], value: Rational, facts: Facts): Written {
  const own = bands.map((band) => within(band, value, facts));
  const fitting = bands.filter(
    (band, index) => own[index] && (isClosed(band) || !own.slice(0, index).includes(true)),
  );
  if (fitting.length !== 1) throw new Nothing('no-band');
  return fitting[0];
}

/** The line through two points; there is none where they stand above one another. */
const between = (x: Rational, [x0, y0]: [Rational, Rational], [x1, y1]: [Rational, Rational]): Rational => {
  const rise = over(times(minus(y1, y0), minus(x, x0)), minus(x1, x0));
  if (!rise) throw new Nothing('zero-division');
  return plus(y0, rise);
};

const share = ({ share: given }: Line): Rational => {
  if (given === undefined) throw new Nothing('missing');
  return given;
};

const targetOf = (written: Written, line: Line, otherwise?: Rational): Rational =>
  written === undefined
    ? line.target === undefined && otherwise
      ? otherwise
      : given(line.target)
    : given(work(written, line.numbers));

const answer = (input: string, { words }: Line): boolean => {
  const word = words(input);
  if (typeof word !== 'boolean') throw new Nothing('missing');
  return word;
};

const counted = (distance: Rational, size: Rational, partial: string): Rational => {
  const steps = stepsIn(distance, size, partial);
  if (!steps) throw new Nothing('zero-division');
  return steps;
};

/** What a target below zero gives that was missed by so much. */
function missed(policy: string | undefined, distance: Rational, goal: Rational, weight: Rational): Rational {
  if (policy === undefined) throw new Nothing('withheld');
  if (policy === 'zero') return zero;
  return times(weight, minus(one, over(distance, minus(zero, goal))!));
}

const methods: Record<string, (parameters: Written, line: Line) => Rational> = {
  proportional({ target, cap, zeroTarget, negativeTarget }, line) {
    const metric = given(line.metric);
    const goal = targetOf(target, line, one);
    const isMet = compare(metric, goal) >= 0;
    if (goal.top === 0n) {
      if (zeroTarget === undefined) throw new Nothing('withheld');
      return zeroTarget === 'full' && isMet ? line.weight : zero;
    }
    if (compare(goal, zero) < 0)
      return isMet ? line.weight : missed(negativeTarget, minus(goal, metric), goal, line.weight);
    if (cap === undefined && compare(metric, goal) >= 0) return line.weight;
    return over(times(line.weight, metric), goal)!;
  },
  inverse({ target, by, zeroActual, negativeTarget }, line) {
    const actual = given(line.metric);
    const goal = targetOf(target, line);
    if (compare(actual, goal) <= 0)
      return by === 'ratio' && zeroActual === 'zero' && actual.top === 0n ? zero : line.weight;
    if (compare(goal, zero) < 0) return missed(negativeTarget, minus(actual, goal), goal, line.weight);
    if (by === 'ratio') {
      const points = over(times(line.weight, goal), actual);
      if (!points) throw new Nothing('zero-division');
      return points;
    }
    if (goal.top === 0n) return zero;
    return times(line.weight, minus(one, over(minus(actual, goal), goal)!));
  },
  equality({ target, otherwise = 0 }, line) {
    const actual = given(line.metric);
    return compare(actual, targetOf(target, line)) === 0 ? line.weight : pointsOf(otherwise, line.weight);
  },
  bands: (bands, line) => pointsOf(bandOf(bands, given(line.metric), line.numbers).points, line.weight),
  steps({ from, direction, per, deduct, partial, start }, line) {
    const metric = given(line.metric);
    const limit = given(work(from, line.numbers));
    const distance = direction === 'above' ? minus(metric, limit) : minus(limit, metric);
    const first = start === undefined ? (line.isPenalty ? zero : line.weight) : pointsOf(start, line.weight);
    if (compare(distance, zero) <= 0) return first;
    const count = counted(distance, given(work(per, line.numbers)), partial);
    const deducted = times(pointsOf(deduct, line.weight), count);
    return line.isPenalty ? plus(first, deducted) : minus(first, deducted);
  },
  piecewise({ points }, line) {
    const x = given(line.metric);
    const knots: [Rational, Rational][] = points.map((point: Written) => [
      constant(point.at),
      pointsOf(point.points, line.weight),
    ]);
    const next = knots.findIndex(([at]) => compare(x, at) < 0);
    if (next === 0) return knots[0]![1];
    return next < 0 ? knots.at(-1)![1] : between(x, knots[next - 1]!, knots[next]!);
  },
  occurrences({ each }, line) {
    const deducted = sum(
      each.map((one: Written) =>
        times(pointsOf(one.deduct, line.weight), given(work(one.count, line.numbers))),
      ),
    );
    return line.isPenalty ? deducted : minus(line.weight, deducted);
  },
  checklist: ({ criteria }, line) =>
    sum(criteria.map((one: Written) => (answer(one.input, line) ? pointsOf(one.points, line.weight) : zero))),
  yesNo: ({ input, yes = '100%', no = 0 }, line) => pointsOf(answer(input, line) ? yes : no, line.weight),
  tiers(tiers, line) {
    const given = share(line);
    bandOf(tiers, given, line.numbers);
    return times(line.weight, given);
  },
  judgement: (_, line) => times(line.weight, share(line)),
  proportion({ choices }, line) {
    if (line.choice === undefined) throw new Nothing('missing');
    const chosen = choices.find((one: Written) => one.name === line.choice);
    if (!chosen) throw new Nothing('no-band');
    return pointsOf(chosen.share, line.weight);
  },
  deadline({ target, late }, line) {
    const done = given(line.metric);
    const due = targetOf(target, line);
    const inTime = compare(done, due) <= 0;
    if (inTime) return line.isPenalty ? zero : line.weight;
    if (!late) return line.isPenalty ? line.weight : zero;
    const count = counted(minus(done, due), given(work(late.per, line.numbers)), late.partial);
    const deducted = times(pointsOf(late.deduct, line.weight), count);
    return line.isPenalty ? deducted : minus(line.weight, deducted);
  },
  conditions(bands, line) {
    const truths = bands.map((band: Written) => (band.when ? holds(band.when, line) : undefined));
    const others = truths.slice(0, -1);
    if (bands.at(-1).otherwise)
      truths[truths.length - 1] = others.includes(true)
        ? false
        : others.includes(undefined)
          ? undefined
          : true;
    const certain = bands.filter((_: Written, index: number) => truths[index] === true);
    if (certain.length !== 1) throw new Nothing(truths.includes(undefined) ? 'missing' : 'no-band');
    return pointsOf(certain[0].points, line.weight);
  },
  table({ rows }, line) {
    if (line.looksAtOption) {
      if (line.option === undefined) throw new Nothing('missing');
      const named = rows.find((row: Written) => row.is === line.option);
      const row = named ?? rows.find((one: Written) => one.is === undefined);
      if (!row) throw new Nothing('no-band');
      return pointsOf(row.points, line.weight);
    }
    const x = given(line.metric);
    const row = bandOf(rows, x, line.numbers);
    if (row.points !== undefined) return pointsOf(row.points, line.weight);
    return between(
      x,
      [given(work(row.from ?? row.above, line.numbers)), pointsOf(row.fromPoints, line.weight)],
      [given(work(row.upTo ?? row.below, line.numbers)), pointsOf(row.toPoints, line.weight)],
    );
  },
  anchors({ worst, best }, line) {
    const x = given(line.metric);
    const [from, to] = [constant(worst), constant(best)];
    return between(x, [from, zero], [to, line.weight]);
  },
  base({ target, points, above, below }, line) {
    const x = given(line.metric);
    const goal = targetOf(target, line);
    const first = pointsOf(points, line.weight);
    const order = compare(x, goal);
    const side = order > 0 ? above : order < 0 ? below : undefined;
    if (!side) return first;
    const distance = order > 0 ? minus(x, goal) : minus(goal, x);
    const count = counted(distance, given(work(side.per, line.numbers)), side.partial);
    const moved = (written: Written) =>
      written === undefined ? zero : times(pointsOf(written, line.weight), count);
    return minus(plus(first, moved(side.add)), moved(side.deduct));
  },
};

/** The interval a tier names holds the share; undefined where there is no such tier. */
export function tierHolds(
  tiers: Written[],
  tier: string,
  value: Rational,
  facts: Facts,
): boolean | undefined {
  const named = tiers.find((one) => one.name === tier);
  if (!named) return undefined;
  try {
    return bandOf(tiers, value, facts) === named;
  } catch {
    return false;
  }
}
