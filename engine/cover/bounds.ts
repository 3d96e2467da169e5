/**
 * Proofs that an expression never exceeds another, from the bounds of what they read. Says "proved" or nothing: a
 * question it cannot answer is left open, never guessed. Knows no rulebook.
 */
import { Exact } from '../decimal.ts';
import { type Expression, keyOf, literal } from '../expression/index.ts';

/** Where a value lies; a side left out is unbounded. */
export interface Range {
  min?: Exact;
  max?: Exact;
}

export type Bounds = ReadonlyMap<string, Range>;

/** A sum of products: coefficients by the variables multiplied, sorted. */
type Polynomial = Map<string, Exact>;

interface Quotient {
  top: Polynomial;
  bottom: Polynomial;
}

const joint = '\u0000';
const constant = (value: Exact): Polynomial => new Map(value.isZero() ? [] : [['', value]]);
const variable = (name: string): Polynomial => new Map([[name, Exact.one]]);

function add(a: Polynomial, b: Polynomial): Polynomial {
  const all = new Map(a);
  for (const [key, value] of b) {
    const sum = (all.get(key) ?? Exact.zero).plus(value);
    if (sum.isZero()) all.delete(key);
    else all.set(key, sum);
  }
  return all;
}

const variablesOf = (key: string): string[] => (key === '' ? [] : key.split(joint));

function multiply(a: Polynomial, b: Polynomial): Polynomial {
  let all: Polynomial = new Map();
  for (const [left, x] of a)
    for (const [right, y] of b) {
      const key = [...variablesOf(left), ...variablesOf(right)].sort().join(joint);
      all = add(all, new Map([[key, x.times(y)]]));
    }
  return all;
}

const negate = (a: Polynomial): Polynomial => multiply(a, constant(Exact.one.negated()));

/** Puts an expression for a variable. */
function put(polynomial: Polynomial, name: string, value: Polynomial): Polynomial {
  let all: Polynomial = new Map();
  for (const [key, coefficient] of polynomial) {
    const names = variablesOf(key);
    let product: Polynomial = new Map([[names.filter((one) => one !== name).join(joint), coefficient]]);
    for (const one of names) if (one === name) product = multiply(product, value);
    all = add(all, product);
  }
  return all;
}

/** True where it is proved that the polynomial is never above zero. */
function neverPositive(polynomial: Polynomial, bounds: Bounds): boolean {
  const names = new Set([...polynomial.keys()].flatMap(variablesOf));
  const linear = (name: string) =>
    [...polynomial.keys()].every((key) => variablesOf(key).filter((one) => one === name).length <= 1);
  for (const name of names) {
    const { min, max } = bounds.get(name) ?? {};
    // Straight in this variable: its greatest value lies at one of the ends.
    if (min && max && linear(name))
      return [min, max].every((end) => neverPositive(put(polynomial, name, constant(end)), bounds));
  }
  let shifted = polynomial;
  for (const name of names) {
    const { min, max } = bounds.get(name) ?? {};
    if (min) shifted = put(shifted, name, add(variable(name), constant(min)));
    else if (max) shifted = put(shifted, name, add(negate(variable(name)), constant(max)));
    else return false;
  }
  return [...shifted.values()].every((coefficient) => coefficient.sign() <= 0);
}

/** A number in reach of a proof: facts whose cell is known, and the bounds of all names. */
export interface Known {
  bounds: Bounds;
  /** Facts of the decision by their key, with where they lie. */
  facts: ReadonlyMap<string, { expression: Expression; range: Range }>;
}

class Reader {
  readonly bounds: Map<string, Range>;
  private readonly known: Known;
  private readonly byFact: boolean;

  constructor(known: Known, byFact: boolean) {
    this.known = known;
    this.byFact = byFact;
    this.bounds = new Map(known.bounds);
  }

  quotient(expression: Expression): Quotient {
    const key = keyOf(expression);
    const fact = this.byFact ? this.known.facts.get(key) : undefined;
    if (fact && expression.kind !== 'number') {
      this.bounds.set(key, fact.range);
      return { top: variable(key), bottom: constant(Exact.one) };
    }
    switch (expression.kind) {
      case 'number':
        return { top: constant(expression.value), bottom: constant(Exact.one) };
      case 'name':
        return { top: variable(expression.name), bottom: constant(Exact.one) };
      case 'negate': {
        const { top, bottom } = this.quotient(expression.of);
        return { top: negate(top), bottom };
      }
      case 'call':
        return this.opaque(expression, key);
      case 'binary': {
        const a = this.quotient(expression.left);
        const b = this.quotient(expression.right);
        if (expression.operator === '*')
          return { top: multiply(a.top, b.top), bottom: multiply(a.bottom, b.bottom) };
        if (expression.operator === '/')
          return { top: multiply(a.top, b.bottom), bottom: multiply(a.bottom, b.top) };
        const right = expression.operator === '-' ? negate(b.top) : b.top;
        return {
          top: add(multiply(a.top, b.bottom), multiply(right, a.bottom)),
          bottom: multiply(a.bottom, b.bottom),
        };
      }
    }
  }

  /** What is no polynomial becomes a variable of its own, with what is known of its sign. */
  private opaque(expression: Extract<Expression, { kind: 'call' }>, key: string): Quotient {
    const { known } = this;
    const zero = literal(Exact.zero);
    if (expression.function === 'abs' || expression.arguments.every((one) => neverAbove(zero, one, known)))
      this.bounds.set(key, { min: Exact.zero });
    else if (expression.arguments.every((one) => neverAbove(one, zero, known)))
      this.bounds.set(key, { max: Exact.zero });
    else this.bounds.set(key, {});
    return { top: variable(key), bottom: constant(Exact.one) };
  }
}

/** True where it is proved that `left ≤ right` wherever both have a value. */
export function neverAbove(left: Expression, right: Expression, known: Known): boolean {
  return [false, true].some((byFact) => {
    const reader = new Reader(known, byFact);
    const difference: Expression = { kind: 'binary', operator: '-', left, right, at: 0 };
    const { top, bottom } = reader.quotient(difference);
    return substitutions(known).some((substitute) => {
      const { bounds, of } = substitute(reader.bounds);
      const [over, under] = [of(top), of(bottom)];
      return (
        (neverPositive(negate(under), bounds) && neverPositive(over, bounds)) ||
        (neverPositive(under, bounds) && neverPositive(negate(over), bounds))
      );
    });
  });
}

type Substitution = (bounds: Bounds) => { bounds: Bounds; of: (polynomial: Polynomial) => Polynomial };

/** As it stands; and for each fact that is a difference of two names, one name as the other plus the difference. */
function substitutions({ facts }: Known): Substitution[] {
  const same: Substitution = (bounds) => ({ bounds, of: (polynomial) => polynomial });
  const differences = [...facts.values()].flatMap(({ expression, range }): Substitution[] => {
    if (expression.kind !== 'binary' || expression.operator !== '-') return [];
    const { left, right } = expression;
    if (left.kind !== 'name' || right.kind !== 'name') return [];
    const gap = `${left.name} − ${right.name}`;
    return [
      (bounds) => ({
        bounds: new Map([...bounds, [gap, range]]),
        of: (polynomial) => put(polynomial, left.name, add(variable(right.name), variable(gap))),
      }),
      (bounds) => ({
        bounds: new Map([...bounds, [gap, range]]),
        of: (polynomial) => put(polynomial, right.name, add(variable(left.name), negate(variable(gap)))),
      }),
    ];
  });
  return [same, ...differences];
}
