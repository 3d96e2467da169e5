/** The claimed total, subtotals and grade against the claimed rows. */
import type { Bilingual, Finding } from '../../schemas/generated/types.ts';
import { Exact, sum } from '../decimal.ts';
import { listedNames } from '../diagnostics/index.ts';
import { boundsUnder, leavesOf, nodesOf, placeOf, type ScoredForm } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { readCell } from '../read/index.ts';
import { claimedOf, hasClaimsBelow, isAsComputed, type Line, sumOf, unitsOf } from './claimed.ts';
import { gradeFindings, lacksRows } from './grade.ts';
import { otherCellOf } from './lines.ts';

const place = { cell: 'total' as const };
const totalName = { zh: '总分', en: 'the total' };
const nothing: Bilingual = { zh: '', en: '' };

export function totalFindings(scored: ScoredForm): Finding[] {
  const subtotals = subtotalFindings(scored);
  return [...wholeFindings(scored, subtotals.length > 0), ...subtotals, ...gradeFindings(scored)];
}

/** The units of a node by what their score cells hold. */
interface Parts {
  claimed: Line[];
  misplaced: Line[];
  /** Scored by the rule, while their cell is empty. */
  unclaimed: Line[];
}

function partsOf(node: Line, scored: ScoredForm): Parts {
  const units = unitsOf(node, true);
  const misplaced = units.filter((unit) => otherCellOf(unit, scored) !== undefined);
  const claimed = units.filter((unit) => unit.claimed !== undefined && !misplaced.includes(unit));
  const unclaimed = units.filter(
    (unit) => unit.claimed === undefined && unit.status === 'scored' && unit.points.sign() > 0,
  );
  return { claimed, misplaced, unclaimed };
}

/** What a node comes to by its claims, where the given units count as computed. */
const claimedSum = (node: Line, scored: ScoredForm, { claimed }: Parts, asComputed: readonly Line[] = []) =>
  sumOf(node, scored, (unit) =>
    asComputed.includes(unit) || isGrantedWithoutRows(unit)
      ? unit.points
      : claimed.includes(unit)
        ? (claimedOf(unit) ?? Exact.zero)
        : Exact.zero,
  );

/** A group without rows that is given its points as not applicable: there is no row to claim them on. */
const isGrantedWithoutRows = (unit: Line): boolean =>
  unit.claimed === undefined &&
  unit.status === 'not-applicable' &&
  unit.plan?.kind === 'declared' &&
  unit.row === undefined;

function wholeFindings(scored: ScoredForm, hasWrongSubtotal: boolean): Finding[] {
  const { whole, form } = scored;
  const parts = partsOf(whole, scored);
  const { claimed, misplaced, unclaimed } = parts;
  const total = whole.claimed;
  const rows = claimedSum(whole, scored, parts);
  if (total === undefined) {
    // Of a form that is still being filled in, the total comes last.
    const isUnfinished = whole.open && unitsOf(whole, true).some(isStillToFill);
    const isEmpty = readCell(String(form.submission.claimed?.total ?? '')).kind === 'blank';
    return isEmpty && claimed.length > 0 && !isUnfinished
      ? [find('total-missing', { sum: rows.toText() }, place)]
      : [];
  }
  if (scored.partial === 'excerpt') return [];
  if (claimed.length === 0) return scored.partial ? [] : bareTotal(scored, total);
  const limited = limitedTotal(scored, total);
  if (limited) return limited;
  const leftOut = total.equals(rows)
    ? [...misplaced, ...unclaimed].filter((unit) => !unit.plan?.line)
    : omitted(scored, parts, total);
  if (leftOut.length > 0) return [leavesOut(total, leftOut, parts)];
  if (total.equals(rows) || isExplained(scored, parts, total, hasWrongSubtotal)) return [];
  const difference = total.minus(rows).absolute().toText();
  const isEmptyCell = total.equals(claimedSum(whole, scored, parts, [...misplaced, ...unclaimed]));
  return [
    find(
      'total-mismatch',
      {
        claimed: total.toText(),
        sum: rows.toText(),
        difference,
        cause: isEmptyCell ? emptyCells(unclaimed) : scaledFrom(parts, rows),
      },
      place,
    ),
  ];
}

/** True where the total differs from the rows for a reason that is told elsewhere, or is only rounding. */
function isExplained(scored: ScoredForm, parts: Parts, total: Exact, hasWrongSubtotal: boolean): boolean {
  const { whole, plan } = scored;
  const { claimed, misplaced } = parts;
  const literal = sumOf(whole, scored, (unit) => claimedOf(unit) ?? Exact.zero);
  if (
    misplaced.length > 0 &&
    (total.equals(literal) || total.equals(claimedSum(whole, scored, parts, misplaced)))
  )
    return true;
  if (plan.rounding.at === 'total' && total.equals(whole.points))
    return claimed.every((unit) => isAsComputed(unit, scored));
  const subtotals = whole.children.map((child) => child.claimed);
  return (
    hasWrongSubtotal &&
    subtotals.every((one) => one !== undefined) &&
    total.equals(sum(subtotals.map((one) => one!)))
  );
}

function leavesOut(total: Exact, leftOut: readonly Line[], { claimed }: Parts): Finding {
  const points = sum(
    leftOut.map((unit) => (claimed.includes(unit) ? (claimedOf(unit) ?? Exact.zero) : unit.points)),
  );
  return find(
    'total-leaves-out',
    {
      claimed: total.toText(),
      left: listedNames(leftOut.map(({ name }) => name)),
      points: points.toText(),
    },
    place,
  );
}

