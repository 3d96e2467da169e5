/** The search of the queue, beside the list and beside a form; what is typed stands in the address. */
import type { Ref } from 'react';
import { useT } from '../data/language.ts';
import { SearchField } from './search-field.tsx';

export function QueueSearch({
  words,
  search,
  inputRef,
}: {
  words: string | undefined;
  search: (words: string) => void;
  inputRef: Ref<HTMLInputElement>;
}) {
  const t = useT();
  return (
    <SearchField
      label={t({ zh: '查找单位或表名', en: 'Search units and forms' })}
      placeholder={t({ zh: '单位或表名', en: 'unit or form' })}
      value={words ?? ''}
      onChange={search}
      inputRef={inputRef}
    />
  );
}
