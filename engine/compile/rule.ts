/** A written scoring method → a rule: bands decided by the rules engine, awards as expressions. */
import type { Method } from '../../schemas/generated/types.ts';
import { constantOf } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  type Expression,
  type FactDefinition,
  isConstant,
  keyOf,
  literal,
  name as nameOf,
  namesIn,
  parseExpression,
  type Scope,
  times,
  unitOf,
} from '../expression/index.ts';
import { type MethodContext, type MethodDefinition, type MethodName, methods } from '../methods/index.ts';
import { ConditionCompiler } from './conditions.ts';
import type { CompileContext, Definitions } from './context.ts';
import { inspectPart } from './inspect.ts';
import type { Part, Rule } from './plan.ts';

export interface RuleSource {
  name: string;
  method: Method;
  /** Pointer of the `method` object. */
  pointer: string;
  scope: Scope;
  defined: Definitions;
  /** As written, or already compiled; undefined where the line has none. Declared rows look at their actual. */
  metric: string | Expression | undefined;
  metricPointer: string;
  /** What the unit fills in on a declared row: a target, or a range; undefined for fixed leaves. */
  declared: 'target' | 'range' | undefined;
  /** True where what its numbers are held against is a rate on every form. */
  shares?: boolean;
  penalty: boolean;
  /** The fixed weight, where it is known. */
  weight: Exact | undefined;
}

/** Compiles a method; undefined where it names none. */
export async function compileRule(
  source: RuleSource,
  context: CompileContext,
): Promise<{ rule: Rule; metric: Expression | undefined } | undefined> {
  const [methodName] = Object.keys(source.method) as MethodName[];
  if (!methodName) return undefined;
  const definition = methods[methodName] as MethodDefinition<unknown>;
  const maker = new RuleContext(
    { ...source, shares: source.shares || definition.judged !== undefined },
    methodName,
    context,
  );
  const reported = context.diagnostics.length;
  const draft = definition.compile(source.method[methodName], maker);
  const parts: Part[] = [];
  for (const { decision, ...part } of draft.parts)
    parts.push({ ...part, ...(decision ? { decision: await decision.build(context.budget) } : {}) });
  const rule: Rule = {
    method: methodName,
    label: definition.label,
    judged: definition.judged,
    course: definition.course?.(source.method[methodName], source.penalty),
    parts,
    cap: draft.cap ?? maker.weight,
    rates: ratesOf(parts, maker.usedMetric, source.scope),
  };
  if (context.diagnostics.length === reported) {
    for (const part of parts) inspectPart(part, source.name, source.scope, context, maker.pointer(''));
    checkAwards(rule, source, context);
  }
  return { rule, metric: maker.usedMetric };
}

function ratesOf(parts: readonly Part[], metric: Expression | undefined, scope: Scope): Set<string> {
  const facts = parts.flatMap((part) => part.decision?.facts ?? []);
  const expressions = facts.flatMap((fact) => (fact.kind === 'number' ? [fact.expression] : []));
  if (metric) expressions.push(metric);
  return new Set(expressions.filter((one) => unitOf(one, scope).unit.is === 'ratio').map(keyOf));
}

/** Fixed awards may not give more than can be won. */
function checkAwards(rule: Rule, { name }: RuleSource, context: CompileContext): void {
  const cap = isConstant(rule.cap) ? constantOf(rule.cap) : undefined;
  if (!cap) return;
  for (const award of rule.parts.flatMap((part) => part.awards)) {
    const points = award.points && isConstant(award.points) ? constantOf(award.points) : undefined;
    if (points && points.compare(cap) > 0)
      context.report(
        'points-above-cap',
        { name, band: award.label, points: points.toText(), cap: cap.toText() },
        `${award.pointer}/points`,
      );
  }
}

/** The text or choice that a metric names; undefined where it is a number. */
export function textFact(metric: string | Expression, scope: Scope): FactDefinition | undefined {
  const named = typeof metric === 'string' ? metric.trim() : metric.kind === 'name' ? metric.name : '';
  const fact = scope.resolve(named);
  return fact?.kind === 'text' ? fact : undefined;
}

class RuleContext implements MethodContext {
  readonly name: string;
  readonly weight: Expression;
  readonly penalty: boolean;
  readonly range: boolean;
  usedMetric: Expression | undefined;
  private readonly source: RuleSource;
  private readonly methodName: MethodName;
  private readonly context: CompileContext;

  constructor(source: RuleSource, methodName: MethodName, context: CompileContext) {
    const { weight, defined } = source;
    this.source = {
      ...source,
      defined: (key) => (key === 'weight' && weight ? literal(weight) : defined(key)),
    };
    this.methodName = methodName;
    this.context = context;
    this.name = source.name;
    this.penalty = source.penalty;
    this.range = source.declared === 'range';
    this.weight = source.weight ? literal(source.weight) : nameOf('weight');
  }

  metric(): Expression {
    const { metric, declared, scope, metricPointer, defined } = this.source;
    if (metric === undefined && !declared) {
      this.context.report(
        'metric-missing',
        { name: this.name, method: this.methodName },
        this.source.pointer,
      );
      return literal(Exact.zero);
    }
    this.usedMetric =
      metric === undefined
        ? nameOf(this.range ? this.metricOfRange() : 'actual')
        : typeof metric === 'string'
          ? this.context.expressionOrZero(metric, scope, metricPointer, defined)
          : metric;
    return this.usedMetric;
  }

