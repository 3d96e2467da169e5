export { compare } from './compare.ts';
export type { ComparableEdition } from './edition.ts';
