/** What is said beside a line: how it is scored, how its points came about, what would win more. May not score. */
export { describeLine } from './document.ts';
export { explainLine } from './explain.ts';
