/** Findings about a form with the place a page can go to. */
import type { Evaluation, Finding, Places } from '../../engine/index.ts';

/** Findings that say why a line has no points. */
const lacks = new Set([
  'data-missing',
  'not-numeric',
  'not-a-date',
  'unit-mismatch',
  'rate-unclear',
  'target-unread',
  'range-without-rule',
  'negative-undirected',
  'negative-target',
  'divided-by-zero',
  'score-without-value',
  'weight-missing',
  'no-band',
]);
/** Findings that a reason ends. */
const owed = new Set(['reason-owed', 'reason-missing', 'unexplained-deduction']);

export const isLack = (code: string): boolean => lacks.has(code);
export const isOwed = (code: string): boolean => owed.has(code);

/** The finding with the inputs, the row and the pointer it is about. */
export const placedFinding = (finding: Finding, places: Places): Finding => {
  const place = places.of(finding.place, isLack(finding.code));
  return Object.keys(place).length === 0 ? finding : { ...finding, place: { ...finding.place, ...place } };
};

export const placed = (evaluation: Evaluation, places: Places): Evaluation => ({
  ...evaluation,
  findings: evaluation.findings.map((finding) => placedFinding(finding, places)),
});
