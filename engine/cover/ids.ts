/** The names of items: made when items are listed, and again when a form is looked through. */
import type { CheckPlan, IndicatorPlan, LeafPlan, LimitPlan } from '../compile/index.ts';
import type { DecisionFact } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
import type { Site } from './sites.ts';

/** A side of a threshold, or the threshold itself. */
export type Side = 'below' | 'at' | 'above';

/** `part-2/` where a rule has several parts. */
const partPrefix = (site: Site, part: number): string =>
  site.rule.parts.length > 1 ? `part-${part + 1}/` : '';
export const bandId = (site: Site, part: number, band: number): string =>
  `${site.key}/${partPrefix(site, part)}band-${band + 1}`;
export const clampId = (site: Site, bound: 'cap' | 'floor'): string => `${site.key}/${bound}`;
export const rulePrefix = (site: Site, part: number): string => `${site.key}/${partPrefix(site, part)}`;
export const missingId = (leaf: LeafPlan | undefined): string => `${leaf?.id ?? 'frame'}/missing`;
export const zeroDivisionId = (leaf: LeafPlan): string => `${leaf.id}/zero-division`;
export const notApplicableId = ({ id }: IndicatorPlan): string => `${id}/not-applicable`;
export const optionalId = ({ id }: IndicatorPlan): string => `${id}/optional`;
export const gradeId = (index: number): string => `grade/${index + 1}`;
export const limitId = ({ id }: LimitPlan, applied: boolean): string =>
  `limit/${id}/${applied ? 'applied' : 'not-applied'}`;
export const checkPrefix = ({ id }: CheckPlan, kind: 'check' | 'dossier-check'): string => `${kind}/${id}/`;
export const checkId = (check: CheckPlan, kind: 'check' | 'dossier-check', fired: boolean): string =>
  `${checkPrefix(check, kind)}${fired ? 'fired' : 'not-fired'}`;

export const sides: readonly Side[] = ['below', 'at', 'above'];

/** The items a cell of a number fact reaches: beside each threshold it touches. */
export function edgesOfCell(prefix: string, fact: DecisionFact, cell: number): string[] {
  if (fact.kind !== 'number') return [];
  return fact.thresholds.flatMap((threshold, index) =>
    sides.flatMap((side, offset) =>
      cell === 2 * index + offset ? [edgeId(prefix, fact.key, threshold, side)] : [],
    ),
  );
}

export const edgeId = (prefix: string, key: string, threshold: Exact, side: Side): string =>
  `${prefix}edge/${key.replaceAll(' ', '')}/${threshold.toText()}/${side}`;
