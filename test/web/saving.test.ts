/** Autosave, live scores and what is kept in the browser, on a clock of their own. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Autosave, type SaveOutcome } from '../../server/web/form/autosave.ts';
import { Journal, type Storage } from '../../server/web/form/journal.ts';
import { Live } from '../../server/web/form/live.ts';
import { ScoreStore } from '../../server/web/form/scores.ts';
import { FormStore } from '../../server/web/form/store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const budget = '/inputs/budget';
const opened = () => new FormStore({ name: '甲', inputs: { budget: '1' } }, '"1"');
const saved = (etag: string): SaveOutcome => ({ kind: 'saved', etag });

describe('autosave', () => {
  test('sends a moment after the last key, with the version it began from', async () => {
    const store = opened();
    const save = vi.fn(async () => saved('"2"'));
    const autosave = new Autosave({ store, save, conflicting: vi.fn() });
    store.type(budget, '2');
    await vi.advanceTimersByTimeAsync(700);
    store.type(budget, '23');
    await vi.advanceTimersByTimeAsync(700);
    expect([save.mock.calls.length, autosave.state.kind]).toEqual([0, 'unsaved']);
    await vi.advanceTimersByTimeAsync(100);
    expect(save.mock.calls).toEqual([[{ name: '甲', inputs: { budget: '23' } }, '"1"']]);
    expect([autosave.state.kind, store.etag, store.isDirty]).toEqual(['saved', '"2"', false]);
  });

  test('sends one at a time, and what was typed meanwhile afterwards', async () => {
    const store = opened();
    let finish: (outcome: SaveOutcome) => void = () => {};
    const save = vi.fn(() => new Promise<SaveOutcome>((resolve) => (finish = resolve)));
    const autosave = new Autosave({ store, save, conflicting: vi.fn() });
    store.type(budget, '2');
    await vi.advanceTimersByTimeAsync(800);
    store.type(budget, '3');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(save).toHaveBeenCalledTimes(1);
    finish(saved('"2"'));
    await vi.advanceTimersByTimeAsync(800);
    expect(save.mock.calls[1]).toEqual([{ name: '甲', inputs: { budget: '3' } }, '"2"']);
    finish(saved('"3"'));
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.state.kind).toBe('saved');
  });

  test('sends one at a time also where several ask at once', async () => {
    const store = opened();
    const versions: (string | undefined)[] = [];
    const save = vi.fn(async (_form: object, etag: string | undefined) => {
      versions.push(etag);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return saved(`"${versions.length + 1}"`);
    });
    const autosave = new Autosave({ store, save, conflicting: vi.fn() });
    store.type(budget, '2');
    const asked = [autosave.now()];
    store.type(budget, '3');
    asked.push(autosave.now(), autosave.now());
    await vi.advanceTimersByTimeAsync(200);
    await Promise.all(asked);
    expect(versions).toEqual(['"1"', '"2"']);
  });

  test('tries again while the server is not reached, and keeps what was typed', async () => {
    const store = opened();
    const outcomes: SaveOutcome[] = [{ kind: 'offline' }, { kind: 'offline' }, saved('"2"')];
    const save = vi.fn(async () => outcomes.shift()!);
    const autosave = new Autosave({ store, save, conflicting: vi.fn() });
    store.type(budget, '2');
    await vi.advanceTimersByTimeAsync(800);
    expect(autosave.state.kind).toBe('offline');
    store.type(budget, '24');
    await vi.advanceTimersByTimeAsync(1_000);
    expect([save.mock.calls.length, autosave.state.kind]).toEqual([2, 'offline']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([autosave.state.kind, store.isDirty]).toEqual(['saved', false]);
    expect(save.mock.lastCall).toEqual([{ name: '甲', inputs: { budget: '24' } }, '"1"']);
  });

  test('takes in what another saved, and sends the rest on top of it', async () => {
    const store = opened();
    const outcomes: SaveOutcome[] = [
      { kind: 'changed', form: { name: '他的', inputs: { budget: '9' } }, etag: '"5"' },
      saved('"6"'),
    ];
    const save = vi.fn(async () => outcomes.shift()!);
    const conflicting = vi.fn();
    const autosave = new Autosave({ store, save, conflicting });
    store.type(budget, '2');
    await vi.advanceTimersByTimeAsync(800);
    expect(conflicting).toHaveBeenCalledWith([{ cell: budget, mine: '2', theirs: '9' }]);
    await vi.advanceTimersByTimeAsync(800);
    expect(save.mock.lastCall).toEqual([{ name: '他的', inputs: { budget: '2' } }, '"5"']);
    expect(autosave.state.kind).toBe('saved');
  });

  test('says why the server will not have it, and goes on with the next key', async () => {
    const store = opened();
    const save = vi.fn<() => Promise<SaveOutcome>>().mockRejectedValueOnce(new Error('no'));
    save.mockResolvedValue(saved('"2"'));
    const autosave = new Autosave({ store, save, conflicting: vi.fn() });
    store.type(budget, '2');
    await autosave.now();
    expect(autosave.state.kind).toBe('refused');
    store.type(budget, '3');
    await vi.advanceTimersByTimeAsync(800);
    expect(autosave.state.kind).toBe('saved');
  });

  test('sends nothing once it is stopped', async () => {
    const store = opened();
    const save = vi.fn(async () => saved('"2"'));
    new Autosave({ store, save, conflicting: vi.fn() }).stop();
    store.type(budget, '2');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(save).not.toHaveBeenCalled();
  });
});

describe('the live score', () => {
  /** Answers as they are given by hand, and what was asked. */
  function answering() {
    const store = opened();
    const asked: { form: object; signal: AbortSignal; answer: (points: string) => void }[] = [];
    const score = (form: object, signal: AbortSignal) =>
      new Promise<string>((answer) => asked.push({ form, signal, answer }));
    const answered = vi.fn();
    const live = new Live({ store, score, answered, failed: vi.fn() });
    const type = async (text: string, wait = 80) => {
      store.type(budget, text);
      await vi.advanceTimersByTimeAsync(wait);
    };
    const answer = async (which: number, points: string) => {
      asked[which]!.answer(points);
      await vi.advanceTimersByTimeAsync(0);
    };
    return { store, asked, answered, live, type, answer };
  }

  test('is asked for one at a time, and as soon as the server answered for what was typed meanwhile', async () => {
    const { asked, answered, type, answer } = answering();
    await type('2');
    await type('3');
    await type('4');
    expect(asked.map(({ form }) => form)).toEqual([{ name: '甲', inputs: { budget: '2' } }]);
    await answer(0, 'of 2');
    expect(asked.map(({ form }) => form)).toMatchObject([{}, { inputs: { budget: '4' } }]);
    await answer(1, 'of 4');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(answered.mock.calls).toEqual([['of 2'], ['of 4']]);
    expect(asked).toHaveLength(2);
  });

  test('is asked for anew where an answer stays away, and that answer no longer counts', async () => {
    const { asked, answered, type, answer } = answering();
    await type('2');
    await type('3');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await answer(1, 'of 3');
    await answer(0, 'of 2');
    expect(answered.mock.calls).toEqual([['of 3']]);
  });

  test('is asked for less often of a server that is slow', async () => {
    const { asked, type, answer } = answering();
    await type('2', 80 + 200);
    await answer(0, 'of 2');
    await type('3', 199);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
  });

  test('is asked for once the keys rest, not while a word is composed', async () => {
    const { store, asked, type } = answering();
    store.compose(true);
    await type('z', 1_000);
    expect(asked).toHaveLength(0);
    store.type(budget, '指标');
    store.compose(false);
    await type('指标一', 79);
    expect(asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(1);
  });

  test('is not asked for any more once it is stopped', async () => {
    const { asked, answered, live, type, answer } = answering();
    await type('2');
    await type('3');
    live.stop();
    await answer(0, 'of 2');
    await type('4', 5_000);
    expect([asked.length, answered.mock.calls]).toEqual([1, []]);
  });
});

