/**
 * The same rules the plain way, as the manual of json-rules-engine shows: rules as JSON with their thresholds as decimal
 * text, operators on decimals that read them, an engine run for every form, decimal.js to compute, nothing remembered.
 * It is what the engine is measured against, and a second opinion on every total.
 */
import { Engine, type NestedCondition, Operator, type TopLevelCondition } from 'json-rules-engine';

import type { DeclaredPlan, IndicatorPlan, LeafPlan, Rule, ScoringPlan } from '../../engine/compile/index.ts';
import type { Condition, DecisionFact } from '../../engine/conditions/index.ts';
import { Exact, greatest, least, sum } from '../../engine/decimal.ts';
import { cellReader } from '../../engine/evaluate/cells.ts';
import { formOfValue } from '../../engine/evaluate/form.ts';
import { readInputs } from '../../engine/evaluate/inputs.ts';
import { readRows } from '../../engine/evaluate/rows.ts';
import { FormSheet, LineSheet, type Sheet } from '../../engine/evaluate/sheet.ts';
import { decimals, type Evaluator, evaluator, isNothing } from '../../engine/expression/index.ts';
import type { Submission } from '../../engine/index.ts';

const ordered = (name: string, holds: (sign: number) => boolean) =>
  new Operator<Exact, string>(
    name,
    (fact, threshold) => holds(fact.compare(Exact.of(threshold))),
    (fact) => fact instanceof Exact,
  );

const operators = [
  ordered('lessThan', (sign) => sign < 0),
  ordered('lessThanInclusive', (sign) => sign <= 0),
  ordered('greaterThan', (sign) => sign > 0),
  ordered('greaterThanInclusive', (sign) => sign >= 0),
  new Operator<Exact | boolean | string, string | boolean>('equal', (fact, value) =>
    fact instanceof Exact ? fact.equals(Exact.of(String(value))) : fact === value,
  ),
];

const asJson = (condition: Condition): NestedCondition => {
  if ('all' in condition) return { all: condition.all.map(asJson) };
  if ('any' in condition) return { any: condition.any.map(asJson) };
  if ('not' in condition) return { not: asJson(condition.not) };
  const { fact, operator, value } = condition;
  return { fact, operator, value: value instanceof Exact ? value.toText() : value };
};

/**
 * One rule per condition; the answer is the indices of those that hold. An engine is built for each run, as it must be
 * where runs may overlap: runs that share one lose rules silently.
 */
function plainEngine(conditions: readonly Condition[]): (facts: Record<string, never>) => Promise<number[]> {
  const rules = conditions.map((condition, index) => ({
    conditions: { all: [asJson(condition)] } as TopLevelCondition,
    event: { type: String(index) },
  }));
  return async (facts) => {
    const engine = new Engine(rules, { allowUndefinedFacts: true });
    for (const operator of operators) engine.addOperator(operator);
    const { events } = await engine.run(facts);
    return events.map((event) => Number(event.type));
  };
}

interface PlainPart {
  facts: { key: string; value(sheet: Sheet<Exact>): unknown }[];
  outcomes: readonly Condition[];
  awards: (Evaluator<Exact> | undefined)[];
}

const partsOf = (rule: Rule): PlainPart[] =>
  rule.parts.map(({ decision, awards }) => ({
    facts: decision?.facts.map(plainFact) ?? [],
    outcomes: decision?.outcomes ?? [],
    awards: awards.map((award) => award.points && evaluator(award.points, decimals)),
  }));

function plainFact(fact: DecisionFact): PlainPart['facts'][number] {
  if (fact.kind !== 'number') return { key: fact.key, value: (sheet) => sheet.words(fact.name) };
  const value = evaluator(fact.expression, decimals);
  return {
    key: fact.key,
    value: (sheet) => {
      const number = value(sheet.numbers);
      return isNothing(number) ? undefined : number;
    },
  };
}

