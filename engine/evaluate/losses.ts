/** Where the points went: what each line lost, in points of the total, so that the list adds to what the total lost. */
import type { Bilingual, Loss } from '../../schemas/generated/types.ts';
import type { DeclaredPlan, GroupPlan, ScoringPlan } from '../compile/index.ts';
import { Exact, sum } from '../decimal.ts';
import { linearSum } from '../expression/index.ts';
import { isCounted } from './groups.ts';
import { because, lostOf } from './lost.ts';
import type { ScoredNode } from './node.ts';
import { figure } from './rounding.ts';

type Node = ScoredNode<Exact>;

interface Entry {
  id: string;
  name: string;
  lost: Exact;
  because?: Bilingual;
  /** True where there is no score for want of data, so that nothing is lost yet. */
  unscored?: true;
}

const told = {
  cap: { zh: '得分以分值为限', en: 'no more than the weight can be won' },
  floor: { zh: '扣完为止', en: 'no more is deducted than there is' },
  scale: { zh: '下级分值合计与满分不一致', en: 'the weights below do not come to the full marks' },
  formula: { zh: '按算式汇合', en: 'by the expression of the group' },
  rounding: { zh: '舍入', en: 'rounding' },
} as const satisfies Record<string, Bilingual>;

/** The losses of a form as decimal text; they add exactly to full marks less the total. */
export function lossesOf(whole: Node, { rounding }: ScoringPlan): Loss[] {
  const entries: Entry[] = [];
  const limited = limitsOf(whole);
  const unlimited =
    limited.length === 0
      ? whole
      : { ...whole, points: whole.points.plus(sum(limited.map(({ lost }) => lost))) };
  visit(unlimited, Exact.one, entries);
  entries.push(...limited);
  const losses: Loss[] = [];
  let rest = Exact.of(figure(whole.weight)).minus(Exact.of(figure(whole.points)));
  const tell = (entry: Entry): void => {
    const endless = entry.lost.toText().endsWith('…');
    const lost = endless ? entry.lost.round(rounding) : entry.lost;
    rest = rest.minus(lost);
    if (!lost.isZero()) losses.push({ ...entry, lost: lost.toText() });
  };
  for (const entry of entries) tell(entry);
  if (!rest.isZero()) tell({ id: 'rounding', name: told.rounding.zh, lost: rest, because: told.rounding });
  return losses;
}

/** What of a group's missing points is not lost yet, in its own points. */
export function unscoredOf(node: Node): Exact {
  if (!node.open) return Exact.zero;
  const entries: Entry[] = [];
  visit(node, Exact.one, entries);
  return sum(entries.flatMap(({ lost, unscored }) => (unscored ? lost : [])));
}

/** `factor`: how many points of the total one point of the node is. */
function visit(node: Node, factor: Exact, entries: Entry[]): void {
  if (node.children.length === 0 || node.status === 'not-applicable') {
    const lost = lostOf(node);
    if (!lost.isZero()) entries.push(entryOf(node, lost, factor, because(node)));
    return;
  }
  if (isPlainSum(node)) {
    for (const child of node.children) visit(child, factor, entries);
    return;
  }
  const makeup = makeupOf(node);
  if (!makeup) {
    entries.push(entryOf(node, lostOf(node), factor, told.formula));
    return;
  }
  const { shares, exact } = makeup;
  for (const { child, share } of shares)
    visit(child, share === Exact.one ? factor : factor.times(share), entries);
  const cut = exact.minus(node.points);
  const below = sum(shares.map(({ child, share }) => lostOf(child).times(share)));
  const apart = lostOf(node).minus(cut).minus(below);
  const { id, name, steps } = node;
  if (!apart.isZero()) entries.push({ id, name, lost: factor.times(apart), because: makeup.apart });
  const clamped = steps.findLast((step) => step.step === 'clamp');
  if (clamped?.step === 'clamp')
    entries.push({ id, name, lost: factor.times(cut), because: told[clamped.bound] });
}

const entryOf = (node: Node, lost: Exact, factor: Exact, why: Bilingual): Entry => ({
  id: node.id,
  name: node.name,
  lost: factor === Exact.one ? lost : factor.times(lost),
  because: why,
  ...(node.open ? { unscored: true } : {}),
});

