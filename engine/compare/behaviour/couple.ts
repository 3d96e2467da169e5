/** An indicator in both editions, and what the two come to. */
import type { IndicatorPlan } from '../../compile/index.ts';
import type { Reach } from './reach.ts';
import type { RowGroups } from './rows.ts';

/** The same indicator in both editions; undefined where an edition has none. */
export interface Couple<Plan extends IndicatorPlan = IndicatorPlan> {
  was: Plan | undefined;
  is: Plan | undefined;
}

/** What a couple comes to, and the groups under it whose rows bring their weights. */
export interface Found {
  reach: Reach;
  open: readonly RowGroups[];
}

export const closed = (reach: Reach): Found => ({ reach, open: [] });
