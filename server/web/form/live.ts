/** Asks for the score while a person types: a moment after the last key, and only the last answer counts. */
import type { FormStore } from './store.ts';

/** Milliseconds after the last change. */
const pause = 300;

export class Live<Answer> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked: AbortController | undefined;
  private readonly stopListening: () => void;
  private readonly store: FormStore;
  private readonly score: (form: object, signal: AbortSignal) => Promise<Answer>;
  private readonly answered: (answer: Answer) => void;
  private readonly failed: (error: unknown) => void;

  constructor(options: {
    store: FormStore;
    score: (form: object, signal: AbortSignal) => Promise<Answer>;
    answered: (answer: Answer) => void;
    failed: (error: unknown) => void;
  }) {
    this.store = options.store;
    this.score = options.score;
    this.answered = options.answered;
    this.failed = options.failed;
    this.stopListening = this.store.onChange(() => this.later());
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), pause);
  }

  /** Asks at once. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    try {
      const answer = await this.score(this.store.form(), asked.signal);
      if (!asked.signal.aborted) this.answered(answer);
    } catch (error) {
      if (!asked.signal.aborted) this.failed(error);
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.stopListening();
  }
}
