/** Rulebooks as requests name them. */
export { findEdition, planFor, planOf } from '../rulebooks/find.ts';
