/** The scored tree as a ledger: decimals as text, sources and readings beside each line, a reason for each lost point. */
import type { Bilingual, LedgerNode } from '../../schemas/generated/types.ts';
import type { IndicatorPlan, TargetPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import type { ScoredNode } from './node.ts';

/** Decimal text, to ten places where the number does not end there (its rounding is a step above it). */
export const figure = (value: Exact): string => value.round({ decimals: 10, mode: 'half-up' }).toText();

export function ledgerOf(node: ScoredNode<Exact>): LedgerNode {
  const { plan, row, claimed, children } = node;
  const lost = lostOf(node);
  const line: Omit<LedgerNode, 'steps'> & Partial<LedgerNode> = {
    id: node.id,
    name: node.name,
    status: node.status,
    weight: figure(node.weight),
    points: figure(node.points),
    lost: figure(lost),
  };
  addRule(line, row ? row.plan : plan);
  line.steps = node.steps;
  if (lost.sign() > 0 && children.length === 0) line.because = because(node);
  if (claimed) line.claimed = figure(claimed);
  if (plan?.line && !row) line.line = plan.line;
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

/** Weight less points. A bonus or penalty has no weight in the whole: what it gives is a loss less, what it takes one more. */
function lostOf({ weight, points, plan, row, status, rescaled }: ScoredNode<Exact>): Exact {
  if (status === 'excluded' || (status === 'not-applicable' && rescaled)) return points.minus(points);
  if (plan?.line && !row) return points.negated();
  return weight.minus(points);
}

const reasons: Record<NonNullable<ScoredNode<Exact>['unscored']>, Bilingual> = {
  missing: { zh: '缺数据', en: 'data missing' },
  'zero-division': { zh: '公式除数为零', en: 'the formula divides by zero' },
  'no-band': { zh: '没有一档适用', en: 'no band applies' },
  withheld: { zh: '规则没有写此情形怎样计分', en: 'the rulebook does not say how this is scored' },
  'tier-unknown': { zh: '没有所写的档次', en: 'no such tier' },
  'tier-contradicted': { zh: '档次与评分不符', en: 'the tier and the score contradict each other' },
  'share-contradicted': { zh: '比例与得分不符', en: 'the share and the points contradict each other' },
  'no-weight': { zh: '没有分值', en: 'no weight' },
};

function because(node: ScoredNode<Exact>): Bilingual {
  if (node.basis === 'claimed') return { zh: '采信自评得分', en: 'as claimed' };
  if (node.status === 'not-applicable') return { zh: '不适用，按 0 分计', en: 'not applicable: no points' };
  if (node.unscored) return reasons[node.unscored];
  const [first, ...others] = node.awards;
  if (first && others.length === 0) return { zh: first.label.zh, en: first.label.en };
  const labels = node.awards.map((award) => award.label);
  return { zh: labels.map((label) => label.zh).join('；'), en: labels.map((label) => label.en).join('; ') };
}
