/** What is counted of a filing: its findings by severity, and how far the claim is from what was recomputed. */
import { Exact } from '../../engine/index.ts';

/** How often a finding was made on a form. */
export interface FindingCount {
  code: string;
  severity: 'error' | 'warning' | 'info';
  count: number;
}

/** Findings by severity; `findings` is the list of them as it is stored. */
export function countsOf(findings: string): Record<FindingCount['severity'], number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, count } of JSON.parse(findings) as FindingCount[]) counts[severity] += count;
  return counts;
}

/** What was claimed less what was recomputed. */
export const differenceOf = ({
  claimed,
  total,
}: {
  claimed: string | null;
  total: string | null;
}): Exact | undefined =>
  claimed === null || total === null ? undefined : Exact.of(claimed).minus(Exact.of(total));
