export { reachedByDossier, reachedByExample, reachedByForm } from './cases.ts';
export { addCounts, type CoveringCase, cover, isMissed } from './cover.ts';
export { exampleLine, exampleSubmission } from './example.ts';
export { type Suggestion, suggestCases } from './suggest.ts';
