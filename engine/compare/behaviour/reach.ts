/** How much something can add to the total or take from it, and how such amounts are put together. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import type { Largest, Moves, Outcome } from './outcome.ts';
import { joinUp } from './tell.ts';

export interface Amount {
  points: Exact;
  /** Under what circumstances, where the single lines do not tell. */
  where?: Bilingual;
  /** What a form must say for it, where most forms do not. */
  condition?: Bilingual | undefined;
  isReached: boolean;
  isExact: boolean;
}

export interface Reach {
  gain: Amount;
  loss: Amount;
  /** Lines that are scored by one edition only. */
  scored: Moves;
  /** True where other lines are left out, so that the rest is scaled otherwise. */
  isLeftOut: boolean;
  /** Why it was not worked out; what was found still holds. */
  why: Bilingual | undefined;
}

export const nothing: Amount = { points: Exact.zero, isReached: true, isExact: true };
export const still: Reach = {
  gain: nothing,
  loss: nothing,
  scored: { gain: false, loss: false },
  isLeftOut: false,
  why: undefined,
};

export const notWorkedOut = (why: Bilingual): Reach => ({ ...still, why });

const sum = (a: Amount, b: Amount): Amount => ({
  points: a.points.plus(b.points),
  isReached: a.isReached && b.isReached,
  isExact: a.isExact && b.isExact,
  ...whereOf([a.where, b.where]),
  condition: a.condition ?? b.condition,
});

/** Circumstances that come together. */
export function whereOf(all: readonly (Bilingual | undefined)[]): { where?: Bilingual } {
  const told = all.filter((one) => one !== undefined);
  return told.length === 0 ? {} : { where: told.length === 1 ? told[0]! : joinUp(told) };
}

const joined = (a: Reach, b: Reach, join: (a: Amount, b: Amount) => Amount): Reach => ({
  gain: join(a.gain, b.gain),
  loss: join(a.loss, b.loss),
  scored: { gain: a.scored.gain || b.scored.gain, loss: a.scored.loss || b.scored.loss },
  isLeftOut: a.isLeftOut || b.isLeftOut,
  why: a.why ?? b.why,
});

/** Both together. */
export const add = (a: Reach, b: Reach): Reach => joined(a, b, sum);

/** Either of the two. */
export const either = (a: Reach, b: Reach): Reach => joined(a, b, larger);

export const larger = (a: Amount, b: Amount): Amount => {
  const order = a.points.compare(b.points);
  return order > 0 || (order === 0 && a.isReached) ? a : b;
};

const scaledAmount = (a: Amount, factor: Exact): Amount => ({ ...a, points: a.points.times(factor) });

/** So many times as much; below zero what was gained is lost. */
export function scaled(reach: Reach, factor: Exact): Reach {
  const size = factor.absolute();
  const [gain, loss] = factor.sign() < 0 ? [reach.loss, reach.gain] : [reach.gain, reach.loss];
  return { ...reach, gain: scaledAmount(gain, size), loss: scaledAmount(loss, size) };
}

/** The same as a bound that need not be met. */
export const asBound = (reach: Reach): Reach => ({
  ...reach,
  gain: asBoundAmount(reach.gain),
  loss: asBoundAmount(reach.loss),
});

export const asBoundAmount = (amount: Amount): Amount => (isMoved(amount) ? { ...amount, ...loose } : amount);
const loose = { isReached: false, isExact: false };

export const isMoved = ({ points }: Amount): boolean => points.sign() > 0;
export const isStill = ({ gain, loss, scored, isLeftOut, why }: Reach): boolean =>
  !isMoved(gain) && !isMoved(loss) && !scored.gain && !scored.loss && !isLeftOut && !why;

export const amountOf = (one: Largest | undefined): Amount =>
  one
    ? { points: one.points, isReached: one.isReached, isExact: one.isExact, condition: one.condition }
    : nothing;

export const reachOf = ({ gain, loss, scored, isLeftOut, why }: Outcome): Reach => ({
  gain: amountOf(gain),
  loss: amountOf(loss),
  scored,
  isLeftOut,
  why,
});

/** How both editions round where a line or group is scored; undefined where they only round the total. */
export interface Units {
  unit: Exact;
  /** True where numbers that are whole units apart may be one more apart once rounded. */
  isUneven: boolean;
}

/** The units that lines and groups are rounded to, or those of the total. */
export function unitsOf(
  { before, after }: { before: ScoringPlan; after: ScoringPlan },
  where: 'indicator' | 'total' = 'indicator',
): Units | undefined {
  const all = [before.rounding, after.rounding].filter(({ at }) => at === where);
  if (all.length === 0) return undefined;
  const decimals = Math.min(...all.map((one) => one.decimals));
  const isUneven =
    all.length < 2 ||
    before.rounding.decimals !== after.rounding.decimals ||
    before.rounding.mode !== after.rounding.mode ||
    after.rounding.mode === 'half-even';
  return { unit: Exact.one.over(Exact.of(`1${'0'.repeat(decimals)}`))!, isUneven };
}

/**
 * What the reach is once rounded: as many units as hold it. Two numbers at most so many whole units apart are so when
 * rounded; where the reach is no whole number of units, what is told is a bound.
 */
export function inUnits(reach: Reach, units: Units | undefined): Reach {
  if (!units) return reach;
  const round = (amount: Amount): Amount => {
    const count = amount.points.over(units.unit)!;
    const whole = count.ceiling();
    if (count.isZero() || (whole.equals(count) && !units.isUneven)) return amount;
    return {
      ...amount,
      ...loose,
      points: (units.isUneven ? whole.plus(Exact.one) : whole).times(units.unit),
    };
  };
  return { ...reach, gain: round(reach.gain), loss: round(reach.loss) };
}