test('a line is told only when something else is said of it', () => {
  const scores = new ScoreStore<{ points: string }, string>();
  const [one, two] = [vi.fn(), vi.fn()];
  scores.onLine('one', one);
  scores.onLine('two', two);
  const lines = (first: string, second: string) =>
    new Map([
      ['one', { points: first }],
      ['two', { points: second }],
    ]);
  scores.take(lines('1', '2'), '3');
  const kept = scores.line('one');
  scores.take(lines('1', '2.5'), '3.5');
  expect([one.mock.calls.length, two.mock.calls.length, scores.whole]).toEqual([1, 2, '3.5']);
  expect(scores.line('one')).toBe(kept);
  scores.age();
  expect([scores.isStale, scores.line('two')]).toEqual([true, { points: '2.5' }]);
});

/** A browser's storage in memory; refuses where it is full. */
function storage(isFull = false): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      if (isFull) throw new Error('full');
      kept.set(key, text);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

describe('the journal', () => {
  test('keeps what is typed until it is saved, each person and form by itself', async () => {
    const place = storage();
    const store = opened();
    const journal = new Journal(place, 'limin', '7');
    journal.follow(store);
    store.type(budget, '2');
    await vi.advanceTimersByTimeAsync(150);
    expect(journal.read()).toMatchObject({ form: { name: '甲', inputs: { budget: '2' } }, etag: '"1"' });
    expect(new Journal(place, 'limin', '8').read()).toBeUndefined();
    expect(new Journal(place, 'zhou', '7').read()).toBeUndefined();
    store.saved(store.snapshot(), '"2"');
    expect(journal.read()).toBeUndefined();
  });

  test('is taken up over what the server has by then', async () => {
    const place = storage();
    const store = new FormStore(
      { inputs: { budget: '1', executed: '1' }, declared: [{ id: 'a', name: '甲' }] },
      '"1"',
    );
    store.type(budget, '2');
    store.addRows('/declared', 1, [{ id: 'b', name: '乙' }]);
    new Journal(place, 'limin', '7').keep(store);
    const kept = new Journal(place, 'limin', '7').read()!;
    const again = new FormStore(kept.base, kept.etag);
    again.restore(kept.form);
    expect([again.form(), again.isDirty, again.canUndo]).toEqual([store.form(), true, false]);
    const theirs = { inputs: { budget: '3', executed: '4' }, declared: [{ id: 'a', name: '甲' }] };
    expect(again.merge(theirs, '"2"')).toEqual([{ cell: budget, mine: '2', theirs: '3' }]);
    expect(again.form()).toEqual({ ...store.form(), inputs: { budget: '2', executed: '4' } });
  });

  test('stands what cannot be kept or read', () => {
    const store = opened();
    const full = new Journal(storage(true), 'limin', '7');
    store.type(budget, '2');
    full.keep(store);
    expect(full.read()).toBeUndefined();
    const broken = storage();
    broken.setItem('zhunsheng.form.limin.7', '{');
    expect(new Journal(broken, 'limin', '7').read()).toBeUndefined();
  });
});
