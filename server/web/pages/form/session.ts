/** One form while it is open: what is typed, what it scores, and how it is kept. */
import type { Preview, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { ask, call, isUnreachable, refusalCode } from '../../data/api.ts';
import { changed } from '../../data/queries.ts';
import { Autosave, type SaveOutcome } from '../../form/autosave.ts';
import { Journal } from '../../form/journal.ts';
import { Live } from '../../form/live.ts';
import type { Conflict } from '../../form/merge.ts';
import { ScoreStore } from '../../form/scores.ts';
import { FormStore, Listeners } from '../../form/store.ts';
import { type Json, sameJson } from '../../form/values.ts';
import { type Now, type Scores, sorted } from './said.ts';

/** States in which a form is the unit's to change. */
const isWithUnit = ({ state }: SubmissionRecord): boolean => state === 'draft' || state === 'returned';

export class FormSession {
  readonly record: SubmissionRecord;
  readonly store: FormStore;
  readonly scores: Scores = new ScoreStore<Now, Preview>();
  readonly autosave: Autosave;
  /** Why the form could not be scored; undefined where it was. */
  failure: unknown;
  /** What two people changed, each otherwise, until somebody decides. */
  conflicts: readonly Conflict[] = [];
  private readonly live: Live<Preview>;
  private readonly journal: Journal;
  private readonly listeners = new Listeners();
  private readonly stops: (() => void)[] = [];
  /** Whether it is only looked at: it is not with the unit now, or who looks does not fill in forms. */
  readonly isReadOnly: boolean;
  /** The line that is explained. */
  private line: string | undefined;

  constructor(record: SubmissionRecord, etag: string | undefined, who: { id: string; mayWrite: boolean }) {
    this.record = record;
    this.isReadOnly = !(who.mayWrite && isWithUnit(record));
    this.journal = new Journal(window.localStorage, who.id, record.id);
    this.store = this.restored(etag);
    this.autosave = new Autosave({
      store: this.store,
      save: (form, version) => this.save(form, version),
      conflicting: (conflicts) => this.disagree(conflicts),
    });
    this.live = new Live({
      store: this.store,
      score: (form, signal) => this.score(form, signal),
      answered: (preview) => this.take(preview),
      failed: (error) => this.fail(error),
    });
    if (!this.isReadOnly) this.keep();
    void this.live.now();
    if (this.store.isDirty) void this.autosave.now();
  }

  onState = (listener: () => void) => this.listeners.add('state', listener);

  /** The form of the server, with what this browser kept and never sent on top of it. */
  private restored(etag: string | undefined): FormStore {
    const form = this.record.form as Json;
    const kept = this.isReadOnly ? undefined : this.journal.read();
    // A save may have reached the server though its answer never came back.
    if (!kept?.base || sameJson(kept.form, form)) return new FormStore(form, etag);
    const store = new FormStore(kept.base, kept.etag);
    store.restore(kept.form);
    const conflicts = store.merge(form, etag);
    if (conflicts.length > 0) this.conflicts = conflicts;
    return store;
  }

  private keep(): void {
    const now = () => this.journal.keep(this.store);
    window.addEventListener('pagehide', now);
    this.stops.push(this.journal.follow(this.store), () => window.removeEventListener('pagehide', now));
  }

  private score(form: object, signal: AbortSignal): Promise<Preview> {
    const path = { submission: this.record.id };
    return ask('previewSubmission', { path, query: { explain: this.line }, body: { form }, signal });
  }

  private take(preview: Preview): void {
    this.failure = undefined;
    this.scores.take(sorted(preview), preview);
    this.listeners.tell('state');
  }

  private fail(error: unknown): void {
    this.scores.age();
    this.failure = isUnreachable(error) ? undefined : error;
    this.listeners.tell('state');
  }

  private async save(form: object, etag: string | undefined): Promise<SaveOutcome> {
    const path = { submission: this.record.id };
    try {
      const saved = await call('saveSubmission', {
        path,
        headers: { 'If-Match': etag ?? '' },
        body: { form },
      });
      if (this.scores.isStale) void this.live.now();
      void changed('listSubmissions');
      return { kind: 'saved', etag: saved.etag };
    } catch (error) {
      if (isUnreachable(error)) return { kind: 'offline' };
      if (refusalCode(error) !== 'version-changed') throw error;
      const theirs = await call('getSubmission', { path });
      return { kind: 'changed', form: theirs.value.form as Json, etag: theirs.etag };
    }
  }

  private disagree(conflicts: readonly Conflict[]): void {
    const others = this.conflicts.filter(({ cell }) => !conflicts.some((one) => one.cell === cell));
    this.conflicts = [...others, ...conflicts];
    this.listeners.tell('state');
  }

  /** Decides about a cell that two people changed. */
  settle(conflict: Conflict, whose: 'mine' | 'theirs'): void {
    if (whose === 'theirs') this.store.type(conflict.cell, conflict.theirs);
    this.store.leave();
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    this.listeners.tell('state');
  }

  /** Asks for the account of a line with the next score; at once, as it is opened. */
  explain(line: string | undefined): void {
    if (line === this.line) return;
    this.line = line;
    if (line !== undefined) void this.live.now();
  }

  get explainedLine(): string | undefined {
    return this.line;
  }

  /** Scores again, as when the connection is back. */
  rescore(): void {
    void this.live.now();
  }

  close(): void {
    this.journal.keep(this.store);
    void this.autosave.now();
    this.autosave.stop();
    this.live.stop();
    for (const stop of this.stops) stop();
  }
}
