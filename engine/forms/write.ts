/**
 * Facts of one line as the cells of a form that a unit could have filled in: every witness and every hint is written
 * here. What no unit can fill in is not written: half a count, a day that is none, an option that is not offered.
 */

import type { Declared, Judgement, Submission } from '../../schemas/generated/types.ts';
import {
  type InputPlan,
  isWholeInput,
  type ScoringPlan,
  type Subject,
  type TargetKind,
} from '../compile/index.ts';
import { Exact, greatest, least as leastOf } from '../decimal.ts';
import { dayNumber, isoDay } from '../expression/index.ts';
import type { Bound } from '../linear/index.ts';
import { type Given, type Line, sampleDay, sampleTarget } from '../lines/index.ts';

export type Fact = Exact | string | boolean;

/** Facts as they stand on a form. */
export interface FormCells {
  inputs: Record<string, string | boolean>;
  judgement: Judgement | undefined;
  /** The cells of a declared row; undefined on a fixed line. */
  row: Pick<Declared, 'target' | 'actual' | 'weight'> | undefined;
}

/** The id of the one declared row of a form made here. */
export const rowId = 'witness-row';

const comparators: Partial<Record<Line['kind'], string>> = { atLeast: '≥', atMost: '≤', equal: '＝' };
/** Days that a cell is read as. */
const firstDay = Exact.of(dayNumber('1900-01-01')!);
const lastDay = Exact.of(dayNumber('9999-12-31')!);

/** The cells of a line; undefined where a fact is nothing that a unit can fill in. */
export function cellsOf(plan: ScoringPlan, looked: Line, given: Given): FormCells | undefined {
  const line = looked.range ? { ...looked, range: rangeIn(looked.range, given) } : looked;
  const inputs: FormCells['inputs'] = {};
  const judgement: Judgement = {};
  const row: NonNullable<FormCells['row']> = {};
  for (const [key, value] of given) {
    const input = plan.inputs.get(key);
    const cell = input ? inputCell(input, value) : lineCell(line, key, value);
    if (cell === undefined) return undefined;
    if (input) inputs[key] = cell;
    else if (key === 'judged.share') judgement.share = String(cell);
    else if (key === 'judged.tier') judgement.tier = String(cell);
    else if (line.row ? !putCell(row, line, key, String(cell)) : key !== 'weight') return undefined;
  }
  const isJudged = Object.keys(judgement).length > 0;
  return {
    inputs,
    judgement: isJudged ? judgement : undefined,
    row: line.row && { weight: line.weight.toText(), ...otherCells(line, isJudged), ...row },
  };
}

/** One input as a unit fills it in; undefined where it cannot be filled in so. */
export function inputCell(input: InputPlan, value: Fact): string | boolean | undefined {
  const { type, options, unit } = input;
  if (!(value instanceof Exact)) {
    if (type === 'yesNo') return typeof value === 'boolean' ? value : undefined;
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    const isText = type === 'text' || (type === 'choice' && (options?.includes(value) ?? true));
    return isText ? value : undefined;
  }
  if (type === 'yesNo' || type === 'text' || type === 'choice') return undefined;
  return numberCell(value, { ...input, whole: isWholeInput(type) }, unit, type === 'date');
}

type RowCell = 'target' | 'actual' | 'weight';
const rowCells: ReadonlySet<string> = new Set<RowCell>(['target', 'actual', 'weight']);

/** The cell of a row that a fact is written in. */
const rowCellOf = ({ range }: Line, key: string): RowCell | undefined =>
  range && standings.has(key) ? 'actual' : rowCells.has(key) ? (key as RowCell) : undefined;

/** False where the fact has no cell, or its cell says something else already. The ends of a range are its target. */
function putCell(row: NonNullable<FormCells['row']>, line: Line, key: string, text: string): boolean {
  if (line.range && (key === 'least' || key === 'most')) return line.range[key].toText() === text;
  const cell = rowCellOf(line, key);
  if (cell === undefined || (row[cell] !== undefined && row[cell] !== text)) return false;
  row[cell] = text;
  return true;
}

