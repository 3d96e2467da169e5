/** A weight cell that holds the number of the target, where that keeps the weights from adding up. */
import type { Finding } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { leavesOf, placeOf, type ScoredForm, type ScoredNode } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';

export function copiedFindings({ whole, plan, weightsSound }: ScoredForm): Finding[] {
  const excess = whole.weight.minus(plan.total);
  if (weightsSound || excess.sign() <= 0) return [];
  const copied = leavesOf(whole).filter((line) => isCopied(line) && line.weight.compare(excess) > 0);
  return copied.map((line) => {
    const { name, weight, row } = line;
    const own = weight.minus(excess);
    const others = whole.weight.minus(weight);
    const rest =
      copied.length === 1
        ? {
            zh: `；其余各项分值合计 ${others.toText()}，该项应为 ${own.toText()}`,
            en: `; the others add to ${others.toText()}, which leaves ${own.toText()} for it`,
          }
        : { zh: '', en: '' };
    const parameters = { name, weight: weight.toText(), target: row!.target.text, rest };
    return find('weight-copied', parameters, placeOf(line, 'weight'));
  });
}

/** True where the weight is the number written in the target: 100 beside 100%. */
function isCopied({ row, weight }: ScoredNode<Exact>): boolean {
  const { number, unit } = row?.target ?? {};
  if (!number || !row?.weight) return false;
  return weight.equals(unit === '%' ? number.times(Exact.hundred) : number);
}
