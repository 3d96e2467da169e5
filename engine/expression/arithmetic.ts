/** The one set of operations an expression needs, so that the same expression runs on decimals and on integers. */
import { Exact, type Rounding } from '../decimal.ts';

export interface Arithmetic<N> {
  of(value: Exact): N;
  plus(a: N, b: N): N;
  minus(a: N, b: N): N;
  times(a: N, b: N): N;
  /** Undefined where `b` is zero. */
  over(a: N, b: N): N | undefined;
  negate(a: N): N;
  /** Negative, zero or positive. */
  compare(a: N, b: N): number;
  floor(a: N): N;
  ceiling(a: N): N;
  round(a: N, rounding: Rounding): N;
  /** Reads plain decimal text. */
  parse(text: string): N | undefined;
}

/** Arithmetic on exact decimals: the one the ledger is made with. */
export const decimals: Arithmetic<Exact> = {
  of: (value) => value,
  plus: (a, b) => a.plus(b),
  minus: (a, b) => a.minus(b),
  times: (a, b) => a.times(b),
  over: (a, b) => a.over(b),
  negate: (a) => a.negated(),
  compare: (a, b) => a.compare(b),
  floor: (a) => a.floor(),
  ceiling: (a) => a.ceiling(),
  round: (a, rounding) => a.round(rounding),
  parse: Exact.parse,
};