  /** What the method looks at where the target is a range. */
  private metricOfRange(): string {
    const looksAt = methods[this.methodName].onRange;
    if (looksAt === undefined)
      this.context.report('range-method', { name: this.name, method: this.methodName }, this.pointer(''));
    return looksAt ?? 'outside';
  }

  target(written: string | undefined, otherwise?: string): Expression {
    if (written !== undefined) {
      this.checkRelative(written, 'target');
      return this.expressionOr(Exact.one, written, 'target');
    }
    if (this.source.declared === 'target') return nameOf('target');
    // Nothing outside, or as near as can be: that is the range met.
    if (this.range)
      return this.expression(methods[this.methodName].onRange === 'nearness' ? '100%' : '0', '');
    if (otherwise !== undefined) return this.expression(otherwise, '');
    this.context.report('target-missing', { name: this.name, method: this.methodName }, this.pointer(''));
    return literal(Exact.one);
  }

  expression(text: string, key: string): Expression {
    this.checkRelative(text, key);
    return this.context.expressionOrZero(text, this.source.scope, this.pointer(key), this.source.defined);
  }

  /** As {@link expression}, with the given number in place of one that cannot be used. */
  private expressionOr(otherwise: Exact, text: string, key: string): Expression {
    const { scope, defined } = this.source;
    return this.context.expression(text, scope, this.pointer(key), defined) ?? literal(otherwise);
  }

  /**
   * Rows may have a target in any unit, so what an actual is held against must be told by the target: 90% of 100 people
   * is 90 people, and 90% alone is nothing to compare them with.
   */
  private checkRelative(text: string, key: string): void {
    const isShare = this.source.shares || (this.range && methods[this.methodName].onRange === 'nearness');
    if (isShare || !this.source.declared || key === '') return;
    const { expression } = parseExpression(text);
    if (!expression || !isConstant(expression)) return;
    if (unitOf(expression, this.source.scope).unit.is !== 'ratio' || constantOf(expression)?.isZero()) return;
    const whole = this.range ? 'most' : 'target';
    const target = `${whole} * ${expression.kind === 'number' ? text.trim() : `(${text.trim()})`}`;
    this.context.report('percent-of-row', { name: this.name, written: text, target }, this.pointer(key));
  }

  step(per: string, distance: Expression, key: string): Expression {
    const step = this.expressionOr(Exact.one, per, key);
    const size = isConstant(step) ? constantOf(step) : undefined;
    if (size && size.sign() <= 0)
      this.context.report('not-positive', { name: this.name, key: 'per' }, this.pointer(key));
    this.context.checkStep(distance, step, this.source.scope, this.name, this.pointer(key));
    return step;
  }

  points(text: string): Expression {
    const { expression } = parseExpression(text);
    if (expression?.kind !== 'number') return literal(Exact.zero);
    if (expression.unit !== '%') return literal(expression.value, expression.shown);
    if (expression.value.equals(Exact.one)) return this.weight;
    const share = literal(expression.value, expression.shown, '%');
    return this.source.weight
      ? literal(this.source.weight.times(expression.value))
      : times(this.weight, share);
  }

  compare(...[decision, left, operator, right, key]: Parameters<MethodContext['compare']>) {
    this.context.checkUnits(left, right, this.source.scope, this.name, this.pointer(key));
    return decision.compare(left, operator, right);
  }

  condition(...[decision, written, key]: Parameters<MethodContext['condition']>) {
    const { scope, defined } = this.source;
    this.checkRows(written, key);
    return new ConditionCompiler(this.context, scope, defined).compile(decision, written, this.pointer(key));
  }

  /** As {@link checkRelative}, for conditions on the actual of a row. */
  private checkRows(written: unknown, key: string): void {
    if (typeof written !== 'object' || written === null) return;
    const { fact, value } = written as { fact?: unknown; value?: unknown };
    const { expression } = typeof fact === 'string' ? parseExpression(fact) : {};
    if (expression && namesIn(expression).includes('actual') && !namesIn(expression).includes('target'))
      this.checkRelative(String(value), `${key}/value`);
    for (const [name, inner] of Object.entries(written)) this.checkRows(inner, `${key}/${name}`);
  }

  yesNoInput(id: string, key: string): string {
    const fact = this.context.fact(id, this.source.scope, this.pointer(key));
    if (fact && fact.kind !== 'yesNo')
      this.context.report(
        'input-type',
        { name: fact.label, expected: { zh: '是否（yesNo）', en: 'yesNo' } },
        this.pointer(key),
      );
    return fact?.key ?? id;
  }

  category(): string | undefined {
    const { metric, scope } = this.source;
    const fact = metric === undefined ? undefined : textFact(metric, scope);
    if (fact) this.context.read.add(fact.key);
    return fact?.key;
  }

  pointer(key: string): string {
    return `${this.source.pointer}/${this.methodName}${key === '' ? '' : `/${key}`}`;
  }

  report(...[code, parameters, key]: Parameters<MethodContext['report']>): void {
    this.context.report(code, parameters as never, this.pointer(key));
  }
}
