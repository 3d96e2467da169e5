/** Steps that can be undone and done again. Typing on in one cell is one step until the cell is left. */
import type { Json } from './values.ts';

export interface CellChange {
  cell: string;
  before: Json | undefined;
  after: Json | undefined;
}

export interface RowsChange {
  list: string;
  before: readonly string[] | undefined;
  after: readonly string[] | undefined;
}

export interface Step {
  cells: readonly CellChange[];
  rows: readonly RowsChange[];
}

export const turned = ({ cells, rows }: Step): Step => ({
  cells: cells.map(({ cell, before, after }) => ({ cell, before: after, after: before })),
  rows: rows.map(({ list, before, after }) => ({ list, before: after, after: before })),
});

export class History {
  private done: Step[] = [];
  private undone: Step[] = [];
  private typedIn: string | undefined;

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Remembers a step; `typedIn` names the cell where it is one more letter of what is being typed there. */
  add(one: Step, typedIn?: string): void {
    this.undone = [];
    const last = this.done.at(-1);
    const [before, after] = [last?.cells[0], one.cells[0]];
    if (typedIn !== undefined && typedIn === this.typedIn && before && after)
      this.done[this.done.length - 1] = { cells: [{ ...before, after: after.after }], rows: [] };
    else this.done.push(one);
    this.typedIn = typedIn;
  }

  /** What is typed next is a step of its own. */
  close(): void {
    this.typedIn = undefined;
  }

  /** The step that undoes the last one. */
  undo(): Step | undefined {
    this.close();
    const last = this.done.pop();
    if (!last) return undefined;
    this.undone.push(last);
    return turned(last);
  }

  /** The step that was undone last. */
  redo(): Step | undefined {
    this.close();
    const last = this.undone.pop();
    if (last) this.done.push(last);
    return last;
  }
}
