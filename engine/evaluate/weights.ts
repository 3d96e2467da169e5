/** Weights that do not add up on this form, or were moved inside a block that still adds up. */
import type { Finding } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact, greatest, least, sum } from '../decimal.ts';
import { listedNames } from '../diagnostics/index.ts';
import { type Arithmetic, decimals } from '../expression/index.ts';
import { find } from '../findings/index.ts';
import { isCounted } from './groups.ts';
import { leavesOf, nodesOf, type ScoredNode } from './node.ts';
import { once } from './once.ts';
import { placeOf } from './remarks.ts';

/** The findings about weights; `sound` is false where the whole does not add to the rulebook's total. */
export function weightFindings(
  plan: ScoringPlan,
  whole: ScoredNode<Exact>,
): { findings: Finding[]; sound: boolean } {
  const findings: Finding[] = [];
  const isWhole = whole.weight.equals(plan.total);
  if (!isWhole && !isShortOfRows(whole, plan.total))
    findings.push(weightSum(whole, plan.total, whole.weight));
  visit(whole, plan.total, findings);
  const groups = hasScales(plan) || hasEqualWeights(plan) ? nodesOf(whole).filter(isGroup) : [];
  const unscaled = groups.filter((node) => !isOnScale(node, decimals)).flatMap(scaleFinding);
  const shared = groups.flatMap(sharedFindings);
  const sound = isWhole && unscaled.length === 0;
  return { findings: [...findings, ...unscaled, ...shared], sound };
}

const isGroup = ({ children }: ScoredNode<Exact>): boolean => children.length > 0;

const hasScales = once((plan: ScoringPlan) =>
  [...plan.byId.values()].some((line) => line.kind === 'group' && line.outOf !== undefined),
);

const hasEqualWeights = once((plan: ScoringPlan) =>
  [...plan.byId.values()].some((line) => line.kind === 'declared' && line.weights === 'equal'),
);

/** True where the whole adds to the total of the rulebook, and every group on a scale of its own to that scale. */
export const addsUp = <N extends object>(
  plan: ScoringPlan,
  whole: ScoredNode<N>,
  arithmetic: Arithmetic<N>,
): boolean =>
  arithmetic.compare(whole.weight, arithmetic.of(plan.total)) === 0 &&
  (!hasScales(plan) || areOnScale(whole, arithmetic));

const areOnScale = <N extends object>(node: ScoredNode<N>, arithmetic: Arithmetic<N>): boolean =>
  isOnScale(node, arithmetic) && node.children.every((child) => areOnScale(child, arithmetic));

/** What the rulebook prescribes for the line; undefined where the unit sets it. */
const prescribed = (node: ScoredNode<Exact>): Exact | undefined => (node.row ? undefined : node.plan?.weight);

/** True of a block with a weight of its own whose indicators the unit declares, and of which it has declared none. */
const isWithoutRows = (node: ScoredNode<Exact>): boolean =>
  prescribed(node) !== undefined &&
  node.weight.isZero() &&
  leavesOf(node).every(({ row, plan }) => !row && plan?.kind === 'declared' && !plan.optional);

/** True where nothing is missing from the weight but that of blocks without rows, each of which is told by itself. */
function isShortOfRows(node: ScoredNode<Exact>, expected: Exact): boolean {
  const short = (one: ScoredNode<Exact>): Exact =>
    sum(one.children.map((child) => (isWithoutRows(child) ? prescribed(child)! : short(child))));
  return node.weight.plus(short(node)).equals(expected);
}

function visit(node: ScoredNode<Exact>, expected: Exact | undefined, findings: Finding[]): void {
  if (node.children.length === 0) return;
  const wrong = node.children.filter((child) => {
    const weight = prescribed(child);
    return (
      weight !== undefined &&
      !child.weight.equals(weight) &&
      child.status !== 'not-applicable' &&
      !(child.status === 'excluded' && child.rescaled)
    );
  });
  const holdsTogether = expected !== undefined && node.weight.equals(expected);
  if (wrong.length > 0 && holdsTogether) {
    const each = wrong.map(
      (child) => `${child.name} ${prescribed(child)!.toText()} → ${child.weight.toText()}`,
    );
    const moved = { zh: each.join('，'), en: each.join(', ') };
    findings.push(
      find('weight-moved', { name: node.name, moved, weight: expected.toText() }, placeOf(node, 'weight')),
    );
  }
  for (const child of wrong) {
    const weight = prescribed(child)!;
    // A block that is empty, or whose own blocks are off, is told of where the sum breaks.
    if (holdsTogether) continue;
    if (isWithoutRows(child))
      findings.push(find('rows-missing', { name: child.name, weight: weight.toText() }, placeOf(child)));
    else if (child.children.length > 0 && !isShortOfRows(child, weight))
      findings.push(weightSum(child, weight, child.weight));
  }
  for (const child of node.children) if (!isWithoutRows(child)) visit(child, prescribed(child), findings);
}

/** What stands under a group on a scale of its own must come to that scale. */
function isOnScale<N extends object>(
  { plan, status, children }: ScoredNode<N>,
  arithmetic: Arithmetic<N>,
): boolean {
  if (plan?.kind !== 'group' || !plan.outOf || plan.combine !== 'sum' || status !== 'scored') return true;
  const [first, ...rest] = children.filter((child) => isCounted(child, plan)).map((child) => child.weight);
  const weights = first && rest.reduce((all, one) => arithmetic.plus(all, one), first);
  return weights !== undefined && arithmetic.compare(weights, arithmetic.of(plan.outOf)) === 0;
}

function scaleFinding(node: ScoredNode<Exact>): Finding[] {
  const { plan, children } = node;
  if (plan?.kind !== 'group' || !plan.outOf) return [];
  const weights = sum(children.filter((child) => isCounted(child, plan)).map((child) => child.weight));
  return [weightSum(node, plan.outOf, weights)];
}

/** Rows that share a weight equally, and print weights of their own: taken where they come to it. */
function sharedFindings(node: ScoredNode<Exact>): Finding[] {
  const { plan, name, children } = node;
  if (plan?.kind !== 'declared' || plan.weights !== 'equal' || !plan.weight) return [];
  const printed = children.flatMap((child) => child.row?.weight ?? []);
  if (printed.length === 0) return [];
  const weights = listedNames(printed.map((weight) => weight.toText()));
  const place = placeOf(node, 'weight');
  if (children.some((child) => child.row?.weight && !child.weight.equals(child.row.weight)))
    return [find('weights-not-taken', { name, weights, weight: plan.weight.toText() }, place)];
  const [first, ...others] = printed as [Exact, ...Exact[]];
  const apart = greatest(first, ...others).minus(least(first, ...others));
  const unit = Exact.one.over(Exact.of(`1${'0'.repeat(Math.max(...printed.map(placesOf)))}`))!;
  if (apart.compare(unit) <= 0) return [];
  return [find('weights-not-equal', { name, weights, sum: sum(printed).toText() }, place)];
}

const placesOf = (weight: Exact): number => weight.toText().split('.')[1]?.length ?? 0;

function weightSum(node: ScoredNode<Exact>, weight: Exact, actual: Exact): Finding {
  const terms = node.children
    .filter((child) => isCounted(child, node.plan))
    .map((child) => child.weight.toText())
    .join(' + ');
  return find(
    'weight-sum',
    { name: node.name, terms, sum: actual.toText(), weight: weight.toText() },
    placeOf(node, 'weight'),
  );
}
