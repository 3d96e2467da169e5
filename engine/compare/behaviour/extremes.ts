/** Where two curves are furthest apart, and by how much. */
import type { Exact } from '../../decimal.ts';
import {
  type LinearQuotient as Form,
  quotientAt as formAt,
  quotientFar as formFar,
  sampleOf,
} from '../../possible/index.ts';
import { turnings } from './roots.ts';
import { inside, type Stretch, wholeEnds } from './stretches.ts';

/** The most one side gives above the other. */
export interface Extreme {
  /** Above zero. */
  points: Exact;
  isReached: boolean;
  /** False where the greatest difference is no fraction: it is a little more than told. */
  isExact: boolean;
  /** Where; undefined far out. */
  at: Exact | undefined;
  stretch: Stretch;
}

/** The largest difference of the wanted sign, on whole numbers where asked; undefined where there is none. */
export function largest(stretches: readonly Stretch[], sign: 1 | -1, isWhole = false): Extreme | undefined {
  let best: Extreme | undefined;
  for (const stretch of stretches) {
    if (stretch.sign !== sign) continue;
    for (const one of candidates(stretch, sign, isWhole)) {
      const order = best ? one.points.compare(best.points) : 1;
      if (order > 0 || (order === 0 && isPlainer(one, best!))) best = one;
    }
  }
  return best;
}

/** Of two places with the same difference, one that is reached, and at best a threshold, is easier to follow. */
const isPlainer = (one: Extreme, best: Extreme): boolean =>
  one.isReached === best.isReached ? one.stretch.isPoint && !best.stretch.isPoint : one.isReached;

function candidates(stretch: Stretch, sign: 1 | -1, isWhole: boolean): Extreme[] {
  const [f, g] = [stretch.before.points!, stretch.after.points!];
  const { from, to, isPoint } = stretch;
  const difference = (x: Exact | undefined): Exact | undefined => {
    const [one, other] = x ? [formAt(f, x), formAt(g, x)] : [formFar(f), formFar(g)];
    const value = one && other?.minus(one);
    return value && (sign < 0 ? value.negated() : value);
  };
  const at = (x: Exact | undefined, isReached: boolean, isExact = true): Extreme[] => {
    const points = difference(x);
    return points ? [{ points, isReached, isExact, at: x, stretch }] : [];
  };
  if (isPoint) return at(from, true);
  const turns = inside(stretch, turnings(f, g));
  if (isWhole) {
    const { first, last } = wholeEnds(stretch);
    const beside = turns
      .flatMap(({ low, high }) => [low.floor(), high.ceiling()])
      .filter((one) => !(first && one.compare(first) < 0) && !(last && one.compare(last) > 0));
    return [
      ...(first ? at(first, true) : at(undefined, false)),
      ...(last ? at(last, true) : at(undefined, false)),
      ...beside.flatMap((one) => at(one, true)),
    ];
  }
  if (isConstantDifference(f, g)) return at(sampleOf(stretch), true);
  return [
    ...at(from, false),
    ...at(to, false),
    ...turns.flatMap(({ low, isExact }) => at(low, true, isExact)),
  ];
}

/** True where the difference is the same on the whole stretch. */
const isConstantDifference = (f: Form, g: Form): boolean =>
  f.c.equals(g.c) &&
  f.d.equals(g.d) &&
  (f.d.isZero() ? f.b.equals(g.b) : f.a.minus(g.a).equals(f.c.times(f.b.minus(g.b))));
