/** Keys that do something on a page while nobody types: a letter alone, never with Ctrl, Alt or the command key. */
import { useEffect, useRef } from 'react';

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !/^(checkbox|radio)$/.test((target as HTMLInputElement).type);

/** Whether a key belongs to what it was pressed on: a text, or something open over the page. */
export const isOthers = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.isComposing ||
  event.ctrlKey ||
  event.altKey ||
  event.metaKey ||
  isTyped(event.target) ||
  (event.target instanceof HTMLElement &&
    event.target.closest('[role=listbox],[role=menu],[role=dialog]') !== null);

/** Letters are given small; `?`, `/` and `Enter` as they are. */
export function usePageKeys(keys: { readonly [key: string]: (() => void) | undefined }): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (isOthers(event)) return;
      const does = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!does) return;
      event.preventDefault();
      does();
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}
