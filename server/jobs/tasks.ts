/** What a thread can be asked to do. Each task takes and gives plain data; nothing of a thread is shared. */
export { caseResults, check, preview, verification } from '../rulebooks/examine.ts';
export { copy, inspect } from '../rulebooks/inspect.ts';
export { difference, impact } from '../rulebooks/measure.ts';
