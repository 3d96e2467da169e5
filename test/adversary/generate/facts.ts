/** What generated rulebooks ask for, the numbers they make of it, and the marks those numbers are compared with. */
import { type Json, type JsonObject, present, textsIn } from './json.ts';
import type { Random } from './random.ts';

/** What a number is measured in; it says how thresholds are written. */
export type Kind = 'rate' | 'amount' | 'count' | 'number';

type InputType = 'amount' | 'count' | 'rate' | 'number' | 'date' | 'yesNo' | 'text' | 'choice';

/** Every input a rulebook may ask for. The same in all rulebooks, so that a part of one fits into another. */
export const inputs: Readonly<Record<string, { name: string; type: InputType }>> = {
  budget: { name: '预算数', type: 'amount' },
  spent: { name: '执行数', type: 'amount' },
  carried: { name: '结转数', type: 'amount' },
  saved: { name: '结余数', type: 'amount' },
  visits: { name: '次数', type: 'count' },
  people: { name: '人数', type: 'count' },
  share: { name: '占比', type: 'rate' },
  stated: { name: '所填执行率', type: 'rate' },
  index: { name: '指数', type: 'number' },
  finished: { name: '完成日期', type: 'date' },
  due: { name: '限期', type: 'date' },
  open: { name: '是否公开', type: 'yesNo' },
  audited: { name: '是否审计', type: 'yesNo' },
  filed: { name: '是否归档', type: 'yesNo' },
  memo: { name: '备注', type: 'text' },
  star: { name: '星级', type: 'choice' },
};
export const inputsOf = (...types: InputType[]): string[] =>
  Object.keys(inputs).filter((id) => types.includes(inputs[id]!.type));
export const options = ['五星', '四星', '三星', '二星'] as const;

/** Named expressions a rulebook may have. */
export const metrics: Readonly<Record<string, { name: string; expression: string; kind: Kind }>> = {
  execution: { name: '执行率', expression: 'spent / budget', kind: 'rate' },
  remaining: { name: '剩余数', expression: 'budget - spent', kind: 'amount' },
  doubled: { name: '两倍执行率', expression: '执行率 × 2', kind: 'rate' },
};

/** Expressions that give a number of the kind. */
export const expressions: Readonly<Record<Kind, readonly string[]>> = {
  rate: [
    ...['spent / budget', '(spent - budget) / budget', 'abs(spent - budget) / budget', 'share', 'execution'],
    ...[
      'min(spent / budget, 150%)',
      'sum(spent, carried) / sum(budget, saved)',
      'doubled',
      '执行数 ÷ 预算数',
    ],
    ...['(spent + carried) / (budget + saved)', '1 - saved / budget', 'spent / max(budget, carried)'],
    ...['(budget - spent) / min(budget, saved)', 'share × 0.5 + execution × 0.5', '−share + 1'],
  ],
  amount: [
    'spent',
    'budget - spent',
    'max(spent, carried)',
    'spent + carried',
    'remaining',
    'abs(saved - carried)',
  ],
  count: ['visits', 'people', 'visits * 2', 'max(visits, 2)'],
  number: ['index', 'index * 2 + 1', 'index / 3', 'abs(index)'],
};
export const kinds = Object.keys(expressions) as Kind[];

const marks: Readonly<Record<Kind, readonly string[]>> = {
  rate: ['0', '5', '10', '33.3', '50', '60', '75', '80', '90', '95', '100', '110', '120', '150'],
  amount: ['0', '1', '10', '40', '50', '80', '100', '120', '200'],
  count: ['0', '1', '2', '3', '5', '10', '20'],
  number: ['0', '0.5', '1', '10', '40', '66.67', '100', '150'],
};

/** A threshold as it is written in a rulebook. */
const written = (kind: Kind, mark: string): string => (kind === 'rate' ? `${mark}%` : mark);

/** So many thresholds of the kind in ascending order, none of them zero unless asked for. */
export const thresholds = (random: Random, kind: Kind, count: number, zero = false): string[] =>
  random.some(zero ? marks[kind] : marks[kind].slice(1), count).map((mark) => written(kind, mark));

export const step = (random: Random, kind: Kind): string =>
  kind === 'rate'
    ? random.pick(['1%', '5%', '1百分点', '3百分点', '10%'])
    : random.pick(['1', '5', '3', '10']);

export const days = ['2024-02-29', '2024-06-30', '2024-10-01', '2024-12-31', '2025-01-15'] as const;

const names = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => text.match(/[A-Za-z][A-Za-z0-9]*|[\u4e00-\u9fff]+/g) ?? []));

/** The rulebook with the inputs and named metrics that it speaks of, those it has already as they are. */
export function withFacts(rulebook: JsonObject, random: Random, unread: number): JsonObject {
  const { inputs: known = {}, metrics: named = {}, ...rest } = rulebook as Record<string, JsonObject>;
  const spoken = names(textsIn(rest as Json));
  const wanted = (id: string, name: string) => spoken.has(id) || spoken.has(name) || random.chance(unread);
  const allMetrics: JsonObject = { ...named };
  for (const [id, { name, expression }] of Object.entries(metrics).reverse())
    if (!allMetrics[id] && wanted(id, name)) {
      allMetrics[id] = { name, expression };
      for (const word of names([expression])) spoken.add(word);
    }
  for (const word of names(textsIn([allMetrics, known] as Json))) spoken.add(word);
  const allInputs: JsonObject = { ...known };
  for (const [id, { name, type }] of Object.entries(inputs))
    if (!allInputs[id] && wanted(id, name)) allInputs[id] = input(random, name, type, id);
  for (const word of names(textsIn(allInputs)))
    if (inputs[word] && !allInputs[word])
      allInputs[word] = input(random, inputs[word].name, inputs[word].type, word);
  return {
    ...rest,
    ...(Object.keys(allInputs).length > 0 ? { inputs: allInputs } : {}),
    ...(Object.keys(allMetrics).length > 0 ? { metrics: allMetrics } : {}),
  };
}

function input(random: Random, name: string, type: InputType, id: string): JsonObject {
  const numeric = type === 'amount' || type === 'count' || type === 'rate' || type === 'number';
  const units: Partial<Record<InputType, string>> = {
    amount: '万元',
    count: id === 'people' ? '人' : '次',
    rate: '%',
  };
  const min = numeric && random.chance(75) ? random.pick(['0', '0', '0', '1']) : undefined;
  return present({
    name,
    type,
    unit: units[type] && (type === 'count' || random.chance(40)) ? units[type] : undefined,
    min,
    blank: numeric && type !== 'rate' && min !== '1' && random.chance(8) ? '0' : undefined,
    max: numeric && random.chance(20) ? random.pick(['100', '500', '1000']) : undefined,
    options: type === 'choice' ? [...options.slice(0, random.chance(80) ? 4 : 3)] : undefined,
    subjects: random.chance(4) ? [random.pick(['project', 'department'])] : undefined,
    restates: id === 'stated' ? 'spent / budget' : undefined,
    section: random.chance(20) ? '一、资金' : undefined,
    note: random.chance(30) ? '照表填。' : undefined,
    source: random.chance(15) ? 'form' : undefined,
  });
}
