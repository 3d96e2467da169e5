/**
 * Systems of linear constraints over exact numbers, decided by Fourier–Motzkin elimination: whether some numbers
 * satisfy all of them, and which. Strict and closed bounds are kept apart throughout.
 */
import { Exact } from '../decimal.ts';
import type { Interval } from './interval.ts';
import { add, type Constraint, type Linear, scale } from './linear.ts';

/** The numbers that satisfy a system, by name. */
export type Solution = ReadonlyMap<string, Exact>;

/** `undecided` where the system grows beyond what is worked through. */
export type Answer<Value> = Value | 'impossible' | 'undecided';

const mostConstraints = 600;
/** Up to this many it costs more to look for repeats than to keep them. */
const fewConstraints = 24;
const minusOne = Exact.one.negated();

/** One variable taken out of a system, and what bounds it in terms of those that stay. */
type Step = { name: string; equals: Linear } | { name: string; lower: Bound[]; upper: Bound[] };
interface Bound {
  at: Linear;
  open: boolean;
}

const holds = ({ constant, relation }: Constraint): boolean =>
  relation === '=' ? constant.isZero() : relation === '<' ? constant.sign() < 0 : constant.sign() <= 0;

/** True where the numbers satisfy the constraint; a name without a number satisfies none. */
export function satisfies({ terms, constant, relation }: Constraint, numbers: Solution): boolean {
  let value = constant;
  for (const [name, factor] of terms) {
    const known = numbers.get(name);
    if (!known) return false;
    value = value.plus(known.times(factor));
  }
  return holds({ terms: new Map(), constant: value, relation });
}

/** Takes every variable out that `keep` does not name. */
function eliminate(
  system: readonly Constraint[],
  keep: (name: string) => boolean,
): Answer<{ rest: Constraint[]; steps: Step[] }> {
  let rest = [...system];
  const steps: Step[] = [];
  for (;;) {
    if (rest.length > fewConstraints) rest = withoutRepeats(rest);
    for (const one of rest) if (one.terms.size === 0 && !holds(one)) return 'impossible';
    rest = rest.filter((one) => one.terms.size > 0);
    if (rest.length > mostConstraints) return 'undecided';
    const next = nextStep(rest, keep);
    if (!next) return { rest, steps };
    steps.push(next.step);
    rest = next.rest;
  }
}

function nextStep(
  system: readonly Constraint[],
  keep: (name: string) => boolean,
): { step: Step; rest: Constraint[] } | undefined {
  return solveEquality(system, keep) ?? takeOut(system, keep);
}

/** Solves an equation for one of its variables, best one that needs no endless decimals, and puts that in everywhere. */
function solveEquality(system: readonly Constraint[], keep: (name: string) => boolean) {
  for (const equation of system) {
    if (equation.relation !== '=') continue;
    const solved = [...equation.terms]
      .filter(([name]) => !keep(name))
      .map(([name, factor]) => ({
        name,
        equals: withoutName(scale(equation, minusOne.over(factor)!), name),
      }));
    const best = solved.find(({ equals }) => [...equals.terms.values(), equals.constant].every(isShort));
    const { name, equals } = best ?? solved[0] ?? {};
    if (name === undefined || !equals) continue;
    const rest = system.filter((one) => one !== equation).map((one) => substitute(one, name, equals));
    return { step: { name, equals }, rest };
  }
  return undefined;
}

const isShort = (value: Exact): boolean => !value.toText().endsWith('…');

const withoutName = ({ terms, constant }: Linear, name: string): Linear => {
  const rest = new Map(terms);
  rest.delete(name);
  return { terms: rest, constant };
};

function substitute(one: Constraint, name: string, equals: Linear): Constraint {
  const factor = one.terms.get(name);
  return factor ? { ...add(withoutName(one, name), equals, factor), relation: one.relation } : one;
}

/** The variable whose taking out adds the fewest constraints. */
function cheapest(system: readonly Constraint[], keep: (name: string) => boolean): string | undefined {
  const counts = new Map<string, [above: number, below: number]>();
  for (const { terms } of system)
    for (const [name, factor] of terms) {
      if (keep(name)) continue;
      const count = counts.get(name) ?? [0, 0];
      count[factor.sign() > 0 ? 0 : 1]++;
      counts.set(name, count);
    }
  let best: { name: string; cost: number } | undefined;
  for (const [name, [above, below]] of counts) {
    const cost = above * below - above - below;
    if (!best || cost < best.cost) best = { name, cost };
  }
  return best?.name;
}

/** Takes a variable out: each of its lower bounds is at most each of its upper ones. */
function takeOut(system: readonly Constraint[], keep: (name: string) => boolean) {
  const name = cheapest(system, keep);
  if (name === undefined) return undefined;
  const lower: Bound[] = [];
  const upper: Bound[] = [];
  const rest: Constraint[] = [];
  for (const one of system) {
    const factor = one.terms.get(name);
    if (!factor) {
      rest.push(one);
      continue;
    }
    const at = withoutName(scale(one, minusOne.over(factor)!), name);
    const sides = one.relation === '=' ? [lower, upper] : [factor.sign() > 0 ? upper : lower];
    for (const side of sides) side.push({ at, open: one.relation === '<' });
  }
  for (const low of lower)
    for (const high of upper)
      rest.push({ ...add(low.at, high.at, minusOne), relation: low.open || high.open ? '<' : '<=' });
  return { step: { name, lower, upper }, rest };
}

