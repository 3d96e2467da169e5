/** What the figures of a text can be about: the amounts and rates of the form, its total, and its rows by their names. */
import type { Bilingual, Finding } from '../../../schemas/generated/types.ts';
import { Exact } from '../../decimal.ts';
import { leavesOf, percent, type ScoredForm } from '../../evaluate/index.ts';
import { fundsOf, statedRatesOf } from '../funds.ts';

/** A cell of the form with its number. */
export interface Figure {
  number: Exact;
  unit: string | undefined;
  /** The cell with what it holds, as a sentence: 表内「全年执行数」为 95万元. */
  told: Bilingual;
}

export interface Topic {
  /** Unique among the topics of a form. */
  id: string;
  /** What a text calls it. */
  names: ReadonlySet<string>;
  /** What a statement about it may name. */
  ids: readonly string[];
  place: NonNullable<Finding['place']>;
  /** What was planned; undefined where the form has no such cell. A text agrees where it is any of the figures. */
  planned: readonly Figure[];
  done: readonly Figure[];
  /** True where the words can be about some other amount as well, named before. */
  isGeneral: boolean;
  isRate: boolean;
}

const told = (name: string, value: string): Bilingual => ({
  zh: `表内「${name}」为 ${value}`,
  en: `"${name}" of the form is ${value}`,
});

const budgetNames =
  '预算 总预算 预算数 预算总额 预算总数 预算资金 预算金额 预算总金额 预算资金总额 预算安排 安排预算 安排预算资金 全年预算 全年预算数 年度预算 年度预算数 年度预算总额 项目预算 项目总预算 项目预算资金 项目预算总额 部门预算 调整后预算 调整后预算数 调整预算 调整预算数 全年预算资金 年度预算资金 资金总预算'.split(
    ' ',
  );
const executedNames =
  '支出 支出数 支出额 支出金额 支出总额 总支出 支出合计 支出资金 资金支出 执行 执行数 执行额 执行金额 资金执行 预算执行 预算支出 预算执行数 全年执行数 全年支出 年度支出 完成支出 实现支出 实际支出 实际支出数 实际执行 实际执行数 支付资金 资金支付 使用资金 资金使用 投入 总投入 投入资金 项目支出 项目总支出 经费支出 完成预算资金'.split(
    ' ',
  );
const rateNames =
  '执行率 预算执行率 资金执行率 预算资金执行率 支出执行率 预算支出执行率 全年执行率 年度执行率 全年预算执行率 年度预算执行率 项目执行率 项目预算执行率 整体预算执行率 部门预算执行率 资金支出率 预算支出率'.split(
    ' ',
  );
const totalNames =
  '自评得分 自评总分 自评总得分 自评分 自评分数 自评综合得分 综合得分 综合评分 综合总得分 总得分 总评分 绩效自评得分 绩效自评总分 绩效自评综合得分 自评结果得分 最终得分 评价得分 绩效评价得分 总体得分'.split(
    ' ',
  );

export function topicsOf(scored: ScoredForm): Topic[] {
  return [...fundTopics(scored), ...totalTopic(scored), ...rowTopics(scored)];
}

/** Of a department the expenditure on projects is a part. */
const forSubject = (names: readonly string[], { form }: ScoredForm): string[] =>
  form.submission.subject === 'department' ? names.filter((name) => !name.startsWith('项目')) : [...names];

function fundTopics(scored: ScoredForm): Topic[] {
  const funds = fundsOf(scored.plan);
  if (!funds) return [];
  const figureOf = ({ id, name, unit }: { id: string; name: string; unit: string | undefined }): Figure[] => {
    const number = scored.sheet.numbers(id);
    if (!(number instanceof Exact)) return [];
    const value = unit === '%' ? percent(number) : `${number.toText()}${unit ?? ''}`;
    return [{ number, unit, told: told(name, value) }];
  };
  const budgets = [...scored.plan.inputs.values()].filter(
    (input) =>
      input.type === 'amount' &&
      (input === funds.budget || /预算/u.test(input.name)) &&
      input !== funds.executed,
  );
  const budget = figureOf(funds.budget);
  const allBudgets = [...budget, ...budgets.filter((input) => input !== funds.budget).flatMap(figureOf)];
  const executed = figureOf(funds.executed);
  const rates = statedRatesOf(scored.plan, funds);
  const [one] = executed;
  const [other] = budget;
  const computed = one && other && !other.number.isZero() ? one.number.over(other.number) : undefined;
  const rate: Figure[] = [
    ...(computed
      ? [
          {
            number: computed,
            unit: '%',
            told: {
              zh: `按表内金额，执行率为 ${percent(computed)}`,
              en: `the amounts of the form give a rate of ${percent(computed)}`,
            },
          },
        ]
      : []),
    ...rates.flatMap(figureOf),
  ];
  const place = (id: string, name: string) => ({ input: id, name });
  const topics: Topic[] = [
    {
      id: 'budget',
      names: new Set(forSubject([...budgetNames, funds.budget.name], scored)),
      ids: [funds.budget.id],
      place: place(funds.budget.id, funds.budget.name),
      planned: allBudgets,
      done: allBudgets,
      isGeneral: true,
      isRate: false,
    },
    {
      id: 'executed',
      names: new Set(forSubject([...executedNames, funds.executed.name], scored)),
      ids: [funds.executed.id],
      place: place(funds.executed.id, funds.executed.name),
      planned: [],
      done: executed,
      isGeneral: true,
      isRate: false,
    },
    {
      id: 'rate',
      names: new Set(forSubject([...rateNames, ...rates.map(({ name }) => name)], scored)),
      ids: rates.map(({ id }) => id),
      place: rates[0] ? place(rates[0].id, rates[0].name) : place(funds.executed.id, funds.executed.name),
      planned: [],
      done: rate,
      isGeneral: true,
      isRate: true,
    },
  ];
  return topics;
}

