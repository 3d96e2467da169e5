/** A condition as a reader sees it. */
import type { Bilingual, Condition } from '../../../schemas/generated/types.ts';
import { words } from '../../../schemas/generated/words.ts';
import { bothLanguages } from './bilingual.ts';
import { formulaWords, type Names, shownExpression } from './names.ts';

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
  const worded = (text: string): string => formulaWords(shownExpression(text, names))[language];
  const shown = (): string => {
    if (value === undefined) return '';
    if (Array.isArray(value)) return value.join({ zh: '、', en: ', ' }[language]);
    if (typeof value === 'boolean') return words.yesNo[value ? 'true' : 'false'][language];
    return worded(value);
  };
  return `${worded(fact)} ${words.operator[operator][language]} ${shown()}`.trimEnd();
}
