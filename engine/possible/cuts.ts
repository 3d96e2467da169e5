/** Where an expression of one number turns, jumps or breaks off: between two such places it has one form. */

import { Exact } from '../decimal.ts';
import { call, type Expression, literal, minus, plus } from '../expression/index.ts';
import { between, tidy } from '../linear/index.ts';
import {
  isFixed,
  type LinearQuotient,
  poleOf,
  quotientAt,
  quotientFar,
  quotientOf,
  rootOf,
  sameQuotient,
} from './quotient.ts';

/** An open interval; a side left out is unbounded. */
export interface Span {
  from: Exact | undefined;
  to: Exact | undefined;
}

/** Why no cuts could be found. */
export type Why = 'form' | 'steps';

const mostSteps = 5000;

/** A plain number inside the span. */
export const sampleOf = ({ from, to }: Span): Exact =>
  between(from && { at: from, open: true }, to && { at: to, open: true });

const isInside = ({ from, to }: Span, x: Exact): boolean =>
  (!from || x.compare(from) > 0) && (!to || x.compare(to) < 0);

/** The spans between the cuts, in order. */
export function spansBetween(span: Span, cuts: readonly Exact[]): Span[] {
  const ends = [span.from, ...cuts, span.to];
  return ends.slice(1).map((to, index) => ({ from: ends[index], to }));
}

/** Each cut inside the span once, ascending. */
export function inOrder(span: Span, cuts: readonly Exact[]): Exact[] {
  const sorted = cuts.filter((cut) => isInside(span, cut)).sort((a, b) => a.compare(b));
  return sorted.filter((cut, index) => index === 0 || !cut.equals(sorted[index - 1]!));
}

/** The cuts of an expression within a span. */
export function cutsOf(node: Expression, span: Span): Exact[] | Why {
  switch (node.kind) {
    case 'number':
    case 'name':
      return [];
    case 'negate':
      return cutsOf(node.of, span);
    case 'binary': {
      const inner = cutsOfAll([node.left, node.right], span);
      if (typeof inner === 'string' || node.operator !== '/') return inner;
      return withCuts(span, inner, [node.right], ([divisor]) => roots(divisor!));
    }
    case 'call': {
      const inner = cutsOfAll(node.arguments, span);
      if (typeof inner === 'string') return inner;
      return withCuts(span, inner, node.arguments, (forms, between) => turns(node.function, forms, between));
    }
  }
}

function cutsOfAll(nodes: readonly Expression[], span: Span): Exact[] | Why {
  const all: Exact[] = [];
  for (const node of nodes) {
    const cuts = cutsOf(node, span);
    if (typeof cuts === 'string') return cuts;
    all.push(...cuts);
  }
  return inOrder(span, all);
}

/** Adds, between the cuts there are, those that the forms of the nodes make. */
function withCuts(
  span: Span,
  cuts: readonly Exact[],
  nodes: readonly Expression[],
  more: (forms: LinearQuotient[], between: Span) => Exact[] | Why,
): Exact[] | Why {
  const all = [...cuts];
  for (const one of spansBetween(span, cuts)) {
    const forms = nodes.map((node) => quotientOf(node, sampleOf(one)));
    if (forms.includes(undefined)) return 'form';
    const found = more(forms as LinearQuotient[], one);
    if (typeof found === 'string') return found;
    all.push(...inOrder(one, found));
  }
  return inOrder(span, all);
}

const roots = (form: LinearQuotient): Exact[] =>
  [rootOf(form), poleOf(form)].filter((one) => one !== undefined);

function turns(name: string, forms: readonly LinearQuotient[], span: Span): Exact[] | Why {
  const [first, ...rest] = forms as [LinearQuotient, ...LinearQuotient[]];
  if (name === 'abs') return roots(first);
  if (name === 'floor' || name === 'ceiling') return wholeNumbers(first, span);
  if (name === 'sum') return [];
  const found: Exact[] = [];
  for (const form of rest) {
    const crossing = crossings(first, form);
    if (!crossing) return 'form';
    found.push(...crossing);
  }
  return rest.length < 2 ? found : 'form';
}

