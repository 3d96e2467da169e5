/** A sum as a text writes it, however it does. Types only. */
import type { Exact } from '../../decimal.ts';

/** Numbers that are said to make up another. */
export interface WrittenSum {
  /** As written, from the first number to the last. */
  text: string;
  parts: readonly Exact[];
  whole: Exact;
  /** What the whole is written with behind its number. */
  unit: string;
  /** What one in the last place is worth, of the whole and of all parts together. */
  last: Exact;
  lastOfParts: Exact;
  /** True where the parts may be some of many, so that they may come to less. */
  isOpen: boolean;
  /** True where an equals sign says that they come to it. */
  isEquation: boolean;
}
