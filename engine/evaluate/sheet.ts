/** The facts of one form, or of one of its lines, while it is scored. */
import type { ReadStep } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Words } from '../conditions/index.ts';
import type { Lookup } from '../expression/index.ts';
import { once } from './once.ts';

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
    this.lookup ??= numbersOf(this);
    return this.lookup;
  }

  /** The text or yes/no answer under the key, for conditions. */
  get words(): Words {
    this.said ??= wordsOf(this);
    return this.said;
  }

  /** The number as it was written, to be put into a formula; its key where it was not. */
  get shown(): (key: string) => string {
    this.told ??= shownOf(this);
    return this.told;
  }
}

// Made apart from their getters, which are asked far more often than these are made.
const numbersOf =
  <N>(sheet: Sheet<N>): Lookup<N> =>
  (key) => {
    const value = sheet.find(key);
    return typeof value === 'string' || typeof value === 'boolean' ? undefined : value;
  };

const wordsOf =
  (sheet: Sheet<unknown>): Words =>
  (key) => {
    const value = sheet.find(key);
    return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
  };

const shownOf =
  (sheet: Sheet<unknown>) =>
  (key: string): string =>
    sheet.writtenAs(key) ?? key;

/** The facts of a form: its inputs, each in the place that its rulebook gives it, and how each was read where that is told. */
export class FormSheet<N> extends Sheet<N> {
  private readonly places: ReadonlyMap<string, number>;
  private readonly values: (Fact<N> | undefined)[];
  private readonly written: (string | undefined)[];
  private steps: (ReadStep | undefined)[] | undefined = undefined;

  constructor({ inputs }: Pick<ScoringPlan, 'inputs'>) {
    super();
    this.places = placesOf(inputs);
    this.values = new Array(this.places.size);
    this.written = new Array(this.places.size);
  }

  setNumber(key: string, value: N | readonly N[], written?: string, step?: ReadStep): void {
    const place = this.places.get(key)!;
    this.values[place] = value;
    this.written[place] = written;
    if (!step) return;
    this.steps ??= new Array(this.places.size);
    this.steps[place] = step;
  }

  setWord(key: string, value: string | boolean): void {
    this.values[this.places.get(key)!] = value;
  }

  find(key: string): Fact<N> | undefined {
    const place = this.places.get(key);
    return place === undefined ? undefined : this.values[place];
  }

  writtenAs(key: string): string | undefined {
    const place = this.places.get(key);
    return place === undefined ? undefined : this.written[place];
  }

  /** How the number under the key was read. */
  readAs(key: string): ReadStep | undefined {
    const place = this.places.get(key);
    return place === undefined ? undefined : this.steps?.[place];
  }
}

const placesOf = once(
  (inputs: ScoringPlan['inputs']): ReadonlyMap<string, number> =>
    new Map([...inputs.keys()].map((id, place) => [id, place])),
);

/** One fact of a line, and those that were there before it. */
interface Entry<N> {
  readonly key: string;
  value: Fact<N>;
  written: string | undefined;
  readonly next: Entry<N> | undefined;
}

/** The facts of a line, before those of its form: so few that looking through them is quickest. */
export class LineSheet<N> extends Sheet<N> {
  private readonly form: Sheet<N>;
  private last: Entry<N> | undefined = undefined;

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
    const known = this.entry(key);
    if (known) {
      known.value = value;
      known.written = written;
    } else this.last = { key, value, written, next: this.last };
  }

  private entry(key: string): Entry<N> | undefined {
    let entry = this.last;
    while (entry && entry.key !== key) entry = entry.next;
    return entry;
  }

  find(key: string): Fact<N> | undefined {
    const entry = this.entry(key);
    return entry ? entry.value : this.form.find(key);
  }

  writtenAs(key: string): string | undefined {
    return this.entry(key)?.written ?? this.form.writtenAs(key);
  }
}
