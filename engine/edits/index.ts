/** Two plans → what is which of what, and every edit between them as facts. */
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
export { type Pair, type PairedBy, type Pairing, pairEditions, parentsOf } from './pairing.ts';
