/** The groups that declared indicators hang under, and what is said where there is no such group. */
import type { Bilingual, Diagnostic, Place } from '../../schemas/generated/types.ts';
import type { DeclaredPlan, ScoringPlan } from '../compile/index.ts';
import { diagnose, nearest, suggest } from '../diagnostics/index.ts';

/** What bears an id already: a row before it, or an indicator of the rulebook. */
export function otherWith(
  id: string,
  ids: ReadonlyMap<string, number>,
  plan: ScoringPlan,
): Bilingual | undefined {
  const row = ids.get(id);
  if (row !== undefined) return { zh: `第 ${row + 1} 行`, en: `row ${row + 1}` };
  const name = plan.byId.get(id)?.name;
  return name === undefined ? undefined : { zh: `指标「${name}」`, en: `the indicator "${name}"` };
}

/** A row under a group that there is not; groups are offered by their names. */
export function strangeGroup(
  under: string,
  groups: ReadonlyMap<string, DeclaredPlan>,
  index: number,
  place: Place,
): Diagnostic {
  const meant = nearest(under, groups.keys());
  const ids = [...new Set([...groups.values()].map(({ id }) => id))];
  const suggestion = suggest(under, meant === undefined ? ids : [meant], (one) => groups.get(one)?.name);
  const kind = { zh: '指标组', en: 'group of declared indicators' };
  const told = diagnose('unknown-reference', { kind, name: under, suggestion }, place);
  const message = {
    zh: `第 ${index + 1} 行：${told.message.zh}`,
    en: `row ${index + 1}: ${told.message.en}`,
  };
  return { ...told, message };
}

/** Groups by id and by name; a name borne by two groups means neither. */
const groupIndexes = new WeakMap<ScoringPlan, Map<string, DeclaredPlan>>();
export function groupIndex(plan: ScoringPlan): Map<string, DeclaredPlan> {
  const known = groupIndexes.get(plan);
  if (known) return known;
  const index = new Map<string, DeclaredPlan>();
  const repeated = new Set<string>();
  for (const indicator of plan.byId.values()) {
    if (indicator.kind !== 'declared') continue;
    if (index.has(indicator.name)) repeated.add(indicator.name);
    index.set(indicator.name, indicator);
  }
  for (const name of repeated) index.delete(name);
  for (const indicator of plan.byId.values())
    if (indicator.kind === 'declared') index.set(indicator.id, indicator);
  groupIndexes.set(plan, index);
  return index;
}
