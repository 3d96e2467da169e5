/** Which parts of a rulebook its cases reach: every item, who reaches it, and how what is missed can be reached. */
import type {
  CoverageCase,
  CoverageCount,
  CoverageItem,
  Place,
  RulebookCoverage,
} from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { readDocument } from '../source/index.ts';
import { hintFor } from './hint.ts';
import type { Item } from './item.ts';
import { itemsOf } from './items.ts';

/** A case that passed, where it stands, and what it reaches. */
export interface CoveringCase {
  /** `cases/boundaries.yaml:12` */
  at: string;
  name: string;
  reached: ReadonlySet<string>;
}

/** The coverage of one rulebook. `text` and `file` are those it was read from, for places. */
export async function cover(
  plan: ScoringPlan,
  cases: readonly CoveringCase[],
  source: { text: string; file: string },
): Promise<RulebookCoverage> {
  const place = placesIn(source);
  const items: CoverageItem[] = [];
  for (const item of itemsOf(plan)) {
    const reachedBy = cases.filter(({ reached }) => reached.has(item.id)).map(({ at }) => at);
    items.push(await coverItem(plan, item, [...new Set(reachedBy)], place(item.pointer)));
  }
  const known = new Set(items.map(({ id }) => id));
  const { rulebook, edition } = plan.identity;
  return {
    rulebook: `${rulebook}@${edition}`,
    count: countOf(items),
    kinds: [...new Set(items.map(({ kind }) => kind))].map((kind) => ({
      kind,
      count: countOf(items.filter((item) => item.kind === kind)),
    })),
    items,
    cases: cases.map(
      ({ at, name, reached }): CoverageCase => ({
        at,
        name,
        reached: [...reached].filter((id) => known.has(id)).sort(),
      }),
    ),
  };
}

async function coverItem(
  plan: ScoringPlan,
  item: Item,
  reachedBy: string[],
  place: Place,
): Promise<CoverageItem> {
  const { kind, id, indicator, name, label } = item;
  const common = {
    kind,
    id,
    ...(indicator === undefined ? {} : { indicator }),
    name,
    label,
    place,
    reachedBy,
  };
  if (reachedBy.length > 0) return { ...common, reachable: true };
  if (!item.possible) return { ...common, reachable: false };
  const { hint, found } = await hintFor(plan, item);
  return { ...common, reachable: found ? true : 'unknown', hint };
}

/** Items that should be reached: not those proved unreachable. What could not be decided counts. */
export const isCounted = ({ reachable }: CoverageItem): boolean => reachable !== false;

export const isMissed = (item: CoverageItem): boolean => isCounted(item) && item.reachedBy.length === 0;

function countOf(items: readonly CoverageItem[]): CoverageCount {
  const total = items.filter(isCounted).length;
  return countFrom(total - items.filter(isMissed).length, total);
}

/** The counts of several rulebooks together. */
export const addCounts = (counts: readonly CoverageCount[]): CoverageCount =>
  countFrom(
    counts.reduce((all, { reached }) => all + reached, 0),
    counts.reduce((all, { total }) => all + total, 0),
  );

function countFrom(reached: number, total: number): CoverageCount {
  const percent = Exact.of(100 * reached).over(Exact.of(total)) ?? Exact.hundred;
  return { reached, total, percent: percent.round({ decimals: 1, mode: 'down' }).toText() };
}

function placesIn({ text, file }: { text: string; file: string }): (pointer: string) => Place {
  const { document } = readDocument(text, { file });
  return (pointer) => ({ file, ...document?.locate(pointer), pointer });
}
