/** What the pages of a reviewer keep: filters in the address, queues under a name, pages of a list as they are needed. */
import { describe, expect, test } from 'vitest';
import { offsetsOf, queueQuery } from '../../server/web/data/queue-query.ts';
import { viewsIn, withView } from '../../server/web/data/views.ts';
import { widthsIn, withWidth } from '../../server/web/data/widths.ts';
import { queryOf, searchOf, toggled, valuesOf, withValue } from '../../server/web/parts/address-query.ts';
import { signOf } from '../../server/web/parts/signs.ts';

describe('filters in the address', () => {
  test('are what the address says, and are written as they were', () => {
    const search = '?state=filed,returned&sort=-difference&q=%E6%95%99%E8%82%B2';
    expect(queryOf(search)).toEqual({ state: 'filed,returned', sort: '-difference', q: '教育' });
    expect(searchOf(queryOf(search))).toBe(search);
  });

  test('that say nothing are left out', () => {
    expect(searchOf(queryOf('?state=&sort='))).toBe('');
    expect(searchOf({})).toBe('');
  });

  test('add and take away a value of a list', () => {
    const one = toggled({ sort: 'unit' }, 'state', 'filed');
    const two = toggled(one, 'state', 'returned');
    expect(valuesOf(two, 'state')).toEqual(['filed', 'returned']);
    expect(toggled(two, 'state', 'filed')).toEqual({ sort: 'unit', state: 'returned' });
    expect(toggled(one, 'state', 'filed')).toEqual({ sort: 'unit' });
  });

  test('a value takes the place of another, and none takes it away', () => {
    expect(withValue({ task: 'a' }, 'task', 'b')).toEqual({ task: 'b' });
    expect(withValue({ task: 'a', q: 'x' }, 'task', '')).toEqual({ q: 'x' });
  });

  test('only what is a filter is asked of the server', () => {
    expect(queueQuery({ state: 'filed', line: 'execution', utm: '1' })).toEqual({ state: 'filed' });
  });
});

describe('pages of the queue', () => {
  test('are those that hold what is in view', () => {
    expect(offsetsOf(0, 40)).toEqual([0]);
    expect(offsetsOf(95, 130)).toEqual([0, 100]);
    expect(offsetsOf(4_980, 4_999)).toEqual([4_900]);
  });
});

describe('queues under a name', () => {
  test('what a browser kept is read; what is no list of queues is none', () => {
    expect(viewsIn('[{"name":"教育","search":"?q=1"},{"name":3},null]')).toEqual([
      { name: '教育', search: '?q=1' },
    ]);
    for (const text of [null, '', '{', '{"name":"a"}', 'null']) expect(viewsIn(text)).toEqual([]);
  });

  test('one of the same name is replaced', () => {
    const views = withView([{ name: '甲', search: '?q=1' }], { name: '甲', search: '?q=2' });
    expect(views).toEqual([{ name: '甲', search: '?q=2' }]);
  });
});

describe('widths of columns', () => {
  test('what a browser kept is read within bounds; what is no width is none', () => {
    expect(widthsIn('{"Unit":220.5,"Form":1,"State":9e9,"Grade":"80","Filed":null}')).toEqual({
      Unit: 220.5,
      Form: 48,
      State: 640,
    });
    for (const text of [null, '', '{', '[1]', '"a"', 'null', '3']) expect(widthsIn(text)).toEqual({});
  });

  test('one is set, and put back', () => {
    const widths = withWidth({ Form: 100 }, 'Unit', 5);
    expect(widths).toEqual({ Form: 100, Unit: 48 });
    expect(withWidth(widths, 'Unit', undefined)).toEqual({ Form: 100 });
  });
});

test('a difference says its sign by how it is written', () => {
  expect(['0.4', '-0.89', '0', '-0.00', '12'].map(signOf)).toEqual(['over', 'under', 'none', 'none', 'over']);
});
