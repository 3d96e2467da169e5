/** Any value of the language as a reader sees it, read from what the schemas say of its key. */
import type { Key } from '../../../schemas/generated/language.ts';
import type { Bilingual, Condition } from '../../../schemas/generated/types.ts';
import { words } from '../../../schemas/generated/words.ts';
import { same } from '../edition.ts';
import { listed } from './bilingual.ts';
import { shownCondition } from './condition.ts';
import { shownItem } from './items.ts';
import { formulaWords, type Names, shownExpression } from './names.ts';

export { pointsText as pointsWords } from './items.ts';

/** Undefined where nothing is written. */
export function shownValue(key: Key, value: unknown, names: Names): Bilingual | undefined {
  if (value === undefined) return undefined;
  const text = String(value).trim();
  switch (key.is) {
    case 'word':
      return key.words![text] ?? same(text);
    case 'flag':
      return words.yesNo[value === true ? 'true' : 'false'];
    case 'expression':
    case 'threshold':
      return formulaWords(shownExpression(text, names));
    case 'condition':
      return shownCondition(value as Condition, names);
    case 'combination':
      return typeof value === 'string'
        ? (key.words![value] ?? same(value))
        : formulaWords(shownExpression((value as { expression: string }).expression, names));
    case 'input':
    case 'reference':
      return same(names.nameOf(text));
    case 'message':
      return typeof value === 'string' ? same(value) : (value as Bilingual);
    case 'list':
    case 'set':
      return (value as unknown[]).length === 0
        ? undefined
        : listed((value as unknown[]).flatMap((one) => shownValue(key.item!, one, names) ?? []));
    case 'group':
      return shownItem(key, value as { [key: string]: unknown }, names, shownValue);
    default:
      return same(text);
  }
}

/** `《标题》`, with its title in one pair of marks. */
export const quotedTitle = (title: string): string => `《${title.replace(/^《|》$/g, '')}》`;
