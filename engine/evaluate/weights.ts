/** Weights that do not add up on this form, or were moved inside a block that still adds up. */
import type { Finding } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import { find } from '../findings/index.ts';
import type { ScoredNode } from './node.ts';
import { placeOf } from './remarks.ts';

/** The findings about weights; `sound` is false where the whole does not add to the rulebook's total. */
export function weightFindings(
  plan: ScoringPlan,
  whole: ScoredNode<Exact>,
): { findings: Finding[]; sound: boolean } {
  const findings: Finding[] = [];
  const sound = whole.weight.equals(plan.total);
  if (!sound) findings.push(weightSum(whole, plan.total));
  visit(whole, plan.total, findings);
  return { findings, sound };
}

/** What the rulebook prescribes for the line; undefined where the unit sets it. */
const prescribed = (node: ScoredNode<Exact>): Exact | undefined => (node.row ? undefined : node.plan?.weight);

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
    const moved = wrong
      .map((child) => `${child.name} ${prescribed(child)!.toText()} → ${child.weight.toText()}`)
      .join('，');
    findings.push(
      find('weight-moved', { name: node.name, moved, weight: expected.toText() }, placeOf(node, 'weight')),
    );
  }
  for (const child of wrong) {
    const weight = prescribed(child)!;
    // A block that is empty, or whose own blocks are off, is told of where the sum breaks.
    if (!holdsTogether && child.children.length > 0) findings.push(weightSum(child, weight));
  }
  for (const child of node.children) visit(child, prescribed(child), findings);
}

function weightSum(node: ScoredNode<Exact>, weight: Exact): Finding {
  const terms = node.children
    .filter((child) => !child.plan?.line || child.row || child.plan.line === node.plan?.line)
    .map((child) => child.weight.toText())
    .join(' + ');
  return find(
    'weight-sum',
    { name: node.name, terms, sum: node.weight.toText(), weight: weight.toText() },
    placeOf(node, 'weight'),
  );
}
