/** What was typed and is not saved yet, kept in this browser: it survives a reload, a closed tab and a lost session. */
import type { FormStore } from './store.ts';
import type { Json } from './values.ts';

/** The part of the browser's storage that is used. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Kept {
  form: { [key: string]: Json };
  /** The form of the server it began from, and its version. */
  base: { [key: string]: Json };
  etag: string | undefined;
  /** When it was kept, ISO 8601. */
  at: string;
}

/** Milliseconds after a change; leaving the page keeps at once. */
const pause = 150;

export class Journal {
  private readonly storage: Storage;
  private readonly key: string;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** One journal for each form of each person. */
  constructor(storage: Storage, person: string, form: string) {
    this.storage = storage;
    this.key = `zhunsheng.form.${person}.${form}`;
  }

  /** What was kept and never saved; undefined where there is nothing, or it cannot be read. */
  read(): Kept | undefined {
    try {
      const text = this.storage.getItem(this.key);
      return text === null ? undefined : (JSON.parse(text) as Kept);
    } catch {
      return undefined;
    }
  }

  /** Keeps what a store holds from now on; gives what ends it. */
  follow(store: FormStore): () => void {
    const keep = () => this.keep(store);
    const stops = [
      store.onChange(() => {
        clearTimeout(this.timer);
        this.timer = setTimeout(keep, pause);
      }),
      store.onState(() => {
        if (!store.isDirty) this.forget();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      clearTimeout(this.timer);
    };
  }

  /** Keeps at once, as when the page is left. */
  keep(store: FormStore): void {
    clearTimeout(this.timer);
    if (!store.isDirty) return;
    const kept: Kept = {
      form: store.form(),
      base: store.baseForm(),
      etag: store.etag,
      at: new Date().toISOString(),
    };
    try {
      this.storage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // Storage is full or refused; the server still gets it within a second.
    }
  }

  forget(): void {
    clearTimeout(this.timer);
    try {
      this.storage.removeItem(this.key);
    } catch {
      // Refused altogether, and then nothing was kept either.
    }
  }
}
