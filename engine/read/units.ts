/**
 * Units: the families whose members convert exactly, the words that count, and any other text behind a number, which is a
 * unit of its own and comparable with itself. Factors are exact.
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
  ratio: { '%': '1', '‰': '1', 百分点: '1' },
  length: { 毫米: '1', 厘米: '10', 米: '1000', 公里: '1000000', 千米: '1000000' },
  // The base is a third of a square metre: 15 亩 make a 公顷, so 亩 is 2000/3 m², and every factor stays whole.
  area: { 平方米: '3', 亩: '2000', 公顷: '30000', 平方公里: '3000000', 平方千米: '3000000' },
  volume: { 毫升: '1', 升: '1000', 立方米: '1000000' },
  mass: {
    微克: '1',
    毫克: '1000',
    克: '1000000',
    斤: '500000000',
    公斤: '1000000000',
    千克: '1000000000',
    吨: '1000000000000',
  },
  time: { 秒: '1', 分钟: '60', 小时: '3600', 天: '86400', 日: '86400', 周: '604800' },
  // Months and years have no fixed number of days.
  months: { 个月: '1', 季度: '3', 年: '12' },
  people: { 人: '1', 名: '1', 位: '1' },
  electricity: { 千瓦时: '1', 万千瓦时: '10000' },
  power: { 千瓦: '1', 兆瓦: '1000' },
};

const splitWords = (text: string): string[] => text.split(' ');
/** Uses, attendances and days of work: not the things themselves. */
const countedOften = splitWords(
  '人次 户次 家次 件次 车次 班次 批次 台次 场次 频次 人天 人日 工作日 学时 课时',
);
const countedSingly = splitWords(
  '个 家 户 项 次 篇 份 件 套 台 辆 艘 架 张 本 册 版 期 批 场 届 处 座 栋 间 所 条 段 株 棵 只 头 匹 块 面 幅 部 支 ' +
    '款 种 类 门 节 起 宗 例 笔 卷 页 字 分 倍 盏 口 眼 床 村 组 根 双 对 副 顶 把 枚 粒 瓶 箱 袋 桶 盒 扇 孔 樘 组次',
);
const countWords = [...countedOften, ...countedSingly];
/** Units that convert to no other. */
const otherUnits = splitWords('分贝 ℃ 台套 gb tb mb mbps ppm kv 兆 千伏安 kva 赫兹 毫安 勒克斯 转 帧');

/** Other spellings of the same unit; letters stand in lower case. */
const spellings: Record<string, string> = {
  个百分点: '百分点',
  百分比: '%',
  '%(百分比)': '%',
  '百分比(%)': '%',
  个工作日: '工作日',
  个季度: '季度',
  个小时: '小时',
  个学时: '学时',
  个人: '人',
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  平米: '平方米',
  平方: '平方米',
  立方: '立方米',
  台套: '台套',
  '台/套': '台套',
  '台(套)': '台套',
  '套/台': '台套',
  '人(次)': '人次',
  '人/次': '人次',
  个村: '村',
  个组: '组',
  db: '分贝',
  'db(a)': '分贝',
  '°c': '℃',
  摄氏度: '℃',
  μg: '微克',
  µg: '微克',
  ug: '微克',
  mg: '毫克',
  '㎥': '立方米',
  'm³': '立方米',
  m3: '立方米',
  '㎞': '公里',
  km: '公里',
  m: '米',
  cm: '厘米',
  mm: '毫米',
  '㎏': '公斤',
  kg: '公斤',
  g: '克',
  t: '吨',
  ml: '毫升',
  l: '升',
  h: '小时',
  '㎾': '千瓦',
  kw: '千瓦',
  mw: '兆瓦',
  度: '千瓦时',
  kwh: '千瓦时',
  kw·h: '千瓦时',
  万度: '万千瓦时',
  万kwh: '万千瓦时',
  'km²': '平方公里',
  '㎢': '平方公里',
  hm2: '公顷',
  'hm²': '公顷',
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
  ...[...scales.keys(), ...countWords, ...otherUnits].map((unit) => [unit, unit] as const),
  ...Object.entries(spellings),
]);
const longestSpelling = Math.max(...[...written.keys()].map((unit) => unit.length));

