/**
 * Two lines that several inputs or answers decide: every class of the one with every class of the other that can hold at
 * once, and in each the range of the difference, by linear arithmetic.
 */
import type { ScoringPlan } from '../../compile/index.ts';
import { constantOf } from '../../conditions/index.ts';
import { Exact } from '../../decimal.ts';
import { call, type Expression, isConstant, literal, minus, namesIn, plus } from '../../expression/index.ts';
import {
  add as addLinear,
  boundsOf,
  type Constraint,
  casesOf,
  type Interval,
  rangeOf,
  solve,
} from '../../linear/index.ts';
import type { Given } from '../../lines/index.ts';
import type { Cell } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/change.ts';
import { type CellSide, isUncut, type Meeting, Meetings, partNames } from './cell-meetings.ts';
import { CellWords } from './cell-words.ts';
import { type Largest, largestOf, movesOf, nothingFound, type Outcome, undecided } from './outcome.ts';

const tooMany = both(
  '两版的情形交叉起来太多，没有逐一判定',
  'the classes of both editions make too many pairs to work through',
);
const beyond = both(
  '两版得分之差不是一次分式，没有判定',
  'the difference of the scores is not a quotient of lines, so it was not decided',
);

const texts = both(
  '条件要看文字里有没有某些字、或某项填没填，没有判定',
  'its conditions look for phrases or blanks, so it was not decided',
);

export function compareCells(before: CellSide, after: CellSide, plan: ScoringPlan): Outcome {
  if (!before.cells.cap || !after.cells.cap) return undecided(beyond);
  if (looksIntoText(before) || looksIntoText(after)) return undecided(texts);
  const outcome = byPart(before, after, plan) ?? new CellComparer(before, after, plan, true).compare();
  // A class that arithmetic cannot look into may be empty: what was found there need not be possible.
  const { gain, loss } = movesOf(outcome);
  return [before, after].every(isLinear) || (!gain && !loss) ? outcome : undecided(beyond);
}

/** True where linear arithmetic decides which classes are possible. */
const isLinear = ({ line }: CellSide): boolean =>
  line.rule.parts.every(({ decision }) =>
    (decision?.facts ?? []).every((fact) => fact.kind !== 'number' || casesOf(fact.expression) !== undefined),
  );

const looksIntoText = ({ line }: CellSide): boolean =>
  line.rule.parts.some(({ decision }) =>
    decision?.facts.some((fact) => fact.kind === 'phrases' || fact.blank),
  );

/**
 * A list of criteria of which each reads something of its own is compared criterion by criterion: the differences add.
 * Only where neither floor nor cap can cut the sum.
 */
function byPart(before: CellSide, after: CellSide, plan: ScoringPlan): Outcome | undefined {
  const count = before.cells.parts.length;
  if (count < 2 || count !== after.cells.parts.length) return undefined;
  if (!isUncut(before) || !isUncut(after)) return undefined;
  const read = after.line.rule.parts.map((_, index) => partNames(after, index));
  const order = read.map((names) => names.join());
  const places = before.line.rule.parts.map((_, index) => order.indexOf(partNames(before, index).join()));
  if (places.includes(-1) || new Set(places).size !== count) return undefined;
  if (new Set(read.flat()).size !== read.flat().length) return undefined;
  const only = ({ line, cells }: CellSide, index: number): CellSide => ({
    line: { ...line, rule: { ...line.rule, parts: [line.rule.parts[index]!] } },
    cells: { ...cells, parts: [cells.parts[index]!] },
  });
  const all = nothingFound();
  for (const [index, place] of places.entries()) {
    const one = new CellComparer(only(before, index), only(after, place), plan, false).compare();
    all.intervals.push(...one.intervals);
    all.situations.push(...one.situations);
    all.gain = added(all.gain, one.gain);
    all.loss = added(all.loss, one.loss);
    all.scored = { gain: all.scored.gain || one.scored.gain, loss: all.scored.loss || one.scored.loss };
    if (one.why) all.why ??= one.why;
  }
  return all;
}

function added(a: Largest | undefined, b: Largest | undefined): Largest | undefined {
  if (!a || !b) return a ?? b;
  const isReached = a.isReached && b.isReached;
  const isExact = a.isExact && b.isExact;
  const tries = a.tries.flatMap((one) => b.tries.map((other) => new Map([...one, ...other])));
  return largestOf(a.points.plus(b.points), { isReached, isExact, names: [...a.names, ...b.names], tries });
}

class CellComparer {
  private readonly before: CellSide;
  private readonly after: CellSide;
  private readonly isClamped: boolean;
  private readonly isPenalty: boolean;
  private readonly meetings: Meetings;
  private readonly words: CellWords;
  private readonly outcome: Outcome = nothingFound();

  constructor(before: CellSide, after: CellSide, plan: ScoringPlan, isClamped: boolean) {
    this.before = before;
    this.after = after;
    this.isClamped = isClamped;
    this.isPenalty = after.line.leaf?.line === 'penalty';
    this.meetings = new Meetings(before, after, plan);
    this.words = new CellWords(before, after, plan, this.meetings);
  }

  compare(): Outcome {
    const meetings = this.meetings.all();
    if (!meetings) return undecided(tooMany);
    for (const meeting of meetings) this.compareAt(meeting);
    return this.outcome;
  }

