/** What a person keeps in this browser under a name; a browser that refuses storage keeps it until the page is left. */
import { useSyncExternalStore } from 'react';

export class Kept<Value> {
  private readonly listeners = new Set<() => void>();
  private readonly known = new Map<string, Value>();
  private readonly name: string;
  private readonly read: (text: string | null) => Value;

  /** `read` makes sense of what the browser kept, whatever that may be. */
  constructor(name: string, read: (text: string | null) => Value) {
    this.name = name;
    this.read = read;
  }

  private keyOf(person: string): string {
    return `zhunsheng.${this.name}.${person}`;
  }

  of(person: string): Value {
    const known = this.known.get(person);
    if (known !== undefined) return known;
    let text: string | null = null;
    try {
      text = window.localStorage.getItem(this.keyOf(person));
    } catch {
      // As if nothing were kept.
    }
    const value = this.read(text);
    this.known.set(person, value);
    return value;
  }

  keep(person: string, value: Value): void {
    this.known.set(person, value);
    try {
      window.localStorage.setItem(this.keyOf(person), JSON.stringify(value));
    } catch {
      // As above.
    }
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** What a person keeps, and keeping something else. */
export function useKept<Value>(kept: Kept<Value>, person: string): [Value, (value: Value) => void] {
  const value = useSyncExternalStore(kept.subscribe, () => kept.of(person));
  return [value, (next) => kept.keep(person, next)];
}
