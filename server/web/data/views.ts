/** Queues a person keeps under a name, in this browser. */
import { Kept, useKept } from './kept.ts';

export interface View {
  name: string;
  /** What stands after the question mark of its address. */
  search: string;
}

const none: readonly View[] = [];

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

const kept = new Kept<readonly View[]>('views', viewsIn);

/** The views of a person, and keeping and forgetting one. */
export function useViews(person: string): {
  views: readonly View[];
  keep: (view: View) => void;
  forget: (name: string) => void;
} {
  const [views, keep] = useKept(kept, person);
  return {
    views,
    keep: (view) => keep(withView(views, view)),
    forget: (name) => keep(views.filter((one) => one.name !== name)),
  };
}
