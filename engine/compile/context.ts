/** What every step of compilation shares: the document, the diagnostics gathered so far, and the reading of expressions. */

import { constantOf, wholeBudget } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Diagnostic, type DiagnosticCode, diagnose, suggest } from '../diagnostics/index.ts';
import {
  describeUnit,
  type Expression,
  type FactDefinition,
  fits,
  isConstant,
  literal,
  parseExpression,
  type Scope,
  type SyntaxProblem,
  type Unit,
  unitOf,
} from '../expression/index.ts';
import type { SourceDocument } from '../source/index.ts';

const problems: Record<SyntaxProblem['problem'], { zh: string; en: string }> = {
  'unexpected-character': { zh: '不认识「{found}」', en: 'unknown character "{found}"' },
  'unexpected-end': { zh: '没有写完，或括号没有合上', en: 'it ends too early, or a bracket is not closed' },
  'unexpected-token': { zh: '「{found}」不该在这里', en: '"{found}" does not belong here' },
  'unknown-function': { zh: '没有函数「{found}」', en: 'there is no function "{found}"' },
  'bad-number': {
    zh: '「{found}」不是数；万、亿后面要写单位，否则写成数字',
    en: '"{found}" is not a number; 万 and 亿 need a unit behind them, or write the digits',
  },
  'no-such-day': { zh: '没有「{found}」这一天', en: 'there is no day "{found}"' },
  'too-deep': { zh: '太长或括号太多', en: 'it is too long or nested too deep' },
};

/** What a fact stands for where it has a definition of its own: a named metric. */
export type Definitions = (key: string) => Expression | undefined;

export class CompileContext {
  readonly diagnostics: Diagnostic[] = [];
  /** How much the rules engine may still be asked while this rulebook is compiled. */
  readonly budget = wholeBudget();
  /** Keys of the facts that something reads. */
  readonly read = new Set<string>();
  private readonly document: SourceDocument;

  constructor(document: SourceDocument) {
    this.document = document;
  }

  report<Code extends DiagnosticCode>(
    code: Code,
    parameters: Parameters<typeof diagnose<Code>>[1],
    pointer: string,
  ): void {
    const { line, column } = this.document.locate(pointer);
    const place = { file: this.document.file, line, column, pointer };
    const repeated = this.diagnostics.some(
      (one) => one.code === code && one.place?.pointer === pointer && one.place.line === line,
    );
    if (!repeated) this.diagnostics.push(diagnose(code, parameters, place));
  }

  /** The line something stands in, for messages about two places. */
  lineOf(pointer: string): string {
    return String(this.document.locate(pointer).line);
  }

  /** Parses, resolves and checks an expression; undefined after reporting what is wrong with it. */
  expression(
    text: string,
    scope: Scope,
    pointer: string,
    defined: Definitions = () => undefined,
  ): Expression | undefined {
    const { expression, problem } = parseExpression(text);
    if (!expression) {
      const found = problem && 'found' in problem ? problem.found : '';
      const told = problems[problem!.problem];
      this.report(
        'expression-syntax',
        {
          expression: text,
          problem: { zh: told.zh.replace('{found}', found), en: told.en.replace('{found}', found) },
        },
        pointer,
      );
      return undefined;
    }
    const resolved = this.resolve(expression, scope, pointer, defined, false);
    if (!resolved) return undefined;
    const { problems: misfits } = unitOf(resolved, scope);
    for (const { left, right } of misfits)
      this.report('unit-mismatch', { expression: text, left, right }, pointer);
    if (isConstant(resolved) && !constantOf(resolved))
      this.report('divides-by-zero', { expression: text }, pointer);
    return misfits.length > 0 ? undefined : resolved;
  }

  /** As {@link expression}, with a harmless zero in place of one that cannot be used. */
  expressionOrZero(text: string, scope: Scope, pointer: string, defined?: Definitions): Expression {
    return this.expression(text, scope, pointer, defined) ?? literal(Exact.zero);
  }

  /** The definition of a name, reported with "did you mean" where there is none. */
  fact(name: string, scope: Scope, pointer: string): FactDefinition | undefined {
    const definition = scope.resolve(name);
    const sharing = scope.sharing(name);
    if (sharing.length > 0) {
      this.report('ambiguous-name', { name, ids: sharing.join('、') }, pointer);
      return undefined;
    }
    if (!definition) {
      const kind = { zh: '填报项或指标值', en: 'input or metric' };
      this.report('unknown-reference', { name, kind, suggestion: suggest(name, scope.names()) }, pointer);
      return undefined;
    }
    this.read.add(definition.key);
    return definition;
  }

  /** Reports where two expressions cannot be compared because of their units. */
  checkUnits(left: Expression, right: Expression, scope: Scope, shown: string, pointer: string): void {
    const a = unitOf(left, scope).unit;
    const b = unitOf(right, scope).unit;
    const differenceOfRates =
      left.kind === 'binary' && left.operator === '-' && a.is === 'ratio' && isPoints(b);
    if (!fits(a, b) && !differenceOfRates)
      this.report(
        'unit-mismatch',
        { expression: shown, left: describeUnit(a), right: describeUnit(b) },
        pointer,
      );
  }

  /** Reports a step that is not in the unit of the distance: of rates %, or 百分点; of dates days. */
  checkStep(distance: Expression, step: Expression, scope: Scope, shown: string, pointer: string): void {
    const { unit } = unitOf(distance, scope);
    const of = unitOf(step, scope).unit;
    const isDays = of.is === 'plain' || (of.is === 'named' && days.includes(of.name));
    const fitting =
      unit.is === 'ratio'
        ? of.is === 'ratio' || isPoints(of) || of.is === 'open'
        : unit.is === 'named' && unit.name === '日期'
          ? isDays || of.is === 'open'
          : fits(unit, of) || isPoints(of);
    if (!fitting)
      this.report(
        'unit-mismatch',
        { expression: shown, left: describeUnit(unit), right: describeUnit(of) },
        pointer,
      );
  }

  private resolve(
    node: Expression,
    scope: Scope,
    pointer: string,
    defined: Definitions,
    listAllowed: boolean,
  ): Expression | undefined {
    const inner = (one: Expression, lists = false) => this.resolve(one, scope, pointer, defined, lists);
    switch (node.kind) {
      case 'number':
        return node;
      case 'name': {
        const definition = this.fact(node.name, scope, pointer);
        if (!definition) return undefined;
        const { kind, key, label } = definition;
        if (kind === 'text' || kind === 'yesNo') {
          this.report('not-a-number', { name: label }, pointer);
          return undefined;
        }
        if (kind === 'list' && !listAllowed) {
          this.report('list-alone', { name: node.name }, pointer);
          return undefined;
        }
        return defined(key) ?? { ...node, name: key };
      }
      case 'negate': {
        const of = inner(node.of);
        return of && { ...node, of };
      }
      case 'binary': {
        const left = inner(node.left);
        const right = inner(node.right);
        return left && right && { ...node, left, right };
      }
      case 'call': {
        const lists = node.function !== 'abs';
        const all = node.arguments.map((one) => inner(one, lists));
        return all.every((one) => one !== undefined)
          ? { ...node, arguments: all as Expression[] }
          : undefined;
      }
    }
  }
}

const days = ['天', '日'];

const isPoints = (unit: Unit): boolean => unit.is === 'named' && unit.name === '百分点';