function totalTopic({ whole }: ScoredForm): Topic[] {
  const { claimed } = whole;
  if (!claimed) return [];
  const name = { zh: `表内自评总分为 ${claimed.toText()}`, en: `the claimed total is ${claimed.toText()}` };
  return [
    {
      id: 'total',
      names: new Set(totalNames),
      ids: ['total'],
      place: { cell: 'total' },
      planned: [],
      done: [{ number: claimed, unit: '分', told: name }],
      isGeneral: false,
      isRate: false,
    },
  ];
}

/** What people leave out of a name where the unit says it. */
const measures: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:总?人数|人员数量?|人口)$/u, ['人', '名', '位']],
  [/人次(?:数)?$/u, ['人次']],
  [/(?:次数|频次|场次|场数)$/u, ['次', '场', '期']],
  [/(?:总?里程|长度)$/u, ['公里', '千米', '米']],
  [/(?:总?面积)$/u, ['平方米', '亩', '公顷', '平方公里']],
  [/(?:户数)$/u, ['户']],
  [/(?:座数|个数|套数|台数|件数|篇数|期数)$/u, ['座', '个', '套', '台', '件', '篇', '期']],
  [/(?:数量|数|总数|总量)$/u, []],
];

function namesOfRow(name: string, unit: string | undefined): string[] {
  const plain = plainName(name);
  const shorter = measures.flatMap(([measure, units]) =>
    measure.test(plain) && (units.length === 0 || (unit !== undefined && units.includes(unit)))
      ? [plain.replace(measure, '')]
      : [],
  );
  return [plain, ...shorter].filter((one) => one.length >= 2);
}

/** A name without numbering and marks: 指标1：培训人数. */
const plainName = (name: string): string =>
  name.replace(/^(?:指标)?\d{0,2}[：:.、\s]*/u, '').replace(/[\s“”"「」]/gu, '');

/** Rows with a number in both cells; of rows that share a name none is meant for certain. */
function rowTopics(scored: ScoredForm): Topic[] {
  const lines = leavesOf(scored.whole).filter(
    ({ row, status }) =>
      row?.targetNumber && row.actualNumber && row.kind !== 'date' && status !== 'excluded',
  );
  const topics = lines.flatMap((line): Topic[] => {
    const row = line.row!;
    const { target, actual } = row;
    const unit = target.unit ?? actual.unit;
    const isPlain =
      !row.remarks.has('met-in-words') &&
      !row.remarks.has('unit-mismatch') &&
      !row.remarks.has('operator-in-actual') &&
      !(row.remarks.has('target-unit-missing') && actual.unit === '%');
    if (!isPlain || target.approximate || actual.approximate) return [];
    const tell = (cell: 'target' | 'actual'): Bilingual =>
      cell === 'target'
        ? {
            zh: `「${line.name}」年度指标值为「${target.text}」`,
            en: `the target of "${line.name}" is "${target.text}"`,
          }
        : {
            zh: `「${line.name}」实际完成值为「${actual.text}」`,
            en: `the actual of "${line.name}" is "${actual.text}"`,
          };
    return [
      {
        id: `row:${row.id}`,
        names: new Set(namesOfRow(line.name, unit)),
        ids: [row.id, line.name],
        place: { indicator: row.id, name: line.name },
        planned: [{ number: row.targetNumber!, unit, told: tell('target') }],
        done: [{ number: row.actualNumber!, unit, told: tell('actual') }],
        isGeneral: false,
        isRate: false,
      },
    ];
  });
  const counts = new Map<string, number>();
  for (const { names } of topics) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return topics.map((topic) => ({
    ...topic,
    names: new Set([...topic.names].filter((name) => counts.get(name) === 1)),
  }));
}
