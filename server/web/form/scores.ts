/** What the server says of each line, reaching whoever shows it without passing through a page. It computes nothing. */
import { Listeners } from './store.ts';

export class ScoreStore<Line, Whole = unknown> {
  private lines = new Map<string, Line>();
  private all: Whole | undefined;
  private stale = false;
  private readonly listeners = new Listeners();

  /** What is said of a line; the same object until something else is said. */
  line(id: string): Line | undefined {
    return this.lines.get(id);
  }

  /** What is said of the whole form. */
  get whole(): Whole | undefined {
    return this.all;
  }

  /** Whether what is shown is older than what was typed, and the server cannot be asked. */
  get isStale(): boolean {
    return this.stale;
  }

  onLine = (id: string, listener: () => void) => this.listeners.add(`line ${id}`, listener);
  onWhole = (listener: () => void) => this.listeners.add('whole', listener);

  /** Takes in an answer. Who shows a line that is told as before is not disturbed. */
  take(lines: ReadonlyMap<string, Line>, whole: Whole): void {
    const changed = [...new Set([...this.lines.keys(), ...lines.keys()])].filter(
      (id) => JSON.stringify(this.lines.get(id)) !== JSON.stringify(lines.get(id)),
    );
    const kept = new Map(lines);
    for (const [id, line] of this.lines) if (kept.has(id) && !changed.includes(id)) kept.set(id, line);
    this.lines = kept;
    this.all = whole;
    this.stale = false;
    for (const id of changed) this.listeners.tell(`line ${id}`);
    this.listeners.tell('whole');
  }

  /** The server could not be asked: what is shown stays, and is said to be old. */
  age(): void {
    if (this.stale) return;
    this.stale = true;
    this.listeners.tell('whole');
  }
}
