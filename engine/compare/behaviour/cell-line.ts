/**
 * Two lines that several inputs or answers decide: every class of the one with every class of the other that can hold at
 * once, and in each the range of the difference, by linear arithmetic.
 */

import type { Bilingual, DifferingInterval, DifferingSituation } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { constantOf } from '../../conditions/index.ts';
import { Exact } from '../../decimal.ts';
import {
  call,
  type Expression,
  formatExpression,
  isConstant,
  literal,
  minus,
  namesIn,
  plus,
  times,
} from '../../expression/index.ts';
import {
  type Bounds,
  boundsOf,
  type Constraint,
  casesOf,
  type Interval,
  rangeOf,
  solve,
} from '../../linear/index.ts';
import type { Given, Line } from '../../lines/index.ts';
import type { Cell, Cells } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { exactText } from './form-text.ts';
import { type Largest, nothingFound, type Outcome, undecided } from './outcome.ts';
import { witnessOf } from './witness.ts';

export interface CellSide {
  line: Line;
  cells: Cells;
}

/** More pairs of classes than this are not worked through. */
const mostPairs = 4096;

/** Classes of both editions that hold at once. */
interface Meeting {
  before: Cell[];
  after: Cell[];
  systems: readonly (readonly Constraint[])[];
  words: ReadonlyMap<string, Word>;
}

/** What an answer is: this one, or anything but those. */
type Word = { is: string | boolean } | { not: readonly string[] };

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
  const isProved = [before, after].every(isLinear);
  return isProved || (!outcome.gain && !outcome.loss) ? outcome : undecided(beyond);
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
  const order = after.line.rule.parts.map((_, index) => partNames(after, index).join());
  const places = before.line.rule.parts.map((_, index) => order.indexOf(partNames(before, index).join()));
  if (places.includes(-1) || new Set(places).size !== count) return undefined;
  if (new Set(order.flatMap((names) => names.split(','))).size !== order.join().split(',').length)
    return undefined;
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
    all.why ??= one.why;
  }
  return all;
}

