/** Regions and units in the order of their tree, each with how deep it stands. */
import type { Unit } from '../../../schemas/generated/types.ts';

export interface UnitInTree {
  unit: Unit;
  /** 0 for what has nothing above it in the list. */
  depth: number;
  /** The ids of those above it, the nearest last. */
  above: readonly string[];
}

/** The list comes with each unit after the one above it. */
export function inTree(units: readonly Unit[]): UnitInTree[] {
  const below = new Map<string | undefined, Unit[]>();
  const known = new Set(units.map(({ id }) => id));
  for (const unit of units) {
    const parent = unit.parentId !== undefined && known.has(unit.parentId) ? unit.parentId : undefined;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const rows: UnitInTree[] = [];
  const visit = (parent: string | undefined, above: readonly string[]): void => {
    for (const unit of below.get(parent) ?? []) {
      rows.push({ unit, depth: above.length, above });
      visit(unit.id, [...above, unit.id]);
    }
  };
  visit(undefined, []);
  return rows;
}
