/** What was just done, said once on the page it led to, and gone with that page. */
import { useSyncExternalStore } from 'react';
import type { Bilingual } from './language.ts';

export interface Notice {
  text: Bilingual;
  /** The address of the page it is shown on, without its query. */
  at: string;
}

let notice: Notice | undefined;
const listeners = new Set<() => void>();

/** Says it on the page of `at`, instead of what was said before; nothing is said any more without it. */
export function notify(next: Notice | undefined): void {
  notice = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useNotice = (): Notice | undefined => useSyncExternalStore(subscribe, () => notice);
