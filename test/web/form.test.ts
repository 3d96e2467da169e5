/** What is typed into a form: cells by themselves, undo, rows, what is saved, and two people in one form. */
import { describe, expect, test, vi } from 'vitest';
import { FormStore } from '../../server/web/form/store.ts';
import { cellOf, cellsOf, formOf } from '../../server/web/form/values.ts';

const filled = {
  name: '机构改革',
  inputs: { budget: '73.5', 'a/b~c': 'x' },
  declared: [
    { id: 'one', name: '培训人数', target: '≥100' },
    { id: 'two', name: '满意度', target: '≥90%' },
  ],
  notApplicable: ['loan'],
  goals: [{ expected: '甲' }],
};

const at = (...steps: string[]) => cellOf(...steps);
const opened = () => new FormStore(filled, '"1"');

describe('a form as cells', () => {
  test('is put together as it was taken apart', () => {
    let next = 0;
    expect(formOf(cellsOf(filled, () => `r${next++}`))).toEqual(filled);
    expect(opened().form()).toEqual(filled);
  });

  test('an empty row stays, an empty list and an emptied value do not', () => {
    const store = new FormStore({ declared: [{}], goals: [], inputs: { budget: '1' } });
    store.type(at('inputs', 'budget'), undefined);
    expect(store.form()).toEqual({ declared: [{}] });
  });

  test('a key with a slash is one step', () => {
    expect(opened().value(at('inputs', 'a/b~c'))).toBe('x');
  });

  test('the server speaks of rows by their place, the store by the row', () => {
    const store = opened();
    const cell = store.cellAt('/declared/1/target');
    expect(store.value(cell)).toBe('≥90%');
    store.moveRow('/declared', store.rows('/declared')[1]!, 0);
    expect(store.value(cell)).toBe('≥90%');
    expect(store.pointerOf(cell)).toBe('/declared/0/target');
    store.removeRows('/declared', [store.rows('/declared')[0]!]);
    expect(store.pointerOf(cell)).toBeUndefined();
    expect(store.cellAt('/inputs/budget')).toBe('/inputs/budget');
  });
});

