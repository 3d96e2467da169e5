/** How a wrong score may have come about: a slip that would give exactly the claimed figure. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import { Exact, type Rounding } from '../decimal.ts';
import { rowAchievement, type ScoredNode } from '../evaluate/index.ts';

interface Slip {
  claimed: Exact | undefined;
  told: Bilingual;
}

const nothing: Bilingual = { zh: '', en: '' };

/** The first slip that explains the claimed score; empty where none does. */
export function causeOf(node: ScoredNode<Exact>, claimed: Exact, rounding: Rounding): Bilingual {
  const rate = rateOf(node);
  if (!rate) return nothing;
  const exact = node.weight.times(rate);
  const slip = slips(node, rate, exact, rounding).find((one) => one.claimed?.equals(claimed));
  return slip
    ? { zh: `；${slip.told.zh}恰为自评得分`, en: `; ${slip.told.en} gives just the claimed score` }
    : nothing;
}

/** The unrounded rate behind the points: that of the row, or of the last formula that was computed. */
function rateOf(node: ScoredNode<Exact>): Exact | undefined {
  const achievement = rowAchievement(node);
  if (achievement) return achievement;
  return node.unrounded?.over(node.weight);
}

function slips(node: ScoredNode<Exact>, rate: Exact, exact: Exact, rounding: Rounding): Slip[] {
  const { weight } = node;
  const at = (value: Exact | undefined, decimals = rounding.decimals): Exact | undefined =>
    value?.round({ ...rounding, decimals });
  const percent = (decimals: number): Exact => rate.round({ decimals: decimals + 2, mode: rounding.mode });
  const cut = exact.round({ decimals: rounding.decimals, mode: 'down' });
  return [
    ...[2, 1, 0].map((decimals) => ({
      claimed: at(weight.times(percent(decimals))),
      told: {
        zh: `先把比率舍入为 ${percent(decimals).times(Exact.hundred).toText()}% 再乘分值`,
        en: `rounding the rate to ${percent(decimals).times(Exact.hundred).toText()}% first`,
      },
    })),
    { claimed: cut, told: { zh: '舍去尾数而未四舍五入', en: 'cutting digits instead of rounding' } },
    { claimed: weight, told: { zh: '未达到目标仍给满分', en: 'giving full marks to a missed target' } },
    { claimed: at(rate), told: { zh: '只写了比率，没有乘分值', en: 'writing the rate without the weight' } },
    { claimed: at(exact.times(weight)), told: { zh: '乘了两次分值', en: 'multiplying by the weight twice' } },
    {
      claimed: at(exact.times(weight).over(Exact.hundred)),
      told: { zh: '把分值又当作百分比乘了一次', en: 'applying the weight once more as a percentage' },
    },
    {
      claimed: at(rate.isZero() ? undefined : weight.over(rate)),
      told: { zh: '把比率的分子分母颠倒', en: 'turning the rate upside down' },
    },
    ...[1, 0].map((decimals) => ({
      claimed: at(exact, decimals),
      told: { zh: `只保留 ${decimals} 位小数`, en: `keeping ${decimals} decimals` },
    })),
  ];
}
