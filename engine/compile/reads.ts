/** Which names the parts of a plan read. */
import type { Decision } from '../conditions/index.ts';
import { namesIn } from '../expression/index.ts';
import type { IndicatorPlan, Rule } from './plan.ts';

/** The names that the conditions of a decision are about. */
export const namesInDecision = ({ facts }: Decision): string[] =>
  facts.flatMap((fact) => (fact.kind === 'number' ? namesIn(fact.expression) : [fact.name]));

/** The names that a rule decides by and computes with; the metric is among them where the rule uses it. */
export const namesInRule = ({ parts, cap }: Rule): string[] => [
  ...parts.flatMap(({ decision, awards }) => [
    ...(decision ? namesInDecision(decision) : []),
    ...awards.flatMap(({ points }) => (points ? namesIn(points) : [])),
  ]),
  ...namesIn(cap),
];

/** The names that a line reads to be scored, without those that the lines under it read. */
export function namesInLine(line: IndicatorPlan): Set<string> {
  const when = line.notApplicable?.when;
  return new Set([
    ...(when ? namesInDecision(when) : []),
    ...(line.kind === 'leaf'
      ? [...namesInRule(line.rule), ...(line.metric ? namesIn(line.metric) : [])]
      : []),
    ...(line.kind === 'declared' ? Object.values(line.targets).flatMap(({ rule }) => namesInRule(rule)) : []),
  ]);
}
