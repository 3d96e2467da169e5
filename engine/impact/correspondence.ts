/**
 * What of the earlier rulebook is what of the later: by `renamedFrom`, then by id, declared groups also by name. Nothing
 * is matched by likeness here: a form's data is carried over only where the rulebooks say that it is the same.
 */
import type { Indicator, Rulebook } from '../../schemas/generated/types.ts';

export interface Correspondence {
  /** Ids of the earlier rulebook → ids of the later one; what has no counterpart is absent. */
  inputs: ReadonlyMap<string, string>;
  indicators: ReadonlyMap<string, string>;
  /** Ids of the earlier rulebook → ids in the namespace both share: no two different things have one id there. */
  sharedInput(id: string): string;
  sharedIndicator(id: string): string;
}

export function correspondenceOf(before: Rulebook, after: Rulebook): Correspondence {
  const a = linesOf(before.indicators);
  const b = linesOf(after.indicators);
  const inputs = paired(
    Object.keys(before.inputs ?? {}),
    Object.entries(after.inputs ?? {}).map(([id, { renamedFrom }]) => ({ id, renamedFrom })),
  );
  const indicators = paired(
    a.map(({ id }) => id),
    b,
  );
  pairByName(a, b, indicators);
  return {
    inputs,
    indicators,
    sharedInput: sharing(inputs, Object.keys(after.inputs ?? {}), 'Before'),
    sharedIndicator: sharing(
      indicators,
      b.map(({ id }) => id),
      '-before',
    ),
  };
}

function linesOf(indicators: readonly Indicator[]): Indicator[] {
  return indicators.flatMap((one) => [one, ...linesOf(one.indicators ?? [])]);
}

function paired(
  before: readonly string[],
  after: readonly { id: string; renamedFrom?: string }[],
): Map<string, string> {
  const open = new Set(before);
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const take = (one: string, other: string) => {
    open.delete(one);
    taken.add(other);
    pairs.set(one, other);
  };
  for (const { id, renamedFrom } of after)
    if (renamedFrom !== undefined && open.has(renamedFrom)) take(renamedFrom, id);
  for (const { id } of after) if (open.has(id) && !taken.has(id)) take(id, id);
  return pairs;
}

/** Groups that units fill with rows of their own are also the same where they, and only they, bear one name. */
function pairByName(
  before: readonly Indicator[],
  after: readonly Indicator[],
  pairs: Map<string, string>,
): void {
  const taken = new Set(pairs.values());
  const only = (lines: readonly Indicator[], name: string) => {
    const found = lines.filter((one) => one.declared && one.name === name);
    return found.length === 1 ? found[0] : undefined;
  };
  for (const one of before) {
    if (!one.declared || pairs.has(one.id) || !only(before, one.name)) continue;
    const other = only(after, one.name);
    if (other && !taken.has(other.id)) pairs.set(one.id, other.id);
  }
}

function sharing(pairs: ReadonlyMap<string, string>, after: readonly string[], suffix: string) {
  const taken = new Set(after);
  return (id: string): string => {
    const pair = pairs.get(id);
    if (pair !== undefined) return pair;
    let free = id;
    while (taken.has(free)) free += suffix;
    return free;
  };
}
