/**
 * The units a cell may carry, and the exact factors between those that can be converted. A closed table:
 * a word that is not here is not a unit.
 */
import { Exact } from '../decimal.ts';

/**
 * Each row is one dimension; each factor says how many of the row's base one unit is.
 *
 * Counting words are each their own dimension: 人 (people) and 人次 (attendances), 个, 家, 户, 篇, 项 count
 * different things, and 个 could stand for any of them. The one exception is 人, 名, 位: beside one and the same
 * indicator they count the same heads (or the same posts), and people write one in the target and another in
 * the result.
 */
const dimensions: Record<string, Record<string, string>> = {
  amount: { 元: '1', 千元: '1000', 万元: '10000', 百万元: '1000000', 亿元: '100000000' },
  // A reading already keeps either as a fraction, so no factor is left between them.
  ratio: { '%': '1', '‰': '1' },
  // The difference of two percentages. Also kept as a fraction (3个百分点 is 0.03), but never a ratio itself.
  'percentage-points': { 百分点: '1' },
  length: { 毫米: '1', 厘米: '10', 米: '1000', 公里: '1000000', 千米: '1000000' },
  // The base is a third of a square metre: 15 亩 make a 公顷, so 亩 is 2000/3 m², and every factor stays whole.
  area: { 平方米: '3', 亩: '2000', 公顷: '30000', 平方公里: '3000000', 平方千米: '3000000' },
  volume: { 毫升: '1', 升: '1000', 立方米: '1000000' },
  mass: { 克: '1', 斤: '500', 公斤: '1000', 千克: '1000', 吨: '1000000' },
  time: { 秒: '1', 分钟: '60', 小时: '3600', 天: '86400', 日: '86400', 周: '604800' },
  // Months and years have no fixed number of days.
  months: { 个月: '1', 季度: '3', 年: '12' },
  people: { 人: '1', 名: '1', 位: '1' },
  electricity: { 千瓦时: '1', 万千瓦时: '10000' },
};

const countWords = [
  '人次 户次 家次 件次 车次 班次 批次 台次 人天 人日 工作日 学时 课时',
  '个 家 户 项 次 篇 份 件 套 台 辆 艘 架 张 本 册 版 期 批 场 届 处 座 栋 间 所 条 段 株 棵 只 头 匹 块 面 幅 部 支',
  '款 种 类 门 节 起 宗 例 笔 卷 页 字 分 倍 盏 口 眼 床 千瓦 兆瓦',
]
  .join(' ')
  .split(' ');

/** Other spellings of the same unit. */
const spellings: Record<string, string> = {
  个百分点: '百分点',
  个工作日: '工作日',
  个季度: '季度',
  个小时: '小时',
  个学时: '学时',
  个人: '人',
  '㎡': '平方米',
  'm²': '平方米',
  km: '公里',
  kg: '公斤',
};

interface Scale {
  dimension: string;
  factor: Exact;
}

const scales = new Map<string, Scale>(
  Object.entries(dimensions).flatMap(([dimension, units]) =>
    Object.entries(units).map(([unit, factor]) => [unit, { dimension, factor: Exact.of(factor) }] as const),
  ),
);

const written = new Map<string, string>([
  ...[...scales.keys(), ...countWords].map((unit) => [unit, unit] as const),
  ...Object.entries(spellings),
]);
const longestSpelling = Math.max(...[...written.keys()].map((unit) => unit.length));

/** The longest unit that starts at `at`, by its canonical name. */
export function unitAt(text: string, at: number): { unit: string; end: number } | undefined {
  for (let length = longestSpelling; length > 0; length -= 1) {
    const unit = written.get(text.slice(at, at + length));
    if (unit !== undefined && at + length <= text.length) return { unit, end: at + length };
  }
  return undefined;
}

/** Units that count, and yet may be taken in parts: shares of a day or a lesson, multiples, power, points. */
const divisible = new Set(['人天', '人日', '工作日', '学时', '课时', '倍', '千瓦', '兆瓦', '分']);
const whole = new Set([
  ...countWords.filter((unit) => !divisible.has(unit)),
  ...Object.keys(dimensions.people!),
]);

/** True of a unit of things that are counted one by one, so that there are no parts of one: 人, 次, 个. */
export const countsWhole = (unit: string | undefined): boolean => unit !== undefined && whole.has(unit);

/** The dimension of a convertible unit; undefined for a count word, which is a dimension of its own. */
export const dimensionOf = (unit: string | undefined): string | undefined =>
  unit === undefined ? undefined : scales.get(unit)?.dimension;

export const sameDimension = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (dimensionOf(one) !== undefined && dimensionOf(one) === dimensionOf(other));

/** The same quantity in another unit, exactly; undefined where the two cannot be converted. */
export function convert(number: Exact, from: string | undefined, to: string | undefined): Exact | undefined {
  if (from === to) return number;
  if (from === undefined || to === undefined || !sameDimension(from, to)) return undefined;
  return number.times(scales.get(from)!.factor).over(scales.get(to)!.factor);
}
