/** Offsets in a text as lines and columns, and where each value of a document stands. */
import type { Place } from '../diagnostics/index.ts';

/** 1-based; columns count UTF-16 code units, as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** Where a value begins and ends, and for each of its properties or items where the key and the value begin. */
export interface Located {
  at: number;
  end: number;
  key?: number;
  children?: Map<string, Located>;
}

/** Turns offsets into lines and columns by binary search. */
export class LineIndex {
  private readonly file: string;
  private readonly starts: number[] = [0];

  constructor(file: string, text: string) {
    this.file = file;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.starts.push(end + 1);
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.starts[low]! + 1 };
  }

  place(offset: number): Place {
    return { file: this.file, ...this.position(offset) };
  }
}

/** The parts of a JSON Pointer, unescaped. */
const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What stands at exactly that pointer. */
export function findExact(root: Located, pointer: string): Located | undefined {
  return partsOf(pointer).reduce<Located | undefined>((found, part) => found?.children?.get(part), root);
}

/** What stands at a pointer, or the nearest ancestor that exists. */
export function find(root: Located, pointer: string): Located {
  let found = root;
  for (const part of partsOf(pointer)) {
    const child = found.children?.get(part);
    if (!child) return found;
    found = child;
  }
  return found;
}
