/**
 * Values of the names in a decision for which its facts fall in given cells: nice round anchors for all but one name,
 * and that one solved for. Proposes only; whoever asks evaluates the proposal.
 */
import { cellCount, cellFinder, type DecisionFact } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  decimals,
  type Expression,
  evaluator,
  isNothing,
  type Lookup,
  namesIn,
} from '../expression/index.ts';

export type Value = Exact | string | boolean;
/** What is proposed for each name; a name that is absent is left blank. */
export type Assignment = ReadonlyMap<string, Value>;

/** A name that may be given a value. */
export interface Variable {
  kind: 'number' | 'date' | 'text' | 'yesNo';
  min?: Exact;
  max?: Exact;
  whole: boolean;
  /** Round values to try, the best first. */
  anchors: readonly Exact[];
  options?: readonly string[];
}

/** Which end of a cell a value should lie beside. */
export type Beside = 'low' | 'high';

export interface Question {
  /** The facts and the cells they should fall in; facts left out are free. */
  cells: readonly { fact: DecisionFact; cell: number; beside?: Beside }[];
  /** Undefined for a name that cannot be chosen. */
  variable: (name: string) => Variable | undefined;
  /** Numbers that stand whatever is proposed, such as results of the form. */
  fixed: Lookup<Exact>;
  /** Whether a fact is a rate, whose steps are hundredths of a percentage point. */
  isRate: (expression: Expression) => boolean;
}

const most = 4000;

/** Proposals, the nicest first; none where nothing was found. */
export function* solve(question: Question): Generator<Assignment> {
  const budget = { left: most };
  const anchorings = Math.max(
    1,
    ...question.cells.flatMap(({ fact }) =>
      fact.kind === 'number'
        ? namesIn(fact.expression).map((name) => question.variable(name)?.anchors.length ?? 0)
        : [],
    ),
  );
  for (let anchor = 0; anchor < anchorings; anchor++) yield* settle(question, 0, new Map(), anchor, budget);
}

function* settle(
  question: Question,
  position: number,
  known: ReadonlyMap<string, Value>,
  anchor: number,
  budget: { left: number },
): Generator<Assignment> {
  if (budget.left-- <= 0) return;
  const next = question.cells[position];
  if (!next) {
    if (fits(question, known)) yield known;
    return;
  }
  for (const proposal of proposals(question, next, known, anchor))
    yield* settle(question, position + 1, proposal, anchor, budget);
}

const numbersOf =
  (known: ReadonlyMap<string, Value>, { fixed }: Question): Lookup<Exact> =>
  (name) => {
    const value = known.get(name);
    return value instanceof Exact ? value : (fixed(name) ?? undefined);
  };

/** True where every fact lies in its cell. */
export function fits(question: Question, known: ReadonlyMap<string, Value>): boolean {
  const words = (name: string) => {
    const value = known.get(name);
    return value instanceof Exact ? undefined : value;
  };
  return question.cells.every(
    ({ fact, cell }) => cellFinder(fact, decimals)(numbersOf(known, question), words) === cell,
  );
}

function* proposals(
  question: Question,
  asked: Question['cells'][number],
  known: ReadonlyMap<string, Value>,
  anchor: number,
): Generator<ReadonlyMap<string, Value>> {
  const { fact, cell } = asked;
  const isBlank = fact.kind !== 'phrases' && fact.blank && cell === cellCount(fact) - 1;
  const isSilent = fact.kind === 'phrases' && cell === 0 && !known.has(fact.name);
  if (isBlank || isSilent) yield known;
  else if (fact.kind === 'number') yield* numbersIn(question, { ...asked, fact }, known, anchor);
  else {
    const value = wordIn(fact, cell, question.variable(fact.name));
    const taken = known.get(fact.name);
    if (value !== undefined && (taken === undefined || taken === value))
      yield new Map([...known, [fact.name, value]]);
  }
}

type NumberFact = Extract<DecisionFact, { kind: 'number' }>;

/** All free names at their anchors, where that will do; else all but one, and that one solved for. */
function* numbersIn(
  question: Question,
  { fact, cell, beside }: { fact: NumberFact; cell: number; beside?: Beside },
  known: ReadonlyMap<string, Value>,
  anchor: number,
): Generator<ReadonlyMap<string, Value>> {
  const free = namesIn(fact.expression).filter((name) => !known.has(name) && question.variable(name));
  if (free.length === 0) return yield known;
  const round = new Map(known);
  for (const name of free) round.set(name, anchorOf(question, name, anchor));
  if (beside === undefined && fits({ ...question, cells: [{ fact, cell }] }, round)) yield round;
  for (const goal of valuesIn(fact, cell, question, beside))
    for (const solved of free) {
      const others = new Map(round);
      others.delete(solved);
      for (const value of rootsOf(question, fact.expression, solved, goal, others, cell % 2 === 1))
        yield new Map([...others, [solved, value]]);
    }
}

