/** A rate that the form states, the amounts it restates, and the points claimed for it: two of them agree against the third. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import { Exact, least } from '../decimal.ts';
import { percent, type ScoredForm } from '../evaluate/index.ts';
import type { Line } from './claimed.ts';
import { misstatedIn } from './rates.ts';

/** Told where the claim is what the amounts give, while the line is scored by the stated rate; undefined elsewhere. */
export function eitherIsWrong(line: Line, claimed: Exact, scored: ScoredForm): Bilingual | undefined {
  const { plan, weight } = line;
  const metric = plan?.kind === 'leaf' ? plan.metric : undefined;
  const input = metric?.kind === 'name' ? scored.plan.inputs.get(metric.name) : undefined;
  const misstated = input && misstatedIn(input, scored);
  if (!input || !misstated?.isRate) return undefined;
  const { written, computed } = misstated;
  const byAmounts = weight.times(least(computed, Exact.one)).round(scored.plan.rounding);
  if (!byAmounts.equals(claimed)) return undefined;
  const rate = percent(computed);
  return {
    zh: `；「${input.name}」填 ${written}，按表内金额为 ${rate}，恰得自评得分：比率与得分必有一处有误`,
    en: `; "${input.name}" says ${written}, the amounts give ${rate} and just the claimed score: either the rate or the points are wrong`,
  };
}
