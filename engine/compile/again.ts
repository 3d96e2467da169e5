/**
 * Parts of a plan compiled once more, with something else in place of what the rulebook writes: a line's rule at another weight
 * or for another metric, the whole with other metrics. Everything is given and answered in the rulebook's own names.
 */
import type { Indicator, Rulebook } from '../../schemas/generated/types.ts';
import type { Exact } from '../decimal.ts';
import { hasErrors } from '../diagnostics/index.ts';
import { type Expression, mapped, name, substituted } from '../expression/index.ts';
import type { SourceDocument } from '../source/index.ts';
import { compileRulebook, type Instead } from './compile.ts';
import { CompileContext } from './context.ts';
import { metricDefinitions } from './metrics.ts';
import type { LeafPlan, Rule, ScoringPlan } from './plan.ts';
import { compileRule, textFact } from './rule.ts';
import { inputScope, leafScope } from './scopes.ts';

/** What a line's rule is compiled for. */
export interface RuleSetting {
  weight: Exact;
  metric: Expression | undefined;
  penalty: boolean;
}

/** What is written at a pointer of a rulebook; undefined where nothing is. */
export function writtenAt(rulebook: Rulebook, pointer: string): unknown {
  let value: unknown = rulebook;
  for (const key of pointer.split('/').slice(1))
    value = value === null || typeof value !== 'object' ? undefined : (value as Record<string, unknown>)[key];
  return value;
}

/** The rulebook of a plan as a document whose mistakes nobody is told. */
const unplaced = ({ rulebook }: ScoringPlan): SourceDocument => {
  const start = { line: 1, column: 1 };
  return {
    file: '',
    value: rulebook as never,
    locate: () => start,
    locateKey: () => start,
    spanOf: () => undefined,
  };
};

/** The plan with other metrics; undefined where the rulebook cannot be used with them. */
export async function withMetrics(plan: ScoringPlan, instead: Instead): Promise<ScoringPlan | undefined> {
  return (await compileRulebook(unplaced(plan), instead)).plan;
}

/** The rule that a line has in a setting, and the metric it looks at; undefined where that would be a mistake. */
export async function ruleIn(
  plan: ScoringPlan,
  leaf: LeafPlan,
  { weight, metric, penalty }: RuleSetting,
  instead: Instead,
): Promise<{ rule: Rule; metric: Expression | undefined } | undefined> {
  const { rulebook } = plan;
  const context = new CompileContext(unplaced(plan));
  const inputs = inputScope(rulebook, instead.inputs);
  const { method } = writtenAt(rulebook, leaf.pointer) as Indicator;
  const compiled = await compileRule(
    {
      name: leaf.name,
      method: method!,
      pointer: `${leaf.pointer}/method`,
      scope: leafScope(inputs),
      defined: metricDefinitions(rulebook, inputs, context, instead.metrics),
      metric: metric && substituted(metric, new Map([['weight', weight]])),
      metricPointer: `${leaf.pointer}/metric`,
      declared: undefined,
      penalty,
      weight,
    },
    context,
  );
  return hasErrors(context.diagnostics) ? undefined : compiled;
}

/** The metric that a line writes: a number, or the name of a text or choice; whether or not its method looks at it. */
export function metricOf(plan: ScoringPlan, leaf: LeafPlan, instead: Instead): Expression | undefined {
  const { rulebook } = plan;
  const { metric } = writtenAt(rulebook, leaf.pointer) as Indicator;
  if (metric === undefined) return undefined;
  const context = new CompileContext(unplaced(plan));
  const inputs = inputScope(rulebook, instead.inputs);
  const text = textFact(metric, inputs);
  if (text) return name(text.key);
  const defined = metricDefinitions(rulebook, inputs, context, instead.metrics);
  return context.expression(metric, leafScope(inputs), `${leaf.pointer}/metric`, defined);
}

/** The named metrics of a rulebook as expressions of inputs; metrics that are `kept` stay names. */
export function metricsOf(plan: ScoringPlan, kept: ReadonlySet<string>): Map<string, Expression> {
  const { rulebook } = plan;
  const context = new CompileContext(unplaced(plan));
  const inputs = inputScope(rulebook);
  const written = new Map(
    Object.entries(rulebook.metrics ?? {}).map(([id, { expression }]) => [
      id,
      context.expressionOrZero(expression, inputs, `/metrics/${id}/expression`),
    ]),
  );
  const whole = (expression: Expression): Expression =>
    mapped(expression, (node) => {
      const other = node.kind === 'name' && !kept.has(node.name) ? written.get(node.name) : undefined;
      return other && whole(other);
    });
  return new Map([...written].map(([id, expression]) => [id, whole(expression)]));
}
