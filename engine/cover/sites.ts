/** Each rule of a rulebook once, with the lines it scores: a kind of target may follow the rule of another. */
import type { Rule, ScoringPlan } from '../compile/index.ts';
import { type Line, linesOf } from '../lines/index.ts';

export interface Site {
  /** `budget-rate`, `frame.atLeast`, `cost.plain`: the id of the line the rule is written at. */
  key: string;
  name: string;
  rule: Rule;
  /** Where the rule is written. */
  line: Line;
  /** That line and those of the same group that follow it. */
  lines: readonly Line[];
}

/** The rules of a plan: those of declared rows first, then those of fixed lines in the order of the form. */
export function sitesOf(plan: ScoringPlan): Site[] {
  const byRule = new Map<Rule, Line[]>();
  for (const line of linesOf(plan)) {
    const known = byRule.get(line.rule);
    if (known) known.push(line);
    else byRule.set(line.rule, [line]);
  }
  const sites = [...byRule.values()].map(siteOf);
  return [...sites.filter(({ line }) => line.row), ...sites.filter(({ line }) => line.leaf)];
}

function siteOf(all: readonly Line[]): Site {
  const line = all.find(({ row }) => row?.plan.follows === undefined) ?? all[0]!;
  const lines = all.filter(({ row }) => row?.group === line.row?.group);
  return {
    key: line.row?.plan.follows ?? line.id,
    name: line.row ? (line.row.plan.name ?? line.row.group.name) : line.name,
    rule: line.rule,
    line,
    lines: [line, ...lines.filter((one) => one !== line)],
  };
}
