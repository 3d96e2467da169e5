/** One fact of a decision, cell by cell: what each cell asks of numbers, as linear systems, and of words. */
import { cellCount, type DecisionFact } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { namesIn, substituted } from '../expression/index.ts';
import {
  add,
  below,
  type Case,
  type Constraint,
  casesOf,
  isZero,
  type Opaque,
  scale,
} from '../linear/index.ts';

/** What a text or choice fact may be; undefined for any text. */
export type Options = (name: string) => readonly string[] | undefined;

/** One fact of a decision: the constraints of each of its cells. */
export class FactCells {
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
    const other = options ? options.find((one) => !fact.values.includes(one)) : otherText(fact.values);
    return other === undefined ? { isPossible: false } : { isPossible: true, name: fact.name, value: other };
  }
}

/** A text that is none of the values. */
const otherText = (values: readonly string[]): string =>
  values.includes('其他') ? `${values.join('')}以外` : '其他';

/** The words of a class; undefined where it asks a text to be two things at once. */
export function wordsOf(
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

export function systemsOf(facts: readonly FactCells[], cells: readonly number[]): Constraint[][] {
  let all: Constraint[][] = [[]];
  for (const [at, fact] of facts.entries()) {
    const own = fact.systems(cells[at]!);
    all = all.flatMap((system) => own.map((one) => [...system, ...one]));
    if (all.length > mostSystems) return [[]];
  }
  return all;
}
