/** Two filings of a form: which cells differ. */
import { expect, test } from 'vitest';
import { differences } from '../../server/web/pages/filings/differences.ts';

const earlier = {
  inputs: { budget: '73.5', executed: '70' },
  declared: [
    { id: 'a', name: '甲', actual: '1' },
    { id: 'b', name: '乙', actual: '2' },
  ],
  reasons: { execution: '少' },
};

test('the same form differs nowhere', () => {
  expect(differences(earlier, structuredClone(earlier)).cells).toEqual([]);
});

test('a row is the same by its id, wherever it stands', () => {
  const later = {
    ...earlier,
    inputs: { budget: '75', executed: '70', planned: true },
    declared: [
      { id: 'b', name: '乙', actual: '3' },
      { id: 'a', name: '甲', actual: '1' },
    ],
    reasons: {},
  };
  const { cells, reader } = differences(earlier, later);
  const told = cells.map(({ cell, before, after }) => {
    const [, list, key] = cell.split('/');
    return [list === 'declared' ? reader.value(`/declared/${key}/name`) : cell, before, after];
  });
  expect(told).toEqual([
    ['/inputs/budget', '73.5', '75'],
    ['/inputs/planned', '', 'true'],
    ['乙', '2', '3'],
    ['/reasons/execution', '少', ''],
  ]);
});

test('a row that is gone is told by its name', () => {
  const { cells, reader } = differences(earlier, { ...earlier, declared: [earlier.declared[0]] });
  expect(cells.map(({ cell, before, after }) => [cell.split('/')[3], before, after])).toEqual([
    ['name', '乙', ''],
    ['actual', '2', ''],
  ]);
  expect(reader.value(cells[0]!.cell)).toBe('乙');
});