/** The range with the ends that are given. */
function rangeIn(sample: NonNullable<Line['range']>, given: Given): NonNullable<Line['range']> {
  const end = (key: 'least' | 'most'): Exact | undefined => {
    const value = given.get(key);
    return value instanceof Exact ? value : undefined;
  };
  const [least, most] = [end('least'), end('most')];
  if (least) return { least, most: most ?? greatest(least, sample.most) };
  return { least: most ? leastOf(most, sample.least) : sample.least, most: most ?? sample.most };
}

/** The facts of a range that are written as its actual. */
const standings: ReadonlySet<string> = new Set(['outside', 'nearness', 'actual']);

/** An actual so far above the range; or so near to its lower end, from below. */
function standingActual({ least, most }: NonNullable<Line['range']>, key: string, value: Exact): Exact {
  if (key === 'outside') return most.plus(value);
  return key === 'nearness' ? least.times(value) : value;
}

function lineCell(line: Line, key: string, value: Fact): string | undefined {
  if (!(value instanceof Exact)) return key === 'judged.tier' ? String(value) : undefined;
  if (line.range && standings.has(key) && isWithin(value, line.bounds(key)))
    return numberCell(standingActual(line.range, key, value), {}, undefined, false);
  const bound = line.bounds(key);
  if (key === 'judged.share') return numberCell(value, bound, '%', false);
  const cell = numberCell(value, bound, undefined, line.kind === 'date' && key !== 'weight');
  return cell !== undefined && key === 'target' ? `${comparators[line.kind] ?? ''}${cell}` : cell;
}

const isWithin = (value: Exact, { min, max }: Bound): boolean =>
  !((min && value.compare(min) < 0) || (max && value.compare(max) > 0));

/** A number that stands within its bounds and has a text that ends; a day as a date. */
function numberCell(
  value: Exact,
  { min, max, whole }: Bound,
  unit: string | undefined,
  isDay: boolean,
): string | undefined {
  if (!isWithin(value, { min, max }) || ((whole || isDay) && !value.floor().equals(value))) return undefined;
  if (isDay) {
    const isKnown = value.compare(firstDay) >= 0 && value.compare(lastDay) <= 0;
    return isKnown ? isoDay(Number(value.toText())) : undefined;
  }
  const shown = unit === '%' ? value.times(Exact.hundred) : value;
  const text = shown.toText();
  return Exact.parse(text)?.equals(shown) ? `${text}${unit === '%' ? '%' : ''}` : undefined;
}

/** A row has something in its cells also where its rule reads none of them. */
function otherCells({ kind, range }: Line, isJudged: boolean): Partial<Declared> {
  if (range) return { target: `${range.least.toText()}~${range.most.toText()}`, actual: range.most.toText() };
  if (kind === 'words') return { target: '按要求完成', actual: isJudged ? '见评分' : '按要求完成' };
  const text = kind === 'date' ? isoDay(Number(sampleDay.toText())) : sampleTarget.toText();
  return { target: `${comparators[kind] ?? ''}${text}`, actual: text };
}

/** The comparator that a target of the kind is written with. */
export const comparatorOf = (kind: TargetKind): string => comparators[kind] ?? '';

/** The form with the facts of one line and nothing else; undefined where they cannot be written on one. */
export function submissionOf(plan: ScoringPlan, line: Line, given: Given): Submission | undefined {
  const cells = cellsOf(plan, line, given);
  if (!cells) return undefined;
  const { inputs, judgement, row } = cells;
  const { rulebook, edition } = plan.identity;
  const declared = row && {
    id: rowId,
    under: line.row!.group.id,
    name: line.name,
    ...row,
    ...(judgement ? { judgement } : {}),
  };
  return {
    rulebook,
    edition,
    name: line.name,
    subject: subjectFor(plan, Object.keys(inputs)),
    ...(Object.keys(inputs).length > 0 ? { inputs } : {}),
    ...(declared ? { declared: [declared] } : {}),
    ...(judgement && !row ? { judgements: { [line.id]: judgement } } : {}),
  };
}

/** A subject that is asked all the inputs. */
export function subjectFor(plan: ScoringPlan, inputs: readonly string[]): Subject {
  const { subjects } = plan.rulebook;
  const isAsked = (subject: Subject) =>
    inputs.every((id) => plan.inputs.get(id)?.subjects?.includes(subject) ?? true);
  return subjects.find(isAsked) ?? subjects[0]!;
}