/** Each constraint once, scaled so that equal ones look equal. */
function withoutRepeats(system: readonly Constraint[]): Constraint[] {
  const kept = new Map<string, Constraint>();
  for (const one of system) {
    const [first] = [...one.terms].sort(([a], [b]) => (a < b ? -1 : 1));
    const scaled = first
      ? { ...scale(one, Exact.one.over(first[1].absolute())!), relation: one.relation }
      : one;
    const key = [...scaled.terms]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name} ${fractionKey(value)}`)
      .join();
    const id = `${key} ${scaled.relation} ${fractionKey(scaled.constant)}`;
    if (!kept.has(id)) kept.set(id, scaled);
  }
  return [...kept.values()];
}

const fractionKey = (value: Exact): string => value.inLowestTerms().join('/');

/** Numbers that satisfy every constraint, as plain ones as can be had. */
export function solve(system: readonly Constraint[]): Answer<Solution> {
  const eliminated = eliminate(system, () => false);
  if (typeof eliminated === 'string') return eliminated;
  const found = new Map<string, Exact>();
  for (const step of eliminated.steps.reverse()) {
    if ('equals' in step) found.set(step.name, tidy(valueAt(step.equals, found)));
    else {
      const side = (bounds: Bound[]) => bounds.map(({ at, open }) => ({ at: valueAt(at, found), open }));
      found.set(step.name, plainest(side(step.lower), side(step.upper)));
    }
  }
  return found;
}

/** A name no constraint bounds may be anything; it is given here. */
export const valueAt = ({ terms, constant }: Linear, found: Map<string, Exact>): Exact => {
  let value = constant;
  for (const [name, factor] of terms) {
    const known = found.get(name) ?? Exact.hundred;
    found.set(name, known);
    value = value.plus(known.times(factor));
  }
  return value;
};

interface End {
  at: Exact;
  open: boolean;
}

/** The tightest of several ends: `sign` is 1 for lower ends, -1 for upper ones. */
const tightest = (ends: readonly End[], sign: 1 | -1): End | undefined =>
  ends.reduce<End | undefined>((best, end) => {
    if (!best) return end;
    const order = end.at.compare(best.at) * sign;
    return order > 0 || (order === 0 && end.open) ? end : best;
  }, undefined);

const favourites = [Exact.hundred, Exact.one, Exact.zero, Exact.of(1000), Exact.of(10), Exact.of('0.5')];

/** A number between the ends, with as few digits as will do. */
function plainest(lowers: readonly End[], uppers: readonly End[]): Exact {
  const low = tightest(lowers, 1);
  const high = tightest(uppers, -1);
  return between(low, high);
}

export function between(low: End | undefined, high: End | undefined): Exact {
  const inside = (value: Exact): boolean =>
    (!low || value.compare(low.at) >= (low.open ? 1 : 0)) &&
    (!high || value.compare(high.at) <= (high.open ? -1 : 0));
  const favourite = favourites.find(inside);
  if (favourite) return favourite;
  if (low && high && low.at.equals(high.at)) return tidy(low.at);
  const middle =
    low && high
      ? low.at.plus(high.at).times(Exact.of('0.5'))
      : low
        ? low.at.floor().plus(Exact.one)
        : high!.at.ceiling().minus(Exact.one);
  for (let decimals = 0; decimals <= 12; decimals++) {
    const rounded = middle.round({ decimals, mode: 'half-even' });
    if (inside(rounded)) return rounded;
  }
  return tidy(middle);
}

/** The same number without a divisor where it has a finite decimal text. */
export function tidy(value: Exact): Exact {
  const text = value.toText();
  return text.endsWith('…') ? value : (Exact.parse(text) ?? value);
}

/** Every value the name can take. */
export function project(system: readonly Constraint[], name: string): Answer<Interval> {
  const eliminated = eliminate(system, (one) => one === name);
  if (typeof eliminated === 'string') return eliminated;
  const lower: End[] = [];
  const upper: End[] = [];
  for (const { terms, constant, relation } of eliminated.rest) {
    const factor = terms.get(name)!;
    const end = { at: tidy(constant.negated().over(factor)!), open: relation === '<' };
    if (relation === '=' || factor.sign() > 0) upper.push(end);
    if (relation === '=' || factor.sign() < 0) lower.push(end);
  }
  const low = tightest(lower, 1);
  const high = tightest(upper, -1);
  if (low && high) {
    const order = low.at.compare(high.at);
    if (order > 0 || (order === 0 && (low.open || high.open))) return 'impossible';
  }
  return { min: low?.at, max: high?.at, minOpen: low?.open ?? true, maxOpen: high?.open ?? true };
}
