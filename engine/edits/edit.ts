/**
 * One edit between two rulebooks, as facts: what it is about, what stood there and stands there now, and which parts of the
 * plan it changes. Words are made of it by `compare`; `impact` plays it. It holds no prose.
 */
import type { Key } from '../../schemas/generated/language.ts';
import type { Indicator, Rulebook } from '../../schemas/generated/types.ts';
import type { TargetKind } from '../compile/index.ts';

/** The same thing in both rulebooks; one side is absent where only the other rulebook has it. */
export interface Sides<Value> {
  before?: Value;
  after?: Value;
}

/** What an edit is about. Ids are those each rulebook itself writes. */
export type EditSubject =
  | { of: 'whole' }
  | { of: 'line'; id: Sides<string> }
  /** Rows whose target is of a kind; the owner is the group with rules of its own, or none for the frame. */
  | { of: 'targets'; owner: Sides<string> | undefined; kind: TargetKind }
  | { of: 'frame' }
  | { of: 'input'; id: Sides<string> }
  | { of: 'metric'; id: Sides<string> }
  | { of: 'limit'; id: Sides<string> }
  | { of: 'check'; id: Sides<string>; dossier: boolean }
  | { of: 'source'; id: Sides<string> }
  | { of: 'rollup' };

/** What happened: a value is another, a thing came, went, changed its id or its place, or a list its order. */
export type EditAction = 'changed' | 'added' | 'removed' | 'renamed' | 'moved' | 'reordered';

/** What stands in one rulebook. */
export interface EditValue {
  /** Where: a JSON pointer into that rulebook; where nothing is written, the place it would have. */
  pointer: string;
  /** As written, or what holds where nothing is written; undefined where nothing holds. */
  value: unknown;
}

/**
 * A part of a plan that can be taken from one edition or the other. Ids are in the namespace both share: those of the
 * later rulebook, and for what only the earlier one has, its own (`Pairing.sharedLine`, `sharedInput`).
 */
export type PlanPart =
  | { of: 'whole'; key: WholeKey }
  /** `place`: that the line is there, where, and of what kind. */
  | { of: 'line'; id: string; key: LineKey | 'place' }
  | { of: 'targets'; owner: string | undefined; kind: TargetKind }
  /** `frame`: that there is a frame. */
  | { of: 'frame'; key: FrameKey | 'frame' }
  | { of: 'input'; id: string; key: string }
  | { of: 'metric'; id: string }
  | { of: 'limit'; id: string }
  | { of: 'check'; id: string; dossier: boolean }
  | { of: 'source'; id: string }
  | { of: 'rollup' };

/**
 * Keys of the rulebook itself, `order` being that of the topmost lines; things with an id, the frame and the lines are
 * parts of their own.
 */
export type WholeKey =
  | 'order'
  | Exclude<
      keyof Rulebook,
      'inputs' | 'metrics' | 'frame' | 'indicators' | 'limits' | 'checks' | 'dossier' | 'sources' | 'rollup'
    >;
/** `weights`: of declared rows. `order`: of the lines below. */
export type LineKey = Exclude<keyof Indicator, 'id' | 'indicators' | 'declared'> | 'weights' | 'order';
export type FrameKey = 'met' | 'units' | 'missing' | 'reasonBelow' | 'overTarget';

export interface Edit {
  /** Stable, and unique between two rulebooks: `weight-changed:execution`. */
  code: string;
  action: EditAction;
  /** What was done, without what it was done to: the first part of the code. */
  what: string;
  /** The path of the key that says otherwise: `weight`, `late/per`; empty where a whole thing comes or goes. */
  key: string;
  /** What the schemas say of that key, from the outermost one in. */
  described: readonly Key[];
  subject: EditSubject;
  before?: EditValue;
  after?: EditValue;
  touches: readonly PlanPart[];
}
