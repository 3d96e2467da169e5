/** Values that a person would put on a form: near thresholds, round, dates within the year of the edition. */
import type { ScoringPlan } from '../compile/index.ts';
import type { DecisionFact } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { dayNumber, type Scope, unitOf } from '../expression/index.ts';
import type { Bounds } from '../linear/index.ts';

/** Which end of a cell a value should lie beside. */
export type Beside = 'low' | 'high';

const ten = Exact.of(10);
const small = Exact.of(999);

/** Bounds within which values look plain, the plainest first; beyond them is not wrong. */
export function plain({ identity }: ScoringPlan, scope: Scope): readonly Bounds[] {
  const year = /^\d{4}/.exec(identity.edition)?.[0] ?? '2000';
  const [first, last] = [`${year}-01-01`, `${year}-12-31`].map((day) => Exact.of(dayNumber(day)!));
  return [last, first].map(
    (from): Bounds =>
      (name) => {
        if (name === 'weight') return { min: ten, max: ten };
        const fact = scope.resolve(name);
        if (fact?.kind === 'date') return { min: from, max: last };
        if (fact?.whole) return { max: small };
        return fact?.unit === '%' ? { max: Exact.one } : {};
      },
  );
}

const steps = ['0.01', '0.001', '0.1', '1', '0.0001', '10', '100', '1000', '100000'].map(Exact.of);
const hundredthOfPoint = ['0.0001', '0.001', '0.01', '0.1', '1', '10', '100'].map(Exact.of);
const half = Exact.of('0.5');

/** Values of the fact in the cell: just beside the thresholds first, then farther off. */
export function* valuesIn(fact: DecisionFact, cell: number, scope: Scope, beside?: Beside): Generator<Exact> {
  if (fact.kind !== 'number' || cell > 2 * fact.thresholds.length) return;
  const { thresholds } = fact;
  if (thresholds.length === 0) return yield Exact.one;
  if (cell % 2 === 1) return yield thresholds[(cell - 1) / 2]!;
  const low = thresholds[cell / 2 - 1];
  const high = thresholds[cell / 2];
  const isRate = unitOf(fact.expression, scope).unit.is === 'ratio';
  for (const step of isRate ? hundredthOfPoint : steps) {
    const under = high?.minus(step);
    const over = low?.plus(step);
    if (under && (!low || under.compare(low) > 0) && (beside !== 'low' || !low)) yield under;
    if (over && (!high || over.compare(high) < 0) && (beside !== 'high' || !high)) yield over;
  }
  if (low && high) yield low.plus(high).times(half);
}
