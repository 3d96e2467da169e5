/** The exact analysis of one line: a curve over one number, the joint classes of several facts, or why neither. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { askClass, type Decision } from '../conditions/index.ts';
import { type Line, otherRows } from '../lines/index.ts';
import { type Cells, cellsOfLine } from './cells.ts';
import { curveOf } from './curve.ts';
import type { Options } from './fact-cells.ts';
import type { Curve } from './pieces.ts';

export type Analysis = { line: Line } & (
  | { kind: 'curve'; curve: Curve }
  | { kind: 'cells'; cells: Cells }
  | { kind: 'undecided'; why: Bilingual }
);

/** More classes than this are not asked in advance. */
const mostClasses = 4096;

/** Asks the rules engine about every class of a decision; false where they are too many. */
export async function askAll(decision: Decision): Promise<boolean> {
  if (decision.size > mostClasses) return false;
  for (let index = 0; index < decision.size; index++) await askClass({ decision, class: index });
  return true;
}

/** What a choice input may be. */
export const optionsOf =
  (plan: ScoringPlan): Options =>
  (name) =>
    plan.inputs.get(name)?.options;

/** Analyses one line. */
export async function analyse(line: Line, options: Options = () => undefined): Promise<Analysis> {
  for (const { decision } of line.rule.parts)
    if (decision && !(await askAll(decision)))
      return {
        line,
        kind: 'undecided',
        why: {
          zh: `各项条件交叉成 ${decision.size} 类情形，多于 ${mostClasses} 类，没有逐一判定`,
          en: `its conditions make ${decision.size} classes of forms, more than the ${mostClasses} that are worked through`,
        },
      };
  const curve = curveOf(line);
  if (curve) return { line, kind: 'curve', curve };
  return { line, kind: 'cells', cells: cellsOfLine(line, options) };
}

/** A line over every target: a row at its sample target and, where that is a number, at one of zero and one below it. */
export async function analysesOf(plan: ScoringPlan, line: Line): Promise<Analysis[]> {
  const options = optionsOf(plan);
  const first = await analyse(line, options);
  const others = line.rule.judged ? [] : otherRows(line);
  return [first, ...(await Promise.all(others.map((other) => analyse(other, options))))];
}
