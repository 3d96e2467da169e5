/** Rows of one form that belong together: parts of a row above them, and rows that share one weight and one score. */
import type { Row } from './rows.ts';

/** Rows under one group, in the order of the form. */
export interface Together<N> {
  /** The row that stands for all, with a weight and a score of its own. */
  head: Row<N>;
  /** Rows that share its weight and its score. */
  others: readonly Row<N>[];
  /** Rows that are parts of it, and are not scored. */
  parts: readonly Row<N>[];
}

/** True where every row stands for itself, as on most forms. */
export const standAlone = (rows: readonly Row<unknown>[]): boolean =>
  rows.every(({ declared }) => declared.partOf === undefined && declared.scoredWith === undefined);

/** The rows of a group, each with those that belong to it. One that names a row that is not there stands for itself. */
export function together<N>(rows: readonly Row<N>[]): Together<N>[] {
  const ids = new Set(rows.map(({ id }) => id));
  const headOf = ({ id, declared: { partOf, scoredWith } }: Row<N>): string => {
    const named = partOf ?? scoredWith;
    return named !== undefined && named !== id && ids.has(named) ? named : id;
  };
  return rows
    .filter((row) => headOf(row) === row.id)
    .map((head) => {
      const below = rows.filter((row) => row !== head && headOf(row) === head.id);
      return {
        head,
        others: below.filter(({ declared }) => declared.partOf === undefined),
        parts: below.filter(({ declared }) => declared.partOf !== undefined),
      };
    });
}
