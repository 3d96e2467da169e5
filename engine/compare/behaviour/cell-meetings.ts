/** Classes of two lines that can hold at once: their answers agree, and arithmetic does not rule out their numbers. */
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { namesIn } from '../../expression/index.ts';
import { type Bounds, boundsOf, type Constraint, solve } from '../../linear/index.ts';
import type { Line } from '../../lines/index.ts';
import type { Cell, Cells } from '../../possible/index.ts';

export interface CellSide {
  line: Line;
  cells: Cells;
}

/** More pairs of classes than this are not worked through. */
const mostPairs = 4096;

/** Classes of both editions that hold at once. */
export interface Meeting {
  before: Cell[];
  after: Cell[];
  systems: readonly (readonly Constraint[])[];
  words: ReadonlyMap<string, Word>;
}

/** What an answer is: this one, or anything but those. */
type Word = { is: string | boolean } | { not: readonly string[] };

/** The bounds of what both editions allow. */
export const boundsOfBoth =
  (before: Line, after: Line): Bounds =>
  (name) => {
    const [a, b] = [before.bounds(name), after.bounds(name)];
    const min = a.min && b.min ? (a.min.compare(b.min) > 0 ? a.min : b.min) : (a.min ?? b.min);
    const max = a.max && b.max ? (a.max.compare(b.max) < 0 ? a.max : b.max) : (a.max ?? b.max);
    return { ...(min ? { min } : {}), ...(max ? { max } : {}), whole: b.whole === true };
  };

export class Meetings {
  private readonly before: CellSide;
  private readonly after: CellSide;
  private readonly plan: ScoringPlan;
  readonly bounds: Bounds;

  constructor(before: CellSide, after: CellSide, plan: ScoringPlan) {
    this.before = before;
    this.after = after;
    this.plan = plan;
    this.bounds = boundsOfBoth(before.line, after.line);
  }

  /** The classes of all parts of both lines that hold at once. */
  all(): Meeting[] | undefined {
    let all: Meeting[] = [{ before: [], after: [], systems: [[]], words: new Map() }];
    for (const side of ['before', 'after'] as const)
      for (const part of this[side].cells.parts) {
        all = all.flatMap((meeting) => part.flatMap((cell) => this.meet(meeting, side, cell) ?? []));
        if (all.length > mostPairs) return undefined;
      }
    return all;
  }

  private meet(meeting: Meeting, side: 'before' | 'after', cell: Cell): Meeting | undefined {
    const words = new Map(meeting.words);
    for (const [name, value] of cell.words) {
      const both = this.bothWords(name, words.get(name), wordIn(this[side], name, value));
      if (!both) return undefined;
      words.set(name, both);
    }
    const systems = meeting.systems
      .flatMap((system) => cell.systems.map((own) => [...system, ...own]))
      .filter((system) => {
        const names = new Set(system.flatMap(({ terms }) => [...terms.keys()]));
        return solve([...boundsOf(names, this.bounds), ...system]) !== 'impossible';
      });
    if (systems.length === 0) return undefined;
    return { ...meeting, [side]: [...meeting[side], cell], systems, words };
  }

  /** An answer that is both at once; undefined where none is. */
  private bothWords(name: string, a: Word | undefined, b: Word): Word | undefined {
    if (!a) return b;
    if ('is' in a)
      return 'is' in b ? (a.is === b.is ? a : undefined) : b.not.includes(String(a.is)) ? undefined : a;
    if ('is' in b) return this.bothWords(name, b, a);
    const not = [...new Set([...a.not, ...b.not])];
    const options = this.plan.inputs.get(name)?.options;
    return options?.every((one) => not.includes(one)) ? undefined : { not };
  }

  /** The answers of a meeting as a person would give them. */
  answers({ words }: Meeting): Map<string, string | boolean> {
    return new Map(
      [...words].map(([name, word]) => {
        if ('is' in word) return [name, word.is];
        const option = this.plan.inputs.get(name)?.options?.find((one) => !word.not.includes(one));
        return [name, option ?? `${word.not.join('')}…`];
      }),
    );
  }
}

/** What a class says of an answer: one of those the rule lists, or any other. */
function wordIn({ line }: CellSide, name: string, value: string | boolean): Word {
  if (typeof value === 'boolean') return { is: value };
  const listed = line.rule.parts.flatMap(({ decision }) =>
    (decision?.facts ?? []).flatMap((fact) =>
      fact.kind === 'category' && fact.name === name ? fact.values : [],
    ),
  );
  return listed.includes(value) ? { is: value } : { not: listed };
}

/** What a part of a rule reads. */
export const partNames = ({ line }: CellSide, index: number): string[] => {
  const { decision, awards } = line.rule.parts[index]!;
  const names = new Set([
    ...(decision?.facts ?? []).flatMap((fact) =>
      fact.kind === 'number' ? namesIn(fact.expression) : [fact.name],
    ),
    ...awards.flatMap(({ points }) => (points ? namesIn(points) : [])),
  ]);
  return [...names].sort();
};

/** True where the parts cannot add to less than zero or more than the cap. */
export function isUncut({ cells: { parts, cap } }: CellSide): boolean {
  let most = Exact.zero;
  for (const part of parts) {
    let top = Exact.zero;
    for (const cell of part) {
      if (!cell.award) continue;
      if (!cell.least || !cell.most || cell.least.sign() < 0) return false;
      if (cell.most.compare(top) > 0) top = cell.most;
    }
    most = most.plus(top);
  }
  return cap !== undefined && most.compare(cap) <= 0;
}
