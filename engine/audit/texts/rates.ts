/** A rate written beside the two amounts it is the rate of. */
import type { Finding } from '../../../schemas/generated/types.ts';
import { Exact } from '../../decimal.ts';
import { percent } from '../../evaluate/index.ts';
import { find } from '../../findings/index.ts';
import { convert, type RunningFigure, sameDimension } from '../../read/index.ts';
import type { Mismatch } from './against.ts';
import type { Sentence } from './clauses.ts';
import type { Passage } from './passages.ts';
import { sideBefore } from './wording.ts';

const ends = {
  budget: /(?:预算|预算数|预算资金|预算金额|预算总额|预算安排|安排资金|安排预算)(?:为|共|计|共计|：|:)?\s*$/u,
  executed: /(?:支出|执行数?|支付|使用资金|支出资金|支出数|实际使用)(?:为|共|计|共计|：|:)?\s*$/u,
  rate: /(?:执行率|支出率|使用率)(?:为|达到?|是|：|:)?\s*$/u,
} as const;

/** The sentences that give a budget, what was executed of it, and a rate that is not theirs. */
export function rateFindings(passages: readonly Passage[], told: readonly Mismatch[]): Finding[] {
  const isTold = (passage: Passage, figure: RunningFigure): boolean =>
    told.some((one) => one.passage.text === passage.text && one.mention.figure.at === figure.at);
  return passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence) => {
      const found = triple(sentence);
      if (!found || isTold(passage, found.rate) || isRight(found)) return [];
      const { budget, executed, rate } = found;
      const spent = convert(executed.number, executed.unit, budget.unit)!;
      const computed = percent(spent.over(budget.number)!);
      const from = Math.min(budget.at, executed.at);
      const start = Math.max(passage.text.lastIndexOf('，', from), sentence.at - 1) + 1;
      const parameters = {
        where: passage.where,
        text: passage.text.slice(Math.min(start, from), rate.end).trim(),
        computed,
        formula: `${executed.text} ÷ ${budget.text} = ${computed}`,
      };
      return [find('text-rate-mismatch', parameters, passage.place)];
    }),
  );
}

interface Triple {
  budget: RunningFigure;
  executed: RunningFigure;
  rate: RunningFigure;
}

/** Exactly one of each in the sentence, and no other amount or rate beside them. */
function triple({ clauses }: Sentence): Triple | undefined {
  const found: Partial<Triple> = {};
  for (const clause of clauses)
    for (const [index, figure] of clause.figures.entries()) {
      const isAmount = sameDimension(figure.unit, '元');
      if (!isAmount && figure.unit !== '%') continue;
      const from = index === 0 ? 0 : clause.figures[index - 1]!.end - clause.at;
      const before = clause.text.slice(from, figure.at - clause.at);
      const role = isAmount
        ? (['budget', 'executed'] as const).find((one) => ends[one].test(before))
        : 'rate';
      const isPlain = !figure.approximate && sideBefore(before).side === undefined;
      if (!role || !ends[role].test(before) || !isPlain || found[role]) return undefined;
      found[role] = figure;
    }
  const { budget, executed, rate } = found;
  return budget && executed && rate && !budget.number.isZero() ? { budget, executed, rate } : undefined;
}

const two = Exact.of('2');

/** True where the rate can be that of the amounts, to the places all three are written with. */
function isRight({ budget, executed, rate }: Triple): boolean {
  const unit = budget.unit;
  const half = ({ last }: RunningFigure): Exact => last.over(two)!;
  const least = convert(executed.number.minus(half(executed)), executed.unit, unit)?.over(
    budget.number.plus(half(budget)),
  );
  const most = convert(executed.number.plus(half(executed)), executed.unit, unit)?.over(
    budget.number.minus(half(budget)),
  );
  if (!least || !most) return true;
  return rate.number.plus(rate.last).compare(least) >= 0 && rate.number.minus(half(rate)).compare(most) <= 0;
}
