/** What each declared row weighs: as printed, or an equal share of what its group has left. */
import type { DeclaredPlan, ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import type { Arithmetic } from '../expression/index.ts';
import type { Row } from './rows.ts';

export class RowWeights<N extends object> {
  private readonly arithmetic: Arithmetic<N>;
  private readonly rounding: ScoringPlan['rounding'];
  private readonly zero: N;
  private readonly unit: N;

  constructor({ rounding }: ScoringPlan, arithmetic: Arithmetic<N>) {
    this.arithmetic = arithmetic;
    this.rounding = rounding;
    this.zero = arithmetic.of(Exact.zero);
    this.unit = arithmetic.of(Exact.one.over(Exact.of(`1${'0'.repeat(rounding.decimals)}`))!);
  }

  /** The weight of each row; undefined where neither the form nor the rulebook gives one. */
  of(plan: DeclaredPlan, rows: readonly Row<N>[]): (N | undefined)[] {
    const { arithmetic } = this;
    const own = plan.weight && arithmetic.of(plan.weight);
    const printed = rows.map((row) => row.weight);
    if (!own) return printed;
    const isShared = plan.weights === 'equal' && !this.addTo(own, printed);
    const written = isShared ? rows.map(() => undefined) : printed;
    const open = [...rows.keys()].filter((index) => written[index] === undefined);
    if (open.length === 0) return written;
    const rest = arithmetic.minus(own, this.sum(written));
    const left = arithmetic.compare(rest, this.zero) > 0 ? rest : this.zero;
    const shares = this.shared(left, open, rows);
    return written.map((weight, index) => weight ?? shares.get(index));
  }

  /** One weight on the rows that share it. */
  split(whole: N, rows: readonly Row<N>[]): (N | undefined)[] {
    const shares = this.shared(whole, [...rows.keys()], rows);
    return rows.map((_, index) => shares.get(index));
  }

  /** True where every row prints a weight and they come to just that. */
  private addTo(own: N, printed: readonly (N | undefined)[]): boolean {
    return (
      printed.every((weight) => weight !== undefined) && this.arithmetic.compare(this.sum(printed), own) === 0
    );
  }

  private sum(values: readonly (N | undefined)[]): N {
    return values.reduce<N>((all, one) => (one ? this.arithmetic.plus(all, one) : all), this.zero);
  }

  /**
   * The same for each row. Where lines are rounded, so are the shares; what that leaves over goes out in units of the
   * last place, one to a row, in an order of what the rows say: where a row stands on the form changes nothing.
   */
  private shared(left: N, open: readonly number[], rows: readonly Row<N>[]): Map<number, N> {
    const { arithmetic, rounding } = this;
    const count = arithmetic.of(Exact.of(open.length));
    const exact = arithmetic.over(left, count)!;
    if (rounding.at === 'total') return new Map(open.map((index) => [index, exact]));
    const share = arithmetic.round(exact, { ...rounding, mode: 'down' });
    let rest = arithmetic.minus(left, arithmetic.times(share, count));
    const shares = new Map(open.map((index) => [index, share]));
    if (arithmetic.compare(rest, this.zero) === 0) return shares;
    for (const index of byContent(open, rows)) {
      const more = arithmetic.compare(rest, this.unit) < 0 ? rest : this.unit;
      shares.set(index, arithmetic.plus(share, more));
      rest = arithmetic.minus(rest, more);
      if (arithmetic.compare(rest, this.zero) === 0) break;
    }
    return shares;
  }
}

/** The rows in the order of what they say, whatever order they stand in. */
function byContent(open: readonly number[], rows: readonly Row<unknown>[]): number[] {
  const said = new Map(open.map((index) => [index, contentOf(rows[index]!)]));
  return [...open].sort((a, b) => (said.get(a)! < said.get(b)! ? -1 : 1));
}

/** All that the points of a row can follow from; two rows that agree in it have the same points. */
const contentOf = ({
  declared: { name, target, actual, judgement, claimed, notApplicable },
}: Row<unknown>): string =>
  JSON.stringify([
    ...[name, target, actual].map((cell) => String(cell ?? '')),
    claimed,
    judgement?.share,
    judgement?.points,
    judgement?.tier,
    notApplicable,
  ]);
