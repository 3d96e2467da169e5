/** The lines of the two rulebooks in the names both share, and what of a line belongs to which part of an edit. */
import type { Indicator } from '../../schemas/generated/types.ts';
import {
  type DeclaredPlan,
  type GroupPlan,
  type IndicatorPlan,
  type LeafPlan,
  type ScoringPlan,
  writtenAt,
} from '../compile/index.ts';
import type { LineKey } from '../edits/index.ts';

export const sides = ['before', 'after'] as const;
export type Side = (typeof sides)[number];
export const otherSide = (side: Side): Side => (side === 'before' ? 'after' : 'before');

/** A line of one rulebook. */
export interface Placed {
  id: string;
  /** Undefined at the top. */
  parent: string | undefined;
  plan: IndicatorPlan;
  /** As its rulebook writes it, in that rulebook's own names. */
  written: Indicator;
  children: readonly string[];
}

export type Lines = ReadonlyMap<string, Placed>;

export function placedLines(plan: ScoringPlan): Map<string, Placed> {
  const found = new Map<string, Placed>();
  const visit = (indicators: readonly IndicatorPlan[], parent: string | undefined): void => {
    for (const one of indicators) {
      const children = one.kind === 'group' ? one.children : [];
      const written = writtenAt(plan.rulebook, one.pointer) as Indicator;
      found.set(one.id, { id: one.id, parent, plan: one, written, children: children.map(({ id }) => id) });
      visit(children, one.id);
    }
  };
  visit(plan.indicators, undefined);
  return found;
}

/** True for a line that both have, of one kind: its properties can be taken one by one. */
export function hasBoth(lines: Record<Side, Lines>, id: string): boolean {
  const [one, other] = sides.map((side) => lines[side].get(id)?.plan.kind);
  return one !== undefined && one === other;
}

type PlanKey = keyof LeafPlan | keyof GroupPlan | keyof DeclaredPlan;

/**
 * The part of an edit that each key of a line's plan belongs to: `place` goes with the line itself, `told` is for people and
 * moves nothing, `targets` go kind by kind.
 */
export const partOfLine = {
  id: 'place',
  kind: 'place',
  children: 'place',
  name: 'told',
  text: 'told',
  source: 'told',
  reading: 'told',
  inferred: 'told',
  pointer: 'told',
  weight: 'weight',
  outOf: 'outOf',
  line: 'line',
  combine: 'combine',
  optional: 'optional',
  role: 'role',
  notApplicable: 'notApplicable',
  metric: 'metric',
  zeroDivision: 'zeroDivision',
  missing: 'missing',
  rule: 'method',
  weights: 'weights',
  targets: 'targets',
} as const satisfies Record<PlanKey, LineKey | 'place' | 'told' | 'targets'>;

/** The part of an edit that each key of a plan belongs to; what is `apart` never moves the points of a form. */
export const partOfPlan = {
  identity: 'apart',
  rulebook: 'apart',
  rounding: 'rounding',
  total: 'total',
  inputs: 'each',
  indicators: 'each',
  byId: 'each',
  frame: 'each',
  // Told apart from what moves points: the same total may get another grade.
  grades: 'apart',
  limits: 'each',
  checks: 'apart',
  dossierChecks: 'apart',
} as const satisfies Record<keyof ScoringPlan, 'rounding' | 'total' | 'each' | 'apart'>;

/** Properties of a line that can be taken from either edition without moving it. */
export type LineProperty = Exclude<(typeof partOfLine)[PlanKey], 'place' | 'told' | 'targets'>;
export const lineProperties = [
  ...new Set(Object.values(partOfLine).filter((one) => !['place', 'told', 'targets'].includes(one))),
] as readonly LineProperty[];
