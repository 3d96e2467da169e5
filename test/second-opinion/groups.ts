/** Groups: what stands under them, put together as the rulebook says. */
import { isNumber, work } from './expression.ts';
import { type Node, type Rounding, settled } from './lines.ts';
import {
  compare,
  least,
  minus,
  most,
  negative,
  over,
  plus,
  type Rational,
  sum,
  times,
  zero,
} from './rational.ts';

// biome-ignore lint/suspicious/noExplicitAny: rulebooks are looked at as plain values here
type Written = any;

export interface Under {
  children: Node[];
  own: Rational | undefined;
  /** Of the group; `rows` where its children are declared rows. */
  line: Node['line'] | 'rows';
  outOf?: Rational | undefined;
  combine?: Written;
  names?: ReadonlyMap<string, string>;
}

export const newGroup = (id: string, line?: Node['line']): Node => ({
  id,
  weight: zero,
  points: zero,
  most: zero,
  status: 'scored',
  open: false,
  leaves: false,
  line,
  isRow: false,
  claimed: undefined,
  reason: undefined,
  children: [],
});

export function combined(group: Node, under: Under, rounding: Rounding): Node {
  const { children, own, combine = 'sum', outOf } = under;
  // A bonus or penalty stands beside the weights, except under a bonus or penalty.
  const counted = children.filter((child) => child.isRow || !child.line || child.line === under.line);
  const staying = counted.filter((child) => !child.leaves);
  const weights = sum(counted.map((child) => child.weight));
  const scale = sum(staying.map((child) => child.weight));
  const beside = sum(children.filter((child) => !staying.includes(child)).map((child) => child.points));
  const node: Node = { ...group, children, weight: weights, open: children.some((child) => child.open) };
  node.points = sum(children.map((child) => child.points));
  const isPenalty = under.line === 'penalty';
  const bonuses = children.filter((child) => child.line === 'bonus' && !counted.includes(child));
  // A bonus under a group that is left out still counts, beside the weights.
  const groupsLeft = counted.filter((child) => child.leaves && child.children.length > 0);
  const toBonus = plus(
    sum(bonuses.map((child) => child.most)),
    sum(groupsLeft.map((child) => minus(child.most, child.weight))),
  );
  if (counted.length > 0 && staying.length === 0) {
    const weight = own ?? weights;
    const bound = plus(weight, toBonus);
    const points = bounded(node.points, bound, isPenalty);
    return { ...node, status: 'not-applicable', weight, points, leaves: true, most: bound };
  }
  const above = sum(staying.map((child) => minus(child.most, child.weight)));
  const round = (points: Rational) => settledSigned(points, node.most, rounding, isPenalty);
  if (combine === 'sum') {
    node.most = plus(plus(weights, above), toBonus);
    if (compare(scale, weights) !== 0) {
      const scaled = over(times(minus(node.points, beside), weights), scale);
      if (scaled) {
        node.most = plus(plus(weights, over(times(above, weights), scale)!), toBonus);
        node.points = round(plus(scaled, beside));
      }
    }
    if (outOf && own) {
      node.most = plus(own, over(times(minus(node.most, node.weight), own), outOf)!);
      node.weight = own;
      node.points = round(over(times(node.points, own), outOf)!);
    }
  } else if (own) {
    node.weight = own;
    node.most = own;
    const value = valueOfGroup(under, node, staying, scale);
    if (value === undefined) Object.assign(node, { open: true, points: zero });
    // In a penalty the expression gives what is deducted.
    else node.points = round(isPenalty && typeof combine === 'object' ? negative(value) : value);
  }
  node.points = bounded(node.points, node.most, isPenalty);
  return node;
}

const bounded = (points: Rational, bound: Rational, isPenalty: boolean): Rational =>
  isPenalty ? most(least(points, zero), negative(bound)) : least(most(points, zero), bound);

const settledSigned = (
  points: Rational,
  bound: Rational,
  rounding: Rounding,
  isPenalty: boolean,
): Rational =>
  isPenalty ? negative(settled(negative(points), bound, rounding)) : settled(points, bound, rounding);

function valueOfGroup(
  { own, combine, outOf, names }: Under,
  node: Node,
  staying: Node[],
  scale: Rational,
): Rational | undefined {
  if (combine === 'weightedMean') return over(times(own!, node.points), scale);
  if (combine === 'lowest') {
    const rates = staying.flatMap((child) => over(child.points, child.weight) ?? []);
    const [first, ...rest] = rates;
    return first && times(own!, rest.reduce(least, first));
  }
  const value = work(combine.expression, (name) => {
    const child = node.children.find((one) => one.id === name || one.id === names?.get(name));
    return child && (child.line === 'penalty' ? negative(child.points) : child.points);
  });
  if (!isNumber(value)) return undefined;
  return outOf ? over(times(value, own!), outOf) : value;
}