const isLetter = (char: string | undefined): boolean => char !== undefined && /[A-Za-zμµ0-9²³]/.test(char);

/** The longest unit that starts at `at`, by its canonical name. One in letters ends where its letters end. */
export function unitAt(text: string, at: number): { unit: string; end: number } | undefined {
  for (let length = longestSpelling; length > 0; length -= 1) {
    const end = at + length;
    if (end > text.length) continue;
    const typed = text.slice(at, end);
    const unit = written.get(typed) ?? written.get(typed.toLowerCase());
    if (unit !== undefined && !(isLetter(typed.at(-1)) && isLetter(text[end]))) return { unit, end };
  }
  return undefined;
}

/** Units that count, and yet may be taken in parts: shares of a day or a lesson, multiples, points. */
const divisible = new Set(['人天', '人日', '工作日', '学时', '课时', '倍', '分']);
const whole = new Set([
  ...countWords.filter((unit) => !divisible.has(unit)),
  ...Object.keys(dimensions.people!),
]);

const singles = new Set(countedSingly.filter((unit) => !divisible.has(unit)));

/** 个 counts whatever is counted, so it may stand beside another counting word of the same line: 5个, 5家. */
export const countsAlike = (one: string, other: string): boolean =>
  (one === '个' && singles.has(other)) || (other === '个' && singles.has(one));

/** True of a unit of things that are counted one by one, so that there are no parts of one: 人, 次, 个. */
export const countsWhole = (unit: string | undefined): boolean => unit !== undefined && whole.has(unit);

/** `元/人·月` is an amount for each of what stands behind the stroke. */
function scaleOf(unit: string): Scale | undefined {
  const known = scales.get(unit);
  if (known) return known;
  const stroke = unit.indexOf('/');
  const above = stroke < 0 ? undefined : scales.get(unit.slice(0, stroke));
  return above && { dimension: `${above.dimension}${unit.slice(stroke)}`, factor: above.factor };
}

/** The dimension of a convertible unit; undefined for a count word, which is a dimension of its own. */
export const dimensionOf = (unit: string | undefined): string | undefined =>
  unit === undefined ? undefined : scaleOf(unit)?.dimension;

export const sameDimension = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (dimensionOf(one) !== undefined && dimensionOf(one) === dimensionOf(other));

/** The same quantity in another unit, exactly; undefined where the two cannot be converted. */
export function convert(number: Exact, from: string | undefined, to: string | undefined): Exact | undefined {
  if (from === to) return number;
  if (from === undefined || to === undefined || !sameDimension(from, to)) return undefined;
  return number.times(scaleOf(from)!.factor).over(scaleOf(to)!.factor);
}

const divided = /^(.+?)(?:\/|每)(.+)$/;

/**
 * Any text as a unit, by one spelling: `元/(人·月)`, `元/人/月` and `元／人·月` are 元/人·月. Undefined where the text cannot be a
 * unit: it holds digits or marks that end a sentence.
 */
export function unitOfText(text: string): string | undefined {
  if (
    !/^[\p{Script=Han}A-Za-zμµ%‰℃°Ω·•.*×/()㎡㎥²³]{0,20}(?:\/\d{1,4})?[\p{Script=Han}A-Za-zμµ%‰℃°Ω·•.*×/()㎡㎥²³]{0,20}(?:m[23])?$/u.test(
      text,
    )
  )
    return undefined;
  const [, above, below] = divided.exec(text) ?? [];
  if (above === undefined || below === undefined) return oneSpelling(text);
  const things = below.replace(/[()]/g, '').split(/[/·•.*×]/);
  if (things.some((thing) => thing === '')) return undefined;
  return `${oneSpelling(above)}/${things.map(oneSpelling).join('·')}`;
}

const oneSpelling = (unit: string): string =>
  written.get(unit) ?? written.get(unit.toLowerCase()) ?? unit.toLowerCase();
