/** A value from which parts are taken out, while every pointer into what is left still leads to where it stood. */
import { keysOf } from '../layout/index.ts';

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** A copy of a value of plain data that parts are taken out of. */
export class Pruned {
  readonly value: unknown;
  /** Of each list, where its items stood before any was taken out. */
  private readonly origins = new WeakMap<object, number[]>();

  constructor(value: unknown) {
    this.value = this.copy(value);
  }

  private copy(value: unknown): unknown {
    if (!isContainer(value)) return value;
    if (!Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.copy(one)]));
    const copied = value.map((one) => this.copy(one));
    this.origins.set(
      copied,
      copied.map((_, index) => index),
    );
    return copied;
  }

  /** Where a place in what is left stood in the whole. */
  original(pointer: string): string {
    let here = this.value;
    return keysOf(pointer)
      .map((key) => {
        const stood = Array.isArray(here) ? this.origins.get(here)?.[Number(key)] : undefined;
        here = isContainer(here) ? (here as Record<string, unknown>)[key] : undefined;
        return `/${(stood === undefined ? key : String(stood)).replaceAll('~', '~0').replaceAll('/', '~1')}`;
      })
      .join('');
  }

  /** Where an item of a list stood. */
  originOf(list: readonly unknown[], index: number): number {
    return this.origins.get(list)?.[index] ?? index;
  }

  get(pointer: string): unknown {
    return keysOf(pointer).reduce<unknown>(
      (value, key) => (isContainer(value) ? (value as Record<string, unknown>)[key] : undefined),
      this.value,
    );
  }

  /** Takes out what stands at each of the pointers, the last items of a list first. */
  remove(pointers: readonly string[]): void {
    const byParent = new Map<Container, Set<string>>();
    for (const pointer of pointers) {
      const key = keysOf(pointer).at(-1);
      const parent = this.get(pointer.slice(0, pointer.lastIndexOf('/')));
      if (key === undefined || !isContainer(parent)) continue;
      byParent.set(parent, (byParent.get(parent) ?? new Set()).add(key));
    }
    for (const [parent, keys] of byParent) {
      if (!Array.isArray(parent)) for (const key of keys) delete parent[key];
      else {
        const origins = this.origins.get(parent);
        for (const index of [...keys].map(Number).sort((a, b) => b - a)) {
          parent.splice(index, 1);
          origins?.splice(index, 1);
        }
      }
    }
  }
}
