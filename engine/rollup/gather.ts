/** Which rows of several forms are one row: the same facts under the same group, however they are spelt. */
import type { ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import type { Line, Part } from './parts.ts';
import { measureOf } from './units.ts';

/** One row as one form has it. */
export interface Occurrence {
  line: Line;
  row: NonNullable<Line['row']>;
  part: Part;
  /** As written in the target, else in the actual. */
  unit: string | undefined;
}

/** A name without its spaces, in one width. */
const nameKey = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, '');

/**
 * Rows of one group, name, kind and measure are one row; a number without a unit joins the one measure its namesakes
 * have. What a form says twice are two rows. In the order of the rulebook's groups.
 */
export function gatheredRows(plan: ScoringPlan, parts: readonly Part[]): Occurrence[][] {
  const all = parts.flatMap((part) =>
    [...part.lines.values()].flatMap((line): Occurrence[] => {
      const { row } = line;
      return row ? [{ line, row, part, unit: row.target.unit ?? unitOfActual(row) }] : [];
    }),
  );
  const measures = new Map<string, Set<string>>();
  for (const one of all) {
    const measure = measureOf(one.unit);
    if (measure === '') continue;
    const key = keyOf(one);
    measures.set(key, (measures.get(key) ?? new Set()).add(measure));
  }
  const rows = new Map<string, Occurrence[]>();
  for (const part of parts) {
    const seen = new Map<string, number>();
    for (const one of all) {
      if (one.part !== part) continue;
      const key = `${keyOf(one)}${measureIn(one, measures.get(keyOf(one)))}`;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      const numbered = `${key}#${before}`;
      rows.set(numbered, [...(rows.get(numbered) ?? []), one]);
    }
  }
  const order = [...plan.byId.keys()];
  const place = (row: readonly Occurrence[]) => order.indexOf(row[0]!.row.group.id);
  return [...rows.values()].sort((a, b) => place(a) - place(b));
}

/** A share beside a bare number says that the number is one too, in hundreds; it is not its unit. */
const unitOfActual = ({ kind, target, actual }: Occurrence['row']): string | undefined =>
  kind === 'words' || kind === 'date' || target.kind === 'blank' || actual.unit === '%'
    ? undefined
    : actual.unit;

const keyOf = ({ row }: Occurrence): string =>
  JSON.stringify([row.group.id, nameKey(row.declared.name), row.kind]);

function measureIn({ row, unit }: Occurrence, measures: ReadonlySet<string> | undefined): string {
  if (row.kind === 'words' || row.kind === 'date') return '';
  if (unit !== undefined) return measureOf(unit);
  if (row.actual.unit === '%') return 'hundredths';
  const [only] = measures ?? [];
  return measures?.size === 1 && only !== 'ratio' ? only! : '';
}

/** The number on one side of a row, in the unit of the row. */
export const numberOf = ({ row }: Occurrence, side: 'target' | 'actual'): Exact | undefined =>
  side === 'target' ? row.targetNumber : row.actualNumber;
