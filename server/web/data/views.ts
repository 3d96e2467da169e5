/** Queues a person keeps under a name, in this browser. */
import { useSyncExternalStore } from 'react';

export interface View {
  name: string;
  /** What stands after the question mark of its address. */
  search: string;
}

const listeners = new Set<() => void>();
const known = new Map<string, readonly View[]>();
const none: readonly View[] = [];

const keyOf = (person: string): string => `zhunsheng.views.${person}`;

const isView = (one: unknown): one is View =>
  typeof one === 'object' &&
  one !== null &&
  typeof (one as View).name === 'string' &&
  typeof (one as View).search === 'string';

/** What a browser kept; what is no list of views is none. */
export function viewsIn(text: string | null): readonly View[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView) : none;
  } catch {
    return none;
  }
}

/** With a view under that name, in place of one that was there. */
export const withView = (views: readonly View[], view: View): readonly View[] => [
  ...views.filter(({ name }) => name !== view.name),
  view,
];

function viewsOf(person: string): readonly View[] {
  const read = known.get(person);
  if (read) return read;
  let kept = none;
  try {
    kept = viewsIn(window.localStorage.getItem(keyOf(person)));
  } catch {
    // A browser may refuse storage; the views then hold until the page is left.
  }
  known.set(person, kept);
  return kept;
}

function keep(person: string, views: readonly View[]): void {
  known.set(person, views);
  try {
    window.localStorage.setItem(keyOf(person), JSON.stringify(views));
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The views of a person, and keeping and forgetting one. */
export function useViews(person: string): {
  views: readonly View[];
  keep: (view: View) => void;
  forget: (name: string) => void;
} {
  const views = useSyncExternalStore(subscribe, () => viewsOf(person));
  return {
    views,
    keep: (view) => keep(person, withView(views, view)),
    forget: (name) =>
      keep(
        person,
        views.filter((one) => one.name !== name),
      ),
  };
}
