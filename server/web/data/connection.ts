/** Whether the server can be reached, as the browser and the last call know. */
import { useSyncExternalStore } from 'react';

let isLost = !navigator.onLine;
const listeners = new Set<() => void>();

/** A call reached the server, or did not. */
export function connectionSeen(isThere: boolean): void {
  if (isLost === !isThere) return;
  isLost = !isThere;
  for (const listener of listeners) listener();
}

window.addEventListener('offline', () => connectionSeen(false));
window.addEventListener('online', () => connectionSeen(true));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useIsOffline = (): boolean => useSyncExternalStore(subscribe, () => isLost);