function wordIn(
  fact: Exclude<DecisionFact, { kind: 'number' }>,
  cell: number,
  variable: Variable | undefined,
): Value | undefined {
  if (fact.kind === 'yesNo') return cell === 1;
  if (fact.kind === 'phrases') return cell === 1 ? fact.phrases[0] : '其他';
  const value = fact.values[cell];
  if (value !== undefined) return value;
  return variable?.options ? variable.options.find((one) => !fact.values.includes(one)) : '已说明';
}

export function anchorOf({ variable }: Pick<Question, 'variable'>, name: string, anchor: number): Value {
  const { anchors = [] } = variable(name) ?? {};
  return anchors[Math.min(anchor, anchors.length - 1)] ?? Exact.zero;
}

const steps = ['0.01', '0.001', '0.1', '1', '0.0001', '10', '100', '1000', '100000'].map(Exact.of);
const hundredthOfPoint = ['0.0001', '0.001', '0.01', '0.1', '1', '10', '100'].map(Exact.of);
const half = Exact.of('0.5');

/** Values of the fact in the cell: just beside the thresholds first, then farther off. */
export function* valuesIn(
  fact: NumberFact,
  cell: number,
  { isRate }: Pick<Question, 'isRate'>,
  beside: Beside | undefined,
): Generator<Exact> {
  const { thresholds } = fact;
  if (thresholds.length === 0) return yield Exact.one;
  if (cell % 2 === 1) return yield thresholds[(cell - 1) / 2]!;
  const low = thresholds[cell / 2 - 1];
  const high = thresholds[cell / 2];
  for (const step of isRate(fact.expression) ? hundredthOfPoint : steps) {
    const under = high?.minus(step);
    const over = low?.plus(step);
    if (under && (!low || under.compare(low) > 0) && (beside !== 'low' || !low)) yield under;
    if (over && (!high || over.compare(high) < 0) && (beside !== 'high' || !high)) yield over;
  }
  if (low && high) yield low.plus(high).times(half);
}

/** Values of one name that give the expression the goal; for a goal inside a cell also rounded ones. */
function rootsOf(
  question: Question,
  expression: Expression,
  solved: string,
  goal: Exact,
  others: ReadonlyMap<string, Value>,
  exactly: boolean,
): Exact[] {
  const variable = question.variable(solved)!;
  const value = evaluator(expression, decimals);
  const at = (x: Exact): Exact | undefined => {
    const result = value(numbersOf(new Map([...others, [solved, x]]), question));
    return isNothing(result) ? undefined : result;
  };
  const from = variable.anchors[0] ?? Exact.hundred;
  const to = from.plus(Exact.one).plus(from);
  const [a, b] = [at(from), at(to)];
  if (!a || !b) return [];
  const roots = [straight(from, to, a, b, goal)];
  const [c, d, e] = [a, b, goal].map((one) => Exact.one.over(one));
  if (c && d && e) roots.push(straight(from, to, c, d, e));
  return roots.flatMap((root) => {
    if (!root) return [];
    const tried = exactly || isWritten(root) ? [root] : [];
    if (!exactly)
      for (const decimalPlaces of variable.whole ? [0] : [2, 4])
        tried.push(root.round({ decimals: decimalPlaces, mode: 'half-up' }));
    return tried.filter((one) => isAllowed(one, variable) && (!exactly || at(one)?.equals(goal)));
  });
}

function straight(x0: Exact, x1: Exact, y0: Exact, y1: Exact, goal: Exact): Exact | undefined {
  return goal.minus(y0).times(x1.minus(x0)).over(y1.minus(y0))?.plus(x0);
}

/** True where the number can be written down whole. */
const isWritten = (value: Exact): boolean => Exact.parse(value.toText()) !== undefined;

const isAllowed = (value: Exact, { min, max, whole }: Variable): boolean =>
  isWritten(value) &&
  !(min && value.compare(min) < 0) &&
  !(max && value.compare(max) > 0) &&
  (!whole || value.floor().equals(value));
