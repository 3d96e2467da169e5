/** Target and actual of a rolled-up row, written as people write them. */
import type { Declared } from '../../schemas/generated/types.ts';
import { Exact, sum } from '../decimal.ts';
import { type Averaging, average, decimalText, percentText } from './average.ts';
import { numberOf, type Occurrence } from './gather.ts';
import { commonUnit, inUnit, isRelative } from './units.ts';

type Side = 'target' | 'actual';
type Cells = Pick<Declared, 'target' | 'actual'>;

const added: ReadonlySet<string> = new Set(['atLeast', 'atMost', 'plain', 'equal']);

/** True of rows whose numbers can be put together. */
export const isNumeric = ({ row }: Occurrence): boolean => added.has(row.kind);

export const hasBothNumbers = ({ row }: Occurrence): boolean =>
  row.targetNumber !== undefined && row.actualNumber !== undefined;

/** True where each should hit its target and one lies above and another below: together they would seem to hit it. */
export function hidesMiss(rows: readonly Occurrence[]): boolean {
  const meant = rows.filter(({ row }) => row.kind === 'equal' || row.plan.rule.method === 'equality');
  const sides = meant.flatMap(({ row: { targetNumber, actualNumber } }) =>
    targetNumber && actualNumber ? [actualNumber.compare(targetNumber)] : [],
  );
  return sides.some((side) => side > 0) && sides.some((side) => side < 0);
}

/** A row of one form keeps its cells. What is missing on one side of a part leaves that side empty. */
export function cellsOf(rows: readonly Occurrence[], how: Averaging): Cells {
  const [only, ...others] = rows;
  if (others.length === 0) return verbatim(only!);
  if (rows.every(({ row }) => row.kind === 'date')) return dates(rows);
  if (!rows.every(isNumeric)) return texts(rows);
  const numbers = rows.flatMap((one) =>
    (['target', 'actual'] as const).flatMap((side) => {
      const number = numberOf(one, side);
      return number ? [{ number, unit: one.unit }] : [];
    }),
  );
  const unit = commonUnit(numbers);
  const relative = isRelative(unit) || rows.some(({ row, unit: own }) => !own && row.actual.unit === '%');
  const together = (side: Side): Exact | undefined => {
    const values = rows.flatMap((one) => {
      const value = numberOf(one, side);
      return value ? [{ value: inUnit(value, one.unit, unit), amount: one.part.amount }] : [];
    });
    if (values.length < rows.length) return undefined;
    return relative ? average(values, how) : sum(values.map(({ value }) => value));
  };
  const write = (number: Exact | undefined, sign: string): string =>
    number ? `${sign}${written(number, unit)}` : '';
  return { target: write(together('target'), signOf(rows)), actual: write(together('actual'), '') };
}

function written(number: Exact, unit: string | undefined): string {
  if (unit === '%') return percentText(number);
  if (unit === '百分点') return `${decimalText(number.times(Exact.hundred))}个百分点`;
  return `${decimalText(number)}${unit ?? ''}`;
}

const signs: { readonly [comparator: string]: string } = {
  '>=': '≥',
  '>': '＞',
  '<=': '≤',
  '<': '＜',
  '=': '＝',
};

/** The sign of all; where one part excludes its end, so does the whole. */
function signOf(rows: readonly Occurrence[]): string {
  const comparators = rows.flatMap(({ row }) => row.target.comparator ?? []);
  const strict = comparators.find((one) => one === '>' || one === '<');
  return signs[strict ?? comparators[0] ?? ''] ?? '';
}

function verbatim({ row: { declared } }: Occurrence): Cells {
  const { target, actual } = declared;
  return { ...(target === undefined ? {} : { target }), ...(actual === undefined ? {} : { actual }) };
}

/** All are done when the last is done; where words say that a date was kept, it was kept on that day. */
function dates(rows: readonly Occurrence[]): Cells {
  const latest = (side: Side): string => {
    const days = rows.map(({ row }) =>
      row.actualNumber || side === 'target' ? dayOf(row, side) : undefined,
    );
    return days.every((day) => day !== undefined) ? days.sort().at(-1)! : '';
  };
  return { target: latest('target'), actual: latest('actual') };
}

const dayOf = (row: Occurrence['row'], side: Side): string | undefined => row[side].date ?? row.target.date;

function texts(rows: readonly Occurrence[]): Cells {
  const joined = (side: Side): string =>
    [...new Set(rows.map(({ row }) => row[side].text).filter((text) => text !== ''))].join('；');
  const isBlank = (side: Side): boolean => rows.some(({ row }) => row[side].kind === 'blank');
  return { target: joined('target'), actual: isBlank('actual') ? '' : joined('actual') };
}
