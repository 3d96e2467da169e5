/** Score columns beside the self-evaluated one, such as a converted or a reviewed score: their sums, and no score above its weight. */
import type { Finding } from '../../schemas/generated/types.ts';
import { type Exact, sum } from '../decimal.ts';
import { cellReader, nodesOf, readScore, type ScoredForm, type ScoredNode } from '../evaluate/index.ts';
import { decimals } from '../expression/index.ts';
import { find } from '../findings/index.ts';

type Node = ScoredNode<Exact>;
const reader = cellReader(decimals);

export const columnFindings = (scored: ScoredForm): Finding[] =>
  (scored.form.submission.columns ?? []).flatMap(({ name, total, points = {} }) => {
    const scores = nodesOf(scored.whole).flatMap((node) => {
      const score = scoreIn(points[keyOf(node, scored)]);
      return score ? [{ node, score }] : [];
    });
    return [
      ...scores.flatMap(({ node, score }) => aboveWeight(name, node, score)),
      ...sumFindings(name, scoreIn(total), scores),
    ];
  });

/** Rows that share one score have it in the cell of the first of them. */
function keyOf(node: Node, { rows }: ScoredForm): string {
  const [first] = node.children;
  const isTogether = node.plan === undefined && first?.row !== undefined;
  if (isTogether) return first.id;
  const isShared = node.row !== undefined && rows.some(({ declared }) => declared.scoredWith === node.id);
  return isShared ? '' : node.id;
}

function scoreIn(cell: unknown): Exact | undefined {
  const score = readScore(cell, reader);
  return score === 'unreadable' ? undefined : score;
}

function aboveWeight(column: string, { id, name, most, plan }: Node, score: Exact): Finding[] {
  if (plan?.line || most.isZero() || score.compare(most) <= 0) return [];
  const figures = { column, name, score: score.toText(), weight: most.toText() };
  return [find('column-above-weight', figures, { indicator: id, name })];
}

/** The lowest scores of each branch make up the total; a subtotal above them is not added again. */
function sumFindings(
  column: string,
  total: Exact | undefined,
  scores: readonly { node: Node; score: Exact }[],
): Finding[] {
  const filled = new Set(scores.map(({ node }) => node.id));
  const hasBelow = (node: Node): boolean =>
    node.children.some((child) => filled.has(child.id) || hasBelow(child));
  const lowest = scores.filter(({ node }) => !hasBelow(node));
  if (total === undefined || lowest.length < 2) return [];
  const all = sum(lowest.map(({ score }) => score));
  if (all.equals(total)) return [];
  const difference = all.minus(total).absolute().toText();
  const figures = { column, total: total.toText(), sum: all.toText(), difference };
  return [find('column-sum', figures, { cell: 'total' })];
}
