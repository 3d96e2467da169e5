/** Words of the language of rulebooks and forms, as a reader is told them: `word('severity', 'error')`. */
import { words } from '../../../schemas/generated/words.ts';
import type { Bilingual } from './language.ts';

export type WordList = keyof typeof words;

/** The words of one of the closed lists, in their order. */
export const wordsOf = <List extends WordList>(
  list: List,
): { id: keyof (typeof words)[List]; name: Bilingual }[] =>
  Object.entries<Bilingual>(words[list]).map(([id, name]) => ({
    id: id as keyof (typeof words)[List],
    name,
  }));

/** A word of one of the closed lists; a word that is not in its list is told as it is written. */
export const word = (list: WordList, name: string): Bilingual =>
  (words[list] as { readonly [name: string]: Bilingual | undefined })[name] ?? { zh: name, en: name };
