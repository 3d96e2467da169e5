export { explain } from './explain.ts';
export { calculation, type Language, sentence } from './sentences.ts';