const partNames = ({ line }: CellSide, index: number): string[] => {
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
function isUncut({ cells: { parts, cap } }: CellSide): boolean {
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

function added(a: Largest | undefined, b: Largest | undefined): Largest | undefined {
  if (!a || !b) return a ?? b;
  const points = a.points.plus(b.points);
  const inputs = { ...a.shown.witness?.inputs, ...b.shown.witness?.inputs };
  return {
    points,
    isReached: a.isReached && b.isReached,
    isExact: a.isExact && b.isExact,
    names: new Set([...a.names, ...b.names]),
    shown: {
      points: exactText(points),
      reached: a.isReached && b.isReached,
      exact: a.isExact && b.isExact,
      ...(a.shown.witness && b.shown.witness ? { witness: { inputs } } : {}),
    },
  };
}

class CellComparer {
  private readonly before: CellSide;
  private readonly after: CellSide;
  private readonly plan: ScoringPlan;
  private readonly isClamped: boolean;
  private readonly bounds: Bounds;
  private readonly sign: Exact;
  private readonly outcome: Outcome = nothingFound();

  constructor(before: CellSide, after: CellSide, plan: ScoringPlan, isClamped: boolean) {
    this.before = before;
    this.after = after;
    this.plan = plan;
    this.isClamped = isClamped;
    this.sign = after.line.leaf?.line === 'penalty' ? Exact.one.negated() : Exact.one;
    this.bounds = (name) => {
      const [a, b] = [before.line.bounds(name), after.line.bounds(name)];
      const min = a.min && b.min ? (a.min.compare(b.min) > 0 ? a.min : b.min) : (a.min ?? b.min);
      const max = a.max && b.max ? (a.max.compare(b.max) < 0 ? a.max : b.max) : (a.max ?? b.max);
      return { ...(min ? { min } : {}), ...(max ? { max } : {}) };
    };
  }

  compare(): Outcome {
    const meetings = this.meetings();
    if (!meetings) return undecided(tooMany);
    for (const meeting of meetings) this.compareAt(meeting);
    return this.outcome;
  }

  /** The classes of all parts of both lines that hold at once. */
  private meetings(): Meeting[] | undefined {
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
  private answers({ words }: Meeting): Map<string, string | boolean> {
    return new Map(
      [...words].map(([name, word]) => {
        if ('is' in word) return [name, word.is];
        const option = this.plan.inputs.get(name)?.options?.find((one) => !word.not.includes(one));
        return [name, option ?? `${word.not.join('')}…`];
      }),
    );
  }

  private compareAt(meeting: Meeting): void {
    const { before, after } = meeting;
    const [one, other] = [this.points(before, this.before), this.points(after, this.after)];
    if (!one || !other) {
      if (one !== other) this.outcome.situations.push(this.absence(meeting, one, other));
      return;
    }
    const difference = minus(other, one);
    for (const system of meeting.systems) {
      const range = rangeOf(difference, this.bounds, system);
      if (range === 'impossible') continue;
      if (range === 'undecided') {
        this.outcome.why = beyond;
        continue;
      }
      this.found(meeting, system, difference, range);
    }
  }

  /** Points of a line in a class, floor and cap included; undefined where it gives none. */
  private points(cells: readonly Cell[], { cells: { cap } }: CellSide): Expression | undefined {
    const awards = cells.map(({ award }) => award);
    if (awards.includes(undefined)) return undefined;
    const [first, ...rest] = awards as Expression[];
    const sum = rest.reduce((all, one) => plus(all, one), first ?? literal(Exact.zero));
    const clamped = this.isClamped ? clamp(sum, cap!) : sum;
    return this.sign.sign() > 0 ? clamped : minus(literal(Exact.zero), clamped);
  }

  private found(
    meeting: Meeting,
    system: readonly Constraint[],
    difference: Expression,
    range: Interval,
  ): void {
    const isHigher = !range.max || range.max.sign() > 0;
    const isLower = !range.min || range.min.sign() < 0;
    if (!isHigher && !isLower) return;
    const shown = (cells: readonly Cell[], side: CellSide) =>
      formatExpression(tidied(this.points(cells, side)!), (name) => this.nameOf(name));
    const ends =
      range.min && range.max
        ? range.min.equals(range.max)
          ? exactText(range.min)
          : `${exactText(range.min)} … ${exactText(range.max)}`
        : formatExpression(difference, (name) => this.nameOf(name));
    const interval: DifferingInterval = {
      fromIncluded: false,
      toIncluded: false,
      where: this.where(meeting),
      before: shown(meeting.before, this.before),
      after: shown(meeting.after, this.after),
      difference: ends.replaceAll(/(^|\s)-(?=\d)/g, '$1−'),
      sign: isHigher && isLower ? 'both' : isHigher ? 'higher' : 'lower',
    };
    const told = JSON.stringify(interval);
    if (!this.outcome.intervals.some((one) => JSON.stringify(one) === told))
      this.outcome.intervals.push(interval);
    if (isHigher) this.outcome.gain = this.larger(this.outcome.gain, meeting, system, difference, range, 1);
    if (isLower) this.outcome.loss = this.larger(this.outcome.loss, meeting, system, difference, range, -1);
  }

  private larger(
    known: Largest | undefined,
    meeting: Meeting,
    system: readonly Constraint[],
    difference: Expression,
    range: Interval,
    sign: 1 | -1,
  ): Largest | undefined {
    const end = sign > 0 ? range.max : range.min;
    const isReached = end !== undefined && !(sign > 0 ? range.maxOpen : range.minOpen);
    // Points lie between zero and the cap, so the cap is a bound where the range has none.
    const points = (end?.absolute() ?? this.before.cells.cap!.plus(this.after.cells.cap!)) as Exact;
    const order = known ? points.compare(known.points) : 1;
    if (order < 0 || (order === 0 && (known!.isReached || !isReached))) return known;
    const given = isReached ? this.factsAt(meeting, system, difference, end) : undefined;
    const witness = given && witnessOf(given, this.after.line, this.plan);
    return {
      points,
      isReached,
      isExact: end !== undefined,
      names: new Set([...allNames(this.before), ...allNames(this.after)]),
      shown: {
        points: exactText(points),
        reached: isReached,
        exact: end !== undefined,
        where: this.where(meeting),
        ...this.scoresAt(meeting, given),
        ...(witness ? { witness } : {}),
      },
    };
  }

  /** What both editions score on the facts. */
  private scoresAt(meeting: Meeting, given: Given | undefined): { before?: string; after?: string } {
    if (!given) return {};
    const score = (cells: readonly Cell[], side: CellSide) => {
      const expression = this.points(cells, side)!;
      const put = (node: Expression): Expression => {
        if (node.kind === 'name') {
          const value = given.get(node.name);
          return value instanceof Exact ? literal(value) : node;
        }
        if (node.kind === 'negate') return { ...node, of: put(node.of) };
        if (node.kind === 'binary') return { ...node, left: put(node.left), right: put(node.right) };
        return node.kind === 'call' ? { ...node, arguments: node.arguments.map(put) } : node;
      };
      const value = constantOf(put(expression));
      return value && exactText(value);
    };
    const [before, after] = [score(meeting.before, this.before), score(meeting.after, this.after)];
    return before === undefined || after === undefined ? {} : { before, after };
  }

  /** Facts at which the difference is as wanted. */
  private factsAt(
    meeting: Meeting,
    system: readonly Constraint[],
    difference: Expression,
    wanted: Exact,
  ): Given | undefined {
    for (const { top, bottom, guards } of casesOf(difference) ?? []) {
      const equation: Constraint = {
        terms: combined(top.terms, bottom.terms, wanted.negated()),
        constant: top.constant.plus(bottom.constant.times(wanted.negated())),
        relation: '=',
      };
      const names = new Set([
        ...[...system, ...guards].flatMap(({ terms }) => [...terms.keys()]),
        ...namesIn(difference),
        ...allNames(this.before),
        ...allNames(this.after),
      ]);
      const numbers = [...names].filter((name) => !meeting.words.has(name));
      const found = solve([...boundsOf(numbers, this.bounds), ...system, ...guards, equation]);
      if (typeof found === 'string') continue;
      const given = new Map<string, Exact | string | boolean>(this.answers(meeting));
      for (const name of numbers) given.set(name, found.get(name) ?? this.bounds(name).min ?? Exact.zero);
      return given;
    }
    return undefined;
  }

  private where(meeting: Meeting): Bilingual {
    const { before, after } = meeting;
    const answers = [...this.answers(meeting)].map(([name, value]) => {
      const [zh, en] = typeof value === 'boolean' ? (value ? ['是', 'yes'] : ['否', 'no']) : [value, value];
      return both(`${this.nameOf(name)}：${zh}`, `${this.nameOf(name)}: ${en}`);
    });
    if (answers.length > 0 && answers.length <= 4)
      return both(answers.map(({ zh }) => zh).join('，'), answers.map(({ en }) => en).join(', '));
    const isOneBand = ({ line }: CellSide) => line.rule.parts.every(({ decision }) => !decision);
    if (isOneBand(this.before) && isOneBand(this.after))
      return both('视所填数据而定', 'depending on the data');
    const labels = (cells: readonly Cell[], { line }: CellSide) =>
      cells.flatMap((cell, part) => line.rule.parts[part]?.awards[cell.bands[0] ?? -1]?.label ?? []);
    const [one, other] = [labels(before, this.before), labels(after, this.after)];
    const told = (list: readonly Bilingual[], language: keyof Bilingual) =>
      list.map((label) => label[language]).join(language === 'zh' ? '；' : '; ');
    const [old, now] = [told(one, 'zh'), told(other, 'zh')];
    if (old === now) return both(old, told(other, 'en'));
    return both(
      `前一版「${old}」、后一版「${now}」`,
      `"${told(one, 'en')}" before, "${told(other, 'en')}" after`,
    );
  }

  private absence(
    meeting: Meeting,
    one: Expression | undefined,
    other: Expression | undefined,
  ): DifferingSituation {
    const told = (points: Expression | undefined): Bilingual => {
      if (!points) return both('不计分', 'not scored');
      const formula = formatExpression(points, (name) => this.nameOf(name));
      return both(`得分 ${formula}`, `scores ${formula}`);
    };
    return { name: this.where(meeting), before: told(one), after: told(other) };
  }

  private nameOf(name: string): string {
    if (name === 'judged.tier') return '所选等次';
    if (name === 'judged.share') return '评价人所给比例';
    return this.plan.inputs.get(name)?.name ?? name;
  }
}

const allNames = (side: CellSide): string[] =>
  [...side.line.rule.parts.keys()]
    .flatMap((index) => partNames(side, index))
    .filter((name) => name !== 'weight');

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

function combined(
  a: ReadonlyMap<string, Exact>,
  b: ReadonlyMap<string, Exact>,
  factor: Exact,
): ReadonlyMap<string, Exact> {
  const all = new Map(a);
  for (const [name, value] of b) {
    const sum = (all.get(name) ?? Exact.zero).plus(value.times(factor));
    if (sum.isZero()) all.delete(name);
    else all.set(name, sum);
  }
  return all;
}

/** Between zero and the cap; a constant is worked out at once. */
function clamp(points: Expression, cap: Exact): Expression {
  const value = isConstant(points) ? constantOf(points) : undefined;
  if (value) return literal(value.sign() < 0 ? Exact.zero : value.compare(cap) > 0 ? cap : value);
  return call('min', literal(cap), call('max', literal(Exact.zero), points));
}

/** The same without `+ 0` and `× 1`. */
function tidied(node: Expression): Expression {
  if (node.kind === 'call') return { ...node, arguments: node.arguments.map(tidied) };
  if (node.kind !== 'binary') return node;
  const [left, right] = [tidied(node.left), tidied(node.right)];
  const is = (one: Expression, value: Exact) => one.kind === 'number' && one.value.equals(value);
  if (node.operator === '+' && is(left, Exact.zero)) return right;
  if (node.operator === '+' && is(right, Exact.zero)) return left;
  if (node.operator === '*' && is(left, Exact.one)) return right;
  if (node.operator === '*' && is(right, Exact.one)) return left;
  return node.operator === '*' ? times(left, right) : { ...node, left, right };
}