describe('who listens', () => {
  test('to one cell is told of that cell only', () => {
    const store = opened();
    const [budget, name, rows] = [vi.fn(), vi.fn(), vi.fn()];
    store.onCell(at('inputs', 'budget'), budget);
    const stop = store.onCell(at('name'), name);
    store.onRows('/declared', rows);
    store.type(at('inputs', 'budget'), '90');
    expect([budget, name, rows].map((one) => one.mock.calls.length)).toEqual([1, 0, 0]);
    stop();
    store.type(at('name'), '乙');
    expect(name).not.toHaveBeenCalled();
  });

  test('is not told of what is the same', () => {
    const store = opened();
    const told = vi.fn();
    store.onChange(told);
    store.type(at('inputs', 'budget'), '73.5');
    store.type('/notApplicable', ['loan']);
    expect(told).not.toHaveBeenCalled();
  });

  test('hears of a word composed by an input method once it is whole', () => {
    const store = opened();
    const [changed, shown] = [vi.fn(), vi.fn()];
    store.onChange(changed);
    store.onCell(at('name'), shown);
    store.compose(true);
    for (const half of ['z', 'zh', 'zhi']) store.type(at('name'), half);
    expect([changed.mock.calls.length, shown.mock.calls.length]).toEqual([0, 3]);
    store.type(at('name'), '指');
    store.compose(false);
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('undo', () => {
  test('takes back what was typed in one cell at once, and gives it again', () => {
    const store = opened();
    for (const half of ['9', '90', '90.', '90.5']) store.type(at('inputs', 'budget'), half);
    expect(store.undo()).toEqual([at('inputs', 'budget')]);
    expect([store.value(at('inputs', 'budget')), store.canUndo, store.canRedo]).toEqual([
      '73.5',
      false,
      true,
    ]);
    store.redo();
    expect(store.value(at('inputs', 'budget'))).toBe('90.5');
  });

  test('a cell that was left and entered again is another step', () => {
    const store = opened();
    store.type(at('inputs', 'budget'), '8');
    store.leave();
    store.type(at('inputs', 'budget'), '80');
    store.undo();
    expect(store.value(at('inputs', 'budget'))).toBe('8');
  });

  test('what is typed after it is not followed by what was undone', () => {
    const store = opened();
    store.type(at('name'), '甲');
    store.undo();
    store.type(at('name'), '乙');
    expect([store.canRedo, store.redo()]).toEqual([false, []]);
  });

  test('rows that were removed come back with what stood in them', () => {
    const store = opened();
    store.removeRows('/declared', [...store.rows('/declared')]);
    expect(store.form().declared).toBeUndefined();
    store.undo();
    expect(store.form()).toEqual(filled);
  });

  test('a block that was pasted is one step', () => {
    const store = opened();
    const pasted: { [key: string]: string }[] = [{ name: '丙' }, { name: '丁', weight: '5' }];
    const keys = store.addRows('/declared', 1, pasted);
    expect((store.form().declared as { name: string }[]).map(({ name }) => name)).toEqual([
      '培训人数',
      '丙',
      '丁',
      '满意度',
    ]);
    store.change([{ cell: `/declared/${keys[0]}/name`, value: '戊' }]);
    store.undo();
    store.undo();
    expect(store.form()).toEqual(filled);
  });
});

describe('saving', () => {
  test('what was typed while it was sent is still to be saved', () => {
    const store = opened();
    store.type(at('name'), '甲');
    const sent = store.snapshot();
    store.type(at('inputs', 'budget'), '1');
    store.saved(sent, '"2"');
    expect([store.isDirty, store.isUnsaved(at('name')), store.isUnsaved(at('inputs', 'budget'))]).toEqual([
      true,
      false,
      true,
    ]);
    expect(store.etag).toBe('"2"');
  });

  test('what is typed back is saved already', () => {
    const store = opened();
    store.type(at('name'), '甲');
    expect(store.isDirty).toBe(true);
    store.undo();
    expect(store.isDirty).toBe(false);
    store.moveRow('/declared', store.rows('/declared')[1]!, 0);
    expect(store.isDirty).toBe(true);
    store.moveRow('/declared', store.rows('/declared')[1]!, 0);
    expect(store.isDirty).toBe(false);
  });
});

describe('two people in one form', () => {
  test('what each changed elsewhere stands, and what both changed is told', () => {
    const store = opened();
    store.type(at('inputs', 'budget'), '80');
    store.type(at('name'), '我的');
    const theirs = { ...filled, name: '他的', notApplicable: ['loan', 'grant'] };
    const shown = vi.fn();
    store.onCell('/notApplicable', shown);
    expect(store.merge(theirs, '"2"')).toEqual([{ cell: '/name', mine: '我的', theirs: '他的' }]);
    expect(shown).toHaveBeenCalledTimes(1);
    expect(store.form()).toEqual({
      ...theirs,
      name: '我的',
      inputs: { ...filled.inputs, budget: '80' },
    });
    expect([store.etag, store.isUnsaved('/name'), store.isUnsaved('/notApplicable')]).toEqual([
      '"2"',
      true,
      false,
    ]);
  });

  test('rows are known by their id, wherever they stand', () => {
    const store = opened();
    store.type(store.cellAt('/declared/0/target'), '≥120');
    const [one, two] = filled.declared;
    const moved = { ...filled, declared: [{ id: 'new', name: '新' }, two!, { ...one!, name: '培训人次' }] };
    expect(store.merge(moved, '"2"')).toEqual([]);
    expect(store.form().declared).toEqual([
      { id: 'new', name: '新' },
      two,
      { id: 'one', name: '培训人次', target: '≥120' },
    ]);
  });

  test('rows added here and removed there', () => {
    const store = opened();
    store.addRows('/declared', 2, [{ id: 'mine', name: '我的' }]);
    store.merge({ ...filled, declared: [filled.declared[1]!] }, '"2"');
    expect((store.form().declared as { id: string }[]).map(({ id }) => id)).toEqual(['two', 'mine']);
  });

  test('a row that arrived although its answer was lost is not there twice', () => {
    const store = opened();
    const count = store.rows('/declared').length;
    store.addRows('/declared', count, [{ id: 'mine', name: '我的' }]);
    store.addRows('/goals', store.rows('/goals').length, [{ goal: '修好三所学校' }]);
    const arrived = store.form();
    store.type(store.cellAt(`/goals/${store.rows('/goals').length - 1}/completion`), '都修好了');
    expect(store.merge(arrived, '"2"')).toEqual([]);
    const goals = [...filled.goals, { goal: '修好三所学校', completion: '都修好了' }];
    expect(store.form()).toEqual({ ...arrived, goals });
  });

  test('rows that two people added at one place are two rows', () => {
    const store = opened();
    store.addRows('/goals', store.rows('/goals').length, [{ goal: '修好三所学校' }]);
    store.merge({ ...filled, goals: [...filled.goals, { goal: '新建两座桥' }] }, '"2"');
    expect(store.form().goals).toEqual([...filled.goals, { goal: '新建两座桥' }, { goal: '修好三所学校' }]);
  });
});
