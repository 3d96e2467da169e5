export { type Assessed, assessor } from './assess.ts';
export { readFormLine } from './line.ts';
export { type ImpactResult, type RankedForm, reportImpact, toldForms } from './report.ts';
export { textOfUnits } from './scale.ts';
export { prepareStudy, type RulebookText, type Study } from './study.ts';
