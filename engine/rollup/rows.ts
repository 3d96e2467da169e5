/** The declared indicators of a roll-up: numbers are put together first and scored afterwards, judgements are averaged. */
import type { Declared } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact, greatest, sum } from '../decimal.ts';
import type { ScoredNode } from '../evaluate/index.ts';
import { leavesOf } from '../evaluate/index.ts';
import { isoDay } from '../expression/index.ts';
import { average, type Part, percentText } from './parts.ts';

type Row = NonNullable<ScoredNode<Exact>['row']>;

/** One row as one form has it. */
interface Occurrence {
  line: ScoredNode<Exact>;
  row: Row;
  amount: Exact;
}

/** Rows of the same group, name, kind and unit are one row. */
export function rolledRows(plan: ScoringPlan, parts: readonly Part[]): Declared[] {
  const gathered = new Map<string, Occurrence[]>();
  for (const { scored, amount } of parts)
    for (const line of leavesOf(scored.whole)) {
      const { row } = line;
      if (!row || line.status === 'not-applicable') continue;
      const key = JSON.stringify([row.group.id, row.declared.name.trim(), row.kind, row.target.unit ?? '']);
      gathered.set(key, [...(gathered.get(key) ?? []), { line, row, amount }]);
    }
  const rows = [...gathered.values()];
  const weights = rolledWeights(plan, parts, rows);
  return rows.map((occurrences, index) => rolledRow(plan, occurrences, weights[index]!));
}

function rolledRow(plan: ScoringPlan, occurrences: readonly Occurrence[], weight: Exact): Declared {
  const { row } = occurrences[0]!;
  const reasons = [...new Set(occurrences.flatMap((one) => one.row.declared.reason ?? []))];
  return {
    under: row.group.id,
    name: row.declared.name,
    weight: weight.toText(),
    ...cells(plan, occurrences),
    ...(reasons.length > 0 ? { reason: reasons.join('；') } : {}),
  };
}

function cells(plan: ScoringPlan, occurrences: readonly Occurrence[]): Partial<Declared> {
  const { row } = occurrences[0]!;
  const rules = plan.rulebook.rollup!;
  if (row.kind === 'words') {
    const shares = occurrences.flatMap(({ line, amount }) => {
      const rate = line.status === 'scored' ? line.points.over(line.weight) : undefined;
      return rate ? [{ value: rate, amount }] : [];
    });
    const share = average(shares, rules.qualitative);
    return {
      ...texts(occurrences),
      ...(share ? { judgement: { share: percentText(share), reason: '各表得分加权平均' } } : {}),
    };
  }
  const both = occurrences.filter(({ row: one }) => one.targetNumber && one.actualNumber);
  if (both.length === 0) return texts(occurrences);
  if (row.kind === 'date') return dates(both);
  const put = (side: 'targetNumber' | 'actualNumber'): Exact =>
    row.target.unit === '%'
      ? average(
          both.map((one) => ({ value: one.row[side]!, amount: one.amount })),
          rules.relative,
        )!
      : sum(both.map((one) => one.row[side]!));
  const write = (number: Exact) =>
    row.target.unit === '%' ? percentText(number) : `${number.toText()}${row.target.unit ?? ''}`;
  const sign = signs[row.target.comparator ?? '='];
  return { target: `${sign}${write(put('targetNumber'))}`, actual: write(put('actualNumber')) };
}

const signs = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '' } as const;

/** All are done when the last is done. */
const dates = (occurrences: readonly Occurrence[]): Partial<Declared> => {
  const latest = (side: 'targetNumber' | 'actualNumber') => {
    const [first, ...rest] = occurrences.map((one) => one.row[side]!);
    return isoDay(Number(greatest(first!, ...rest).toText()));
  };
  return { target: latest('targetNumber'), actual: latest('actualNumber') };
};

function texts(occurrences: readonly Occurrence[]): Partial<Declared> {
  const joined = (side: 'target' | 'actual') =>
    [...new Set(occurrences.map((one) => one.row[side].text).filter((text) => text !== ''))].join('；');
  return { target: joined('target'), actual: joined('actual') };
}

/**
 * Each form brings its weights in proportion to its amount; equal forms keep theirs. Weights have the decimals of the
 * scores; what rounding leaves over goes to the rows that rounding moved furthest, so that the sum holds.
 */
function rolledWeights(plan: ScoringPlan, parts: readonly Part[], rows: readonly Occurrence[][]): Exact[] {
  const how = plan.rulebook.rollup!.qualitative;
  const exact = rows.map((occurrences) => {
    const values = parts.map(({ scored, amount }) => {
      const lines = new Set(leavesOf(scored.whole));
      return {
        value: sum(occurrences.filter(({ line }) => lines.has(line)).map(({ line }) => line.weight)),
        amount,
      };
    });
    return average(values, how)!;
  });
  const rounded = exact.map((weight) => weight.round(plan.rounding));
  const over = sum(exact).round(plan.rounding).minus(sum(rounded));
  const unit = smallest(plan.rounding.decimals, over);
  const owed = exact.map((weight, index) => ({ index, by: weight.minus(rounded[index]!) }));
  owed.sort((a, b) => over.sign() * b.by.compare(a.by) || a.index - b.index);
  let left = over;
  for (const { index } of owed) {
    if (left.isZero()) break;
    rounded[index] = rounded[index]!.plus(unit);
    left = left.minus(unit);
  }
  return rounded;
}

/** One unit of the last decimal place, with the sign of `like`. */
const smallest = (decimals: number, like: Exact): Exact => {
  const unit = Exact.of(decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);
  return like.sign() < 0 ? unit.negated() : unit;
};
