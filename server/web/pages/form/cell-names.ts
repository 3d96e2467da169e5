/** What a cell is called to people: “预算数”, “调研开展率：完成值”. */
import { type Language, useLanguage } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { useForm } from '../../form/hooks.ts';
import type { FormStore } from '../../form/store.ts';
import { useFormPage } from './context.tsx';
import type { Layout } from './layout.ts';
import { declared, rowCell } from './rows.ts';

/** The name of a cell; a cell that has none is told by its place. */
export function cellName(
  cell: string,
  {
    layout,
    store,
    language,
  }: { layout: Layout; store: Pick<FormStore, 'value' | 'rows'>; language: Language },
): string {
  const [, list = '', key = '', ...rest] = cell.split('/');
  const colon = language === 'zh' ? '：' : ': ';
  const column = rest.at(-1) ?? '';
  const columnName = word('cell', column)[language];
  if (list === 'inputs') return layout.inputs.get(key)?.name ?? key;
  if (`/${list}` === declared) {
    const number = store.rows(declared).indexOf(key) + 1;
    const name = String(store.value(rowCell(key, 'name')) ?? '') || `${number}`;
    return column === '' ? name : `${name}${colon}${column === 'under' ? under[language] : columnName}`;
  }
  if (list === 'goals') return `${word('cell', 'goal')[language]}${colon}${columnName}`;
  const line = layout.lines.get(list === 'claimed' ? column : key)?.name;
  const what = list === 'reasons' ? 'reason' : list === 'claimed' ? (line ? 'claimed' : key) : column || list;
  const whatName = word('cell', what)[language];
  return line ? `${line}${colon}${whatName}` : whatName;
}

const under = { zh: '二级指标', en: 'group' };

export function useCellName(): (cell: string) => string {
  const { layout } = useFormPage();
  const store = useForm();
  const language = useLanguage();
  return (cell) => cellName(cell, { layout, store, language });
}
