/**
 * A line whose points follow from one number: its whole range cut into points and open intervals, in each of which the
 * same bands are chosen — by the same decision that scores — and the points are one exact form.
 */
import type { Part } from '../compile/index.ts';
import { type Decider, type Decision, decider } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  decimals,
  type Evaluator,
  type Expression,
  evaluator,
  isNothing,
  keyOf,
  literal,
  name,
  plus,
} from '../expression/index.ts';
import { rangeOf } from './bounds.ts';
import { cutsOf, inOrder, isBeyond, type Span, sampleOf, spansBetween, tails, type Why } from './cuts.ts';
import {
  type Form,
  fixedForm,
  formAt,
  formFar,
  formOf,
  rootOf,
  sameForm,
  slopeOf,
  theVariable,
} from './form.ts';
import { fixedNames, type Line, substituted } from './lines.ts';
import type { Interval } from './system.ts';

/** Why a piece gives no points. `form` and `steps` are beyond what is decided. */
export type Absence = 'gap' | 'overlap' | 'withheld' | 'zero-division' | Why;

/** A point (`from` equals `to`) or an open interval; an end left out is unbounded. */
export interface Piece {
  from: Exact | undefined;
  to: Exact | undefined;
  isPoint: boolean;
  /** For each part of the rule the bands that hold: exactly one where all is well. */
  bands: readonly (readonly number[])[];
  /** The points won, between zero and the cap; undefined where there are none, and `absence` says why. */
  points: Form | undefined;
  absence?: Absence;
  /** Where the rule gives less than zero or more than the cap. */
  clamped?: 'floor' | 'cap';
}

export interface Curve {
  /** What the number is: the metric, `actual`, `judged.share`. */
  variable: Expression;
  /** True where the number is a rate, told as a percentage. */
  isRate: boolean;
  range: Interval;
  /** False where the range may be wider than what inputs can give. */
  isRangeExact: boolean;
  /** From left to right, covering the range without a hole. */
  pieces: readonly Piece[];
  cap: Exact;
  /** Where the rule itself compares: the cuts at which a band begins or ends. */
  thresholds: readonly Exact[];
}

/** The rule of a line rewritten for one number. */
interface Rewritten {
  parts: readonly { decision: Decision | undefined; points: readonly (Expression | undefined)[] }[];
  cap: Expression;
}

/** Puts {@link theVariable} in for the variable wherever it stands. */
export function rewritten(expression: Expression, key: string): Expression {
  const visit = (node: Expression): Expression => {
    if (keyOf(node) === key) return name(theVariable);
    switch (node.kind) {
      case 'number':
      case 'name':
        return node;
      case 'negate':
        return { ...node, of: visit(node.of) };
      case 'binary':
        return { ...node, left: visit(node.left), right: visit(node.right) };
      case 'call':
        return { ...node, arguments: node.arguments.map(visit) };
    }
  };
  return visit(expression);
}

const readsOnlyVariable = (expression: Expression): boolean => {
  let only = true;
  const visit = (node: Expression): void => {
    if (node.kind === 'name') only &&= node.name === theVariable;
    else if (node.kind === 'negate') visit(node.of);
    else if (node.kind === 'binary') {
      visit(node.left);
      visit(node.right);
    } else if (node.kind === 'call') node.arguments.forEach(visit);
  };
  visit(expression);
  return only;
};

/** The rule as a function of the variable alone; undefined where it needs anything else. */
function rewrite(line: Line, variable: Expression): Rewritten | undefined {
  const fixed = fixedNames(line);
  const key = keyOf(variable);
  let fits = true;
  const put = (expression: Expression): Expression => {
    const made = rewritten(substituted(expression, fixed), key);
    fits &&= readsOnlyVariable(made);
    return made;
  };
  const part = ({ decision, awards }: Part) => ({
    decision: decision && {
      ...decision,
      facts: decision.facts.map((fact) => {
        if (fact.kind !== 'number' || fact.blank) fits = false;
        return fact.kind === 'number' ? { ...fact, expression: put(fact.expression) } : fact;
      }),
    },
    points: awards.map((award) => award.points && put(award.points)),
  });
  const rule = { parts: line.rule.parts.map(part), cap: put(line.rule.cap) };
  return fits ? rule : undefined;
}

