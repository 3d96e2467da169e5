/** Forms with what a queue asks of each: how many findings, and how what was claimed stands to what was recomputed. */
import { Exact } from '../../engine/index.ts';
import type { FindingCount } from './counts.ts';
import { countsOf, differenceOf } from './counts.ts';
import type { QueueRow } from './listing.ts';

/** How what was claimed stands to what was recomputed. */
export type Standing = 'over' | 'under' | 'none' | 'unclaimed';
export const standings: readonly Standing[] = ['over', 'under', 'none', 'unclaimed'];

/** A form with what the queue asks of it. */
export interface QueuedForm {
  row: QueueRow;
  counts: Record<FindingCount['severity'], number>;
  findings: readonly FindingCount[];
  difference: Exact | undefined;
  standing: Standing | undefined;
}

/** Forms that were filed alike have one list of findings; it is read once. */
export function queuedForms(rows: readonly QueueRow[]): QueuedForm[] {
  const read = new Map<string, Pick<QueuedForm, 'counts' | 'findings'>>();
  return rows.map((row) => {
    const text = row.findings ?? '[]';
    const told = read.get(text) ?? { findings: JSON.parse(text), counts: countsOf(text) };
    read.set(text, told);
    const difference = differenceOf(row);
    return { row, ...told, difference, standing: standingOf(row, difference) };
  });
}

function standingOf({ total }: QueueRow, difference: Exact | undefined): Standing | undefined {
  if (total === null) return undefined;
  if (!difference) return 'unclaimed';
  const sign = difference.compare(Exact.zero);
  return sign > 0 ? 'over' : sign < 0 ? 'under' : 'none';
}
