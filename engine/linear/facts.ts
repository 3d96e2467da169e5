/** What one fact can be. */
import type { Exact } from '../decimal.ts';

/** The least and greatest value of a fact; a side left out is unbounded. */
export interface Bound {
  min?: Exact | undefined;
  max?: Exact | undefined;
  /** True of counts and days. */
  whole?: boolean;
}

export type Bounds = (name: string) => Bound;
