/** Two plans → what is which of what, and every edit between them as facts. */

export { editsBetween } from './between.ts';
export type {
  Edit,
  EditAction,
  EditSubject,
  EditValue,
  FrameKey,
  LineKey,
  PlanPart,
  Sides,
  WholeKey,
} from './edit.ts';
export type { MethodTable } from './meaning.ts';
export { type Pair, type PairedBy, type Pairing, pairEditions, parentsOf } from './pairing.ts';
export { targetKinds } from './targets.ts';
