/** How an actual is held against its target: brought into the target's unit, or told to be beyond comparison. */
import { Exact } from '../decimal.ts';
import type { Arithmetic } from '../expression/index.ts';
import { convert, countsAlike, dimensionOf, type Reading, saysNothing, saysUndone } from '../read/index.ts';
import type { NumberCell } from './cells.ts';

/** How the actual stands to its target, beyond the number. */
export type RowRemark =
  | 'claim-unreadable'
  | 'unit-missing'
  | 'target-unit-missing'
  | 'unit-mismatch'
  | 'counted-alike'
  | 'rate-as-share'
  | 'rate-unclear'
  | 'none-as-zero'
  | 'target-unread'
  | 'range-without-rule'
  | 'negative-undirected'
  | 'direction-unclear'
  | 'actual-vague'
  | 'deadline-unclear'
  | 'figures-missed'
  | 'operator-in-actual'
  | 'not-numeric'
  | 'met-in-words';

export interface Standing<N> {
  /** In the unit of the target; undefined where the two cannot be compared. */
  number: N | undefined;
  remark?: RowRemark;
  /** A bare number beside a percentage: what it was read as, or the two things it could be. As fractions. */
  rates?: readonly Exact[];
}

/** An actual that is a number, against a target that is one. */
export function against<N>(target: Reading, actual: NumberCell<N>, { of }: Arithmetic<N>): Standing<N> {
  const { reading, number } = actual;
  const own = reading.unit ?? unitOfScale(reading, target);
  const wanted = target.unit ?? unitOfScale(target, reading);
  if (own === wanted) return { number };
  if (own === undefined) {
    if (wanted === '%') return bareActual(target.number!, reading.number!, of);
    return { number, remark: 'unit-missing' };
  }
  if (wanted === undefined) {
    if (own === '%') return bareTarget(target.number!, reading.number!, of);
    return { number, remark: 'target-unit-missing' };
  }
  const converted = convert(reading.number!, own, wanted);
  if (converted) return { number: of(fromScale(converted, target, wanted)) };
  return countsAlike(own, wanted)
    ? { number, remark: 'counted-alike' }
    : { number: undefined, remark: 'unit-mismatch' };
}

/** 50万 beside an amount is 50万元. */
const unitOfScale = ({ scaled }: Reading, { unit }: Reading): string | undefined =>
  scaled && dimensionOf(unit) === 'amount' ? '元' : undefined;

/** The number of a target without a unit of its own is kept in 元, and so is what stands beside it. */
const fromScale = (number: Exact, target: Reading, wanted: string): Exact =>
  target.unit === undefined ? convert(number, wanted, '元')! : number;

/** Of a share and a number a hundred times as large, the likelier one stands within this of what it is held against. */
const near = { least: Exact.of('0.2'), most: Exact.of('5') };

const isNear = (number: Exact, other: Exact): boolean => {
  const times = number.over(other);
  return times !== undefined && times.compare(near.least) >= 0 && times.compare(near.most) <= 0;
};

/** 0.95 beside ≥95% is 95%, and 93 is 93%; 0.5 beside ≤5% could be either. */
function bareActual<N>(target: Exact, bare: Exact, of: (number: Exact) => N): Standing<N> {
  const hundredth = bare.over(Exact.hundred)!;
  if (bare.isZero()) return { number: of(bare), remark: 'unit-missing' };
  if (isNear(bare, target)) return { number: of(bare), remark: 'rate-as-share', rates: [bare] };
  if (isNear(hundredth, target) || bare.absolute().compare(Exact.one) > 0)
    return { number: of(hundredth), remark: 'unit-missing' };
  return { number: undefined, remark: 'rate-unclear', rates: [bare, hundredth] };
}

/** ≥95 beside 93% is 95%; ≥0.95 beside it already is a share. The actual is told as the target is written. */
function bareTarget<N>(target: Exact, rate: Exact, of: (number: Exact) => N): Standing<N> {
  const inHundreds = rate.times(Exact.hundred);
  if (target.isZero() || rate.isZero()) return { number: of(inHundreds), remark: 'target-unit-missing' };
  if (isNear(rate, target)) return { number: of(rate), remark: 'target-unit-missing' };
  if (isNear(inHundreds, target) || target.absolute().compare(Exact.one) > 0)
    return { number: of(inHundreds), remark: 'target-unit-missing' };
  return { number: undefined, remark: 'rate-unclear', rates: [target, target.over(Exact.hundred)!] };
}

/** 无 beside a target of none, or of so many at most, is 0; and so is 未开展 beside what was to be reached. */
export function isNone({ number, comparator }: Reading, { text }: Reading): boolean {
  if (number === undefined) return false;
  const isAtMost = comparator === '<=' || comparator === '<';
  return number.isZero() || isAtMost ? saysNothing(text) : saysUndone(text);
}
