/** Whether a session is open, was open and ended, or never was; and who waits for it to be opened again. */
import { useSyncExternalStore } from 'react';

type State = 'none' | 'open' | 'over';

let state: State = 'none';
let waiting: { resolve: () => void; reject: (reason: unknown) => void }[] = [];
const listeners = new Set<() => void>();

function become(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}

export const hasSession = (): boolean => state !== 'none';

/** A session is open: calls that waited for it go on. */
export function sessionOpened(): void {
  const calls = waiting;
  waiting = [];
  become('open');
  for (const { resolve } of calls) resolve();
}

/** The person signed out; nobody waits any more. */
export function sessionClosed(): void {
  const calls = waiting;
  waiting = [];
  become('none');
  for (const { reject } of calls) reject(new DOMException('signed out', 'AbortError'));
}

/** Asks for a sign-in over the page, and waits for it. */
export function signedInAgain(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = { resolve, reject };
    waiting.push(call);
    signal?.addEventListener('abort', () => {
      waiting = waiting.filter((one) => one !== call);
      reject(signal.reason);
    });
    become('over');
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the session ended while a page was in use. */
export const useSessionOver = (): boolean => useSyncExternalStore(subscribe, () => state === 'over');