/** The units without which the claims come to just the total: budget execution first, else the only line or block. */
function omitted(scored: ScoredForm, parts: Parts, total: Exact): readonly Line[] {
  const { whole } = scored;
  const without = (left: readonly Line[]): boolean =>
    total.equals(
      claimedSum(whole, scored, { ...parts, claimed: parts.claimed.filter((unit) => !left.includes(unit)) }),
    );
  const candidates = parts.claimed.filter((unit) => claimedOf(unit)!.sign() > 0 && without([unit]));
  const execution = candidates.find((unit) => unit.plan?.role === 'execution');
  if (execution) return [execution];
  if (candidates.length === 1) return candidates;
  const block = whole.children.find((child) => {
    const units = unitsOf(child).filter((unit) => parts.claimed.includes(unit));
    return units.length > 1 && without(units);
  });
  return block ? [{ ...block, points: claimedSum(block, scored, parts) }] : [];
}

const emptyCells = (unclaimed: readonly Line[]): Bilingual => ({
  zh: `；${unclaimed.map(({ name, points }) => `「${name}」没有填得分，按规则应得 ${points.toText()} 分`).join('，')}`,
  en: `; ${unclaimed.map(({ name, points }) => `"${name}" claims nothing, the rule gives ${points.toText()}`).join(', ')}`,
});

/** Where the rows do not simply add, both figures are told. */
function scaledFrom({ claimed }: Parts, rows: Exact): Bilingual {
  const plain = sum(claimed.map((unit) => claimedOf(unit)!));
  if (plain.equals(rows)) return nothing;
  const [from, to] = [plain.toText(), rows.toText()];
  return {
    zh: `（各行相加为 ${from}，按规则折算为 ${to}）`,
    en: ` (the rows add to ${from}, scaled by the rule to ${to})`,
  };
}

/** A veto or cap lowers the total below its rows; undefined where none did. */
function limitedTotal({ whole }: ScoredForm, total: Exact): Finding[] | undefined {
  const limits = whole.steps.flatMap((step) => (step.step === 'veto' ? [step] : []));
  if (limits.length === 0) return undefined;
  if (total.equals(whole.points)) return [];
  const formula = {
    zh: limits.map(({ why, from, to }) => `${why.zh} ${from} → ${to}`).join('，'),
    en: limits.map(({ why, from, to }) => `${why.en} ${from} → ${to}`).join(', '),
  };
  return [totalDiffers(whole, total, formula)];
}

/** Neither data nor a score. */
const isStillToFill = ({ open, claimed }: Line): boolean => open && claimed === undefined;

/** A total claimed without claimed rows is held against the computed one; where lines lack data, it rests on nothing. */
function bareTotal(scored: ScoredForm, total: Exact): Finding[] {
  const { whole } = scored;
  if (whole.open) {
    const lacking = leavesOf(whole).flatMap(({ open, name }) => (open ? [name] : []));
    const parameters = { claimed: total.toText(), lacking: listedNames(lacking) };
    return total.sign() > 0 ? [find('total-without-rows', parameters, place)] : [];
  }
  if (total.equals(whole.points) || lacksRows(scored)) return [];
  const terms = whole.children.map((child) => child.points.toText()).join(' + ');
  return [totalDiffers(whole, total, { zh: terms, en: terms })];
}

const totalDiffers = ({ points }: Line, total: Exact, formula: Bilingual): Finding =>
  find(
    'score-mismatch',
    { name: totalName, claimed: total.toText(), computed: points.toText(), formula, cause: nothing },
    place,
  );

const subtotalFindings = (scored: ScoredForm): Finding[] =>
  nodesOf(scored.whole)
    .filter((node) => node !== scored.whole && node.children.length > 0 && node.claimed !== undefined)
    .flatMap((node) => (hasClaimsBelow(node) ? subtotal(node, scored) : bareSubtotal(node, scored)));

/** A subtotal against the claimed rows under it; a cell that is empty or holds another number is told elsewhere. */
function subtotal(node: Line, scored: ScoredForm): Finding[] {
  const claimed = claimedOf(node)!;
  const parts = partsOf(node, scored);
  const rows = claimedSum(node, scored, parts);
  const filledIn = claimedSum(node, scored, parts, [...parts.misplaced, ...parts.unclaimed]);
  const asComputed = isAsComputed(node, scored) && parts.claimed.every((unit) => isAsComputed(unit, scored));
  if (claimed.equals(rows) || claimed.equals(filledIn) || asComputed) return [];
  return [
    find(
      'subtotal-mismatch',
      { name: node.name, claimed: claimed.toText(), sum: rows.toText(), cause: scaledFrom(parts, rows) },
      placeOf(node, 'claimed'),
    ),
  ];
}

/** A subtotal whose rows claim nothing is held against the computed one; of rows that lack data, against the most they can have. */
function bareSubtotal(node: Line, scored: ScoredForm): Finding[] {
  if (node.open) return beyondMost(node, scored);
  if (isAsComputed(node, scored)) return [];
  const { name, points } = node;
  const formula = node.children.map((child) => child.points.toText()).join(' + ');
  return [
    find(
      'score-mismatch',
      { name, claimed: claimedOf(node)!.toText(), computed: points.toText(), formula, cause: nothing },
      placeOf(node, 'claimed'),
    ),
  ];
}

function beyondMost(node: Line, { plan }: ScoredForm): Finding[] {
  const claimed = claimedOf(node)!;
  const most = boundsUnder(node, plan)?.most;
  if (!most || node.plan?.line === 'penalty' || claimed.compare(most) <= 0) return [];
  const parameters = { name: node.name, claimed: claimed.toText(), most: most.toText() };
  return [find('score-above-most', parameters, placeOf(node, 'claimed'))];
}
