export { derivationOf } from './derivation.ts';
export { explain } from './explain.ts';
export { changeOf, type LossGroup, lossGroups } from './losses.ts';
export { calculation, type Language, sentence } from './sentences.ts';
