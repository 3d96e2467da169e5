export { compileRulebook } from './compile.ts';
export { contentHash } from './hash.ts';
export type * from './plan.ts';
