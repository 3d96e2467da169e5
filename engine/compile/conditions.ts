/** A condition as written in a rulebook → a condition over the facts of a decision. */
import type {
  Comparison as WrittenComparison,
  Condition as WrittenCondition,
} from '../../schemas/generated/types.ts';
import {
  type Comparison,
  type Condition,
  type Decision,
  DecisionBuilder,
  type Operator,
} from '../conditions/index.ts';
import { type Expression, type FactDefinition, formatExpression, type Scope } from '../expression/index.ts';
import type { CompileContext, Definitions } from './context.ts';
import { guardedBy, reportSilencing } from './silenced.ts';

const blankness = ['isBlank', 'isPresent'];
const ordering = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
];
const fitting: Record<'number' | 'yesNo' | 'text', readonly string[]> = {
  number: [...ordering, ...blankness],
  yesNo: ['equal', 'notEqual', ...blankness],
  text: ['equal', 'notEqual', 'in', 'notIn', 'contains', ...blankness],
};

/** A condition that holds for no form; stands in for one that could not be read. */
const never = (decision: DecisionBuilder): Condition => {
  const flag = decision.yesNo('never', 'equal', true);
  return { all: [flag, { not: flag }] };
};

export class ConditionCompiler {
  private readonly context: CompileContext;
  private readonly scope: Scope;
  private readonly defined: Definitions;
  /** The sides of the comparisons of numbers, as written. */
  private readonly compared: { expression: Expression; pointer: string }[] = [];

  constructor(context: CompileContext, scope: Scope, defined: Definitions) {
    this.context = context;
    this.scope = scope;
    this.defined = defined;
  }

  compile(decision: DecisionBuilder, written: WrittenCondition, pointer: string): Condition {
    if ('all' in written)
      return { all: written.all.map((one, index) => this.compile(decision, one, `${pointer}/all/${index}`)) };
    if ('any' in written)
      return { any: written.any.map((one, index) => this.compile(decision, one, `${pointer}/any/${index}`)) };
    if ('not' in written) return { not: this.compile(decision, written.not, `${pointer}/not`) };
    return this.comparison(decision, written, pointer) ?? never(decision);
  }

  private comparison(
    decision: DecisionBuilder,
    written: WrittenComparison,
    pointer: string,
  ): Comparison | undefined {
    const definition = this.scope.resolve(written.fact.trim());
    const kind = definition?.kind === 'yesNo' || definition?.kind === 'text' ? definition.kind : 'number';
    if (definition) this.context.read.add(definition.key);
    if (!fitting[kind].includes(written.operator)) {
      const parameters = {
        fact: written.fact,
        operator: written.operator,
        fitting: { zh: fitting[kind].join('、'), en: fitting[kind].join(', ') },
      };
      this.context.report('operator-unfit', parameters, `${pointer}/operator`);
      return undefined;
    }
    if (kind === 'number') return this.number(decision, written, pointer);
    if (kind === 'yesNo') return this.yesNo(decision, written, definition!, pointer);
    return this.text(decision, written, definition!, pointer);
  }

  private number(
    decision: DecisionBuilder,
    written: WrittenComparison,
    pointer: string,
  ): Comparison | undefined {
    const fact = this.context.expression(written.fact, this.scope, `${pointer}/fact`, this.defined);
    const { operator, value } = written;
    if (operator === 'isBlank' || operator === 'isPresent') return fact && decision.presence(fact, operator);
    if (typeof value !== 'string')
      return this.unfit(written, { zh: '数或算式', en: 'a number or expression' }, pointer);
    const bound = this.context.expression(value, this.scope, `${pointer}/value`, this.defined);
    if (!fact || !bound) return undefined;
    this.compared.push(
      { expression: fact, pointer: `${pointer}/fact` },
      { expression: bound, pointer: `${pointer}/value` },
    );
    const shown = `${formatExpression(fact, (name) => name)} : ${value}`;
    this.context.checkUnits(fact, bound, this.scope, shown, `${pointer}/value`);
    return decision.compare(fact, operator, bound);
  }

  private yesNo(
    decision: DecisionBuilder,
    written: WrittenComparison,
    { key }: FactDefinition,
    pointer: string,
  ): Comparison | undefined {
    if (blankness.includes(written.operator)) return decision.yesNo(key, written.operator);
    if (typeof written.value !== 'boolean')
      return this.unfit(written, { zh: ' true（是）或 false（否）', en: 'true or false' }, pointer);
    return decision.yesNo(key, written.operator, written.value);
  }

  private text(
    decision: DecisionBuilder,
    written: WrittenComparison,
    definition: FactDefinition,
    pointer: string,
  ): Comparison | undefined {
    const { operator, value } = written;
    if (blankness.includes(operator)) return decision.category(definition.key, operator, []);
    const wantsList = operator === 'in' || operator === 'notIn';
    const values = Array.isArray(value)
      ? value
      : typeof value === 'string' && !wantsList
        ? [value]
        : undefined;
    if (!values || (values.length > 1 && operator !== 'contains' && !wantsList))
      return this.unfit(
        written,
        wantsList ? { zh: '文字清单', en: 'a list of texts' } : { zh: '文字', en: 'a text' },
        pointer,
      );
    const stranger = values.find(
      (one) => definition.options && operator !== 'contains' && !definition.options.includes(one),
    );
    if (stranger !== undefined) {
      const listed = definition.options!.join('、');
      return this.unfit(
        { ...written, value: stranger },
        { zh: `选项之一：${listed}`, en: `one of ${listed}` },
        pointer,
      );
    }
    return operator === 'contains'
      ? decision.phrases(definition.key, values)
      : decision.category(definition.key, operator as Operator, values);
  }

  private unfit(
    written: WrittenComparison,
    expected: { zh: string; en: string },
    pointer: string,
  ): undefined {
    if (written.value === undefined)
      return void this.context.report(
        'value-missing',
        { fact: written.fact, operator: written.operator, expected },
        pointer,
      );
    this.context.report(
      'value-unfit',
      { fact: written.fact, value: String(written.value ?? ''), expected },
      `${pointer}/value`,
    );
  }

  /** A decision of one condition: it holds (outcome 0) or not. Contradictions are reported. */
  async single(written: WrittenCondition, name: string, pointer: string): Promise<Decision> {
    const builder = new DecisionBuilder();
    const reportedBefore = this.context.diagnostics.length;
    builder.outcome(this.compile(builder, written, pointer));
    const decision = await builder.build(this.context.budget);
    for (const side of this.compared)
      reportSilencing(side.expression, name, this.scope, this.context, side.pointer, guardedBy(decision));
    if (this.context.diagnostics.length > reportedBefore || decision.answers.size < decision.size)
      return decision;
    const answers = [...decision.answers.values()];
    if (answers.every((answer) => answer.length === 0)) this.context.report('never-holds', { name }, pointer);
    else if (answers.every((answer) => answer.length > 0))
      this.context.report('always-holds', { name }, pointer);
    return decision;
  }
}
