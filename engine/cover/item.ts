/** One thing that cases should reach, and what reaching it takes. */
import type { Bilingual, CoverageItem } from '../../schemas/generated/types.ts';
import type { IndicatorPlan, LeafPlan } from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import type { Scope } from '../expression/index.ts';
import type { Line } from '../lines/index.ts';
import type { Side } from './ids.ts';
import type { Site } from './sites.ts';

export type ItemKind = CoverageItem['kind'];

/** A decision asked about a form, or about a dossier, and the names in its reach. */
export interface Asked {
  prefix: string;
  name: string;
  pointer: string;
  decision: Decision;
  scope: Scope;
}

/** What reaching an item takes. */
export type Goal =
  | { of: 'band'; site: Site; part: number; band: number }
  | { of: 'edge'; site: Site; part: number; fact: number; cell: number; side: Side }
  | { of: 'clamp'; site: Site; bound: 'cap' | 'floor' }
  | { of: 'missing'; leaf: LeafPlan | undefined; policy: 'claimed' | 'zero' }
  | { of: 'zero-division'; line: Line }
  | { of: 'not-applicable'; indicator: IndicatorPlan }
  | { of: 'optional'; indicator: IndicatorPlan }
  | { of: 'form'; asked: Asked; subjects: readonly string[] | undefined; want: Want }
  | { of: 'dossier'; asked: Asked; want: Want };

/** Of a decision: that an outcome holds, that none does, or the cell of one of its facts. */
export type Want = { outcome: number | 'none' } | { fact: number; cell: number; side: Side };

export interface Item {
  kind: ItemKind;
  id: string;
  indicator: string | undefined;
  name: string;
  label: Bilingual;
  pointer: string;
  /** False where it is proved that nothing reaches it. */
  possible: boolean;
  goal: Goal;
}
