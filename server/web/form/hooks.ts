/** A form's store as components read it: each cell, list and line by itself. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Autosave, SaveState } from './autosave.ts';
import type { ScoreStore } from './scores.ts';
import type { FormStore } from './store.ts';
import type { Json } from './values.ts';

export const FormContext = createContext<FormStore | undefined>(undefined);

export function useForm(): FormStore {
  const store = useContext(FormContext);
  if (!store) throw new Error('there is no form around this');
  return store;
}

/** The value of a cell, and what types into it. */
export function useCell(cell: string): [Json | undefined, (value: Json | undefined) => void] {
  const store = useForm();
  const value = useSyncExternalStore(
    useCallback((listener) => store.onCell(cell, listener), [store, cell]),
    () => store.value(cell),
  );
  return [value, useCallback((next) => store.type(cell, next), [store, cell])];
}

/** The keys of the rows of a list. */
export function useRows(list: string): readonly string[] {
  const store = useForm();
  return useSyncExternalStore(
    useCallback((listener) => store.onRows(list, listener), [store, list]),
    () => store.rows(list),
  );
}

/** Whether there is something to undo, and something to do again. */
export function useHistory(): { canUndo: boolean; canRedo: boolean } {
  const store = useForm();
  const canUndo = useSyncExternalStore(store.onState, () => store.canUndo);
  const canRedo = useSyncExternalStore(store.onState, () => store.canRedo);
  return { canUndo, canRedo };
}

/** What the server says of a line. */
export const useLine = <Line, Whole>(scores: ScoreStore<Line, Whole>, id: string): Line | undefined =>
  useSyncExternalStore(
    useCallback((listener) => scores.onLine(id, listener), [scores, id]),
    () => scores.line(id),
  );

/** What the server says of the whole form, and whether it is older than what was typed. */
export function useWhole<Line, Whole>(
  scores: ScoreStore<Line, Whole>,
): {
  whole: Whole | undefined;
  isStale: boolean;
} {
  const whole = useSyncExternalStore(scores.onWhole, () => scores.whole);
  const isStale = useSyncExternalStore(scores.onWhole, () => scores.isStale);
  return { whole, isStale };
}

export const useSaveState = (autosave: Autosave): SaveState =>
  useSyncExternalStore(autosave.onState, () => autosave.state);
