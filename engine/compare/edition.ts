/** One side of a comparison: a compiled rulebook, and where its parts are written. */
import type { Bilingual, ComparedEdition, Place } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { SourceDocument } from '../source/index.ts';

export interface ComparableEdition {
  plan: ScoringPlan;
  /** The file it was read from; without it places are pointers only. */
  document?: SourceDocument;
}

/** How the edition is told in a comparison. */
export const editionOf = ({ plan, document }: ComparableEdition): ComparedEdition => ({
  rulebook: plan.identity.rulebook,
  edition: plan.identity.edition,
  title: plan.identity.title,
  status: plan.rulebook.status,
  hash: plan.identity.hash,
  ...(document ? { file: document.file } : {}),
});

/** Where the value at a JSON pointer of the rulebook stands. */
export const placeIn = ({ document }: ComparableEdition, pointer: string): Place =>
  document ? { file: document.file, ...document.locate(pointer), pointer } : { pointer };

/** The same words in both languages: names and texts of a rulebook are Chinese. */
export const same = (text: string): Bilingual => ({ zh: text, en: text });
