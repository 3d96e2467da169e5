/** The scores a unit claims for fixed lines, groups and the whole, read as numbers. */
import type { Finding } from '../../schemas/generated/types.ts';
import type { Exact } from '../decimal.ts';
import { find } from '../findings/index.ts';
import type { cellReader } from './cells.ts';
import type { Form } from './form.ts';

export interface Claims {
  points: ReadonlyMap<string, Exact>;
  total: Exact | undefined;
  findings: Finding[];
}

/** A claimed score that is not a number is a finding; an empty one is no claim. */
export function readClaims({ submission }: Form, cell: ReturnType<typeof cellReader<Exact>>): Claims {
  const points = new Map<string, Exact>();
  const findings: Finding[] = [];
  const read = (name: string, written: unknown, place: Finding['place']): Exact | undefined => {
    const { reading } = cell(String(written ?? ''), undefined);
    if (reading.kind === 'blank') return undefined;
    const isScore =
      reading.number && (reading.unit === undefined || reading.unit === '分') && !reading.comparator;
    if (!isScore) findings.push(find('claim-unreadable', { name, text: reading.text }, place));
    return isScore ? reading.number : undefined;
  };
  for (const [id, written] of Object.entries(submission.claimed?.points ?? {})) {
    const claimed = read(id, written, { indicator: id, cell: 'claimed' });
    if (claimed) points.set(id, claimed);
  }
  const total = read('总分', submission.claimed?.total, { cell: 'total' });
  return { points, total, findings };
}
