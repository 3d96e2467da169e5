/** The scores a unit claims, read as numbers. */
import type { Finding } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Parameter } from '../diagnostics/index.ts';
import type { Arithmetic } from '../expression/index.ts';
import { find } from '../findings/index.ts';
import { type CellReader, readScore } from './cells.ts';
import type { Form } from './form.ts';
import type { ScoredNode } from './node.ts';

export interface Claims<N> {
  /** Of fixed lines and groups, by id. */
  points: ReadonlyMap<string, N>;
  total: N | undefined;
  findings: Finding[];
}

/** A claimed score that is not a number is a finding; an empty one is no claim. */
export function readClaims<N>(plan: ScoringPlan, { submission }: Form, cell: CellReader<N>): Claims<N> {
  const points = new Map<string, N>();
  const findings: Finding[] = [];
  const read = (name: Parameter, written: unknown, place: Finding['place']): N | undefined => {
    const score = readScore(written, cell);
    if (score !== 'unreadable') return score;
    findings.push(find('claim-unreadable', { name, text: String(written) }, place));
    return undefined;
  };
  for (const [id, written] of Object.entries(submission.claimed?.points ?? {})) {
    const name = plan.byId.get(id)?.name ?? id;
    const claimed = read(name, written, { indicator: id, name, cell: 'claimed' });
    if (claimed !== undefined) points.set(id, claimed);
  }
  const total = read({ zh: '总分', en: 'the total' }, submission.claimed?.total, { cell: 'total' });
  return { points, total, findings };
}

/** The claim as points of the line's rule: a penalty is claimed with a minus or without, and what is deducted is positive. */
export function claimedPoints<N>(
  { claimed, plan }: ScoredNode<N>,
  { compare, negate }: Arithmetic<N>,
): N | undefined {
  if (claimed === undefined || plan?.line !== 'penalty') return claimed;
  const negated = negate(claimed);
  return compare(claimed, negated) < 0 ? negated : claimed;
}
