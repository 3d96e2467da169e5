/** Two plans → what is which of what, and every edit between them as facts. */

export { editsBetween } from './between.ts';
export type { Edit, LineKey, PlanPart, Sides, WholeKey } from './edit.ts';
export type { MethodTable } from './meaning.ts';
export { type Pair, type Pairing, pairEditions, parentsOf } from './pairing.ts';
export { targetKinds } from './targets.ts';