/** The numbers a line may depend on alone, likeliest first. */
function candidates({ rule, metric, target, weight }: Line): Expression[] {
  const fixed = fixedNames({ target, weight } as Line);
  const facts = rule.parts.flatMap(({ decision }) => decision?.facts ?? []);
  const expressions = facts.flatMap((fact) =>
    fact.kind === 'number' ? [substituted(fact.expression, fixed)] : [],
  );
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'name' && !fixed.has(node.name)) names.add(node.name);
    else if (node.kind === 'negate') visit(node.of);
    else if (node.kind === 'binary') {
      visit(node.left);
      visit(node.right);
    } else if (node.kind === 'call') node.arguments.forEach(visit);
  };
  for (const one of expressions) visit(one);
  for (const { awards } of rule.parts) for (const { points } of awards) if (points) visit(points);
  return [...(metric ? [metric] : []), ...(names.size === 1 ? [name([...names][0]!)] : []), ...expressions];
}

/** The curve of a line; undefined where no one number decides it. Every class of its decisions must have been asked. */
export function curveOf(line: Line): Curve | undefined {
  for (const variable of candidates(line)) {
    if (variable.kind === 'number') continue;
    const rule = rewrite(line, variable);
    if (rule) return new Tracer(line, variable, rule).trace();
  }
  return undefined;
}

class Tracer {
  private readonly line: Line;
  private readonly variable: Expression;
  private readonly rule: Rewritten;
  private readonly deciders: (Decider<Exact> | undefined)[];
  private readonly evaluators = new Map<Expression, Evaluator<Exact>>();

  constructor(line: Line, variable: Expression, rule: Rewritten) {
    this.line = line;
    this.variable = variable;
    this.rule = rule;
    this.deciders = rule.parts.map(({ decision }) => decision && decider(decision, decimals));
  }

  trace(): Curve | undefined {
    const cap = this.value(this.rule.cap, Exact.zero);
    if (!(cap instanceof Exact) || !isConstantIn(this.rule.cap)) return undefined;
    const exact = rangeOf(this.variable, this.line.bounds);
    if (exact === 'impossible') return undefined;
    const range: Interval = exact === 'undecided' ? { minOpen: true, maxOpen: true } : exact;
    const span = { from: range.min, to: range.max };
    const thresholds = this.thresholds(span);
    if (!thresholds) return undefined;
    const pieces: Piece[] = [];
    const ends = [...thresholds];
    for (const [index, one] of spansBetween(span, ends).entries()) {
      const start = index === 0 ? (range.minOpen ? undefined : range.min) : ends[index - 1];
      if (start) pieces.push(this.point(start, cap));
      if (!one.from || !one.to || one.from.compare(one.to) < 0) pieces.push(...this.interval(one, cap));
    }
    const isSingle = range.min && range.max?.equals(range.min);
    if (range.max && !range.maxOpen && !isSingle) pieces.push(this.point(range.max, cap));
    return {
      variable: this.variable,
      isRate: this.line.rule.rates.has(keyOf(this.variable)) || keyOf(this.variable) === 'judged.share',
      range,
      isRangeExact: exact !== 'undecided',
      pieces: merged(pieces, thresholds),
      cap,
      thresholds,
    };
  }

  /** Where a comparison of the rule changes its answer, or a fact turns; undefined where that cannot be found. */
  private thresholds(span: Span): Exact[] | undefined {
    const all: Exact[] = [];
    for (const { decision } of this.rule.parts)
      for (const fact of decision?.facts ?? []) {
        if (fact.kind !== 'number') return undefined;
        const turns = cutsOf(fact.expression, span);
        if (typeof turns === 'string') return undefined;
        all.push(...turns);
        for (const one of spansBetween(span, turns)) {
          const form = formOf(fact.expression, sampleOf(one));
          if (!form) return undefined;
          all.push(...fact.thresholds.flatMap((threshold) => rootOf(form, threshold) ?? []));
        }
      }
    return inOrder(span, all);
  }

