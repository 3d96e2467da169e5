/** The scored tree as a ledger: decimals as text, sources and readings beside each line, a reason for each lost point. */
import type { LedgerNode } from '../../schemas/generated/types.ts';
import type { IndicatorPlan, TargetPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { unscoredOf } from './losses.ts';
import { because, lostOf } from './lost.ts';
import type { ScoredNode } from './node.ts';
import { figure } from './rounding.ts';

export function ledgerOf(node: ScoredNode<Exact>): LedgerNode {
  const { plan, row, claimed, children } = node;
  const unscored = node.open ? unscoredOf(node) : Exact.zero;
  const short = lostOf(node);
  const lost = unscored.isZero() ? short : short.minus(unscored);
  const line: Omit<LedgerNode, 'steps'> & Partial<LedgerNode> = {
    id: node.id,
    name: node.name,
    status: node.status,
    weight: figure(node.weight),
    points: figure(node.points),
    lost: figure(lost),
  };
  if (!unscored.isZero()) line.unscored = figure(unscored);
  addRule(line, row ? row.plan : plan);
  line.steps = node.steps;
  if (lost.sign() > 0 && children.length === 0) line.because = because(node);
  if (claimed) line.claimed = figure(claimed);
  if (plan?.line) line.line = plan.line;
  if (row) line.declared = true;
  if (node.basis === 'judgement') line.judged = true;
  if (children.length > 0) line.children = children.map(ledgerOf);
  return line as LedgerNode;
}

/** What the rule says of itself. */
function addRule(line: Partial<LedgerNode>, rule: TargetPlan | IndicatorPlan | undefined): void {
  if (!rule) return;
  if ('rule' in rule) line.method = rule.rule.method;
  if (rule.text !== undefined) line.text = rule.text;
  if (rule.source) line.source = rule.source.title;
  if (rule.reading !== undefined) line.reading = rule.reading;
  if (rule.inferred) line.inferred = rule.inferred;
}
