/** Chance that is the same on every machine: one seed, one sequence. */

/** A stream of choices (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
    // Seeds that lie side by side must not begin alike.
    for (let warm = 0; warm < 4; warm++) this.next();
  }

  /** A whole number of 32 bits. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return this.next() % limit;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const all = [...items];
    for (let last = all.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [all[last], all[other]] = [all[other]!, all[last]!];
    }
    return all;
  }

  /** So many of the items, in their order. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const chosen = new Set(this.shuffled(items.map((_, index) => index)).slice(0, count));
    return items.filter((_, index) => chosen.has(index));
  }

  /** Parts that add to the whole, each at least one. */
  split(whole: number, parts: number): number[] {
    const cuts = new Set<number>();
    while (cuts.size < Math.min(parts - 1, whole - 1)) cuts.add(this.between(1, whole - 1));
    const sorted = [0, ...[...cuts].sort((a, b) => a - b), whole];
    return sorted.slice(1).map((cut, index) => cut - sorted[index]!);
  }

  /** A stream of its own, so that what one part draws does not move another. */
  fork(): Random {
    return new Random(this.next());
  }
}
