/** The lines of a filing as a reviewer goes through them: grouped, narrowed, and what is owed on each. */
import type { ComparisonRow } from '../../../../schemas/generated/types.ts';
import { signOf } from '../../parts/signs.ts';

/** What is shown: lines that differ, lines with findings, or all. */
export type Show = 'difference' | 'findings' | 'all';

export const isShow = (text: string | undefined): text is Show =>
  text === 'difference' || text === 'findings' || text === 'all';

/** Whether what was claimed is not what was recomputed. */
export const differs = ({ difference }: ComparisonRow): boolean =>
  difference !== undefined && signOf(difference) !== 'none';

/** What the unit left out altogether, and nothing is said of: there is nothing to review on it. */
export const isLeftOut = ({ status, claimed, findings, earlier }: ComparisonRow): boolean =>
  status === 'excluded' && !claimed && findings.length === 0 && !earlier;

/** Whether a line can be given points of the reviewer's own. */
export const takesPoints = ({ status }: ComparisonRow): boolean =>
  status === 'scored' || status === 'missing';

const fits: { readonly [show in Show]: (row: ComparisonRow) => boolean } = {
  difference: differs,
  findings: ({ findings }) => findings.length > 0,
  all: () => true,
};

/** Lines that have points of their own, as they are shown. */
export const linesOf = (rows: readonly ComparisonRow[], show: Show): ComparisonRow[] =>
  rows.filter((row) => row.leaf && !isLeftOut(row) && fits[show](row));

/** So many lines are seen at a glance. */
const atAGlance = 24;

/** What is shown before one chooses: everything where that is little, else what there is to look at. */
export const usualShow = (rows: readonly ComparisonRow[]): Show =>
  linesOf(rows, 'all').length <= atAGlance
    ? 'all'
    : ((['findings', 'difference'] as const).find((show) => linesOf(rows, show).length > 0) ?? 'all');

/** The line one begins with: the first there is something to look at on. */
export const firstLine = (lines: readonly ComparisonRow[]): ComparisonRow | undefined =>
  lines.find((row) => differs(row) || row.findings.some(({ severity }) => severity !== 'info')) ?? lines[0];

export interface Group {
  /** The group itself, with its sums; undefined for lines that stand in no group. */
  group: ComparisonRow | undefined;
  /** The names of the groups above it, the first level first, its own last. */
  path: readonly string[];
  /** Those of the path that do not stand over the group before. */
  told: readonly string[];
  lines: readonly ComparisonRow[];
}

/** The lines under the groups they stand in, in the order of the form. */
export function groupsOf(rows: readonly ComparisonRow[], lines: readonly ComparisonRow[]): Group[] {
  const known = new Map(rows.map((row) => [row.line, row]));
  const pathOf = (id: string | undefined): string[] => {
    const row = id === undefined ? undefined : known.get(id);
    return row ? [...pathOf(row.parent), row.name] : [];
  };
  const groups: (Group & { lines: ComparisonRow[] })[] = [];
  let last: string | undefined | null = null;
  for (const line of lines) {
    if (line.parent !== last) {
      last = line.parent;
      const path = pathOf(line.parent);
      const before = groups.at(-1)?.path ?? [];
      // Its own name is always told, as are those beneath the first that differs.
      const from = path.findIndex((name, at) => at === path.length - 1 || name !== before[at]);
      groups.push({
        group: line.parent === undefined ? undefined : known.get(line.parent),
        path,
        told: path.slice(Math.max(0, from)),
        lines: [],
      });
    }
    groups.at(-1)!.lines.push(line);
  }
  return groups;
}

/** What the reviewer typed on a line. */
export interface Entry {
  points?: string | undefined;
  reason?: string | undefined;
}

/** The points of a line as they stand: the reviewer's own, else what was recomputed. */
export const ownPoints = (row: ComparisonRow, entry: Entry): string => entry.points ?? row.computed ?? '';

/** Whether a reason is owed: the points that stand are not those that were claimed, and nothing is said of it. */
export function owesReason(row: ComparisonRow, entry: Entry): boolean {
  if (entry.reason?.trim()) return false;
  const own = ownPoints(row, entry).trim();
  if (own === row.computed) return differs(row);
  return own !== row.claimed;
}

/** What is kept of the entries: own points where they are not the recomputed ones, and reasons. */
export function keptOf(
  rows: readonly ComparisonRow[],
  entries: ReadonlyMap<string, Entry>,
): { line: string; points?: string; reason?: string }[] {
  return rows.flatMap((row) => {
    const { points = '', reason = '' } = entries.get(row.line) ?? {};
    const own = points.trim();
    const isOwn = own !== '' && own !== row.computed;
    const said = reason.trim();
    if (!isOwn && said === '') return [];
    return [{ line: row.line, ...(isOwn ? { points: own } : {}), ...(said === '' ? {} : { reason: said }) }];
  });
}

/** What stands on the lines as the server keeps it. */
export const entriesOf = (rows: readonly ComparisonRow[]): Map<string, Entry> =>
  new Map(
    rows
      .filter(({ reviewed, reason }) => reviewed !== undefined || reason !== undefined)
      .map(({ line, reviewed, reason }) => [line, { points: reviewed, reason }]),
  );
