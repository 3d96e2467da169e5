/** What is said of a form, by what it means for filing; and the tasks of a unit, by what is to be done. */
import { describe, expect, test } from 'vitest';
import type { Finding, Preview } from '../../schemas/generated/types.ts';
import { groupsOf } from '../../server/web/pages/form/groups.ts';
import { byUrgency, inOrder } from '../../server/web/pages/tasks/order.ts';

const said = (code: string, severity: Finding['severity'], place?: Finding['place']): Finding => ({
  ...{ code, severity, message: { zh: code, en: code } },
  ...(place ? { place } : {}),
});

const nameless = said('row-without-name', 'error', {
  ...{ indicator: 'd1', row: { id: 'd1', index: 0 }, cell: 'name', pointer: '/declared/0/name' },
});
const lacking = said('data-missing', 'warning', { indicator: 'a', pointer: '/inputs/a' });
const sum = said('weight-sum', 'error', { indicator: 'total', cell: 'weight' });
const over = said('above-weight', 'error', { indicator: 'b' });
const note = said('check-undecided', 'info');

const whole: Preview = {
  diagnostics: [nameless],
  score: { status: 'incomplete', total: '0', outOf: '20', fullMarks: '100', unwritten: '80', lost: '0' },
  ...{ lines: [], owed: [], losses: [] },
  lacking: [lacking],
  findings: [sum, over, note],
  refusals: [nameless, { ...lacking, severity: 'error' }],
};

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

function grouped(preview: Preview, isChecked: boolean, name?: string) {
  const store = { value: () => name, cellAt: (pointer: string) => pointer };
  const { pending, refusing, warning, notes } = groupsOf(preview, { isChecked, store });
  return [pending, refusing, warning, notes].map(codes);
}

describe('what is said', () => {
  test('what is merely empty is still to be filled in, and no mistake', () => {
    expect(grouped(whole, false)).toEqual([
      ['row-without-name', 'data-missing', 'weight-sum'],
      [],
      ['above-weight'],
      ['check-undecided'],
    ]);
  });

  test('once it is checked it stands in the way, or may be filed as it is', () => {
    expect(grouped(whole, true)).toEqual([
      [],
      ['row-without-name', 'data-missing'],
      ['weight-sum', 'above-weight'],
      ['check-undecided'],
    ]);
  });

  test('what was typed and cannot be read is a mistake at once; so is a sum of weights that are all there', () => {
    const { unwritten, ...score } = whole.score!;
    expect(grouped({ ...whole, score }, false, '1.')).toEqual([
      ['data-missing'],
      ['row-without-name'],
      ['weight-sum', 'above-weight'],
      ['check-undecided'],
    ]);
  });
});

test('what was returned comes first, then what is not filed by its day, then what others have', () => {
  const task = (id: string, due: string, state: 'open' | 'closed' = 'open') => ({ id, due, state });
  const form = (taskId: string, state: 'draft' | 'filed' | 'returned' | 'accepted') => ({ taskId, state });
  const tasks = [
    task('passed', '2021-01-01'),
    task('later', '2021-12-01'),
    task('filed', '2021-02-01'),
    task('over', '2020-01-01', 'closed'),
    task('sooner', '2021-11-01'),
    task('back', '2021-12-31'),
  ];
  const forms = [
    form('passed', 'accepted'),
    form('later', 'draft'),
    form('filed', 'filed'),
    form('back', 'filed'),
    form('back', 'returned'),
  ];
  const ordered = inOrder(tasks, forms);
  expect(ordered.map(({ task: { id } }) => id)).toEqual([
    'back',
    'sooner',
    'later',
    'filed',
    'over',
    'passed',
  ]);
  expect(ordered[0]!.forms.map(({ state }) => state)).toEqual(['returned', 'filed']);
  expect(byUrgency(forms).map(({ state }) => state)).toEqual([
    'returned',
    'draft',
    'filed',
    'filed',
    'accepted',
  ]);
});
