/** The facts of one form, or of one of its rows, while it is scored. */
import type { Words } from '../conditions/index.ts';
import type { Lookup } from '../expression/index.ts';

/** Numbers, words and how each was written, by the key of the fact. A row's sheet falls back on its form's. */
export class Sheet<N> {
  private readonly values = new Map<string, N | readonly N[] | string | boolean>();
  private written: Map<string, string> | undefined;
  private readonly parent: Sheet<N> | undefined;

  constructor(parent?: Sheet<N>) {
    this.parent = parent;
  }

  setNumber(key: string, value: N | readonly N[], written?: string): void {
    this.values.set(key, value);
    if (written === undefined) return;
    this.written ??= new Map();
    this.written.set(key, written);
  }

  setWord(key: string, value: string | boolean): void {
    this.values.set(key, value);
  }

  /** The number or list under the key, for expressions. */
  readonly numbers: Lookup<N> = (key) => {
    const value = this.find(key);
    return typeof value === 'string' || typeof value === 'boolean' ? undefined : value;
  };

  /** The text or yes/no answer under the key, for conditions. */
  readonly words: Words = (key) => {
    const value = this.find(key);
    return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
  };

  /** The number as it was written, to be put into a formula. */
  readonly shown = (key: string): string => this.written?.get(key) ?? this.parent?.shown(key) ?? key;

  private find(key: string): N | readonly N[] | string | boolean | undefined {
    return this.values.get(key) ?? this.parent?.find(key);
  }
}
