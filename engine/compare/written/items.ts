/** The items of a method's lists – bands, tiers, rows, criteria – as a reader sees them: read from what the schemas say of each key. */
import type { Key } from '../../../schemas/generated/language.ts';
import type { Bilingual, Condition } from '../../../schemas/generated/types.ts';
import { same } from '../edition.ts';
import { bothLanguages, filled, listed } from './bilingual.ts';
import { shownCondition } from './condition.ts';
import { formulaWords, type Names, shownExpression } from './names.ts';

type Item = { readonly [key: string]: unknown };

/** Keys that say when an item holds, rather than what it is called or gives. */
const selecting: readonly Key['is'][] = ['threshold', 'condition', 'option', 'input', 'expression', 'flag'];

/** A value of the language in words; undefined where nothing is written. */
type Shown = (key: Key, value: unknown, names: Names) => Bilingual | undefined;

/** `shown` tells the values that are not told here. */
export function shownItem(item: Key, value: Item, names: Names, shown: Shown): Bilingual {
  const parts: Bilingual[] = [];
  const written = (kind: Key['is']) =>
    item.keys!.filter((key) => key.is === kind && value[key.key] !== undefined);
  for (const { key } of [...written('name'), ...written('option')]) parts.push(same(`「${value[key]}」`));
  for (const { key } of written('condition')) parts.push(shownCondition(value[key] as Condition, names));
  for (const key of written('flag')) if (value[key.key] === true) parts.push(otherwise);
  const selectors = item.keys!.filter(({ is }) => selecting.includes(is));
  if (selectors.length > 0 && !selectors.some(({ key }) => value[key] !== undefined)) parts.push(otherwise);
  const interval = intervalText(value);
  if (interval) parts.push(interval);
  for (const { key } of written('input')) parts.push(same(names.nameOf(String(value[key]))));
  for (const { key } of written('expression'))
    parts.push(formulaWords(shownExpression(String(value[key]), names)));
  for (const key of written('points')) parts.push(said(key, pointsText(String(value[key.key]))));
  const told: readonly Key['is'][] = ['name', 'points', ...selecting];
  for (const key of item.keys!)
    if (!told.includes(key.is) && value[key.key] !== undefined)
      parts.push(said(key, shown(key, value[key.key], names) ?? same('')));
  return listed(parts, bothLanguages('，', ', '));
}

const otherwise = bothLanguages('其余', 'otherwise');

const said = ({ says, title }: Key, value: Bilingual): Bilingual =>
  says ? filled(says, value) : bothLanguages(`${title.zh} ${value.zh}`, `${title.en} ${value.en}`);

/** Points as written, or a share of the weight. */
export const pointsText = (value: string): Bilingual =>
  value.endsWith('%')
    ? bothLanguages(`分值的 ${value}`, `${value} of the weight`)
    : bothLanguages(`${value} 分`, value);

/** An interval in words; undefined where nothing bounds it. */
function intervalText(item: Item): Bilingual | undefined {
  const of = (key: string) => (typeof item[key] === 'string' ? (item[key] as string) : undefined);
  const at = of('at');
  if (at !== undefined) return bothLanguages(`恰为 ${at}`, `exactly ${at}`);
  const low = of('from') ?? of('above');
  const high = of('upTo') ?? of('below');
  const closedLow = of('from') !== undefined;
  const closedHigh = of('upTo') !== undefined;
  if (low !== undefined && high !== undefined)
    return bothLanguages(
      `${low}${closedLow ? '（含）' : '（不含）'}至 ${high}${closedHigh ? '（含）' : '（不含）'}`,
      `${closedLow ? '≥' : '>'} ${low} and ${closedHigh ? '≤' : '<'} ${high}`,
    );
  if (low !== undefined)
    return bothLanguages(`${closedLow ? '不低于' : '高于'} ${low}`, `${closedLow ? '≥' : '>'} ${low}`);
  if (high !== undefined)
    return bothLanguages(`${closedHigh ? '不高于' : '低于'} ${high}`, `${closedHigh ? '≤' : '<'} ${high}`);
  return undefined;
}
