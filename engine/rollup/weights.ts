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
  /** True where it is not written: the form shares it out again, to the last place. */
  isShared: boolean;
  counted: readonly Part[];
}

/**
 * Rows are averaged within the nearest group that has a weight of its own, over the forms that have rows there, so that
 * its weight is met. Averages are rounded to the decimals of scores or of written weights, whichever are more; what that
 * leaves over goes to the rows it moved furthest. Equal shares of a group that do not end are not written.
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
    const decimals = decimalsOf(plan, own);
    const again = sharedAgain(plan, owner, own, exact, decimals);
    const shared = sharedOut(exact, decimals);
    for (const [index, row] of own.entries()) {
      const isOpen = row.some(({ line }) => line.unscored === 'no-weight');
      const isShared = again.has(index);
      const weight = isShared ? exact[index]! : shared[index]!;
      weights.set(row, { occurrences: row, weight: isOpen ? undefined : weight, isShared, counted });
    }
  }
  return rows.map((row) => weights.get(row)!);
}

/**
 * The rows of a group, by their place in it, that no form gives a weight which is taken, and that share what its other rows
 * leave: where the form is not rounded before its total, it shares this out to the last place, which no written weight can say.
 */
function sharedAgain(
  { rounding, byId }: ScoringPlan,
  owner: string | undefined,
  rows: readonly (readonly Occurrence[])[],
  exact: readonly Exact[],
  decimals: number,
): ReadonlySet<number> {
  const group = owner === undefined ? undefined : byId.get(owner);
  if (rounding.at !== 'total' || group?.kind !== 'declared' || !group.weight?.equals(sum([...exact])))
    return new Set();
  const isGiven = ({ row, line }: Occurrence): boolean =>
    row.weight !== undefined && line.weight.equals(row.weight);
  const open = [...rows.keys()].filter((index) => !rows[index]!.some(isGiven));
  const isEqual = open.every((index) => exact[index]!.equals(exact[open[0]!]!));
  const isWritten = exact.every(
    (weight, index) => open.includes(index) || weight.round({ decimals, mode: 'down' }).equals(weight),
  );
  return new Set(isEqual && isWritten ? open : []);
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
