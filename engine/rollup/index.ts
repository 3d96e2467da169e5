export { type RollupOptions, rollUp } from './rollup.ts';
