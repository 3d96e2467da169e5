/** Values with which a decision about a whole form, or a dossier, answers as wanted. Proposals only. */
import { isWholeInput, type ScoringPlan, type Subject } from '../compile/index.ts';
import { cellCount, cellFinder, type Decision, type DecisionFact } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import type { Results } from '../evaluate/index.ts';
import {
  decimals,
  type Expression,
  evaluator,
  isConstant,
  literal,
  mapped,
  namesIn,
} from '../expression/index.ts';
import type { Bound, Bounds } from '../linear/index.ts';
import type { Given } from '../lines/index.ts';
import { type Wish, witnessesOf } from '../possible/index.ts';
import type { Asked, Want } from './item.ts';
import { classesOf } from './line-witness.ts';
import { valuesIn } from './plain.ts';
import { knownIn } from './reachable.ts';

/** What may be put on the form: a name's bounds, `words` for a text or an answer; undefined where it cannot be chosen. */
export type Choosable = (name: string) => Bound | 'words' | undefined;

/** Inputs, the report, reasons, claims, and the total itself, which judged lines are then set to give. */
export const onForm =
  (plan: ScoringPlan, subject: Subject): Choosable =>
  (name) => {
    const input = plan.inputs.get(name);
    if (input) {
      if (!(input.subjects?.includes(subject) ?? true)) return undefined;
      const { min, max, type } = input;
      return type === 'yesNo' || type === 'text' || type === 'choice'
        ? 'words'
        : { min, max, whole: isWholeInput(type) };
    }
    if (name === 'report' || name.startsWith('reason.')) return 'words';
    if (name === 'total' || name === 'claimedTotal') return { min: Exact.zero, max: plan.total };
    const claimed = name.endsWith('.claimed') ? plan.byId.get(name.slice(0, -'.claimed'.length)) : undefined;
    return claimed?.weight && { min: Exact.zero, max: claimed.weight };
  };

const mostPerClass = 6;

export function* askedWitnesses(
  asked: Asked,
  want: Want,
  choosable: Choosable,
  results: Results,
  preferred: readonly Bounds[],
): Generator<Given> {
  const { decision, scope } = asked;
  const settled = settledBy(decision, choosable, results);
  const isAlone = 'fact' in want && decision.answers.size < decision.size;
  const classes = isAlone
    ? [decision.facts.map((_, at) => (at === want.fact ? want.cell : -1))]
    : classesOf(decision, (cells, outcomes) => {
        if ('fact' in want) return cells[want.fact] === want.cell;
        return want.outcome === 'none' ? outcomes.length === 0 : outcomes.includes(want.outcome);
      });
  const own = knownIn(scope);
  const bounds: Bounds = (name) => {
    const chosen = choosable(name);
    return chosen === 'words' || chosen === undefined ? own.bounds(name) : chosen;
  };
  for (const cells of classes) {
    const open = openCells(decision, settled, cells, choosable, results);
    if (!open) continue;
    const fact =
      'fact' in want
        ? want.fact
        : settled.facts.findIndex(({ kind }, at) => kind === 'number' && open[at]! % 2 === 0);
    const side = 'fact' in want && want.side === 'above' ? 'low' : 'high';
    const wish: Wish | undefined =
      fact < 0 || open[fact]! < 0
        ? undefined
        : { fact, values: valuesIn(decision.facts[fact]!, open[fact]!, scope, side) };
    let left = mostPerClass;
    for (const given of witnessesOf(settled, open, { ...own, bounds, preferred }, wish)) {
      yield new Map([...given].filter(([name]) => choosable(name) !== undefined));
      if (--left === 0) break;
    }
  }
}

/** The decision with what cannot be chosen put in as the form has it. */
function settledBy(decision: Decision, choosable: Choosable, { numbers }: Results): Decision {
  const put = (node: Expression): Expression | undefined => {
    const isList =
      node.kind === 'call' &&
      node.arguments.some(
        (one) => one.kind === 'name' && choosable(one.name) === undefined && Array.isArray(numbers(one.name)),
      );
    const isSet = node.kind === 'name' && choosable(node.name) === undefined;
    if (!isList && !isSet) return undefined;
    const value = evaluator(node, decimals)(numbers);
    return value instanceof Exact ? literal(value) : undefined;
  };
  const facts = decision.facts.map(
    (fact): DecisionFact =>
      fact.kind === 'number' ? { ...fact, expression: mapped(fact.expression, put) } : fact,
  );
  return { ...decision, facts };
}

/** The cells that are still to be reached, -1 for those that the form is in; undefined where it is in another. */
function openCells(
  decision: Decision,
  settled: Decision,
  cells: readonly number[],
  choosable: Choosable,
  results: Results,
): number[] | undefined {
  const open: number[] = [];
  for (const [at, fact] of settled.facts.entries()) {
    const cell = cells[at]!;
    const names = fact.kind === 'number' ? namesIn(fact.expression) : [fact.name];
    const isOpen = names.every((name) => choosable(name) !== undefined);
    const isBlank = fact.kind !== 'phrases' && fact.blank && cell === cellCount(fact) - 1;
    if (cell < 0 || isBlank) open.push(-1);
    else if (isOpen && !(fact.kind === 'number' && isConstant(fact.expression))) open.push(cell);
    else if (cellFinder(decision.facts[at]!, decimals)(results.numbers, results.words) === cell)
      open.push(-1);
    else return undefined;
  }
  return open;
}
