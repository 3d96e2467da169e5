/**
 * What is typed into a form. Each cell is subscribed to by itself, so that a key that is pressed draws one cell anew and
 * nothing else. It computes nothing.
 */
import { type CellChange, History, type RowsChange, type Step } from './history.ts';
import { alignedWith, type Conflict, merged } from './merge.ts';
import { type Cells, cellAt, cellsOf, formOf, type Json, sameJson, serverPointer } from './values.ts';

export type Listener = () => void;

/** What was sent to be saved, to be told again once it was. */
export interface Snapshot {
  readonly cells: Cells;
  readonly form: { [key: string]: Json };
}

/** Listeners by what they listen to. */
export class Listeners {
  private readonly all = new Map<string, Set<Listener>>();

  add(topic: string, listener: Listener): () => void {
    const known = this.all.get(topic) ?? new Set();
    this.all.set(topic, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0 && this.all.get(topic) === known) this.all.delete(topic);
    };
  }

  tell(topic: string): void {
    for (const listener of [...(this.all.get(topic) ?? [])]) listener();
  }
}

const cellTopic = (cell: string) => `cell ${cell}`;
const rowsTopic = (list: string) => `rows ${list}`;
const noRows: readonly string[] = [];

export class FormStore {
  private values: Map<string, Json>;
  private rowKeys: Map<string, readonly string[]>;
  /** As the server has it. */
  private base: Cells;
  private readonly history = new History();
  private readonly listeners = new Listeners();
  private readonly unsaved = new Set<string>();
  private lastKey = 0;
  private isComposing = false;
  /** The version of the server that what is typed here began from. */
  etag: string | undefined;

  constructor(form: Json, etag?: string) {
    this.base = cellsOf(form, () => this.newKey());
    this.values = new Map(this.base.values);
    this.rowKeys = new Map(this.base.rows);
    this.etag = etag;
  }

  /** A key for a row that is about to be added. */
  newKey(): string {
    this.lastKey++;
    return `r${this.lastKey}`;
  }

  // Reading

  value(cell: string): Json | undefined {
    return this.values.get(cell);
  }

  /** Every cell that holds something. */
  cellNames(): string[] {
    return [...this.values.keys()];
  }

  /** The keys of the rows of a list, in their order. */
  rows(list: string): readonly string[] {
    return this.rowKeys.get(list) ?? noRows;
  }

  private get cells(): Cells {
    return { values: this.values, rows: this.rowKeys };
  }

  form(): { [key: string]: Json } {
    return formOf(this.cells);
  }

  /** The cell the server means by a pointer. */
  cellAt(pointer: string): string {
    return cellAt(this.cells, pointer);
  }

  /** The pointer the server knows a cell by. */
  pointerOf(cell: string): string | undefined {
    return serverPointer(this.cells, cell);
  }

  get isDirty(): boolean {
    return this.unsaved.size > 0;
  }

