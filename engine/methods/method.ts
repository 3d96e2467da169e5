/** What a scoring method is: a name, and a way to compile its parameters to bands of `{ when, award }`. */
import type { Bilingual, Condition as WrittenCondition } from '../../schemas/generated/types.ts';
import type { Condition, DecisionBuilder, Operator } from '../conditions/index.ts';
import type { DiagnosticCode, diagnose } from '../diagnostics/index.ts';
import type { Expression } from '../expression/index.ts';

export type Label = Bilingual;

/** One band: when its condition holds (outcome of the same index), the award is won. */
export interface Award {
  label: Label;
  /** Points as an expression of weight, metric and target; undefined where the rulebook withholds a score. */
  points: Expression | undefined;
  /** Where in the rulebook this band is written: a JSON pointer. */
  pointer: string;
  /** True where the printed formula divides by zero here and the award is the rulebook's reading of that. */
  zeroDivision?: boolean;
  /** True where the target is below zero, so that no proportion to it holds and the award is the rulebook's reading. */
  negativeTarget?: boolean;
  /** True where the rulebook does not write this band: it only closes what is written, and need not be reached. */
  implied?: boolean;
  /** The name a person gives this band by, where bands are chosen by name. */
  choice?: string;
  /** True where a person who gives this award owes a reason. */
  reasonOwed?: boolean;
}

/** A decision with one award per outcome. Without conditions there is one award and nothing to decide. */
export interface PartDraft {
  name?: string;
  decision?: DecisionBuilder;
  awards: Award[];
}

export interface RuleDraft {
  /** Points of the parts are added. */
  parts: PartDraft[];
  /** The most that can be won; the weight where left out. The least is always 0. */
  cap?: Expression;
}

/** What a method may ask of the compiler. Nothing here throws: mistakes are reported and a harmless value returned. */
export interface MethodContext {
  /** Name of the indicator, for messages. */
  name: string;
  weight: Expression;
  /** True on a penalty line, where points are what is deducted: a method that deducts starts from nothing there. */
  penalty: boolean;
  /** True where the target is a range: what the method looks at is then how far outside, or how near to it. */
  range: boolean;
  /** The number the method looks at; reports `metric-missing` where there is none. */
  metric(): Expression;
  /** The written target, else that of the declared row, else the given default; else reports `target-missing`. */
  target(written: string | undefined, otherwise?: string): Expression;
  /** Parses an expression written at `key` of the method's parameters. */
  expression(text: string, key: string): Expression;
  /** One step of the given distance (`1百分点`, `1天`), which must be above zero and in a unit that fits. */
  step(per: string, distance: Expression, key: string): Expression;
  /** Points, or a share of the weight. */
  points(text: string): Expression;
  /** A comparison of numbers whose units are checked. */
  compare(
    decision: DecisionBuilder,
    left: Expression,
    operator: Operator,
    right: Expression,
    key: string,
  ): Condition;
  /** A condition as written in the rulebook. */
  condition(decision: DecisionBuilder, written: WrittenCondition, key: string): Condition;
  /** The key of a yes/no input, reported where there is none of that name. */
  yesNoInput(id: string, key: string): string;
  /** The key of the text or choice fact that the metric names; undefined where the metric is a number. */
  category(): string | undefined;
  /** Pointer of `key` below the method's parameters. */
  pointer(key: string): string;
  report<Code extends DiagnosticCode>(
    code: Code,
    parameters: Parameters<typeof diagnose<Code>>[1],
    key: string,
  ): void;
}

/** What a person must give before the method can score: a share of the weight, or the name of a choice. */
export type Judged = 'share' | 'choice';

/** How points go with the number: up with it, down with it, or up to the target and down after it. */
export type Course = 'rising' | 'falling' | 'peak';

export interface MethodDefinition<MethodParameters> {
  label: Label;
  judged?: Judged;
  /** What its bands are called where they are listed. */
  called?: 'tier' | 'criterion';
  /** True where every band is written by itself, so that two can say the same. */
  writtenBands?: boolean;
  /** True where what it looks at is counted, answered or chosen: its text sets no thresholds. */
  isCounted?: boolean;
  /** True where each hundredth of the target takes one of the weight, without its parameters saying so. */
  isByHundredths?(parameters: MethodParameters): boolean;
  /** What the method looks at where the target is a range; undefined where it means nothing there. */
  onRange?: 'outside' | 'nearness';
  /** Undefined where the method says nothing of it. `penalty` as in {@link MethodContext}. */
  course?(parameters: MethodParameters, penalty: boolean): Course;
  compile(parameters: MethodParameters, context: MethodContext): RuleDraft;
}

/** Defines a method with its parameters' type. */
export const method = <MethodParameters>(
  definition: MethodDefinition<MethodParameters>,
): MethodDefinition<MethodParameters> => definition;