/** Scores forms of a plan; the answer is the total as text. */
export function naiveScorer(plan: ScoringPlan): (submission: Submission) => Promise<string> {
  const leaves = leavesIn(plan.indicators);
  // Every rule of the fixed lines in one rules engine, run once per form with all facts, as its manual shows.
  const fixed = leaves.flatMap((leaf) => partsOf(leaf.rule).map((part) => ({ leaf, part })));
  const offsets: number[] = [];
  const conditions: Condition[] = [];
  for (const { leaf, part } of fixed) {
    offsets.push(conditions.length);
    conditions.push(...part.outcomes.map((outcome) => scopedCondition(leaf.id, outcome)));
  }
  const askFixed = plainEngine(conditions);
  const rowRules = new Map<Rule, { part: PlainPart; ask: ReturnType<typeof plainEngine> }[]>();
  for (const group of groupsIn(plan.indicators))
    for (const target of Object.values(group.targets))
      if (target && !rowRules.has(target.rule))
        rowRules.set(
          target.rule,
          partsOf(target.rule).map((part) => ({ part, ask: plainEngine(part.outcomes) })),
        );
  const read = cellReader(decimals);

  return async (submission) => {
    const form = formOfValue(submission);
    const sheet = new FormSheet<Exact>(plan);
    readInputs(plan, form, sheet, { arithmetic: decimals, cell: read });
    const scores: Exact[] = [];
    const leafPoints = new Map<LeafPlan, Exact>();
    const sheets = new Map(leaves.map((leaf) => [leaf, leafSheet(leaf, submission, sheet)]));
    const facts: Record<string, never> = {};
    for (const { leaf, part } of fixed)
      for (const fact of part.facts)
        facts[scoped(leaf.id, fact.key)] = fact.value(sheets.get(leaf)!) as never;
    const holding = new Set(conditions.length > 0 ? await askFixed(facts) : []);
    fixed.forEach(({ leaf, part }, index) => {
      const band =
        part.outcomes.length === 0
          ? 0
          : part.outcomes.findIndex((_, outcome) => holding.has(offsets[index]! + outcome));
      const points = part.awards[band]?.(sheets.get(leaf)!.numbers);
      if (points !== undefined && !isNothing(points))
        leafPoints.set(leaf, (leafPoints.get(leaf) ?? Exact.zero).plus(points));
    });
    for (const [leaf, points] of leafPoints)
      scores.push(bounded(points, leaf.rule, sheets.get(leaf)!).round(plan.rounding));
    for (const row of readRows(plan, form, { arithmetic: decimals, cell: read }).rows) {
      const own = rowSheet(row, sheet);
      let points = Exact.zero;
      for (const { part, ask } of rowRules.get(row.plan.rule)!) {
        const values = Object.fromEntries(part.facts.map((fact) => [fact.key, fact.value(own) as never]));
        const [band = -1] = part.outcomes.length === 0 ? [0] : await ask(values);
        const won = part.awards[band]?.(own.numbers);
        if (won !== undefined && !isNothing(won)) points = points.plus(won);
      }
      scores.push(bounded(points, row.plan.rule, own).round(plan.rounding));
    }
    return sum(scores).toText();
  };
}

/** Facts of different lines may be written alike (a judged share), so each carries its line's id. */
const scoped = (id: string, key: string): string => `${id}: ${key}`;

function scopedCondition(id: string, condition: Condition): Condition {
  const inner = (one: Condition) => scopedCondition(id, one);
  if ('all' in condition) return { all: condition.all.map(inner) };
  if ('any' in condition) return { any: condition.any.map(inner) };
  if ('not' in condition) return { not: inner(condition.not) };
  return { ...condition, fact: scoped(id, condition.fact) };
}

function bounded(points: Exact, rule: Rule, sheet: Sheet<Exact>): Exact {
  const cap = evaluator(rule.cap, decimals)(sheet.numbers);
  return isNothing(cap) ? points : greatest(Exact.zero, least(points, cap));
}

function leafSheet(leaf: LeafPlan, { judgements }: Submission, sheet: Sheet<Exact>): Sheet<Exact> {
  const own = new LineSheet<Exact>(sheet);
  own.setNumber('weight', leaf.weight!);
  const share = judgements?.[leaf.id]?.share;
  if (share) own.setNumber('judged.share', Exact.of(share.replace('%', '')).over(Exact.hundred)!);
  return own;
}

function rowSheet(
  row: ReturnType<typeof readRows<Exact>>['rows'][number],
  sheet: Sheet<Exact>,
): Sheet<Exact> {
  const own = new LineSheet<Exact>(sheet);
  if (row.weight) own.setNumber('weight', row.weight);
  if (row.targetNumber) own.setNumber('target', row.targetNumber);
  if (row.actualNumber) own.setNumber('actual', row.actualNumber);
  if (row.judgement?.share) own.setNumber('judged.share', row.judgement.share);
  return own;
}

const leavesIn = (indicators: readonly IndicatorPlan[]): LeafPlan[] =>
  indicators.flatMap((one) =>
    one.kind === 'leaf' ? [one] : one.kind === 'group' ? leavesIn(one.children) : [],
  );
const groupsIn = (indicators: readonly IndicatorPlan[]): DeclaredPlan[] =>
  indicators.flatMap((one) =>
    one.kind === 'declared' ? [one] : one.kind === 'group' ? groupsIn(one.children) : [],
  );
