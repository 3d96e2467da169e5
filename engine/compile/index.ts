export { compileRulebook } from './compile.ts';
export { contentHash } from './hash.ts';
export type * from './plan.ts';
export { dossierScope, inputScope, leafScope, resultScope, rowScope } from './scopes.ts';
