import { type Decider, decider } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  decimals,
  type Evaluator,
  type Expression,
  evaluator,
  isNothing,
  keyOf,
  literal,
  plus,
} from '../expression/index.ts';
import { hullOf, isWholeExpression } from '../linear/index.ts';
import type { Line } from '../lines/index.ts';
import { cutsOf, inOrder, isBeyond, type Span, sampleOf, spansBetween, tails } from './cuts.ts';
import { type Curve, merged, type Piece, wholePieces } from './pieces.ts';
import { fixedQuotient, quotientAt, quotientOf, rootOf, theVariable } from './quotient.ts';
import { candidates, type Rewritten, rewrite } from './rewrite.ts';

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
    const hull = hullOf(this.variable, this.line.bounds);
    if (hull === 'impossible') return undefined;
    const { isExact, ...range } = hull;
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
    const smooth = merged(pieces, thresholds);
    return {
      variable: this.variable,
      isRate: this.line.rule.rates.has(keyOf(this.variable)) || keyOf(this.variable) === 'judged.share',
      range,
      isRangeExact: isExact,
      pieces: isWholeExpression(this.variable, this.line.bounds) ? wholePieces(smooth) : smooth,
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
          const form = quotientOf(fact.expression, sampleOf(one));
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
      if ('decision' in answer || 'possible' in answer) return undefined;
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
    const form = quotientOf(award, sampleOf(span));
    if (!form) return [{ ...span, isPoint: false, bands, points: undefined, absence: 'form' }];
    const passes = [rootOf(form), rootOf(form, cap)].filter((one) => one !== undefined);
    const pieces: Piece[] = [];
    this.between(
      span,
      inOrder(span, passes),
      pieces,
      (one) => {
        const value = quotientAt(form, sampleOf(one))!;
        const side = value.sign() < 0 ? 'floor' : value.compare(cap) > 0 ? 'cap' : undefined;
        const points = side ? fixedQuotient(side === 'floor' ? Exact.zero : cap) : form;
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
  if (value.sign() < 0) return { points: fixedQuotient(Exact.zero), clamped: 'floor' };
  if (value.compare(cap) > 0) return { points: fixedQuotient(cap), clamped: 'cap' };
  return { points: fixedQuotient(value) };
}
