/** The rules of a rulebook that quote the text they are made from. */
import type { Indicator, Rulebook, Targets } from '../../schemas/generated/types.ts';
import type { Exact } from '../decimal.ts';
import type { IndicatorPlan, TargetKind } from './plan.ts';
import { kindNames } from './targets.ts';
import type { QuotedRule } from './text-numbers.ts';

export function quotedRules(rulebook: Rulebook, plans: ReadonlyMap<string, IndicatorPlan>): QuotedRule[] {
  const rules: QuotedRule[] = [];
  const targets = (
    written: Targets | undefined,
    pointer: string,
    weights: readonly Exact[],
    group?: string,
  ) => {
    for (const [kind, rule] of Object.entries(written ?? {})) {
      if (!rule.method || rule.text === undefined || rule.inferred) continue;
      const { text, reading, method } = rule;
      const name = rule.name ?? group ?? kindNames[kind as TargetKind].zh;
      rules.push({ name, pointer: `${pointer}/${kind}`, text, reading, method, besides: [], weights });
    }
  };
  const visit = (line: Indicator, pointer: string, above: readonly Exact[]): void => {
    const weight = plans.get(line.id)?.weight;
    const weights = weight ? [weight, ...above] : above;
    for (const [index, child] of (line.indicators ?? []).entries())
      visit(child, `${pointer}/indicators/${index}`, weights);
    targets(line.declared?.targets, `${pointer}/declared/targets`, weights, line.name);
    const { name, text, reading, method, metric, notApplicable } = line;
    if (!method || text === undefined || line.inferred) return;
    const besides = [rulebook.metrics?.[metric ?? '']?.expression ?? metric ?? '', ...strings(notApplicable)];
    rules.push({ name, pointer, text, reading, method, besides, weights });
  };
  targets(rulebook.frame?.targets, '/frame/targets', []);
  for (const [index, line] of rulebook.indicators.entries()) visit(line, `/indicators/${index}`, []);
  return rules;
}

/** Every text inside a value. */
function strings(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [String(value)];
  return Object.values(value).flatMap(strings);
}
