/** The words of the rulebook language, as a reader who never saw YAML is told them. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { bothLanguages as both } from './change.ts';

type Words = Readonly<Record<string, Bilingual>>;

export const statusWords: Words = {
  draft: both('草案', 'draft'),
  published: both('已发布', 'published'),
  retired: both('已停用', 'retired'),
};
export const subjectWords: Words = {
  project: both('项目', 'project'),
  department: both('部门整体', 'department'),
};
export const modeWords: Words = {
  'half-up': both('四舍五入', 'half up'),
  'half-even': both('四舍六入五成双', 'half even'),
  down: both('舍去', 'down'),
  up: both('进一', 'up'),
};
export const roundingPlaceWords: Words = {
  indicator: both('每个指标舍入后相加', 'each line'),
  total: both('相加后舍入', 'the total'),
};
export const lineWords: Words = {
  bonus: both('加分项', 'bonus'),
  penalty: both('扣分项', 'penalty'),
};
export const roleWords: Words = {
  cost: both('成本', 'cost'),
  execution: both('预算执行', 'budget execution'),
  satisfaction: both('满意度', 'satisfaction'),
};
export const combineWords: Words = {
  sum: both('相加', 'sum'),
  weightedMean: both('加权平均', 'weighted mean'),
  lowest: both('取最低得分率', 'the lowest rate'),
};
export const policyWords: Words = {
  rescale: both('剔除并折算', 'left out, the rest scaled up'),
  full: both('按满分', 'full marks'),
  zero: both('按 0 分', 'zero'),
  forbidden: both('不允许', 'not allowed'),
};
export const missingWords: Words = {
  zero: both('按 0 分', 'zero'),
  claimed: both('采信自评得分', 'the claimed score is taken'),
  withhold: both('暂不计分', 'withheld'),
};
export const zeroDivisionWords: Words = {
  full: both('按满分', 'full marks'),
  zero: both('按 0 分', 'zero'),
};
export const yesNoWords: Words = { true: both('是', 'yes'), false: both('否', 'no') };
export const severityWords: Words = {
  error: both('错误', 'error'),
  warning: both('提醒', 'warning'),
  info: both('说明', 'note'),
};
export const weightsWords: Words = {
  declared: both('由单位填写', 'set by the unit'),
  equal: both('各行平分', 'shared equally'),
};
export const inputTypeWords: Words = {
  amount: both('金额', 'amount'),
  count: both('数量', 'count'),
  rate: both('比率', 'rate'),
  number: both('数', 'number'),
  date: both('日期', 'date'),
  yesNo: both('是否', 'yes or no'),
  text: both('文字', 'text'),
  choice: both('选项', 'choice'),
};
export const kindWords: Words = {
  group: both('有下级指标的组', 'a group of lines'),
  declared: both('由单位自设', 'declared by the unit'),
  leaf: both('固定指标', 'a fixed line'),
};

/** The kinds of targets a unit may write. */
export const targetKindWords: Words = {
  atLeast: both('不低于的目标', 'at-least targets'),
  atMost: both('不高于的目标', 'at-most targets'),
  plain: both('只写数的目标', 'plain-number targets'),
  equal: both('等于的目标', 'equal targets'),
  date: both('日期目标', 'date targets'),
  words: both('定性目标', 'qualitative targets'),
};

/** Parameters of the methods, by their key. */
export const parameterWords: Words = {
  from: both('起点', 'from'),
  direction: both('方向', 'direction'),
  per: both('每', 'per'),
  deduct: both('扣', 'deducted'),
  add: both('加', 'added'),
  partial: both('不足一档', 'part of a step'),
  start: both('起扣分', 'starting points'),
  target: both('目标值', 'target'),
  cap: both('封顶', 'cap'),
  by: both('递减方式', 'falls by'),
  zeroTarget: both('目标值为 0 时', 'when the target is zero'),
  zeroActual: both('完成值为 0 时', 'when the actual is zero'),
  otherwise: both('不相等时', 'otherwise'),
  worst: both('最差值', 'worst value'),
  best: both('最好值', 'best value'),
  points: both('得分', 'points'),
  yes: both('答是', 'for yes'),
  no: both('答否', 'for no'),
  input: both('填报项', 'input'),
  reasonBelow: both('低于此比例须说明理由', 'a reason is owed below'),
  above: both('高于目标', 'above the target'),
  below: both('低于目标', 'below the target'),
  late: both('逾期', 'late'),
  each: both('每次', 'each'),
  count: both('次数', 'count'),
  criteria: both('各条', 'criteria'),
  choices: both('各等次', 'choices'),
  rows: both('各行', 'rows'),
  share: both('比例', 'share'),
  name: both('名称', 'name'),
};

/** Values of those parameters that are words themselves. */
export const parameterValueWords: Words = {
  above: both('超过', 'above'),
  below: both('低于', 'below'),
  ignored: both('不计', 'not counted'),
  proRata: both('按比例', 'in proportion'),
  whole: both('按一档计', 'counted as a whole step'),
  ratio: both('按比率（目标值÷完成值）', 'ratio (target ÷ actual)'),
  line: both('按直线（两倍为 0）', 'a line to zero at twice the target'),
  full: both('按满分', 'full marks'),
  zero: both('按 0 分', 'zero'),
};
