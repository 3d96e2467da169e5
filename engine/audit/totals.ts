/** The claimed total, subtotals and grade against the claimed rows. */
import type { Finding } from '../../schemas/generated/types.ts';
import { type Exact, sum } from '../decimal.ts';
import { leavesOf, nodesOf, placeOf, type ScoredForm, type ScoredNode } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { isMisplaced } from './lines.ts';

type Line = ScoredNode<Exact>;

export function totalFindings(scored: ScoredForm): Finding[] {
  return [...wholeFindings(scored), ...subtotalFindings(scored), ...gradeFindings(scored)];
}

function wholeFindings(scored: ScoredForm): Finding[] {
  const { whole } = scored;
  const lines = leavesOf(whole);
  const claimed = lines.filter((line) => line.claimed !== undefined && !isMisplaced(line, scored));
  const total = whole.claimed;
  const rows = sum(claimed.map((line) => line.claimed!));
  const place = { cell: 'total' as const };
  if (total === undefined)
    return claimed.length > 0 ? [find('total-missing', { sum: rows.toText() }, place)] : [];
  if (claimed.length === 0) return bareTotal(scored, total);
  const leftOut = total.equals(rows) ? unclaimed(lines, claimed) : omitted(whole, claimed, rows.minus(total));
  if (leftOut)
    return [
      find(
        'total-leaves-out',
        {
          claimed: total.toText(),
          left: leftOut.name,
          points: (claimed.includes(leftOut) ? leftOut.claimed! : leftOut.points).toText(),
        },
        place,
      ),
    ];
  if (total.equals(rows)) return [];
  const difference = total.minus(rows).absolute().toText();
  return [find('total-mismatch', { claimed: total.toText(), sum: rows.toText(), difference }, place)];
}

/** A scored line that claims nothing, while the total is just the sum of the lines that do. */
const unclaimed = (lines: readonly Line[], claimed: readonly Line[]): Line | undefined =>
  lines.find(
    (line) =>
      !claimed.includes(line) &&
      line.plan !== undefined &&
      !line.plan.line &&
      line.status === 'scored' &&
      line.points.sign() > 0,
  );

/** The claimed line whose score is just what the total lacks: budget execution first, else the only line it can be. */
function omitted(whole: Line, claimed: readonly Line[], lacking: Exact): Line | undefined {
  if (lacking.sign() <= 0) return undefined;
  const candidates = claimed.filter((line) => line.claimed!.equals(lacking));
  const execution = candidates.find((line) => line.plan?.role === 'execution');
  if (execution) return execution;
  const block = whole.children.find(
    (child) =>
      child.children.length > 0 && sum(leavesOf(child).flatMap((line) => line.claimed ?? [])).equals(lacking),
  );
  return candidates.length === 1 ? candidates[0] : block;
}

/** A total claimed without claimed rows is held against the computed one. */
function bareTotal({ whole }: ScoredForm, total: Exact): Finding[] {
  if (total.equals(whole.points) || whole.open) return [];
  const formula = whole.children.map((child) => child.points.toText()).join(' + ');
  const cause = { zh: '', en: '' };
  return [
    find(
      'score-mismatch',
      { name: whole.name, claimed: total.toText(), computed: whole.points.toText(), formula, cause },
      { cell: 'total' },
    ),
  ];
}

const subtotalFindings = ({ whole }: ScoredForm): Finding[] =>
  nodesOf(whole)
    .filter((node) => node !== whole && node.children.length > 0 && node.claimed !== undefined)
    .flatMap((node) => {
      const rows = sum(leavesOf(node).flatMap((line) => line.claimed ?? []));
      if (rows.equals(node.claimed!)) return [];
      return [
        find(
          'subtotal-mismatch',
          { name: node.name, claimed: node.claimed!.toText(), sum: rows.toText() },
          placeOf(node, 'claimed'),
        ),
      ];
    });

function gradeFindings({ form, grade, whole }: ScoredForm): Finding[] {
  const claimed = form.submission.claimed?.grade;
  if (claimed === undefined || grade === undefined || claimed === grade) return [];
  return [
    find('grade-mismatch', { claimed, computed: grade, total: whole.points.toText() }, { cell: 'total' }),
  ];
}
