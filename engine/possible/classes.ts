import { cellsOf, type Decision, type DecisionFact, decider, type Unasked } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { decimals, namesIn, type Scope, substituted } from '../expression/index.ts';
import {
  type Bounds,
  boundsOf,
  type Constraint,
  isWholeNumber,
  type Opaque,
  solveFor,
  solveWhole,
  withAll,
} from '../linear/index.ts';
import type { Given } from '../lines/index.ts';
import { FactCells, type Options, systemsOf, wordsOf } from './fact-cells.ts';

/** A class of a decision that is possible, or may be. */
export interface PossibleClass {
  /** Of each fact of the decision the cell it lies in. */
  cells: readonly number[];
  bands: readonly number[];
  /** True where other bands may hold too, because a number that is compared is blank. */
  isUnsettled?: boolean;
  systems: readonly (readonly Constraint[])[];
  words: ReadonlyMap<string, string | boolean>;
  witness: Given | undefined;
}

const noFixed: ReadonlyMap<string, Exact> = new Map();

/**
 * The classes of a decision that are not proved impossible. Every class must have been asked. `opaque` expressions
 * count as free facts, so that "impossible" stays right and "possible" may be too wide.
 */
export function possibleClasses(
  decision: Decision,
  bounds: Bounds,
  options: Options,
  fixed: ReadonlyMap<string, Exact> = noFixed,
  opaque?: Opaque,
): PossibleClass[] {
  const facts = decision.facts.map((fact) => new FactCells(fact, options, fixed, opaque));
  const tried = facts.some((fact) => fact.isBeyond) ? tries(decision, facts, bounds, fixed) : undefined;
  const found: PossibleClass[] = [];
  const isWhole = (name: string) => bounds(name).whole === true;
  for (let key = 0; key < decision.size; key++) {
    const bands = decision.answers.get(key);
    if (!bands) continue;
    const cells = cellsOf(decision, key);
    const words = wordsOf(facts, cells);
    if (!words) continue;
    const systems = systemsOf(facts, cells);
    const possible = systems.flatMap((system) => {
      const names = new Set([
        ...system.flatMap(({ terms }) => [...terms.keys()]),
        ...facts.flatMap((fact, at) => fact.namesRead(cells[at]!)),
      ]);
      const solved = solveWhole([...boundsOf(names, bounds), ...system], isWhole);
      return solved === 'impossible' ? [] : [{ system, solved, names }];
    });
    if (possible.length === 0) continue;
    const solution = possible.find(({ solved }) => typeof solved !== 'string');
    const isBeyond = facts.some((fact, at) => fact.isBeyond && !fact.isBlank(cells[at]!));
    const witness = isBeyond
      ? tried?.get(key)
      : solution && typeof solution.solved !== 'string'
        ? new Map<string, Exact | string | boolean>([
            ...words,
            ...withAll(solution.solved, [...solution.names], bounds),
          ])
        : undefined;
    const isUnsettled = decision.unsettled.has(key);
    found.push({
      cells,
      bands,
      ...(isUnsettled ? { isUnsettled } : {}),
      systems: possible.map(({ system }) => system),
      words,
      witness,
    });
  }
  return found;
}

/** What the facts of a decision are held to. */
export interface FactsKnown {
  bounds: Bounds;
  options: Options;
  fixed?: ReadonlyMap<string, Exact>;
  /** Narrower bounds that make a nicer form; tried first, in this order. */
  preferred?: readonly Bounds[];
}

/** A number fact of a class and the values it is to have, the nicest first. */
export interface Wish {
  fact: number;
  values: Iterable<Exact>;
}

/**
 * Facts that fall in the given cells, where they were found; those with a wished value first. A cell of -1 leaves its fact
 * free. Proposals: what is not linear may fall elsewhere.
 */
