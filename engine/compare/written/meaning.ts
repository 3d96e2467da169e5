/**
 * What a written expression, number or condition means, whatever its spelling: `80%`, `0.8` and `80.0%` are one number,
 * and a Chinese name is the input it names. And how it is shown to a reader: with Chinese names.
 */
import type { Bilingual, Condition, Rulebook } from '../../../schemas/generated/types.ts';
import { Exact } from '../../decimal.ts';
import { type Expression, formatExpression, parseExpression } from '../../expression/index.ts';
import { bothLanguages } from './change.ts';
import { yesNoWords } from './words.ts';

/** The names of one edition: ids by Chinese name, Chinese names by id, and what an id is called in the later edition. */
export interface Names {
  idOf(name: string): string;
  nameOf(id: string): string;
}

export function namesOf(
  rulebook: Rulebook,
  indicatorNames: ReadonlyMap<string, string>,
  later: (id: string) => string = (id) => id,
): Names {
  const named = { ...rulebook.metrics, ...rulebook.inputs };
  const byName = new Map(Object.entries(named).map(([id, { name }]) => [name, id]));
  const parts: Record<string, string> = {
    points: '得分',
    claimed: '自评得分',
    weight: '分值',
    rate: '得分率',
    target: '目标值',
    actual: '完成值',
    achievement: '完成率',
  };
  const fixed: Record<string, string> = {
    total: '总分',
    outOf: '满分',
    claimedTotal: '自评总分',
    achievement: '指标得分率',
    report: '报告',
    weight: '分值',
    target: '目标值',
    actual: '完成值',
    declared: '各自设指标',
    project: '各项目',
    department: '部门',
    reason: '原因',
  };
  const nameOf = (id: string): string => {
    const own = Object.hasOwn(named, id) ? named[id]!.name : (indicatorNames.get(id) ?? fixed[id]);
    if (own !== undefined) return own;
    const dot = id.indexOf('.');
    if (dot < 0) return id;
    const [head, rest] = [id.slice(0, dot), id.slice(dot + 1)];
    if (head === 'reason') return `${nameOf(rest)}的原因`;
    return `${nameOf(head)}${rest
      .split('.')
      .map((part) => (part === 'rows' ? '各行' : (parts[part] ?? nameOf(part))))
      .join('')}`;
  };
  return { idOf: (name) => later(byName.get(name) ?? name), nameOf };
}

/** Equal meanings give equal text. What is no expression stands for itself. */
export function meaningOf(text: string, names: Names): string {
  const { expression } = parseExpression(text);
  return expression ? formatExpression(byValue(expression), (name) => names.idOf(name)) : text.trim();
}

/** Points and weights: a share of the weight is not the number it looks like. */
export const pointsMeaning = (text: string): string =>
  text.endsWith('%') ? `${numberText(text.slice(0, -1))}%` : numberText(text);

const numberText = (text: string): string => Exact.parse(text.trim())?.toText() ?? text;

function byValue(node: Expression): Expression {
  switch (node.kind) {
    case 'number':
      return { ...node, shown: node.unit === '日期' ? node.shown : node.value.toText() };
    case 'name':
      return node;
    case 'negate':
      return { ...node, of: byValue(node.of) };
    case 'binary':
      return { ...node, left: byValue(node.left), right: byValue(node.right) };
    case 'call':
      return { ...node, arguments: node.arguments.map(byValue) };
  }
}

/** As a reader sees it. */
export function shownExpression(text: string, names: Names): string {
  const { expression } = parseExpression(text);
  return expression ? formatExpression(expression, (name) => names.nameOf(name)) : text;
}

/** The meaning of a condition: JSON with every fact and value by meaning. */
export function conditionMeaning(condition: Condition, names: Names): string {
  const visit = (one: Condition): unknown => {
    if ('all' in one) return one.all.length === 1 ? visit(one.all[0]!) : { all: one.all.map(visit) };
    if ('any' in one) return one.any.length === 1 ? visit(one.any[0]!) : { any: one.any.map(visit) };
    if ('not' in one) return { not: visit(one.not) };
    const { fact, operator, value } = one;
    const meant =
      typeof value === 'string'
        ? meaningOf(value, names)
        : Array.isArray(value)
          ? value.length === 1 && operator === 'contains'
            ? value[0]
            : [...value].sort()
          : value;
    return [meaningOf(fact, names), operator, meant];
  };
  return JSON.stringify(visit(condition));
}

const operatorWords: Record<string, Bilingual> = {
  equal: bothLanguages('=', '='),
  notEqual: bothLanguages('≠', '≠'),
  lessThan: bothLanguages('<', '<'),
  lessThanInclusive: bothLanguages('≤', '≤'),
  greaterThan: bothLanguages('>', '>'),
  greaterThanInclusive: bothLanguages('≥', '≥'),
  in: bothLanguages('为其中之一：', 'is one of'),
  notIn: bothLanguages('不是：', 'is none of'),
  contains: bothLanguages('写有', 'contains'),
  isBlank: bothLanguages('未填', 'is blank'),
  isPresent: bothLanguages('已填', 'is filled in'),
};

/** A condition as a reader sees it. */
export const shownCondition = (condition: Condition, names: Names): Bilingual => ({
  zh: conditionText(condition, names, 'zh', false),
  en: conditionText(condition, names, 'en', false),
});

const joints = { all: bothLanguages('，且 ', ' and '), any: bothLanguages('，或 ', ' or ') };
const inBrackets = (text: string, language: keyof Bilingual): string =>
  language === 'zh' ? `（${text}）` : `(${text})`;

function conditionText(one: Condition, names: Names, language: keyof Bilingual, isNested: boolean): string {
  if ('not' in one)
    return `${{ zh: '并非', en: 'not ' }[language]}${inBrackets(conditionText(one.not, names, language, false), language)}`;
  if (!('all' in one || 'any' in one)) return comparisonText(one, names, language);
  const [list, joint] = 'all' in one ? [one.all, joints.all] : [one.any, joints.any];
  const text = list.map((inner) => conditionText(inner, names, language, true)).join(joint[language]);
  return isNested && list.length > 1 ? inBrackets(text, language) : text;
}

function comparisonText(
  { fact, operator, value }: Extract<Condition, { fact: unknown }>,
  names: Names,
  language: keyof Bilingual,
): string {
  const shown = (): string => {
    if (value === undefined) return '';
    if (Array.isArray(value)) return value.join({ zh: '、', en: ', ' }[language]);
    if (typeof value === 'boolean') return yesNoWords[String(value)]![language];
    return shownExpression(value, names);
  };
  return `${shownExpression(fact, names)} ${operatorWords[operator]![language]} ${shown()}`.trimEnd();
}
