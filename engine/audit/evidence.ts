/** Which data a fixed line is computed from. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import { listedNames } from '../diagnostics/index.ts';
import type { ScoredNode } from '../evaluate/index.ts';
import { type Expression, namesIn } from '../expression/index.ts';

/** The names of the inputs behind a line, as printed. */
export function neededBy(line: ScoredNode<Exact>, plan: ScoringPlan): Bilingual {
  const leaf = line.plan?.kind === 'leaf' ? line.plan : undefined;
  if (!leaf) return listedNames([line.name]);
  const expressions: Expression[] = leaf.metric ? [leaf.metric] : [];
  const names = new Set<string>();
  for (const part of leaf.rule.parts) {
    for (const fact of part.decision?.facts ?? []) {
      if (fact.kind === 'number') expressions.push(fact.expression);
      else names.add(fact.name);
    }
    for (const award of part.awards) if (award.points) expressions.push(award.points);
  }
  for (const expression of expressions) for (const name of namesIn(expression)) names.add(name);
  const labels = [...names].flatMap((name) => plan.inputs.get(name)?.name ?? []);
  return listedNames(labels.length > 0 ? labels : [line.name]);
}