  private value(expression: Expression, x: Exact): ReturnType<Evaluator<Exact>> {
    let evaluate = this.evaluators.get(expression);
    if (!evaluate) {
      evaluate = evaluator(expression, decimals);
      this.evaluators.set(expression, evaluate);
    }
    return evaluate((key) => (key === theVariable ? x : undefined));
  }

  /** The bands that hold at x, part by part; undefined where a fact has no value there. */
  private bandsAt(x: Exact): (readonly number[])[] | undefined {
    const all: (readonly number[])[] = [];
    for (const decide of this.deciders) {
      const answer = decide
        ? decide(
            (key) => (key === theVariable ? x : undefined),
            () => undefined,
          )
        : [0];
      if (typeof answer === 'string' || 'decision' in answer) return undefined;
      all.push(answer);
    }
    return all;
  }

  /** What the rule says around x: the sum of the awards, before floor and cap. */
  private choice(x: Exact): Pick<Piece, 'bands' | 'absence'> & { award?: Expression } {
    const bands = this.bandsAt(x);
    if (!bands) return { bands: [], absence: 'zero-division' };
    if (bands.some((one) => one.length === 0)) return { bands, absence: 'gap' };
    if (bands.some((one) => one.length > 1)) return { bands, absence: 'overlap' };
    const awards = this.rule.parts.map(({ points }, part) => points[bands[part]![0]!]);
    if (awards.includes(undefined)) return { bands, absence: 'withheld' };
    const [first, ...rest] = awards as Expression[];
    return { bands, award: rest.reduce((all, one) => plus(all, one), first ?? literal(Exact.zero)) };
  }

  private point(x: Exact, cap: Exact): Piece {
    const { award, bands, absence } = this.choice(x);
    const here = { from: x, to: x, isPoint: true, bands };
    if (!award) return { ...here, points: undefined, absence };
    const value = this.value(award, x);
    if (isNothing(value)) return { ...here, points: undefined, absence: 'zero-division' };
    return { ...here, ...clamped(value, cap) };
  }

  private interval(span: Span, cap: Exact): Piece[] {
    const { award, bands, absence } = this.choice(sampleOf(span));
    const { from, to } = span;
    if (!award) return [{ from, to, isPoint: false, bands, points: undefined, absence }];
    const outer = tails(award, span, Exact.zero, cap);
    const pieces: Piece[] = [];
    this.between(span, outer, pieces, (one) => this.uniform(one, award, bands, cap), cap);
    return pieces;
  }

  /** Fills a span cut at the given places; the places themselves are evaluated. */
  private between(
    span: Span,
    cuts: readonly Exact[],
    into: Piece[],
    fill: (one: Span) => Piece[],
    cap: Exact,
  ): void {
    spansBetween(span, cuts).forEach((one, index) => {
      if (index > 0) into.push(this.point(cuts[index - 1]!, cap));
      into.push(...fill(one));
    });
  }

  /** A span in which one award holds: cut where it turns and where it passes floor or cap. */
  private uniform(span: Span, award: Expression, bands: Piece['bands'], cap: Exact): Piece[] {
    const { from, to } = span;
    const sample = sampleOf(span);
    if (isBeyond(award, sample, Exact.zero, cap)) {
      const value = this.value(award, sample);
      if (!isNothing(value)) return [{ from, to, isPoint: false, bands, ...clamped(value, cap) }];
    }
    const turns = cutsOf(award, span);
    if (typeof turns === 'string')
      return [{ from, to, isPoint: false, bands, points: undefined, absence: turns }];
    const pieces: Piece[] = [];
    this.between(span, turns, pieces, (one) => this.smooth(one, award, bands, cap), cap);
    return pieces;
  }