/** How a group is made of the lines under it: points = Σ share × points of the child, before rounding and cutting. */
interface Makeup {
  shares: { child: Node; share: Exact }[];
  /** What the shares come to. */
  exact: Exact;
  /** Why full marks of the lines are not full marks of the group. */
  apart: Bilingual;
}

/** Undefined where the points of the group are not linear in those of its lines. */
function makeupOf(node: Node): Makeup | undefined {
  const plan = node.plan?.kind === 'leaf' ? undefined : node.plan;
  if (plan?.kind !== 'group' || plan.combine === 'sum') return ofSum(node, plan);
  if (plan.combine === 'weightedMean') return ofMean(node, plan);
  if (plan.combine === 'lowest') return ofLowest(node);
  return ofExpression(node, plan);
}

const inScaleOf = ({ children }: Node, plan: GroupPlan | DeclaredPlan | undefined): Node[] =>
  children.filter((child) => isCounted(child, plan) && !child.rescaled);

const weightsOf = (nodes: readonly Node[]): Exact => sum(nodes.map(({ weight }) => weight));

function made(shares: Makeup['shares'], apart: Bilingual, constant = Exact.zero): Makeup {
  const exact = sum(shares.map(({ child, share }) => child.points.times(share))).plus(constant);
  return { shares, exact, apart };
}

/** True where the group is just the sum of its lines. */
const isPlainSum = ({ plan, steps }: Node): boolean =>
  (plan?.kind !== 'group' || plan.combine === 'sum') &&
  !steps.some(({ step }) => step === 'rescale' || step === 'clamp');

function ofSum(node: Node, plan: GroupPlan | DeclaredPlan | undefined): Makeup {
  const { children } = node;
  const counted = children.filter((child) => isCounted(child, plan));
  const inScale = inScaleOf(node, plan);
  const scale = weightsOf(counted).over(weightsOf(inScale)) ?? Exact.one;
  const own = plan?.kind === 'group' && plan.outOf ? (plan.weight?.over(plan.outOf) ?? Exact.one) : Exact.one;
  return made(
    children.map((child) => ({ child, share: inScale.includes(child) ? own.times(scale) : own })),
    told.scale,
  );
}

function ofMean(node: Node, plan: GroupPlan): Makeup | undefined {
  const share = node.weight.over(weightsOf(inScaleOf(node, plan)));
  return (
    share &&
    made(
      node.children.map((child) => ({ child, share })),
      told.scale,
    )
  );
}

function ofLowest(node: Node): Makeup | undefined {
  const rates = inScaleOf(node, node.plan as GroupPlan).flatMap((child) => {
    const rate = child.points.over(child.weight);
    return rate ? [{ child, rate }] : [];
  });
  const [first, ...rest] = rates;
  const lowest = first && rest.reduce((a, b) => (b.rate.compare(a.rate) < 0 ? b : a), first);
  const share = lowest && node.weight.over(lowest.child.weight);
  return share && made([{ child: lowest.child, share }], told.scale);
}

function ofExpression(node: Node, plan: GroupPlan): Makeup | undefined {
  const linear = typeof plan.combine === 'string' ? undefined : linearSum(plan.combine);
  if (!linear) return undefined;
  const own = plan.outOf ? (node.weight.over(plan.outOf) ?? Exact.one) : Exact.one;
  const signed = (value: Exact, line: 'bonus' | 'penalty' | undefined): Exact =>
    line === 'penalty' ? value.negated() : value;
  return made(
    node.children.map((child) => {
      const factor = linear.factors.get(child.id) ?? Exact.zero;
      return { child, share: signed(signed(factor, child.plan?.line), plan.line).times(own) };
    }),
    told.formula,
    signed(linear.constant, plan.line).times(own),
  );
}

/** What vetoes and caps took from the total. */
function limitsOf({ steps }: Node): Entry[] {
  return steps.flatMap((step) => {
    if (step.step !== 'veto') return [];
    const lost = Exact.parse(step.from)?.minus(Exact.of(step.to));
    return lost ? [{ id: step.limit, name: step.why.zh, lost }] : [];
  });
}
