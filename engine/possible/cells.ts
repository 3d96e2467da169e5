/**
 * A line that several inputs or answers decide: the joint classes of its facts, each proved possible (with facts that
 * fall in it) or impossible by linear arithmetic, or left undecided.
 */

import type { Part } from '../compile/index.ts';
import { Exact, greatest, least } from '../decimal.ts';
import { type Expression, namesIn, substituted } from '../expression/index.ts';
import { type Bounds, type Constraint, rangeOf, withAll } from '../linear/index.ts';
import { capOf, fixedNames, type Given, type Line } from '../lines/index.ts';
import { type PossibleClass, possibleClasses } from './classes.ts';
import type { Options } from './fact-cells.ts';

export interface Cell {
  /** Of each fact of the decision the cell it lies in. */
  cells: readonly number[];
  /** The bands that hold here: exactly one where all is well. */
  bands: readonly number[];
  /** Any of these systems may hold; one empty system where numbers do not matter. */
  systems: readonly (readonly Constraint[])[];
  /** The answers and texts of the class; a name left out is blank. */
  words: ReadonlyMap<string, string | boolean>;
  /** Facts that fall in the class; undefined where none were found and it is not proved that there are none. */
  witness: Given | undefined;
  /** The points of this part here, before floor and cap; undefined where there are none, or not one band holds. */
  award: Expression | undefined;
  absence?: 'gap' | 'overlap' | 'withheld' | 'missing';
  /** The least and most of `award` here; undefined where it has no bound or is beyond what is decided. */
  least: Exact | undefined;
  most: Exact | undefined;
}

export interface Cells {
  /** Per part of the rule the classes that are possible or undecided; points of the parts are added. */
  parts: readonly (readonly Cell[])[];
  /** The least and most points of the line, after floor and cap; undefined where not decided. */
  extremes: { least: Exact; most: Exact } | undefined;
  cap: Exact | undefined;
}

export function cellsOfLine(line: Line, options: Options): Cells {
  const fixed = fixedNames(line);
  const parts = line.rule.parts.map((part) => cellsOfPart(part, fixed, line.bounds, options));
  const cap = capOf(line);
  return { parts, cap, extremes: cap && extremesOf(line.rule.parts, parts, cap) };
}

function cellsOfPart(
  part: Part,
  fixed: ReadonlyMap<string, Exact>,
  bounds: Bounds,
  options: Options,
): Cell[] {
  const only: PossibleClass = { cells: [], systems: [[]], words: new Map(), witness: new Map(), bands: [0] };
  const classes = part.decision ? possibleClasses(part.decision, bounds, options, fixed) : [only];
  return classes.map((one): Cell => {
    const [band, another] = one.bands;
    const none = one.isUnsettled ? 'missing' : 'gap';
    const absence = band === undefined ? none : another === undefined ? undefined : 'overlap';
    const written = absence ? undefined : part.awards[band!]!.points;
    const award = written && substituted(written, fixed);
    const witness = one.witness && withAllNames(one.witness, award, bounds);
    const range = award ? rangeInAny(award, bounds, one.systems) : {};
    return {
      ...one,
      witness,
      award,
      ...(absence ? { absence } : award ? {} : { absence: 'withheld' as const }),
      least: range.min,
      most: range.max,
    };
  });
}

const withAllNames = (witness: Given, award: Expression | undefined, bounds: Bounds): Given => {
  const numbers = new Map(
    [...witness].filter((entry): entry is [string, Exact] => entry[1] instanceof Exact),
  );
  return new Map([...witness, ...withAll(numbers, award ? namesIn(award) : [], bounds)]);
};

function rangeInAny(
  award: Expression,
  bounds: Bounds,
  systems: readonly (readonly Constraint[])[],
): { min?: Exact; max?: Exact } {
  let all: { min?: Exact; max?: Exact } | undefined;
  for (const system of systems) {
    const range = rangeOf(award, bounds, system);
    if (range === 'undecided') return {};
    if (range === 'impossible') continue;
    all = all
      ? {
          min: all.min && range.min && least(all.min, range.min),
          max: all.max && range.max && greatest(all.max, range.max),
        }
      : range;
  }
  return all ?? {};
}

/** Parts that read nothing in common are added end by end. */
function extremesOf(
  parts: readonly Part[],
  cells: readonly (readonly Cell[])[],
  cap: Exact,
): { least: Exact; most: Exact } | undefined {
  const names = parts.map((part) => new Set(namesOfPart(part)));
  const shared = names.some((one, index) =>
    names.some((other, at) => at > index && [...one].some((name) => other.has(name))),
  );
  if (shared) return undefined;
  let low: Exact | undefined = Exact.zero;
  let high: Exact | undefined = Exact.zero;
  for (const part of cells) {
    const scored = part.filter(({ award, witness }) => award && witness);
    if (scored.length === 0) return undefined;
    const lows = scored.map((cell) => cell.least);
    const highs = scored.map((cell) => cell.most);
    low = low && (lows.includes(undefined) ? undefined : low.plus(least(...(lows as [Exact]))));
    high = high && (highs.includes(undefined) ? undefined : high.plus(greatest(...(highs as [Exact]))));
  }
  const within = (value: Exact) => least(greatest(value, Exact.zero), cap);
  return { least: low ? within(low) : Exact.zero, most: high ? within(high) : cap };
}

const namesOfPart = ({ decision, awards }: Part): string[] => [
  ...(decision?.facts ?? []).flatMap((fact) =>
    fact.kind === 'number' ? namesIn(fact.expression) : [fact.name],
  ),
  ...awards.flatMap(({ points }) => (points ? namesIn(points).filter((name) => name !== 'weight') : [])),
];
