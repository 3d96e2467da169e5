/** What a cell of a form is called to people: “预算数”, “调研开展率：实际完成值”. */
import type { FormDescription } from '../../../schemas/generated/types.ts';
import type { Language } from './language.ts';
import { word } from './words.ts';

/** What is typed into a form, as it is looked up. */
export interface FormReader {
  value(cell: string): unknown;
  rows(list: string): readonly string[];
}

export interface Named {
  description: Pick<FormDescription, 'sections' | 'lines'>;
  store: FormReader;
  language: Language;
}

/** The name of a cell; a cell that has none is told by its place. */
export function cellName(cell: string, { description, store, language }: Named): string {
  const [, list = '', key = '', ...rest] = cell.split('/');
  const { inputs, lines } = namesIn(description);
  const column = rest.at(-1) ?? '';
  const joined = (name: string | undefined, what: string): string => {
    const told = word('cell', what)[language];
    return name === undefined ? told : `${name}${language === 'zh' ? '：' : ': '}${told}`;
  };
  switch (list) {
    case 'inputs':
      return inputs.get(key) ?? key;
    case 'declared':
      return column === '' ? rowName(key, store) : joined(rowName(key, store), column);
    case 'goals':
      return joined(undefined, 'goal');
    case 'reasons':
      return joined(lines.get(key) ?? key, 'reason');
    case 'judgements':
      return joined(lines.get(key) ?? key, column);
    case 'claimed':
      return key === 'points' ? joined(lines.get(column) ?? column, 'claimed') : joined(undefined, key);
    default:
      return joined(undefined, list);
  }
}

function rowName(key: string, store: FormReader): string {
  const name = store.value(`/declared/${key}/name`);
  return typeof name === 'string' && name !== '' ? name : String(store.rows('/declared').indexOf(key) + 1);
}

const known = new WeakMap<object, { inputs: Map<string, string>; lines: Map<string, string> }>();

function namesIn(description: Named['description']) {
  const found = known.get(description) ?? {
    inputs: new Map(description.sections.flatMap(({ inputs }) => inputs.map(({ id, name }) => [id, name]))),
    lines: new Map(description.lines.map(({ id, name }) => [id, name])),
  };
  known.set(description, found);
  return found;
}
