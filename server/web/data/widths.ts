/** How wide a person made the columns of a table, in this browser: pixels by the column. */
import { Kept, useKept } from './kept.ts';

export type Widths = { readonly [column: string]: number };

/** Pixels; narrower hides what a column holds, wider hides the others. */
export const narrowest = 48;
export const widest = 640;

const bounded = (width: number): number => Math.min(widest, Math.max(narrowest, width));

const isWidth = (entry: [string, unknown]): entry is [string, number] =>
  typeof entry[1] === 'number' && Number.isFinite(entry[1]);

/** What a browser kept; what is no width is left out. */
export function widthsIn(text: string | null): Widths {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
    return Object.fromEntries(
      Object.entries(kept)
        .filter(isWidth)
        .map(([column, width]) => [column, bounded(width)]),
    );
  } catch {
    return {};
  }
}

/** With another width of a column, or its usual one. */
export function withWidth(widths: Widths, column: string, width: number | undefined): Widths {
  const { [column]: _, ...others } = widths;
  return width === undefined ? others : { ...others, [column]: bounded(width) };
}

const kept = new Kept('widths.queue', widthsIn);

/** The widths of the columns of the queue. */
export function useQueueWidths(person: string) {
  const [widths, keep] = useKept(kept, person);
  return {
    widths,
    set: (column: string, width: number | undefined) => keep(withWidth(widths, column, width)),
  };
}
