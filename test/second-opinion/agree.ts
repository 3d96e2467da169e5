/** Where the engine's evaluation of a form and the second opinion say different things. */
import type { Evaluation, LedgerNode } from '../../schemas/generated/types.ts';
import type { Node } from './lines.ts';
import type { Opinion } from './opinion.ts';
import { text } from './rational.ts';

export function disagreements(evaluation: Evaluation, opinion: Opinion): string[] {
  const found: string[] = [];
  const say = (what: string, engine: unknown, other: unknown) => {
    if (engine !== other) found.push(`${what}: engine ${engine}, second opinion ${other}`);
  };
  const visit = (node: LedgerNode, other: Node | undefined, path: string): void => {
    if (!other) {
      say(path, 'has this line', 'has none');
      return;
    }
    if (path !== '') {
      say(`${path} points`, node.points, text(other.points));
      say(`${path} weight`, node.weight, text(other.weight));
      say(`${path} status`, node.status, other.status);
    }
    say(`${path} lines`, node.children?.length ?? 0, other.children.length);
    for (const [index, child] of (node.children ?? []).entries())
      visit(child, other.children[index], `${path}/${child.id}`);
  };
  visit(evaluation.ledger, opinion.whole, '');
  say('status', evaluation.status, opinion.status);
  say('total', evaluation.total, opinion.total);
  say('out of', evaluation.outOf, opinion.outOf);
  say('grade', evaluation.grade, opinion.grade);
  return found;
}
