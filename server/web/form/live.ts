/**
 * Asks for the score while a person types: a moment after the last key, one request at a time. What is typed while the
 * server answers is asked for as soon as it has answered, so that the last answer is that of the last key.
 */
import type { FormStore } from './store.ts';

/** Milliseconds after the last key; as many as the last answer took, within these, so that a slow server is asked less. */
const pauses = { least: 80, most: 300 } as const;
/** Milliseconds after which an answer that is still owed no longer holds up the next question. */
const patience = 2_000;

export class Live<Answer> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked: { controller: AbortController; at: number } | undefined;
  /** What is shown is older than what was typed, and the keys rest. */
  private isDue = false;
  private pause: number = pauses.least;
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
    this.timer = setTimeout(() => void this.now(), this.pause);
  }

  /** Asks at once, or as soon as what was asked before is answered. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    const wait = this.asked ? this.asked.at + patience - Date.now() : 0;
    this.isDue = wait > 0;
    if (this.isDue) {
      this.timer = setTimeout(() => void this.now(), wait);
      return;
    }
    this.asked?.controller.abort();
    await this.ask({ controller: new AbortController(), at: Date.now() });
    if (this.isDue) await this.now();
  }

  private async ask(asked: { controller: AbortController; at: number }): Promise<void> {
    const { controller, at } = asked;
    this.asked = asked;
    try {
      const answer = await this.score(this.store.form(), controller.signal);
      if (controller.signal.aborted) return;
      this.pause = Math.min(pauses.most, Math.max(pauses.least, Date.now() - at));
      this.answered(answer);
    } catch (error) {
      if (!controller.signal.aborted) this.failed(error);
    } finally {
      if (this.asked === asked) this.asked = undefined;
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    this.stopListening();
    this.isDue = false;
    this.asked?.controller.abort();
  }
}
