/** One column of the declared indicators as a list of numbers, or the cells that keep it from being one. */
import type { Exact } from '../decimal.ts';
import type { Lookup } from '../expression/index.ts';
import { convert, sameDimension } from '../read/index.ts';
import { type Absence, quoted } from './absence.ts';
import type { ScoredNode } from './node.ts';

const amounts = '万元';

/** A figure of a scored line; undefined where it is not known: points of what lacks data, a score nobody claimed. */
export function figureOf(figure: string, node: ScoredNode<Exact>): Exact | undefined {
  switch (figure) {
    case 'points':
      return node.open ? undefined : node.points;
    case 'claimed':
      return node.claimed;
    case 'weight':
      return node.unscored === 'no-weight' ? undefined : node.weight;
    case 'rate':
      return node.open ? undefined : node.points.over(node.weight);
    default:
      return undefined;
  }
}

type Cell = 'target' | 'actual';
const cellNames = {
  target: { zh: '的目标值', en: 'the target' },
  actual: { zh: '的完成值', en: 'the actual' },
} as const;

interface Column {
  numbers: Exact[];
  absences: Absence[];
}

/** A column of the rows among the lines: its numbers, and what is unknown of it. */
export function columnOf(figure: string, lines: readonly ScoredNode<Exact>[]): Column {
  const rows = lines.filter((line) => line.row !== undefined);
  const column: Column = { numbers: [], absences: [] };
  const add = (number: Exact | undefined, absence: () => Absence) =>
    number ? column.numbers.push(number) : column.absences.push(absence());
  const common = figure === 'target' || figure === 'actual' ? commonUnit(rows) : undefined;
  for (const line of rows) {
    if (figure === 'target' || figure === 'actual') addCell(line, figure, common, add);
    else if (figure === 'achievement') addAchievement(line, add);
    else add(figureOf(figure, line), () => absenceOfFigure(figure, line));
  }
  return column;
}

/** The numbers of a column as a fact: undefined where one of them is unknown. */
export function listOf(figure: string, lines: readonly ScoredNode<Exact>[]): ReturnType<Lookup<Exact>> {
  const { numbers, absences } = columnOf(figure, lines);
  return absences.length > 0 ? undefined : numbers;
}

/** What a line lacks to have points, or a claimed score. */
export const absenceOfFigure = (figure: string, { name }: ScoredNode<Exact>): Absence =>
  figure === 'claimed'
    ? { what: { zh: `「${name}」自评得分`, en: `the claimed score of "${name}"` }, why: 'empty' }
    : { what: quoted(name), why: 'unscored' };

type Add = (number: Exact | undefined, absence: () => Absence) => void;

/** What does not apply and was left empty is no gap in a column. */
const isLeftOut = ({ status }: ScoredNode<Exact>): boolean =>
  status === 'not-applicable' || status === 'excluded';

function addCell(line: ScoredNode<Exact>, cell: Cell, common: string | undefined, add: Add): void {
  const { kind, target, targetNumber, actualNumber } = line.row!;
  // A range is no one number.
  const isNoNumber = kind === 'date' || (kind === 'range' && cell === 'target');
  const number = isNoNumber ? undefined : cell === 'target' ? targetNumber : actualNumber;
  const isForeign = cell === 'actual' && line.row!.remarks.has('unit-mismatch');
  const inUnit = number && !isForeign ? inCommonUnit(number, target.unit, common) : undefined;
  if (!inUnit && isLeftOut(line)) return;
  add(inUnit, () => absenceOfCell(line, cell, isNoNumber || number !== undefined));
}

function absenceOfCell({ row, name }: ScoredNode<Exact>, cell: Cell, isForeign: boolean): Absence {
  const { text, kind } = row![cell];
  const { zh, en } = cellNames[cell];
  if (kind === 'blank') return { what: { zh: `「${name}」${zh}`, en: `${en} of "${name}"` }, why: 'empty' };
  return {
    what: { zh: `「${name}」${zh}「${text}」`, en: `${en} "${text}" of "${name}"` },
    why: isForeign ? 'foreign' : 'unreadable',
  };
}

/** Amounts are told in 万元; other numbers in the unit of the first row that has one. */
function commonUnit(rows: readonly ScoredNode<Exact>[]): string | undefined {
  const units = rows.flatMap(({ row }) => (row!.kind === 'date' ? [] : (row!.target.unit ?? [])));
  return units.some((unit) => sameDimension(unit, amounts)) ? amounts : units[0];
}

/** A number without a unit is taken to be in that of the others. */
const inCommonUnit = (
  number: Exact,
  unit: string | undefined,
  common: string | undefined,
): Exact | undefined => (unit === undefined ? number : convert(number, unit, common));

/** Dates, ranges and words have no achievement; of other rows it is unknown where a number is, or the target is zero. */
function addAchievement(line: ScoredNode<Exact>, add: Add): void {
  const { kind, target, actual, targetNumber } = line.row!;
  if (kind === 'date' || kind === 'range' || (kind === 'words' && target.kind !== 'blank')) return;
  const achievement = line.row!.remarks.has('unit-mismatch') ? undefined : rowAchievement(line);
  if (!achievement && isLeftOut(line)) return;
  add(achievement, () => {
    const cell = target.kind === 'blank' || targetNumber === undefined ? 'target' : 'actual';
    if (line.row!.remarks.has('unit-mismatch')) return absenceOfCell(line, 'actual', true);
    if (line.row!.actualNumber && targetNumber)
      return {
        what: { zh: `「${line.name}」完成率`, en: `the achievement of "${line.name}"` },
        why: 'zero-division',
      };
    return absenceOfCell(line, actual.kind === 'blank' ? 'actual' : cell, false);
  });
}

/**
 * Actual ÷ target, or target ÷ actual where less is better; undefined for dates and words, for divisions by zero, and for
 * a target below zero, to which no proportion holds.
 */
export function rowAchievement({ row }: ScoredNode<Exact>): Exact | undefined {
  if (!row?.targetNumber || !row.actualNumber || row.kind === 'date' || row.kind === 'words')
    return undefined;
  if (row.targetNumber.sign() < 0) return undefined;
  return row.kind === 'atMost'
    ? row.targetNumber.over(row.actualNumber)
    : row.actualNumber.over(row.targetNumber);
}
