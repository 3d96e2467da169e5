/** What the names in an expression are called for a reader. */
import type { Bilingual, Rulebook } from '../../../schemas/generated/types.ts';
import { rangeNames } from '../../compile/index.ts';
import { formatExpression, inEnglish, parseExpression } from '../../expression/index.ts';
import { own } from '../../own.ts';

export interface Names {
  nameOf(id: string): string;
}

const parts: Readonly<Record<string, string>> = {
  points: '得分',
  claimed: '自评得分',
  weight: '分值',
  rate: '得分率',
  target: '目标值',
  actual: '完成值',
  achievement: '完成率',
  rows: '各行',
};
const fixed: Readonly<Record<string, string>> = {
  total: '总分',
  outOf: '满分',
  claimedTotal: '自评总分',
  achievement: '指标得分率',
  report: '报告',
  weight: '分值',
  target: '目标值',
  actual: '完成值',
  ...rangeNames,
  declared: '各自设指标',
  project: '各项目',
  department: '部门',
  reason: '原因',
};

/** The names of one rulebook; `lines` are its indicators by id. */
export function namesOf(rulebook: Rulebook, lines: ReadonlyMap<string, { name: string }>): Names {
  const named = { ...rulebook.metrics, ...rulebook.inputs };
  const nameOf = (id: string): string => {
    const known = own(named, id)?.name ?? lines.get(id)?.name ?? own(fixed, id);
    if (known !== undefined) return known;
    const dot = id.indexOf('.');
    if (dot < 0) return id;
    const [head, rest] = [id.slice(0, dot), id.slice(dot + 1)];
    if (head === 'reason') return `${nameOf(rest)}的原因`;
    return (
      nameOf(head) +
      rest
        .split('.')
        .map((part) => own(parts, part) ?? nameOf(part))
        .join('')
    );
  };
  return { nameOf };
}

/** A formula, with the words of the language itself in each language. */
export const formulaWords = (text: string): Bilingual => ({ zh: text, en: inEnglish(text) });

/** An expression as a reader sees it: with Chinese names. What is no expression stands as it is. */
export function shownExpression(text: string, names: Names): string {
  const { expression } = parseExpression(text);
  return expression ? formatExpression(expression, (name) => names.nameOf(name)) : text;
}