  private compareAt(meeting: Meeting): void {
    const [one, other] = [this.points(meeting.before, this.before), this.points(meeting.after, this.after)];
    if (!one || !other) {
      if (one || other) this.scoredByOne(meeting, one, other);
      return;
    }
    const difference = minus(other, one);
    for (const system of meeting.systems) {
      const range = rangeOf(difference, this.meetings.bounds, system);
      if (range === 'impossible') continue;
      if (range === 'undecided') {
        this.outcome.why = beyond;
        continue;
      }
      this.found(meeting, { system, difference, range, before: one, after: other });
    }
  }

  /** Points of a line in a class, floor and cap included; undefined where it gives none. */
  private points(cells: readonly Cell[], { cells: { cap } }: CellSide): Expression | undefined {
    const awards = cells.map(({ award }) => award);
    if (awards.includes(undefined)) return undefined;
    const [first, ...rest] = awards as Expression[];
    const sum = rest.reduce((all, one) => plus(all, one), first ?? literal(Exact.zero));
    const clamped = this.isClamped ? clamp(sum, cap!) : sum;
    return this.isPenalty ? minus(literal(Exact.zero), clamped) : clamped;
  }

  /** One edition scores and the other does not: what the one gives is won or lost. */
  private scoredByOne(meeting: Meeting, one: Expression | undefined, other: Expression | undefined): void {
    this.outcome.situations.push(this.words.absence(meeting, one, other));
    const side = other ? 'gain' : 'loss';
    this.outcome.scored[side] = true;
    const points = (other ?? one)!;
    for (const system of meeting.systems) {
      const range = rangeOf(points, this.meetings.bounds, system);
      if (typeof range === 'string') continue;
      const difference = other ?? minus(literal(Exact.zero), points);
      this.widen(meeting, system, difference, side === 'gain' ? range : turned(range));
    }
  }

  private found(
    meeting: Meeting,
    {
      system,
      difference,
      range,
      before,
      after,
    }: {
      system: readonly Constraint[];
      difference: Expression;
      range: Interval;
      before: Expression;
      after: Expression;
    },
  ): void {
    const isHigher = !range.max || range.max.sign() > 0;
    const isLower = !range.min || range.min.sign() < 0;
    if (!isHigher && !isLower) return;
    const interval = this.words.interval(meeting, { before, after, difference, range });
    const told = JSON.stringify(interval);
    if (!this.outcome.intervals.some((known) => JSON.stringify(known) === told))
      this.outcome.intervals.push(interval);
    this.widen(meeting, system, difference, range);
  }

  private widen(
    meeting: Meeting,
    system: readonly Constraint[],
    difference: Expression,
    range: Interval,
  ): void {
    if (!range.max || range.max.sign() > 0)
      this.outcome.gain = this.larger(
        this.outcome.gain,
        meeting,
        system,
        difference,
        range.max,
        range.maxOpen,
      );
    if (!range.min || range.min.sign() < 0)
      this.outcome.loss = this.larger(
        this.outcome.loss,
        meeting,
        system,
        difference,
        range.min,
        range.minOpen,
      );
  }

  private larger(
    known: Largest | undefined,
    meeting: Meeting,
    system: readonly Constraint[],
    difference: Expression,
    end: Exact | undefined,
    isOpen: boolean,
  ): Largest | undefined {
    const isReached = end !== undefined && !isOpen;
    // Points lie between zero and the cap, so the caps are a bound where the range has none.
    const points = end?.absolute() ?? this.before.cells.cap!.plus(this.after.cells.cap!);
    const order = known ? points.compare(known.points) : 1;
    if (order < 0 || (order === 0 && (known!.isReached || !isReached))) return known;
    return largestOf(points, {
      isReached,
      isExact: end !== undefined,
      names: this.names(),
      where: this.words.where(meeting),
      tries: isReached ? this.factsAt(meeting, system, difference, end) : [],
    });
  }

  private names(): string[] {
    return [this.before, this.after]
      .flatMap((side) => [...side.line.rule.parts.keys()].flatMap((index) => partNames(side, index)))
      .filter((name) => name !== 'weight');
  }

  /** Facts at which the difference is as wanted. */
  private factsAt(
    meeting: Meeting,
    system: readonly Constraint[],
    difference: Expression,
    wanted: Exact,
  ): Given[] {
    const { bounds } = this.meetings;
    return (casesOf(difference) ?? []).flatMap(({ top, bottom, guards }) => {
      const equation: Constraint = { ...addLinear(top, bottom, wanted.negated()), relation: '=' };
      const names = new Set([
        ...[...system, ...guards].flatMap(({ terms }) => [...terms.keys()]),
        ...namesIn(difference),
        ...this.names(),
      ]);
      const numbers = [...names].filter((name) => !meeting.words.has(name));
      const found = solve([...boundsOf(numbers, bounds), ...system, ...guards, equation]);
      if (typeof found === 'string') return [];
      const given = new Map<string, Exact | string | boolean>(this.meetings.answers(meeting));
      for (const name of numbers) given.set(name, found.get(name) ?? bounds(name).min ?? Exact.zero);
      return [given];
    });
  }
}

const turned = ({ min, max, minOpen, maxOpen }: Interval): Interval => ({
  min: max?.negated(),
  max: min?.negated(),
  minOpen: maxOpen,
  maxOpen: minOpen,
});

/** Between zero and the cap; a constant is worked out at once. */
function clamp(points: Expression, cap: Exact): Expression {
  const value = isConstant(points) ? constantOf(points) : undefined;
  if (value) return literal(value.sign() < 0 ? Exact.zero : value.compare(cap) > 0 ? cap : value);
  return call('min', literal(cap), call('max', literal(Exact.zero), points));
}
