export { compare } from './compare.ts';
export type { ComparableEdition } from './edition.ts';
export { bothLanguages } from './written/bilingual.ts';
export { toldEdits } from './written/index.ts';
