export {
  frameKeys,
  inputKeys,
  limitKeys,
  meaningOf,
  notApplicableMeaning,
  ruleKeys,
} from './behaviour/keys.ts';
export { type Meaning, numberMeaning } from './behaviour/meaning.ts';
export { unchanged } from './behaviour/names.ts';
export { compare } from './compare.ts';
export type { ComparableEdition } from './edition.ts';
export { bothLanguages } from './written/bilingual.ts';
export { toldEdits } from './written/index.ts';