  private smooth(span: Span, award: Expression, bands: Piece['bands'], cap: Exact): Piece[] {
    const form = formOf(award, sampleOf(span));
    if (!form) return [{ ...span, isPoint: false, bands, points: undefined, absence: 'form' }];
    const passes = [rootOf(form), rootOf(form, cap)].filter((one) => one !== undefined);
    const pieces: Piece[] = [];
    this.between(
      span,
      inOrder(span, passes),
      pieces,
      (one) => {
        const value = formAt(form, sampleOf(one))!;
        const side = value.sign() < 0 ? 'floor' : value.compare(cap) > 0 ? 'cap' : undefined;
        const points = side ? fixedForm(side === 'floor' ? Exact.zero : cap) : form;
        return [{ ...one, isPoint: false, bands, points, ...(side ? { clamped: side } : {}) }];
      },
      cap,
    );
    return pieces;
  }
}

const isConstantIn = (expression: Expression): boolean =>
  expression.kind !== 'name' && !keyOf(expression).includes(theVariable);

function clamped(value: Exact, cap: Exact): Pick<Piece, 'points' | 'clamped'> {
  if (value.sign() < 0) return { points: fixedForm(Exact.zero), clamped: 'floor' };
  if (value.compare(cap) > 0) return { points: fixedForm(cap), clamped: 'cap' };
  return { points: fixedForm(value) };
}

/** Leaves out cuts at which nothing happens. */
function merged(pieces: readonly Piece[], thresholds: readonly Exact[]): Piece[] {
  const kept: Piece[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const before = kept.at(-1);
    const after = pieces[index + 1];
    const idle =
      piece.isPoint &&
      before &&
      after &&
      !before.isPoint &&
      !thresholds.some((one) => one.equals(piece.from!)) &&
      continues(before, piece) &&
      continues(after, piece) &&
      sameForm(before.points!, after.points!) &&
      before.clamped === after.clamped;
    if (idle) {
      kept[kept.length - 1] = { ...before, to: after.to };
      index++;
    } else kept.push(piece);
  }
  return kept;
}

/** True where the interval's form goes on through the point, with the same bands. */
function continues(interval: Piece, point: Piece): boolean {
  if (!interval.points || !point.points) return false;
  if (interval.bands.some((one, part) => one.join() !== point.bands[part]?.join())) return false;
  return formAt(interval.points, point.from!)?.equals(formAt(point.points, point.from!)!) ?? false;
}

/** The piece a number falls in; undefined outside the range. */
export const pieceAt = ({ pieces }: Pick<Curve, 'pieces'>, x: Exact): Piece | undefined =>
  pieces.find(({ from, to, isPoint }) =>
    isPoint ? from!.equals(x) : (!from || from.compare(x) < 0) && (!to || x.compare(to) < 0),
  );

/** The points at x, before rounding; undefined where there are none. */
export const pointsAt = (curve: Pick<Curve, 'pieces'>, x: Exact): Exact | undefined => {
  const points = pieceAt(curve, x)?.points;
  return points && formAt(points, x);
};

/** What the points tend to at an end of a piece from inside; undefined where they have no limit, or no points. */
export function limitOf(piece: Piece, side: 'from' | 'to'): Exact | undefined {
  if (!piece.points) return undefined;
  const end = piece[side];
  return end ? formAt(piece.points, end) : formFar(piece.points);
}

/** The least and most points in a piece, and whether some number there gives them. */
export interface Extremes {
  least: { points: Exact; isReached: boolean; at: Exact | undefined };
  most: { points: Exact; isReached: boolean; at: Exact | undefined };
}

export function extremesOf(piece: Piece): Extremes | undefined {
  const [start, end] = [limitOf(piece, 'from'), limitOf(piece, 'to')];
  if (!start || !end || !piece.points) return undefined;
  if (piece.isPoint || slopeOf(piece.points) === 0) {
    const at = piece.isPoint ? piece.from! : sampleOf(piece);
    const same = { points: start, isReached: true, at };
    return { least: same, most: same };
  }
  const [low, high] =
    start.compare(end) <= 0
      ? [
          { points: start, at: piece.from },
          { points: end, at: piece.to },
        ]
      : [
          { points: end, at: piece.to },
          { points: start, at: piece.from },
        ];
  return { least: { ...low, isReached: false }, most: { ...high, isReached: false } };
}
