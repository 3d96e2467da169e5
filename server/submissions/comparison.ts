/** One filing three ways: what the unit claimed, what was recomputed, what the reviewer gave. */
import type { Evaluation } from '../../engine/index.ts';
import type { ComparisonRow, Review, Schemas } from '../../schemas/generated/types.ts';
import { nodesOf } from '../cases/filed.ts';

export function compareFiling(
  number: number,
  { total, outOf, claimed, grade, ledger, findings }: Evaluation,
  review: Review | undefined,
): Schemas['filingComparison'] {
  const [, ...lines] = nodesOf(ledger);
  const ids = new Set(lines.map(({ id }) => id));
  const reviewed = new Map(review?.rows.map((row) => [row.line, row]));
  const rows = lines.map((line): ComparisonRow => {
    const { points, reason } = reviewed.get(line.id) ?? {};
    return {
      line: line.id,
      name: line.name,
      weight: line.weight,
      ...(line.claimed === undefined ? {} : { claimed: line.claimed }),
      computed: line.points,
      ...(points === undefined ? {} : { reviewed: points }),
      ...(reason === undefined ? {} : { reason }),
      findings: findings.filter(({ place }) => place?.indicator === line.id),
    };
  });
  return {
    number,
    rows,
    ...(claimed === undefined ? {} : { claimed }),
    computed: total,
    ...(review?.total === undefined ? {} : { reviewed: review.total }),
    outOf,
    ...(grade === undefined ? {} : { grade }),
    findings: findings.filter(({ place }) => !place?.indicator || !ids.has(place.indicator)),
  };
}