export function* witnessesOf(
  decision: Decision,
  cells: readonly number[],
  { bounds, options, fixed = noFixed, preferred = [] }: FactsKnown,
  wish?: Wish,
): Generator<Given> {
  const asked = decision.facts
    .map((fact, at) => ({ cells: new FactCells(fact, options, fixed, undefined), cell: cells[at]! }))
    .filter(({ cell }) => cell >= 0);
  const facts = asked.map((one) => one.cells);
  const own = asked.map(({ cell }) => cell);
  const words = wordsOf(facts, own);
  if (!words) return;
  const names = [...new Set(facts.flatMap((fact, at) => fact.namesRead(own[at]!)))];
  const wished = wish && decision.facts[wish.fact];
  for (const system of systemsOf(facts, own))
    for (const each of [...preferred.map((nicer) => narrowed(bounds, nicer)), bounds]) {
      const isWhole = (name: string) => each(name).whole === true;
      const filled = (found: ReadonlyMap<string, Exact>): Given =>
        new Map<string, Exact | string | boolean>([...words, ...withAll(found, names, each)]);
      if (wish && wished?.kind === 'number') {
        const expression = substituted(wished.expression, fixed);
        for (const value of wish.values) {
          const found = solveFor(expression, value, each, system);
          if (typeof found !== 'string') yield filled(found);
        }
      }
      const found = solveWhole([...boundsOf(names, each), ...system], isWhole);
      if (typeof found !== 'string') yield filled(found);
    }
}

/** The bounds, and within them those that are nicer, where both can be had. */
export const narrowed =
  (bounds: Bounds, preferred: Bounds): Bounds =>
  (name) => {
    const [own, nicer] = [bounds(name), preferred(name)];
    const min = nicer.min && (!own.min || nicer.min.compare(own.min) > 0) ? nicer.min : own.min;
    const max = nicer.max && (!own.max || nicer.max.compare(own.max) < 0) ? nicer.max : own.max;
    return min && max && min.compare(max) > 0 ? own : { ...own, min, max };
  };

/** False where it is proved that the fact never lies in the cell. */
export function isCellPossible(
  fact: DecisionFact,
  cell: number,
  { bounds, options, fixed = noFixed }: FactsKnown,
  opaque?: Opaque,
): boolean {
  const own = new FactCells(fact, options, fixed, opaque);
  if (!own.word(cell).isPossible) return false;
  const isWhole = (name: string) => bounds(name).whole === true;
  return own.systems(cell).some((system) => {
    const names = new Set(system.flatMap(({ terms }) => [...terms.keys()]));
    return solveWhole([...boundsOf(names, bounds), ...system], isWhole) !== 'impossible';
  });
}

/** A call over a list can be anything: it counts as one fact without bounds. */
export const listsIn =
  (scope: Scope): Opaque =>
  (node) =>
    node.kind === 'call' &&
    node.arguments.some((one) => one.kind === 'name' && scope.resolve(one.name)?.kind === 'list');

const samples = ['0', '1', '2', '0.5', '10', '50', '100', '101', '150', '1000'].map((text) => Exact.of(text));
const mostTries = 4000;

/** Facts tried where arithmetic does not decide: the first found for each class. */
function tries(
  decision: Decision,
  facts: readonly FactCells[],
  bounds: Bounds,
  fixed: ReadonlyMap<string, Exact>,
): Map<Unasked['class'], Given> {
  const found = new Map<Unasked['class'], Given>();
  if (facts.some(({ fact }) => fact.kind !== 'number')) return found;
  const names = [
    ...new Set(decision.facts.flatMap((fact) => (fact.kind === 'number' ? namesIn(fact.expression) : []))),
  ].filter((name) => !fixed.has(name));
  const choices = names.map((name) => {
    const { min, max, whole } = bounds(name);
    return samples.filter(
      (one) =>
        !(min && one.compare(min) < 0) && !(max && one.compare(max) > 0) && (!whole || isWholeNumber(one)),
    );
  });
  const classOf = decider({ ...decision, answers: new Map() }, decimals);
  const total = choices.reduce((all, one) => all * one.length, 1);
  for (let index = 0; index < Math.min(total, mostTries); index++) {
    let rest = index;
    const given = new Map(
      names.map((name, at): [string, Exact] => {
        const own = choices[at]!;
        const value = own[rest % own.length]!;
        rest = Math.trunc(rest / own.length);
        return [name, value];
      }),
    );
    const answer = classOf(
      (name) => fixed.get(name) ?? given.get(name),
      () => undefined,
    );
    if ('class' in answer && !found.has(answer.class)) found.set(answer.class, given);
  }
  return found;
}
