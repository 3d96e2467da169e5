/**
 * What a reviewer types on a filing, kept by itself: a moment after typing rests, one save after the other, each with the
 * version it was made from. A line that is typed into tells only those who look at that line.
 */
import type { ComparisonRow, Diagnostic, Review } from '../../../../schemas/generated/types.ts';
import type { Bilingual } from '../../data/language.ts';
import { type Entry, entriesOf, keptOf } from './lines.ts';

export interface Body {
  rows: { line: string; points?: string; reason?: string }[];
  note?: string;
}

/** What came of a save. */
export type Sent =
  | { kind: 'kept'; etag: string | undefined; review: Review }
  /** Somebody else changed the form. */
  | { kind: 'changed' }
  /** Something in it cannot be kept, at pointers into the body. */
  | { kind: 'unusable'; diagnostics: readonly Diagnostic[]; error: unknown }
  | { kind: 'failed'; error: unknown };

export type Standing =
  | { kind: 'clean' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'changed' }
  | { kind: 'unusable' | 'failed'; error: unknown };

export interface Read {
  rows: readonly ComparisonRow[];
  note: string;
  etag: string | undefined;
}

const nothing: Entry = {};
const wait = 2_000;

export class ReviewDraft {
  #rows: readonly ComparisonRow[];
  #entries: Map<string, Entry>;
  #kept: ReadonlyMap<string, Entry>;
  #problems: ReadonlyMap<string, Bilingual> = new Map();
  #note: string;
  #keptNote: string;
  #total: string | undefined;
  #standing: Standing = { kind: 'clean' };
  #under: Promise<boolean> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #send: (etag: string | undefined, body: Body) => Promise<Sent>;
  readonly #listeners = new Set<() => void>();
  etag: string | undefined;

  constructor(read: Read, send: (etag: string | undefined, body: Body) => Promise<Sent>) {
    this.#rows = read.rows;
    this.#entries = entriesOf(read.rows);
    this.#kept = new Map(this.#entries);
    this.#note = this.#keptNote = read.note;
    this.etag = read.etag;
    this.#send = send;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly entry = (line: string): Entry => this.#entries.get(line) ?? nothing;
  /** Why what stands on a line cannot be kept. */
  readonly problem = (line: string): Bilingual | undefined => this.#problems.get(line);
  readonly note = (): string => this.#note;
  readonly standing = (): Standing => this.#standing;
  /** The reviewed total of the last save; undefined before there was one. */
  readonly total = (): string | undefined => this.#total;
  /** Every entry; another map after each change. */
  readonly entries = (): ReadonlyMap<string, Entry> => this.#entries;

  type(line: string, change: Entry): void {
    this.#entries = new Map(this.#entries).set(line, { ...this.entry(line), ...change });
    if (this.#problems.has(line)) {
      const problems = new Map(this.#problems);
      problems.delete(line);
      this.#problems = problems;
    }
    this.#touched();
  }

  typeNote(note: string): void {
    this.#note = note;
    this.#touched();
  }

  #touched(): void {
    clearTimeout(this.#timer);
    if (this.#standing.kind !== 'changed') {
      this.#become({ kind: 'unsaved' });
      this.#timer = setTimeout(() => void this.save(), wait);
    } else this.#tell();
  }

  /** Keeps what is typed; false where it could not. Never two at a time. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#under) await this.#under;
    const { kind } = this.#standing;
    if (kind === 'changed') return false;
    if (kind === 'clean' || kind === 'saved') return true;
    this.#under = this.#keep();
    const isKept = await this.#under;
    this.#under = undefined;
    return isKept;
  }

  async #keep(): Promise<boolean> {
    const [entries, note] = [this.#entries, this.#note];
    const rows = keptOf(this.#rows, entries);
    this.#become({ kind: 'saving' });
    const sent = await this.#send(this.etag, { rows, ...(note.trim() ? { note: note.trim() } : {}) });
    const isSame = entries === this.#entries && note === this.#note;
    if (sent.kind === 'kept') {
      this.etag = sent.etag;
      this.#kept = entries;
      this.#keptNote = note;
      this.#total = sent.review.total;
      this.#problems = new Map();
      this.#become(isSame ? { kind: 'saved', at: new Date() } : { kind: 'unsaved' });
      if (!isSame) this.#timer = setTimeout(() => void this.save(), wait);
      return isSame;
    }
    if (sent.kind === 'unusable') this.#problems = problemsOf(sent.diagnostics, rows);
    this.#become(sent.kind === 'changed' ? sent : { kind: sent.kind, error: sent.error });
    return false;
  }

  /** Goes on from what the server has now: what was typed here stays on the lines it was typed on. */
  rebase(read: Read): void {
    const mine = [...this.#entries].filter(([line, entry]) => {
      const kept = this.#kept.get(line) ?? nothing;
      return kept.points !== entry.points || kept.reason !== entry.reason;
    });
    const isNoteMine = this.#note !== this.#keptNote;
    this.#rows = read.rows;
    this.#kept = entriesOf(read.rows);
    this.#entries = new Map([...this.#kept, ...mine]);
    this.#keptNote = read.note;
    if (!isNoteMine) this.#note = read.note;
    this.etag = read.etag;
    this.#problems = new Map();
    this.#become({ kind: 'clean' });
    if (mine.length > 0 || isNoteMine) this.#touched();
  }

  #become(standing: Standing): void {
    this.#standing = standing;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function problemsOf(diagnostics: readonly Diagnostic[], rows: Body['rows']): Map<string, Bilingual> {
  const problems = new Map<string, Bilingual>();
  for (const { message, place } of diagnostics) {
    const [, index] = /^\/rows\/(\d+)\//.exec(place?.pointer ?? '') ?? [];
    const line = rows.find((_, at) => String(at) === index)?.line;
    if (line !== undefined && !problems.has(line)) problems.set(line, message);
  }
  return problems;
}
