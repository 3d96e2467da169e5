/** Counts are whole: of inputs that are counts, and of rows in units that count things one by one. */
import type { Finding } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { find } from '../findings/index.ts';
import { countsWhole } from '../read/index.ts';
import { once } from './once.ts';
import type { Row } from './rows.ts';
import type { Sheet } from './sheet.ts';

/** A finding for each count that is not whole; what is written is computed with all the same. */
export const countFindings = (
  plan: ScoringPlan,
  sheet: Sheet<Exact>,
  rows: readonly Row<Exact>[],
): Finding[] => [
  ...countsOf(plan).flatMap(({ id, name }) => {
    const count = sheet.numbers(id);
    if (!(count instanceof Exact) || count.isWhole()) return [];
    return [find('count-not-whole', { name, cell: noCell, text: sheet.shown(id) }, { input: id, name })];
  }),
  ...rows.flatMap((row) => cellsOfRow.flatMap((cell) => rowFinding(row, cell))),
];

const countsOf = once((plan: ScoringPlan) =>
  [...plan.inputs.values()].filter(({ type }) => type === 'count'),
);

const cellsOfRow = ['target', 'actual'] as const;
const noCell = { zh: '', en: '' };
const cells = {
  target: { zh: '的目标值', en: 'the target of ' },
  actual: { zh: '的完成值', en: 'the actual of ' },
} as const;

function rowFinding(row: Row<Exact>, cell: 'target' | 'actual'): Finding[] {
  const { number, unit, text } = row[cell];
  if (!number || !countsWhole(unit ?? row.target.unit) || number.isWhole()) return [];
  const { id, declared } = row;
  const { name } = declared;
  return [find('count-not-whole', { name, cell: cells[cell], text }, { indicator: id, name, cell })];
}
