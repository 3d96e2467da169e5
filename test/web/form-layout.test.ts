/** Forms of every rulebook cut into views, and where a finding leads to. */
import { beforeAll, describe, expect, test } from 'vitest';
import { describeForm } from '../../engine/index.ts';
import type { FormDescription } from '../../schemas/generated/types.ts';
import { cellName } from '../../server/web/data/cell-names.ts';
import { FormStore } from '../../server/web/form/store.ts';
import { cellsOf } from '../../server/web/form/values.ts';
import { targetOf } from '../../server/web/pages/form/jump.ts';
import { layoutOf, tableView, viewOfInput, viewOfLine } from '../../server/web/pages/form/layout.ts';
import { hasChanged, isOfLine } from '../../server/web/pages/form/remarks.ts';
import { editions, loadPlan } from '../support/repository.ts';

const forms = new Map<string, FormDescription>();

beforeAll(async () => {
  for (const edition of editions) forms.set(edition.name, await describeForm(await loadPlan(edition)));
});

const formOf = (name: string): FormDescription => {
  const found = [...forms].find(([key]) => key.startsWith(name))?.[1];
  if (!found) throw new Error(`there is no form ${name}`);
  return found;
};

describe('the views of a form', () => {
  test.each(editions.map(({ name }) => name))(
    '%s: every input and every line that is filled in has one',
    (name) => {
      const form = formOf(name);
      for (const subject of form.subjects) {
        const layout = layoutOf(form, subject);
        const known = layout.views.map(({ id }) => id);
        for (const id of layout.inputs.keys())
          expect([id, known.includes(viewOfInput(layout, id) ?? '')]).toEqual([id, true]);
        for (const { id } of form.lines)
          expect([id, known.includes(viewOfLine(layout, id) ?? '')]).toEqual([id, true]);
        const asked = layout.views.flatMap(({ articles, loose }) => [
          ...articles.flatMap((line) => [...line.inputs, ...(layout.beside.get(line.id) ?? [])]),
          ...loose.flatMap(({ inputs }) => inputs.map(({ id }) => id)),
        ]);
        expect(new Set(asked)).toEqual(new Set(layout.inputs.keys()));
      }
    },
  );

  test('a form of fixed lines has one for each group, in its order, and one for its texts', () => {
    const layout = layoutOf(formOf('yunxi'), 'department');
    expect(layout.views.map(({ group, texts }) => group?.name ?? texts.length)).toEqual([
      ...['预算配置', '预算执行', '预算管理', '资产管理', '职责履行', '履职效益', 3],
    ]);
    expect(layout.views[1]!.loose.flatMap(({ inputs }) => inputs.map(({ id }) => id))).toEqual([
      ...['basicExpenditure', 'personnelExpenditure', 'officeExpenditure', 'projectExpenditure'],
    ]);
  });

  test('a form of declared indicators stands on one page, what one line alone reads beside it', () => {
    const layout = layoutOf(formOf('xiangyang'), 'project');
    const [only] = layout.views;
    expect([layout.views.length, only!.id]).toEqual([1, tableView]);
    expect(only!.heads.map(({ head, kinds }) => [head.name, kinds.length])).toEqual([
      ['产出指标', 4],
      ['效益指标', 4],
      ['满意度指标', 1],
    ]);
    expect(layout.beside.get('execution')).toEqual(['statedExecutionRate']);
    expect(layout.inputs.has('basicExpenditure')).toBe(false);
  });
});

describe('a finding', () => {
  const store = new FormStore({
    declared: [
      { id: 'a', name: '甲' },
      { id: 'b', name: '乙' },
    ],
    inputs: { budget: '1' },
  });
  const layout = () => layoutOf(formOf('xiangyang'), 'project');

  test('about a cell of a row leads to that row, wherever it stands by then', () => {
    const place = {
      indicator: 'b',
      row: { id: 'b', index: 1 },
      cell: 'actual',
      pointer: '/declared/1/actual',
    } as const;
    const { cells, ...target } = targetOf(place, layout(), store);
    expect(target).toEqual({ view: tableView, line: 'b' });
    expect(cells.map((cell) => store.value(cell.replace('/actual', '/name')))).toEqual(['乙']);
  });

  test('about data that are missing leads to the first input that lacks them', () => {
    const yunxi = layoutOf(formOf('yunxi'), 'department');
    const place = {
      indicator: 'fund-surplus',
      inputs: ['carriedOver', 'income'],
      pointer: '/inputs/carriedOver',
    };
    expect(targetOf(place, yunxi, store)).toEqual({
      view: 'budget-execution',
      cells: ['/inputs/carriedOver', '/inputs/income'],
      line: 'fund-surplus',
    });
  });

  test('about a reason, a sum of weights or a goal leads to its field or its line', () => {
    expect(targetOf({ indicator: 'execution', cell: 'reason' }, layout(), store).cells).toEqual([
      '/reasons/execution',
    ]);
    expect(targetOf({ indicator: 'performance', cell: 'weight' }, layout(), store)).toMatchObject({
      view: tableView,
      line: 'performance',
    });
    expect(targetOf({ pointer: '/goals' }, layoutOf(formOf('yunxi'), 'department'), store).view).toBe(
      'texts',
    );
  });
});

describe('a remark of the reviewer', () => {
  const layout = () => layoutOf(formOf('xiangyang'), 'project');
  const form = {
    declared: [{ id: 'a', actual: '1' }],
    inputs: { budget: '1' },
    reasons: { execution: '少' },
  };

  test('is dealt with once a cell of its line is another, and no sooner', () => {
    const store = new FormStore(form);
    const [row] = store.rows('/declared');
    const filed = cellsOf(form, () => row!);
    const changed = (line: string) =>
      hasChanged(
        store,
        filed,
        isOfLine(layout(), line, (id) => (id === 'a' ? row : undefined)),
      );
    expect([changed('execution'), changed('a')]).toEqual([false, false]);
    store.type('/inputs/budget', '2');
    expect([changed('execution'), changed('a')]).toEqual([true, false]);
    store.undo();
    store.type(`/declared/${row}/reason`, '迟了');
    expect([changed('execution'), changed('a')]).toEqual([false, true]);
  });
});

test('cells are called as people call them', () => {
  const store = new FormStore({ declared: [{ name: '培训人数' }, {}] });
  const [one, other] = store.rows('/declared');
  const named = (cell: string) => cellName(cell, { description: formOf('xiangyang'), store, language: 'zh' });
  expect(
    [
      '/inputs/budget',
      `/declared/${one}/actual`,
      `/declared/${other}/weight`,
      '/reasons/execution',
      '/claimed/total',
    ].map(named),
  ).toEqual(['预算数', '培训人数：实际完成值', '2：分值', '预算执行情况：偏差原因', '自评总分']);
});
