/** What can be wrong with the meaning of a rulebook that has the right shape. */
import type { CataloguePart } from '../entry.ts';

export const rulebook = {
  'unknown-reference': {
    severity: 'error',
    message: { zh: '没有名为「{name}」的{kind}', en: 'there is no {kind} named "{name}"' },
    help: { zh: '{suggestion}', en: '{suggestion}' },
  },
  'expression-syntax': {
    severity: 'error',
    message: {
      zh: '算式「{expression}」写得不对：{problem}',
      en: 'the expression "{expression}" cannot be read: {problem}',
    },
    help: {
      zh: '算式用填报项、数、+ − × ÷、括号和 min、max、abs、sum 写成，如 executed / budget。',
      en: 'write inputs, numbers, + - * /, brackets and min, max, abs, sum, such as executed / budget.',
    },
  },
  'cyclic-expression': {
    severity: 'error',
    message: {
      zh: '指标值「{name}」绕回了自身：{path}',
      en: 'the metric "{name}" is defined by itself: {path}',
    },
    help: { zh: '去掉其中一处引用。', en: 'remove one of these references.' },
  },
  'divides-by-zero': {
    severity: 'error',
    message: {
      zh: '算式「{expression}」总是除以 0',
      en: 'the expression "{expression}" always divides by zero',
    },
    help: { zh: '改写除数。', en: 'change the divisor.' },
  },
  'unit-mismatch': {
    severity: 'error',
    message: {
      zh: '单位不合：「{expression}」里 {left} 与 {right} 不能相加、相减或比较',
      en: 'units do not fit: in "{expression}" {left} cannot be added to or compared with {right}',
    },
    help: {
      zh: '比率写 80%，百分点写 1百分点，日期的一段写 7天；金额用同一单位，填报时写了别的单位会自动换算。',
      en: 'write rates as 80%, points as 1百分点, periods as 7天; declare amounts in one unit, forms may still give another.',
    },
  },
  'unit-unclear': {
    severity: 'error',
    message: {
      zh: '单位换算「{text}」无法采用：应写作“1箱=24瓶”，左边是尚无换算关系的单位，每个单位只写一次',
      en: 'the unit "{text}" cannot be used: write it as 1箱=24瓶, the unit on the left being one that converts to nothing yet, each once',
    },
    help: {
      zh: '两边都写数量和单位；元、米、公斤等已有换算关系的单位不必写。',
      en: 'give a number and a unit on both sides; 元, 米, 公斤 and their like are known already.',
    },
  },
  'not-a-number': {
    severity: 'error',
    message: {
      zh: '「{name}」不是数，不能用在算式里',
      en: '"{name}" is not a number and cannot be calculated with',
    },
    help: {
      zh: '算式只能用金额、数量、比率、数和日期型填报项。',
      en: 'use inputs of type amount, count, rate, number or date.',
    },
  },
  'list-alone': {
    severity: 'error',
    message: {
      zh: '「{name}」是一列数，要放在 sum、min 或 max 里',
      en: '"{name}" is a list: put it inside sum, min or max',
    },
    help: { zh: '例如 sum({name})。', en: 'for example sum({name}).' },
  },
  'operator-unfit': {
    severity: 'error',
    message: { zh: '「{fact}」不能用 {operator} 比较', en: '"{fact}" cannot be compared with {operator}' },
    help: { zh: '可用：{fitting}。', en: 'choose from: {fitting}.' },
  },
  'value-unfit': {
    severity: 'error',
    message: { zh: '「{fact}」不能与「{value}」比较', en: '"{fact}" cannot be compared with "{value}"' },
    help: { zh: '应为{expected}。', en: 'expected {expected}.' },
  },
  'value-missing': {
    severity: 'error',
    message: {
      zh: '「{fact}」的 {operator} 比较没有写 value',
      en: 'the comparison of "{fact}" by {operator} has no value',
    },
    help: { zh: '写上 value，应为{expected}。', en: 'write a value: {expected}.' },
  },
  'duplicate-id': {
    severity: 'error',
    message: { zh: '标识「{id}」用了不止一次', en: 'the id "{id}" is used more than once' },
    help: {
      zh: '每个指标、每个校验、每条限制的标识各自唯一；填报项与指标值也不能同名。',
      en: 'give every indicator, check and limit an id of its own; an input and a metric may not share one.',
    },
  },
  'reserved-name': {
    severity: 'error',
    message: {
      zh: '「{name}」是系统自己用的名字，不能作填报项或指标值的标识',
      en: '"{name}" is a name the system uses itself; no input or metric can have it as its id',
    },
    help: { zh: '换一个标识，如 {name}Amount。', en: 'choose another id, such as {name}Amount.' },
  },
  'ambiguous-name': {
    severity: 'error',
    message: {
      zh: '「{name}」是几个填报项或指标值共同的名称，不知指哪一个',
      en: '"{name}" is the name of several inputs or metrics; it is not clear which is meant',
    },
    help: { zh: '改写标识：{ids}。', en: 'write its id: {ids}.' },
  },
  'weight-sum': {
    severity: 'error',
    message: {
      zh: '「{name}」下级分值合计 {terms} = {sum}，应为 {weight}',
      en: 'the weights under "{name}" add to {terms} = {sum}, not {weight}',
    },
    help: { zh: '改下级分值，或改本级分值。', en: 'change the weights below, or this weight.' },
  },
  'combine-leaves-out': {
    severity: 'error',
    message: {
      zh: '「{group}」的汇合没有计入{line}「{name}」',
      en: 'the combination of "{group}" leaves out the {line} "{name}"',
    },
    help: {
      zh: '在算式里写上该项；取最低得分率的组，请把加分项、扣分项移到上一级。',
      en: 'name it in the expression; out of a group that takes the lowest rate, move bonus and penalty lines one level up.',
    },
  },
  'combine-direction': {
    severity: 'error',
    message: {
      zh: '「{group}」的算式把{line}「{name}」算反了',
      en: 'the expression of "{group}" counts the {line} "{name}" the wrong way',
    },
    help: {
      zh: '指标、加分项应越好得分越高；扣分项的名字代表要扣的分（不小于 0），应当减去，如 a + b − c。',
      en: 'a better line must give more points; the name of a penalty stands for what is deducted (0 or more) and is taken off, as in a + b − c.',
    },
  },
  'weight-missing': {
    severity: 'error',
    message: { zh: '「{name}」没有分值', en: '"{name}" has no weight' },
    help: {
      zh: '写上 weight；只有由单位自设分值的组、按下级相加的组可以省略。',
      en: 'write a weight; only groups of declared indicators, and groups that add up, may leave it out.',
    },
  },
  'indicator-shape': {
    severity: 'error',
    message: {
      zh: '「{name}」须恰有 indicators、declared、method 之一',
      en: '"{name}" must have exactly one of indicators, declared, method',
    },
    help: {
      zh: '有下级写 indicators，由单位自设写 declared，计分写 method。',
      en: 'a group has indicators or declared; a scored line has method.',
    },
  },
  'frame-missing': {
    severity: 'error',
    message: {
      zh: '「{name}」由单位自设，但规则没有写这几类目标怎样计分：{kind}',
      en: '"{name}" is declared by units, but no rule says how these kinds of target are scored: {kind}',
    },
    help: { zh: '在 frame.targets 里写上。', en: 'say so in frame.targets.' },
  },
  'target-rule': {
    severity: 'error',
    message: {
      zh: '「{kind}」一类目标没有写怎样计分',
      en: 'there is no rule for how "{kind}" targets are scored',
    },
    help: {
      zh: '写 method，或写 as 指向一类已写了 method 的目标。',
      en: 'write a method, or let "as" name a kind that has one.',
    },
  },
  'target-rule-twice': {
    severity: 'error',
    message: {
      zh: '「{kind}」一类目标既写了 method，又写了 as',
      en: '"{kind}" targets have both a method and an "as"',
    },
    help: { zh: '两者只留一个。', en: 'keep one of the two.' },
  },
  'not-inspected': {
    severity: 'warning',
    message: {
      zh: '「{name}」的情形太多，没有逐一检查有无空档与重叠',
      en: '"{name}" has too many cases to look through for gaps and overlaps',
    },
    help: {
      zh: '减少档数或条件里的比较；计分不受影响。',
      en: 'use fewer bands or comparisons; scoring is not affected.',
    },
  },
  'never-holds': {
    severity: 'error',
    message: {
      zh: '「{name}」的条件自相矛盾，永远不成立',
      en: 'the condition of "{name}" contradicts itself and never holds',
    },
    help: {
      zh: '检查 all 里互相排斥的比较。',
      en: 'look for comparisons under "all" that exclude each other.',
    },
  },
  'always-holds': {
    severity: 'warning',
    message: { zh: '「{name}」的条件总是成立', en: 'the condition of "{name}" always holds' },
    help: { zh: '去掉条件，或改正比较。', en: 'remove the condition or mend its comparisons.' },
  },
  'grades-order': {
    severity: 'error',
    message: {
      zh: '等次应由高到低排列，末一等从 0 开始',
      en: 'grades must go from the highest down and the last must start at 0',
    },
    help: {
      zh: '按 from 由大到小排列，最后一等写 from: 0。',
      en: 'sort by "from", and let the last grade be from: 0.',
    },
  },
  'limit-without-effect': {
    severity: 'error',
    message: {
      zh: '限制「{name}」没有写 total 或 grade',
      en: 'the limit "{name}" has neither total nor grade',
    },
    help: { zh: '写明总分至多多少，或等次至多哪一等。', en: 'say how far it limits the total or the grade.' },
  },
  'unread-input': {
    severity: 'warning',
    message: { zh: '填报项「{name}」没有用到', en: 'nothing reads the input "{name}"' },
    help: { zh: '删去，或用 note 说明为何要填。', en: 'remove it, or say in a note why it is asked.' },
  },
  'input-type': {
    severity: 'error',
    message: { zh: '「{name}」应是{expected}型填报项', en: '"{name}" must be an input of type {expected}' },
    help: { zh: '换一个填报项，或改它的 type。', en: 'use another input, or change its type.' },
  },
  'bounds-reversed': {
    severity: 'error',
    message: {
      zh: '「{name}」的最小 {min} 大于最大 {max}',
      en: 'the least of "{name}", {min}, is above its greatest, {max}',
    },
    help: { zh: '对调两数。', en: 'swap the two.' },
  },
  'blank-unfit': {
    severity: 'error',
    message: {
      zh: '「{name}」空着时不能按 {blank} 计：{why}',
      en: '"{name}" cannot count as {blank} where it is left empty: {why}',
    },
    help: {
      zh: 'blank 限金额、数量、比率、数，且须在最小与最大之间。',
      en: 'blank is for amounts, counts, rates and numbers, and lies between min and max.',
    },
  },
  'restates-unfit': {
    severity: 'error',
    message: {
      zh: '「{name}」不是数，不能是别的填报项算出来的（{restates}）',
      en: '"{name}" is not a number, so it cannot state what others give ({restates})',
    },
    help: {
      zh: 'restates 限金额、数量、比率、数；其他类型请删去。',
      en: 'restates is for amounts, counts, rates and numbers; leave it out of others.',
    },
  },
  'silenced-by-blank': {
    severity: 'warning',
    message: {
      zh: '「{name}」把{inputs}相加，其中一项空着就无从判定',
      en: '"{name}" adds {inputs} and cannot be decided where one of them is left empty',
    },
    help: {
      zh: '空着即为没有的，在该填报项写 blank: 0；至多留一项必填。',
      en: 'write blank: 0 on those that mean nothing where they are empty; at most one may go without.',
    },
  },
} as const satisfies CataloguePart;
