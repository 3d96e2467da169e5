import {
  cellCount,
  cellsOf,
  type Decision,
  type DecisionFact,
  decider,
  type Unasked,
} from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { decimals, namesIn, substituted } from '../expression/index.ts';
import {
  add,
  type Bounds,
  below,
  boundsOf,
  type Case,
  type Constraint,
  casesOf,
  isWholeNumber,
  isZero,
  type Opaque,
  scale,
  solveWhole,
  withAll,
} from '../linear/index.ts';
import type { Given } from '../lines/index.ts';

/** What a text or choice fact may be; undefined for any text. */
export type Options = (name: string) => readonly string[] | undefined;

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

/** One fact of a decision: the constraints of each of its cells. */
class FactCells {
  readonly fact: DecisionFact;
  /** True where the fact's expression is beyond linear arithmetic. */
  readonly isBeyond: boolean;
  private readonly cases: readonly Case[];
  private readonly names: readonly string[];
  private readonly options: Options;

  constructor(
    fact: DecisionFact,
    options: Options,
    fixed: ReadonlyMap<string, Exact>,
    opaque: Opaque | undefined,
  ) {
    this.fact = fact;
    this.options = options;
    const expression = fact.kind === 'number' ? substituted(fact.expression, fixed) : undefined;
    const cases = expression && casesOf(expression, opaque);
    this.isBeyond = expression !== undefined && cases === undefined;
    this.cases = cases ?? [];
    this.names = expression && !opaque ? namesIn(expression) : [];
  }

  isBlank(cell: number): boolean {
    return this.fact.kind !== 'phrases' && this.fact.blank && cell === cellCount(this.fact) - 1;
  }

  namesRead(cell: number): readonly string[] {
    return this.isBlank(cell) ? [] : this.names;
  }

  /** The systems of a cell, any of which may hold; one empty system where it asks nothing of numbers. */
  systems(cell: number): readonly (readonly Constraint[])[] {
    const { fact } = this;
    if (fact.kind !== 'number' || this.isBeyond || this.isBlank(cell)) return [[]];
    const { thresholds } = fact;
    return this.cases.map(({ top, bottom, guards }) => {
      const distance = (at: Exact) => add(top, bottom, at.negated());
      if (cell % 2 === 1) return [...guards, isZero(distance(thresholds[(cell - 1) / 2]!))];
      const low = thresholds[cell / 2 - 1];
      const high = thresholds[cell / 2];
      return [
        ...guards,
        ...(low ? [below(scale(distance(low), Exact.one.negated()))] : []),
        ...(high ? [below(distance(high))] : []),
      ];
    });
  }

  /** The word of a cell; `false` in the first place where no form can fall in it. */
  word(cell: number): {
    isPossible: boolean;
    name?: string;
    value?: string | boolean;
    phrases?: readonly string[];
  } {
    const { fact } = this;
    if (fact.kind === 'number') return { isPossible: true };
    if (fact.kind === 'phrases')
      return {
        isPossible: true,
        name: fact.name,
        ...(cell === 1 ? { phrases: fact.phrases.slice(0, 1) } : {}),
      };
    if (this.isBlank(cell)) return { isPossible: true };
    if (fact.kind === 'yesNo') return { isPossible: true, name: fact.name, value: cell === 1 };
    const own = fact.values[cell];
    const options = this.options(fact.name);
    if (own !== undefined)
      return { isPossible: !options || options.includes(own), name: fact.name, value: own };
    // A person chooses among what the rulebook lists.
    if (fact.name === 'judged.tier') return { isPossible: false };
    const other = options ? options.find((one) => !fact.values.includes(one)) : `${fact.values.join('')}…`;
    return other === undefined ? { isPossible: false } : { isPossible: true, name: fact.name, value: other };
  }
}

/** The words of a class; undefined where it asks a text to be two things at once. */
function wordsOf(
  facts: readonly FactCells[],
  cells: readonly number[],
): ReadonlyMap<string, string | boolean> | undefined {
  const words = new Map<string, string | boolean>();
  for (const [at, fact] of facts.entries()) {
    const { isPossible, name, value, phrases } = fact.word(cells[at]!);
    if (!isPossible) return undefined;
    if (name === undefined) continue;
    const known = words.get(name);
    if (value !== undefined) {
      if (known !== undefined && known !== value) return undefined;
      words.set(name, value);
    } else if (phrases) words.set(name, `${known ?? ''}${phrases.join('')}`);
  }
  return words;
}

const mostSystems = 64;

function systemsOf(facts: readonly FactCells[], cells: readonly number[]): Constraint[][] {
  let all: Constraint[][] = [[]];
  for (const [at, fact] of facts.entries()) {
    const own = fact.systems(cells[at]!);
    all = all.flatMap((system) => own.map((one) => [...system, ...one]));
    if (all.length > mostSystems) return [[]];
  }
  return all;
}

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
