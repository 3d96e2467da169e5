export { type Axis, valueText } from './behaviour/form-text.ts';
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
export { nameOfVariable, unitOfVariable } from './behaviour/variable.ts';
export { compare } from './compare.ts';
export type { ComparableEdition } from './edition.ts';
export { bothLanguages } from './written/bilingual.ts';
export { toldEdits } from './written/index.ts';
export { type Names, namesOf } from './written/names.ts';
export { pointsWords, shownValue } from './written/values.ts';
