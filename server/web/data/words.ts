/** Words of the language of rulebooks and forms, as a reader is told them: `word('severity', 'error')`. */
import { words } from '../../../schemas/generated/words.ts';
import type { Bilingual } from './language.ts';

export type WordList = keyof typeof words;

/** A word of one of the closed lists; a word that is not in its list is told as it is written. */
export const word = (list: WordList, name: string): Bilingual =>
  (words[list] as { readonly [name: string]: Bilingual | undefined })[name] ?? { zh: name, en: name };
