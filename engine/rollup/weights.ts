/** What the rows of a roll-up weigh: the average of what they weigh on the forms, adding to what the forms add to. */
import type { IndicatorPlan, ScoringPlan } from '../compile/index.ts';
import { type Exact, sum } from '../decimal.ts';
import { smallestUnit } from './average.ts';
import type { Occurrence } from './gather.ts';
import type { Part } from './parts.ts';
import { averagingOf, sharesFor } from './points.ts';

/** A row with what it weighs, and the forms it is averaged over. */
export interface WeighedRow {
  occurrences: readonly Occurrence[];
  /** Undefined where a form gives it no weight. */
  weight: Exact | undefined;
  counted: readonly Part[];
}

/**
 * Rows are averaged within the nearest group that has a weight of its own, over the forms that have rows there, so that
 * its weight is met. Averages are rounded to the decimals of scores or of written weights, whichever are more; what that
 * leaves over goes to the rows it moved furthest.
 */
export function weighedRows(
  plan: ScoringPlan,
  parts: readonly Part[],
  rows: readonly (readonly Occurrence[])[],
): WeighedRow[] {
  const owners = ownersOf(plan);
  const ownerOf = (row: readonly Occurrence[]) => owners.get(row[0]!.row.group.id);
  const weights = new Map<readonly Occurrence[], WeighedRow>();
  for (const owner of new Set(rows.map(ownerOf))) {
    const own = rows.filter((row) => ownerOf(row) === owner);
    const having = new Set(own.flatMap((row) => row.map(({ part }) => part)));
    const counted = owner === undefined ? parts : parts.filter((part) => having.has(part));
    const share = sharesFor(counted, averagingOf(plan));
    const all = sum(counted.map(share));
    const exact = own.map(
      (row) => sum(row.map(({ line, part }) => line.weight.times(share(part)))).over(all)!,
    );
    const shared = sharedOut(exact, decimalsOf(plan, own));
    for (const [index, row] of own.entries()) {
      const isOpen = row.some(({ line }) => line.unscored === 'no-weight');
      weights.set(row, { occurrences: row, weight: isOpen ? undefined : shared[index]!, counted });
    }
  }
  return rows.map((row) => weights.get(row)!);
}

/** For each group of declared indicators, the nearest group with a weight, itself included; undefined for the whole. */
function ownersOf(plan: ScoringPlan): Map<string, string | undefined> {
  const owners = new Map<string, string | undefined>();
  const visit = (indicator: IndicatorPlan, above: string | undefined): void => {
    const owner = indicator.weight ? indicator.id : above;
    if (indicator.kind === 'declared') owners.set(indicator.id, owner);
    if (indicator.kind === 'group') for (const child of indicator.children) visit(child, owner);
  };
  for (const indicator of plan.indicators) visit(indicator, undefined);
  return owners;
}

function decimalsOf(plan: ScoringPlan, rows: readonly (readonly Occurrence[])[]): number {
  const written = rows.flatMap((row) => row.map(({ line }) => line.weight.toText()));
  const places = written.filter((text) => !text.endsWith('…')).map((text) => text.split('.')[1]?.length ?? 0);
  return Math.max(plan.rounding.decimals, ...places);
}

function sharedOut(exact: readonly Exact[], decimals: number): Exact[] {
  const rounded = exact.map((weight) => weight.round({ decimals, mode: 'half-up' }));
  const over = sum([...exact])
    .round({ decimals, mode: 'half-up' })
    .minus(sum(rounded));
  const unit = over.sign() < 0 ? smallestUnit(decimals).negated() : smallestUnit(decimals);
  const owed = exact.map((weight, index) => ({ index, by: weight.minus(rounded[index]!) }));
  owed.sort((a, b) => over.sign() * b.by.compare(a.by) || a.index - b.index);
  let left = over;
  for (const { index } of owed) {
    if (left.isZero()) break;
    rounded[index] = rounded[index]!.plus(unit);
    left = left.minus(unit);
  }
  return rounded;
}
