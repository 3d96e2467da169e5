/** Whose turn it is where more is asked than can be done at once: everyone in turn, so that nobody who asks much holds up the others. */

/** Thrown where somebody has too much waiting already. */
export class TooMuchWaiting extends Error {}

export class Turns {
  private readonly waiting = new Map<string, (() => void)[]>();
  private free: number;
  private readonly each: number;

  /** `most` are under way at once; `each` may wait for any one asker. */
  constructor(most: number, each: number) {
    this.free = most;
    this.each = each;
  }

  /** Resolves when it is the asker's turn, with what ends the turn. */
  async take(who: string): Promise<() => void> {
    if (this.free > 0) this.free -= 1;
    else await this.wait(who);
    let ended = false;
    return () => {
      if (!ended) this.next();
      ended = true;
    };
  }

  private wait(who: string): Promise<void> {
    const own = this.waiting.get(who) ?? [];
    if (own.length >= this.each) throw new TooMuchWaiting();
    this.waiting.set(who, own);
    return new Promise((resolve) => own.push(resolve));
  }

  /** Whoever has waited longest without a turn; they go to the end of the line. */
  private next(): void {
    const [first] = this.waiting;
    if (!first) {
      this.free += 1;
      return;
    }
    const [who, own] = first;
    this.waiting.delete(who);
    const go = own.shift()!;
    if (own.length > 0) this.waiting.set(who, own);
    go();
  }
}