  isUnsaved(cell: string): boolean {
    return this.unsaved.has(cell);
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  // Listening

  onCell = (cell: string, listener: Listener) => this.listeners.add(cellTopic(cell), listener);
  onRows = (list: string, listener: Listener) => this.listeners.add(rowsTopic(list), listener);
  /** Told of every change of what is typed, but not in the midst of composing a letter. */
  onChange = (listener: Listener) => this.listeners.add('change', listener);
  /** Told when it becomes dirty or saved, and when undo or redo become possible or impossible. */
  onState = (listener: Listener) => this.listeners.add('state', listener);

  /** An input method is at work: what is half typed is neither sent nor saved. */
  compose(isComposing: boolean): void {
    const hasEnded = this.isComposing && !isComposing;
    this.isComposing = isComposing;
    if (hasEnded) this.listeners.tell('change');
  }

  // Changing

  /** Types into a cell; undefined empties it. */
  type(cell: string, value: Json | undefined): void {
    this.step([{ cell, value }], [], cell);
  }

  /** The cell was left: what is typed next is undone by itself. */
  leave(): void {
    this.history.close();
  }

  /** Changes many cells and lists in one step, as a paste does. */
  change(
    cells: readonly { cell: string; value: Json | undefined }[],
    rows: readonly { list: string; keys: readonly string[] }[] = [],
  ): void {
    this.step(cells, rows);
  }

  /** Adds rows with these values before the place given; gives their keys. */
  addRows(list: string, at: number, contents: readonly { readonly [key: string]: Json }[]): string[] {
    const keys = contents.map(() => this.newKey());
    const cells = contents.flatMap((row, index) => {
      const { values } = cellsOf(row, () => this.newKey());
      return [...values].map(([cell, value]) => ({ cell: `${list}/${keys[index]}${cell}`, value }));
    });
    const now = this.rows(list);
    this.step(cells, [{ list, keys: [...now.slice(0, at), ...keys, ...now.slice(at)] }]);
    return keys;
  }

  removeRows(list: string, keys: readonly string[]): void {
    const isOf = (cell: string) => keys.some((key) => cell.startsWith(`${list}/${key}/`));
    const cells = [...this.values.keys()].filter(isOf).map((cell) => ({ cell, value: undefined }));
    this.step(cells, [{ list, keys: this.rows(list).filter((key) => !keys.includes(key)) }]);
  }

  /** Moves a row to another place. */
  moveRow(list: string, key: string, to: number): void {
    const others = this.rows(list).filter((one) => one !== key);
    this.step([], [{ list, keys: [...others.slice(0, to), key, ...others.slice(to)] }]);
  }

  private step(
    cells: readonly { cell: string; value: Json | undefined }[],
    rows: readonly { list: string; keys: readonly string[] }[],
    typedIn?: string,
  ): void {
    const changes: CellChange[] = cells
      .map(({ cell, value }) => ({ cell, before: this.values.get(cell), after: value }))
      .filter(({ before, after }) => !sameJson(before, after));
    const rowsChanges: RowsChange[] = rows.map(({ list, keys }) => ({
      list,
      before: this.rowKeys.get(list),
      after: keys,
    }));
    if (changes.length === 0 && rowsChanges.length === 0) return;
    const one = { cells: changes, rows: rowsChanges };
    this.history.add(one, typedIn);
    this.apply(one);
  }

  /** Undoes the last step; gives the cells it touched. */
  undo(): string[] {
    return this.apply(this.history.undo());
  }

  redo(): string[] {
    return this.apply(this.history.redo());
  }

  private apply(step: Step | undefined): string[] {
    if (!step) return [];
    for (const { list, after } of step.rows) {
      if (after === undefined) this.rowKeys.delete(list);
      else this.rowKeys.set(list, after);
      this.mark(list, !sameJson([...(after ?? [])], [...(this.base.rows.get(list) ?? [])]));
    }
    for (const { cell, after } of step.cells) {
      if (after === undefined) this.values.delete(cell);
      else this.values.set(cell, after);
      this.mark(cell, !sameJson(after, this.base.values.get(cell)));
    }
    for (const { list } of step.rows) this.listeners.tell(rowsTopic(list));
    for (const { cell } of step.cells) this.listeners.tell(cellTopic(cell));
    this.listeners.tell('state');
    if (!this.isComposing) this.listeners.tell('change');
    return step.cells.map(({ cell }) => cell);
  }

  private mark(place: string, isUnsaved: boolean): void {
    if (isUnsaved) this.unsaved.add(place);
    else this.unsaved.delete(place);
  }

  // Saving

  /** What is to be sent. */
  snapshot(): Snapshot {
    const cells = { values: new Map(this.values), rows: new Map(this.rowKeys) };
    return { cells, form: formOf(cells) };
  }

  /** The server has what was sent, as this version. */
  saved({ cells }: Snapshot, etag: string | undefined): void {
    this.base = cells;
    this.etag = etag;
    this.compare();
    this.listeners.tell('state');
  }

  /** Takes in what another saved meanwhile; gives the cells that both changed. What was typed here is kept. */
  merge(theirs: Json, etag: string | undefined): Conflict[] {
    const aligned = alignedWith(this.base, theirs, () => this.newKey(), this.cells);
    const { cells, conflicts } = merged(this.base, this.cells, aligned);
    this.etag = etag;
    this.replace(cells, aligned);
    return conflicts;
  }

  /** Takes up what was typed before and never saved. It began from what the store holds, and cannot be undone. */
  restore(form: Json): void {
    this.replace(
      alignedWith(this.base, form, () => this.newKey()),
      this.base,
    );
  }

  /** The form of the server that what is typed here began from. */
  baseForm(): { [key: string]: Json } {
    return formOf(this.base);
  }

  private replace(cells: Cells, base: Cells): void {
    const before = this.cells;
    this.values = new Map(cells.values);
    this.rowKeys = new Map(cells.rows);
    this.base = base;
    this.compare();
    for (const list of new Set([...before.rows.keys(), ...this.rowKeys.keys()]))
      if (!sameJson(before.rows.get(list), this.rowKeys.get(list))) this.listeners.tell(rowsTopic(list));
    for (const cell of new Set([...before.values.keys(), ...this.values.keys()]))
      if (!sameJson(before.values.get(cell), this.values.get(cell))) this.listeners.tell(cellTopic(cell));
    this.listeners.tell('state');
    this.listeners.tell('change');
  }

  private compare(): void {
    this.unsaved.clear();
    for (const cell of new Set([...this.values.keys(), ...this.base.values.keys()]))
      if (!sameJson(this.values.get(cell), this.base.values.get(cell))) this.unsaved.add(cell);
    for (const list of new Set([...this.rowKeys.keys(), ...this.base.rows.keys()]))
      if (!sameJson([...this.rows(list)], [...(this.base.rows.get(list) ?? [])])) this.unsaved.add(list);
  }
}
