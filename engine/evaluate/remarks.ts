/** Findings about how the lines of a form were read and scored. */
import type { Finding } from '../../schemas/generated/types.ts';
import type { Exact } from '../decimal.ts';
import { type FindingPlace, find } from '../findings/index.ts';
import type { ScoredNode } from './node.ts';

/** Where a line stands, for a finding. */
export const placeOf = (node: ScoredNode<Exact>, cell?: FindingPlace['cell']): FindingPlace => ({
  indicator: node.id,
  name: node.name,
  ...(cell ? { cell } : {}),
});

/** What is odd about the cells of a declared indicator, and about what its rule made of them. */
export function remarksOf(node: ScoredNode<Exact>, reason: string | undefined): Finding[] {
  const all = [...rowRemarks(node), ...unscoredRemarks(node)];
  const { name } = node;
  for (const award of node.awards) {
    if (award.zeroDivision)
      all.push(find('divided-by-zero', { name, reading: zeroReading(node) }, placeOf(node, 'actual')));
    if (award.reasonOwed && !reason) all.push(find('reason-owed', { name }, placeOf(node, 'reason')));
  }
  return all;
}

function rowRemarks(node: ScoredNode<Exact>): Finding[] {
  const { row, name } = node;
  if (!row) return [];
  const target = row.target.text;
  const actual = row.actual.text;
  const { remarks } = row;
  const all: Finding[] = [];
  if (remarks.has('unit-missing') && row.target.unit)
    all.push(find('unit-missing', { name, actual, unit: row.target.unit }, placeOf(node, 'actual')));
  if (remarks.has('claim-unreadable'))
    all.push(
      find('claim-unreadable', { name, text: String(row.declared.claimed) }, placeOf(node, 'claimed')),
    );
  if (remarks.has('unit-mismatch'))
    all.push(find('unit-mismatch', { name, target, actual }, placeOf(node, 'actual')));
  if (remarks.has('operator-in-actual'))
    all.push(find('operator-in-actual', { name, actual }, placeOf(node, 'actual')));
  if (remarks.has('not-numeric')) {
    const reading = remarks.has('met-in-words')
      ? { zh: '读作达到目标', en: 'read as the target met' }
      : { zh: '无法与目标比较', en: 'it cannot be compared with the target' };
    all.push(find('not-numeric', { name, target, actual, reading }, placeOf(node, 'actual')));
  }
  return all;
}

function unscoredRemarks(node: ScoredNode<Exact>): Finding[] {
  const { name } = node;
  switch (node.unscored) {
    case 'no-weight':
      return [find('weight-missing', { name }, placeOf(node, 'weight'))];
    case 'no-band':
      return [find('no-band', { name }, placeOf(node))];
    case 'zero-division':
      return [find('divided-by-zero', { name, reading: zeroReading(node) }, placeOf(node, 'target'))];
    default:
      return node.open && node.children.length === 0 ? [find('data-missing', { name }, placeOf(node))] : [];
  }
}

/** How the rulebook reads the division by zero, told with the points it gives. */
function zeroReading(node: ScoredNode<Exact>): { zh: string; en: string } {
  if (node.status !== 'scored')
    return { zh: '规则没有写口径，不计分', en: 'the rulebook gives no reading, so it is not scored' };
  const points = node.points.toText();
  return node.points.equals(node.weight)
    ? { zh: `按口径读作满分 ${points} 分`, en: `read as full marks, ${points}` }
    : { zh: `按口径计 ${points} 分`, en: `read as ${points} points` };
}
