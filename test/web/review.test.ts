/** What a reviewer types on a filing: which lines are shown, what is owed, and that it is kept, once, and never over another's. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ComparisonRow } from '../../schemas/generated/types.ts';
import { type Body, ReviewDraft, type Sent } from '../../server/web/pages/review/draft.ts';
import {
  entriesOf,
  firstLine,
  groupsOf,
  keptOf,
  linesOf,
  owesReason,
  usualShow,
} from '../../server/web/pages/review/lines.ts';

const row = (line: string, more: Partial<ComparisonRow> = {}): ComparisonRow => ({
  ...{ line, name: line, depth: 3, leaf: true, status: 'scored', lost: '0', findings: [] },
  ...{ weight: '5', claimed: '5', computed: '5', difference: '0' },
  ...more,
});

const finding = { code: 'x', severity: 'warning', message: { zh: '甲', en: 'a' } } as const;

const rows: readonly ComparisonRow[] = [
  row('output', { leaf: false, depth: 1 }),
  row('quantity', { leaf: false, depth: 2, parent: 'output' }),
  row('a', { parent: 'quantity' }),
  row('b', { parent: 'quantity', computed: '4.5', difference: '0.5', findings: [finding] }),
  row('c', { parent: 'quantity', findings: [finding] }),
  row('d', { depth: 1 }),
];

const names = (lines: readonly ComparisonRow[]) => lines.map(({ line }) => line);

describe('lines of a filing', () => {
  test('are those with points of their own: all, that differ, that have findings', () => {
    expect(names(linesOf(rows, 'all'))).toEqual(['a', 'b', 'c', 'd']);
    expect(names(linesOf(rows, 'difference'))).toEqual(['b']);
    expect(names(linesOf(rows, 'findings'))).toEqual(['b', 'c']);
  });

  test('begin with what there is to look at', () => {
    const many = Array.from({ length: 30 }, (_, at) => row(`x${at}`));
    const unlike = row('y', { computed: '4', difference: '1' });
    expect(usualShow([...many, ...rows])).toBe('findings');
    expect(usualShow([...many, unlike])).toBe('difference');
    expect(usualShow(many)).toBe('all');
    expect(usualShow(rows)).toBe('all');
    expect(firstLine(linesOf(rows, 'all'))?.line).toBe('b');
    expect(firstLine([row('a'), unlike])?.line).toBe('y');
    expect(firstLine([row('a')])?.line).toBe('a');
  });

  test('leave out what the unit left out, unless something is said of it', () => {
    const out = row('o', { status: 'excluded', claimed: '', weight: '0' });
    const said = { ...out, line: 'p', findings: [finding] };
    expect(names(linesOf([row('a'), out, said], 'all'))).toEqual(['a', 'p']);
  });

  test('stand under their groups, with the names above them', () => {
    const groups = groupsOf(rows, linesOf(rows, 'all'));
    expect(groups.map(({ path, lines }) => [path.join('/'), names(lines)])).toEqual([
      ['output/quantity', ['a', 'b', 'c']],
      ['', ['d']],
    ]);
    expect(groups[0]?.group?.line).toBe('quantity');
    const [first, second] = groupsOf(
      [row('output', { leaf: false }), ...['q', 'r'].map((id) => row(id, { leaf: false, parent: 'output' }))],
      [row('a', { parent: 'q' }), row('b', { parent: 'r' })],
    );
    expect([first?.told, second?.told]).toEqual([['output', 'q'], ['r']]);
  });
});

describe('what is owed and kept', () => {
  const same = row('a');
  const other = row('b', { computed: '4.5', difference: '0.5' });
  test('a reason, where the points that stand are not those that were claimed', () => {
    expect(owesReason(same, {})).toBe(false);
    expect(owesReason(same, { points: '4' })).toBe(true);
    expect(owesReason(other, {})).toBe(true);
    expect(owesReason(other, { points: '5' })).toBe(false);
    expect(owesReason(other, { reason: ' 按复算 ' })).toBe(false);
  });

  test('own points that are not the recomputed ones, and reasons', () => {
    const entries = new Map([
      ['a', { points: '4' }],
      ['b', { points: '4.5', reason: ' 按复算 ' }],
      ['c', { points: ' ' }],
    ]);
    expect(keptOf([same, other, row('c')], entries)).toEqual([
      { line: 'a', points: '4' },
      { line: 'b', reason: '按复算' },
    ]);
  });

  test('what the server keeps stands on the lines', () => {
    expect([...entriesOf([row('a', { reviewed: '4', reason: '甲' }), row('b')])]).toEqual([
      ['a', { points: '4', reason: '甲' }],
    ]);
  });
});

describe('a draft of a review', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const kept = (etag: string, total = '90'): Sent => ({
    kind: 'kept',
    etag,
    review: { state: 'open', rows: [], total, updatedAt: '2000-01-01T00:00:00.000Z' },
  });
  const opened = (send: (etag: string | undefined, body: Body) => Promise<Sent>) =>
    new ReviewDraft({ rows, note: '', etag: '"1"' }, send);

  test('is kept once typing rests, each time with the version of the last', async () => {
    const send = vi.fn(async () => kept('"2"'));
    const draft = opened(send);
    draft.type('a', { points: '4' });
    draft.type('a', { points: '4.5' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(send.mock.calls).toEqual([['"1"', { rows: [{ line: 'a', points: '4.5' }] }]]);
    expect([draft.standing().kind, draft.total()]).toEqual(['saved', '90']);
    draft.typeNote('总体属实');
    await draft.save();
    expect(send).toHaveBeenLastCalledWith('"2"', {
      rows: [{ line: 'a', points: '4.5' }],
      note: '总体属实',
    });
  });

  test('is sent by one save at a time, and what came meanwhile by the next', async () => {
    const answers: ((sent: Sent) => void)[] = [];
    const send = vi.fn(
      (_etag: string | undefined, _body: Body) => new Promise<Sent>((done) => answers.push(done)),
    );
    const draft = opened(send);
    draft.type('a', { points: '4' });
    const first = draft.save();
    draft.type('a', { points: '3' });
    const second = draft.save();
    expect(send).toHaveBeenCalledTimes(1);
    answers[0]!(kept('"2"'));
    await vi.advanceTimersByTimeAsync(0);
    expect(send).toHaveBeenCalledTimes(2);
    answers[1]!(kept('"3"'));
    expect([await first, await second]).toEqual([false, true]);
    expect(send.mock.calls[1]).toEqual(['"2"', { rows: [{ line: 'a', points: '3' }] }]);
  });

  test('says on its line why points cannot be kept, until they are typed again', async () => {
    const message = { zh: '应为 0 至 5 分', en: 'must be from 0 to 5' };
    const place = { file: 'body', pointer: '/rows/1/points' };
    const diagnostics = [{ code: 'points-out-of-range', severity: 'error', message, place }] as const;
    const draft = opened(async () => ({ kind: 'unusable', diagnostics, error: undefined }));
    draft.type('a', { points: '4' });
    draft.type('c', { points: '50' });
    expect(await draft.save()).toBe(false);
    expect([draft.problem('a'), draft.problem('c')]).toEqual([undefined, message]);
    draft.type('c', { points: '5' });
    expect(draft.problem('c')).toBeUndefined();
  });

  test('is not written over another’s; fetched again, the lines typed here stay', async () => {
    const send = vi.fn(async (): Promise<Sent> => ({ kind: 'changed' }));
    const draft = opened(send);
    draft.type('a', { points: '4' });
    expect(await draft.save()).toBe(false);
    draft.type('b', { reason: '按复算' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(send).toHaveBeenCalledTimes(1);
    const theirs = rows.map((one) => (one.line === 'c' ? { ...one, reviewed: '2' } : one));
    draft.rebase({ rows: theirs, note: '他的', etag: '"7"' });
    send.mockResolvedValueOnce(kept('"8"'));
    expect(await draft.save()).toBe(true);
    expect(send).toHaveBeenLastCalledWith('"7"', {
      rows: [
        { line: 'a', points: '4' },
        { line: 'b', reason: '按复算' },
        { line: 'c', points: '2' },
      ],
      note: '他的',
    });
  });
});
