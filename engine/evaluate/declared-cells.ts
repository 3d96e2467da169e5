/** A row's target and actual as one text each, where the form prints sign, value and unit in columns of their own. */
import type { Declared } from '../../schemas/generated/types.ts';
import { isBlank, withoutNoise } from '../read/index.ts';
import type { CellReader, NumberCell } from './cells.ts';

const textOf = (cell: Declared['target']): string => (cell === undefined ? '' : withoutNoise(String(cell)));

const isGiven = (text: string | undefined): text is string =>
  text !== undefined && !isBlank(text.trim(), true);

/** What the two cells of a row say together with its sign and its unit. A unit that a cell names itself stays. */
export function readCells<N>(
  { operator, target, actual, unit }: Declared,
  cell: CellReader<N>,
  year: string | undefined,
): { target: NumberCell<N>; actual: NumberCell<N> } {
  const withUnit = (text: string): NumberCell<N> => {
    const read = cell(text, year);
    const { kind, unit: own } = read.reading;
    const isBare = (kind === 'number' || kind === 'range') && own === undefined;
    return isBare && isGiven(unit) ? cell(text + unit, year) : read;
  };
  const plain = withUnit(textOf(target));
  const isSigned = isGiven(operator) && plain.reading.comparator === undefined;
  const signed =
    isSigned && plain.reading.kind === 'number' ? cell(operator + plain.reading.text, year) : plain;
  return {
    target: signed.reading.kind === 'number' ? signed : plain,
    actual: withUnit(textOf(actual)),
  };
}
