/** What a rule can never do: lie in a cell, give more than the cap, give less than nothing. */
import type { Rule } from '../compile/index.ts';
import { boundsIn } from '../compile/index.ts';
import { cellsOf, constantOf, type DecisionFact } from '../conditions/index.ts';
import { Exact, greatest, least, sum } from '../decimal.ts';
import { type Expression, isConstant, literal, namesIn, type Scope } from '../expression/index.ts';
import { hullOf } from '../linear/index.ts';
import { type Known, neverAbove, type Range } from './bounds.ts';
import type { Site } from './sites.ts';

type NumberFact = Extract<DecisionFact, { kind: 'number' }>;

/** The bounds of every name in the expressions. */
export function knownIn(scope: Scope, expressions: readonly Expression[], facts: Known['facts'] = new Map()) {
  const names = new Set(expressions.flatMap(namesIn));
  const of = (text: string | undefined) => (text === undefined ? undefined : Exact.parse(text));
  const bounds = new Map(
    [...names].map((name): [string, Range] => {
      const fact = scope.resolve(name);
      return [name, { min: of(fact?.min), max: of(fact?.max) }];
    }),
  );
  return { bounds, facts };
}

/** True where it is proved that the fact never lies in the cell. */
export function neverAtFact({ expression, thresholds }: NumberFact, cell: number, known: Known): boolean {
  const low = thresholds[Math.ceil(cell / 2) - 1];
  const high = thresholds[Math.floor(cell / 2)];
  // Below a threshold needs values under it; above one, values over it. At one: neither proof says so.
  if (cell % 2 === 1) return false;
  return (
    (high !== undefined && neverAbove(literal(high), expression, known)) ||
    (low !== undefined && neverAbove(expression, literal(low), known))
  );
}

/** Where a number fact lies in a cell, within what its inputs allow. */
function rangeIn(fact: NumberFact, cell: number, scope: Scope): Range {
  const hull = hullOf(fact.expression, boundsIn(scope));
  const { min, max } = hull === 'impossible' ? {} : hull;
  const at = cell % 2 === 1 ? fact.thresholds[(cell - 1) / 2] : undefined;
  const low = at ?? fact.thresholds[cell / 2 - 1];
  const high = at ?? fact.thresholds[cell / 2];
  return {
    min: low && min ? greatest(low, min) : (low ?? min),
    max: high && max ? least(high, max) : (high ?? max),
  };
}

/** False where it is proved that the sum of the parts never has to be cut back. */
export function clampPossible(site: Site, bound: 'cap' | 'floor'): boolean {
  const { rule, scope } = site;
  if (rule.parts.length !== 1) return severalParts(rule, bound);
  const { awards, decision } = rule.parts[0]!;
  return awards.some(({ points }, band) => {
    if (!points) return false;
    const [small, large] = bound === 'cap' ? [points, rule.cap] : [literal(Exact.zero), points];
    if (!decision) return !neverAbove(small, large, knownIn(scope, [small, large]));
    for (const [key, outcomes] of decision.answers) {
      if (!outcomes.includes(band)) continue;
      const cells = cellsOf(decision, key);
      const facts = new Map<string, { expression: Expression; range: Range }>();
      let impossible = false;
      decision.facts.forEach((fact, position) => {
        const cell = cells[position]!;
        if (fact.kind !== 'number' || cell > 2 * fact.thresholds.length) return;
        const range = rangeIn(fact, cell, scope);
        if (range.min && range.max && range.min.compare(range.max) > 0) impossible = true;
        if (neverAtFact(fact, cell, knownIn(scope, [fact.expression]))) impossible = true;
        facts.set(fact.key, { expression: fact.expression, range });
      });
      const all = [small, large, ...[...facts.values()].map(({ expression }) => expression)];
      if (!impossible && !neverAbove(small, large, knownIn(scope, all, facts))) return true;
    }
    return false;
  });
}

/** Several parts are only decided where all their points are fixed. */
function severalParts(rule: Rule, bound: 'cap' | 'floor'): boolean {
  const fixed = (expression: Expression | undefined) =>
    expression && isConstant(expression) ? constantOf(expression) : undefined;
  const awards = rule.parts.map((part) => part.awards.map(({ points }) => fixed(points)));
  const cap = fixed(rule.cap);
  if (!cap || awards.flat().includes(undefined)) return true;
  const pick = bound === 'cap' ? greatest : least;
  const extreme = sum(
    awards.map((points) => {
      const [first, ...rest] = points as Exact[];
      return first ? pick(first, ...rest) : Exact.zero;
    }),
  );
  return bound === 'cap' ? extreme.compare(cap) > 0 : extreme.sign() < 0;
}
