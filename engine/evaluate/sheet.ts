/** The facts of one form, or of one of its lines, while it is scored. */
import type { Words } from '../conditions/index.ts';
import type { Lookup } from '../expression/index.ts';

type Fact<N> = N | readonly N[] | string | boolean;

/** Numbers, words and how each number was written, by the key of the fact. */
export abstract class Sheet<N> {
  private lookup: Lookup<N> | undefined = undefined;
  private said: Words | undefined = undefined;
  private told: ((key: string) => string) | undefined = undefined;

  abstract setNumber(key: string, value: N | readonly N[], written?: string): void;
  abstract setWord(key: string, value: string | boolean): void;
  abstract find(key: string): Fact<N> | undefined;
  /** How the number under the key was written. */
  abstract writtenAs(key: string): string | undefined;

  /** The number or list under the key, for expressions. */
  get numbers(): Lookup<N> {
    this.lookup ??= (key) => {
      const value = this.find(key);
      return typeof value === 'string' || typeof value === 'boolean' ? undefined : value;
    };
    return this.lookup;
  }

  /** The text or yes/no answer under the key, for conditions. */
  get words(): Words {
    this.said ??= (key) => {
      const value = this.find(key);
      return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
    };
    return this.said;
  }

  /** The number as it was written, to be put into a formula; its key where it was not. */
  get shown(): (key: string) => string {
    this.told ??= (key) => this.writtenAs(key) ?? key;
    return this.told;
  }
}

/** The facts of a form: many. */
export class FormSheet<N> extends Sheet<N> {
  private readonly values = new Map<string, Fact<N>>();
  private readonly written = new Map<string, string>();

  setNumber(key: string, value: N | readonly N[], written?: string): void {
    this.values.set(key, value);
    if (written !== undefined) this.written.set(key, written);
  }

  setWord(key: string, value: string | boolean): void {
    this.values.set(key, value);
  }

  find(key: string): Fact<N> | undefined {
    return this.values.get(key);
  }

  writtenAs(key: string): string | undefined {
    return this.written.get(key);
  }
}

/** The facts of a line, before those of its form: so few that looking through them is quickest. */
export class LineSheet<N> extends Sheet<N> {
  private readonly form: Sheet<N>;
  private readonly keys: string[] = [];
  private readonly values: Fact<N>[] = [];
  private readonly written: (string | undefined)[] = [];

  constructor(form: Sheet<N>) {
    super();
    this.form = form;
  }

  setNumber(key: string, value: N | readonly N[], written?: string): void {
    this.set(key, value, written);
  }

  setWord(key: string, value: string | boolean): void {
    this.set(key, value, undefined);
  }

  private set(key: string, value: Fact<N>, written: string | undefined): void {
    const known = this.keys.indexOf(key);
    const at = known < 0 ? this.keys.length : known;
    this.keys[at] = key;
    this.values[at] = value;
    this.written[at] = written;
  }

  find(key: string): Fact<N> | undefined {
    const at = this.keys.indexOf(key);
    return at < 0 ? this.form.find(key) : this.values[at];
  }

  writtenAs(key: string): string | undefined {
    const at = this.keys.indexOf(key);
    return (at < 0 ? undefined : this.written[at]) ?? this.form.writtenAs(key);
  }
}
