/**
 * Rows are looked at with a target and an actual of zero or more, as nearly all are. What only a number below zero
 * reaches, or only the rule of another kind of target, is neither asked of cases nor called out of reach.
 */
import { boundsIn } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { type FactDefinition, Scope } from '../expression/index.ts';
import { asScored, type Line, rowWith } from '../lines/index.ts';
import type { Item } from './item.ts';
import type { Site } from './sites.ts';

/** Less than any target that people write. */
const least = '0.000000001';

/** The line with a target above zero, where a target of zero is scored by other rules alone. */
export function looked({ line, lines }: Site): Line {
  if (!isOfNumbers(line)) return line;
  const isOthers = lines.every((one) => asScored(rowWith(one, { target: Exact.zero })) === undefined);
  return isOthers ? withFacts(line, { target: least }) : line;
}

/** The line with numbers of any sign; undefined where it has them already, or none. */
export const anySign = (line: Line): Line | undefined =>
  isOfNumbers(line) ? withFacts(line, { target: undefined, actual: undefined }) : undefined;

/** Without what is out of reach among the numbers looked at, and in reach of others. */
export const withoutRare = <One extends Pick<Item, 'id' | 'possible'>>(
  items: readonly One[],
  others: readonly Pick<Item, 'id' | 'possible'>[],
): One[] => {
  const reached = new Set(others.flatMap(({ id, possible }) => (possible ? [id] : [])));
  return items.filter(({ id, possible }) => possible || !reached.has(id));
};

const isOfNumbers = ({ row, kind }: Line): boolean =>
  row !== undefined && kind !== 'date' && kind !== 'words';

function withFacts(line: Line, min: Partial<Record<'target' | 'actual', string | undefined>>): Line {
  const scope = new Scope(line.scope);
  for (const key of Object.keys(min) as (keyof typeof min)[]) {
    const fact = line.scope.resolve(key);
    if (!fact) continue;
    const { min: _, ...rest } = fact;
    scope.define({ ...rest, ...(min[key] === undefined ? {} : { min: min[key] }) } as FactDefinition);
  }
  return { ...line, scope, bounds: boundsIn(scope) };
}
