/** Saves by itself a moment after the last key, one request at a time; tries again while the server is not reached. */
import type { Conflict } from './merge.ts';
import { type FormStore, Listeners } from './store.ts';
import type { Json } from './values.ts';

/** Milliseconds after the last change. */
const pause = 800;
/** Milliseconds before it is tried again, longer each time. */
const patience = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

export type SaveState =
  | { kind: 'saved'; at: Date | undefined }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** The server is not reached; what is typed is kept in this browser. */
  | { kind: 'offline'; retryAt: Date }
  /** The server will not have it, and says why. */
  | { kind: 'refused'; error: unknown };

/** What a save may come to. */
export type SaveOutcome =
  | { kind: 'saved'; etag: string | undefined }
  /** Somebody else saved meanwhile: what they have now. */
  | { kind: 'changed'; form: Json; etag: string | undefined }
  | { kind: 'offline' };

export class Autosave {
  private current: SaveState = { kind: 'saved', at: undefined };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private failures = 0;
  private readonly listeners = new Listeners();
  private readonly stopListening: () => void;
  private readonly store: FormStore;
  private readonly save: (form: object, etag: string | undefined) => Promise<SaveOutcome>;
  private readonly conflicting: (conflicts: Conflict[]) => void;

  constructor(options: {
    store: FormStore;
    /** Sends it; throws where the server refuses it for what it says. */
    save: (form: object, etag: string | undefined) => Promise<SaveOutcome>;
    /** Is told of the cells that two people changed, each otherwise. */
    conflicting: (conflicts: Conflict[]) => void;
  }) {
    this.store = options.store;
    this.save = options.save;
    this.conflicting = options.conflicting;
    this.stopListening = this.store.onChange(() => this.later());
  }

  get state(): SaveState {
    return this.current;
  }

  onState = (listener: () => void) => this.listeners.add('state', listener);

  private become(state: SaveState): void {
    this.current = state;
    this.listeners.tell('state');
  }

  private later(wait: number = pause): void {
    if (!this.store.isDirty) {
      clearTimeout(this.timer);
      if (this.current.kind === 'unsaved') this.become({ kind: 'saved', at: undefined });
      return;
    }
    if (this.current.kind === 'offline') return;
    clearTimeout(this.timer);
    if (this.current.kind !== 'saving') this.become({ kind: 'unsaved' });
    this.timer = setTimeout(() => void this.now(), wait);
  }

  /** Saves at once, as when a field is left or the form is to be filed; resolves when nothing is under way any more. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    if (!this.store.isDirty) return;
    this.running = this.send().finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  private async send(): Promise<void> {
    const sent = this.store.snapshot();
    this.become({ kind: 'saving' });
    try {
      const outcome = await this.save(sent.form, this.store.etag);
      if (outcome.kind === 'offline') return this.wait();
      this.failures = 0;
      if (outcome.kind === 'saved') this.store.saved(sent, outcome.etag);
      else {
        const conflicts = this.store.merge(outcome.form, outcome.etag);
        if (conflicts.length > 0) this.conflicting(conflicts);
      }
      this.become(this.store.isDirty ? { kind: 'unsaved' } : { kind: 'saved', at: new Date() });
      if (this.store.isDirty) this.later();
    } catch (error) {
      this.become({ kind: 'refused', error });
    }
  }

  private wait(): void {
    const wait = patience[Math.min(this.failures, patience.length - 1)]!;
    this.failures++;
    this.become({ kind: 'offline', retryAt: new Date(Date.now() + wait) });
    this.timer = setTimeout(() => void this.now(), wait);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.stopListening();
  }
}
