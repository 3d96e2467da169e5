/** How a wrong score may have come about: a slip that would give exactly the claimed figure. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import { Exact, type Rounding } from '../decimal.ts';
import type { ScoredNode } from '../evaluate/index.ts';

interface Slip {
  claimed: Exact | undefined;
  told: Bilingual;
}

const nothing: Bilingual = { zh: '', en: '' };

/** The first slip that explains the claimed score; empty where none does. */
export function causeOf(node: ScoredNode<Exact>, claimed: Exact, rounding: Rounding): Bilingual {
  const { unrounded: exact, weight } = node;
  const rate = exact?.over(weight);
  if (!exact || !rate) return nothing;
  const all = isProportion(node) ? slips(node, rate, exact, rounding) : plainSlips(node, exact, rounding);
  const slip = all.find((one) => one.claimed?.equals(claimed));
  return slip
    ? { zh: `；如果${slip.told.zh}，正好得到自评得分`, en: `; ${slip.told.en} gives just the claimed score` }
    : nothing;
}

/** True where the points are the weight times a rate, not those of a band or what is left after deductions. */
function isProportion({ awards }: ScoredNode<Exact>): boolean {
  const [award, ...others] = awards;
  const points = award?.points;
  return (
    others.length === 0 && points?.kind === 'binary' && (points.operator === '*' || points.operator === '/')
  );
}

/** The slips that any score can come from. */
function plainSlips(node: ScoredNode<Exact>, exact: Exact, rounding: Rounding): Slip[] {
  return [
    {
      claimed: exact.round({ decimals: rounding.decimals, mode: 'down' }),
      told: { zh: '舍去尾数而未四舍五入', en: 'cutting digits instead of rounding' },
    },
    {
      claimed: node.weight,
      told:
        isProportion(node) || node.row
          ? { zh: '未达到目标仍给满分', en: 'giving full marks to a missed target' }
          : { zh: '没有达到满分的标准仍给满分', en: 'giving full marks to what does not earn them' },
    },
    ...[1, 0].map((decimals) => ({
      claimed: exact.round({ ...rounding, decimals }),
      told: { zh: `只保留 ${decimals} 位小数`, en: `keeping ${decimals} decimals` },
    })),
  ];
}

function slips(node: ScoredNode<Exact>, rate: Exact, exact: Exact, rounding: Rounding): Slip[] {
  const { weight } = node;
  const at = (value: Exact | undefined, decimals = rounding.decimals): Exact | undefined =>
    value?.round({ ...rounding, decimals });
  const percent = (decimals: number): Exact => rate.round({ decimals: decimals + 2, mode: rounding.mode });
  const [cut, full, ...kept] = plainSlips(node, exact, rounding);
  return [
    ...[2, 1, 0].map((decimals) => ({
      claimed: at(weight.times(percent(decimals))),
      told: {
        zh: `先把比率舍入为 ${percent(decimals).times(Exact.hundred).toText()}% 再乘分值`,
        en: `rounding the rate to ${percent(decimals).times(Exact.hundred).toText()}% first`,
      },
    })),
    cut!,
    full!,
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
    ...kept,
  ];
}