/** Where two forms meet; undefined where that is not one linear question. */
export function crossings(f: LinearQuotient, g: LinearQuotient): Exact[] | undefined {
  if (sameQuotient(f, g)) return [];
  if (isFixed(g)) return [rootOf(f, g.a)].filter((one) => one !== undefined);
  if (isFixed(f)) return crossings(g, f);
  // Equal bottoms leave a line; two lines do too.
  if (!f.c.equals(g.c) || !f.d.equals(g.d)) return undefined;
  const root = g.a.minus(f.a).over(f.b.minus(g.b));
  return root ? [tidy(root)] : [];
}

/** Where a form passes a whole number within the span. */
function wholeNumbers(form: LinearQuotient, span: Span): Exact[] | Why {
  if (isFixed(form)) return [];
  const ends = [span.from, span.to].map((end) => (end ? quotientAt(form, end) : quotientFar(form)));
  const [low, high] = ends as [Exact | undefined, Exact | undefined];
  if (!low || !high) return 'steps';
  const [least, most] = low.compare(high) <= 0 ? [low, high] : [high, low];
  const found: Exact[] = [];
  for (let whole = least.ceiling(); whole.compare(most) <= 0; whole = whole.plus(Exact.one)) {
    const root = rootOf(form, whole);
    if (root) found.push(root);
    if (found.length > mostSteps) return 'steps';
  }
  return found;
}

/** The same expression with each count of steps replaced by a line that is never above it, or never below. */
function envelope(node: Expression, side: 'low' | 'high'): Expression {
  switch (node.kind) {
    case 'number':
    case 'name':
      return node;
    case 'negate':
      return { ...node, of: envelope(node.of, side) };
    case 'binary':
      return { ...node, left: envelope(node.left, side), right: envelope(node.right, side) };
    case 'call': {
      const [inner] = node.arguments as [Expression];
      const whole = literal(Exact.one);
      if (node.function === 'floor') return side === 'low' ? minus(inner, whole) : inner;
      if (node.function === 'ceiling') return side === 'low' ? inner : plus(inner, whole);
      return call(node.function, ...node.arguments.map((one) => envelope(one, side)));
    }
  }
}

const stepsIn = (node: Expression): number => {
  switch (node.kind) {
    case 'number':
    case 'name':
      return 0;
    case 'negate':
      return stepsIn(node.of);
    case 'binary':
      return stepsIn(node.left) + stepsIn(node.right);
    case 'call':
      return (
        node.arguments.reduce((all, one) => all + stepsIn(one), 0) +
        (node.function === 'floor' || node.function === 'ceiling' ? 1 : 0)
      );
  }
};

/**
 * Places beyond which a count of steps, without end or not, may stay at or below `least`, or at or above `most`: cuts to try
 * {@link isBeyond} between. None where there is not exactly one count.
 */
export function tails(node: Expression, span: Span, least: Exact, most: Exact): Exact[] {
  if (stepsIn(node) !== 1) return [];
  const found: Exact[] = [];
  for (const side of ['low', 'high'] as const) {
    const line = envelope(node, side);
    const cuts = cutsOf(line, span);
    if (typeof cuts === 'string') return [];
    for (const one of spansBetween(span, cuts)) {
      const form = quotientOf(line, sampleOf(one));
      if (!form) return [];
      found.push(
        ...inOrder(
          one,
          [rootOf(form, least), rootOf(form, most)].filter((root) => root !== undefined),
        ),
      );
    }
    found.push(...cuts);
  }
  return inOrder(span, found);
}

/** True where the expression is at or outside [least, most] around the sample, on one side, however its steps fall. */
export function isBeyond(node: Expression, sample: Exact, least: Exact, most: Exact): boolean {
  if (stepsIn(node) !== 1) return false;
  const values = (['low', 'high'] as const).map((side) => {
    const form = quotientOf(envelope(node, side), sample);
    return form && quotientAt(form, sample);
  });
  if (values.includes(undefined)) return false;
  return (
    values.every((value) => value!.compare(least) <= 0) || values.every((value) => value!.compare(most) >= 0)
  );
}
