/** The one door of the engine: rulebooks in, evaluations out. Pure: no files, network, clock, randomness or logging. */
export type {
  Audit,
  Bilingual,
  Case,
  CaseResult,
  ComparedForm,
  ComparedLine,
  Coverage,
  CoverageCount,
  CoverageItem,
  CurveStroke,
  Diagnostic,
  Difference,
  DifferingInterval,
  Dossier,
  Evaluation,
  Examples,
  ExpectedFinding,
  Filed,
  Finding,
  GradeChange,
  Impact,
  ImpactEdit,
  ImpactForm,
  LargestDifference,
  LedgerNode,
  Loss,
  Place,
  Proof,
  Results,
  Rulebook,
  RulebookCoverage,
  RulebookEntry,
  ScoreCurves,
  Severity,
  Submission,
  Verification,
  Verified,
  Witness,
  WrittenChange,
} from '../schemas/generated/types.ts';
export { audit, auditDossier, auditReadable } from './audit/index.ts';
export { type Carried, carryOver } from './carry/index.ts';
export { type ComparableEdition, compare } from './compare/index.ts';
export type { ScoringPlan } from './compile/index.ts';
export {
  addCounts,
  type CoveringCase,
  cover,
  exampleLine,
  exampleSubmission,
  isMissed,
  reachedByDossier,
  reachedByExample,
  reachedByForm,
  type Suggestion,
  suggestCases,
} from './cover/index.ts';
export { Exact } from './decimal.ts';
export {
  catalogue,
  type DiagnosticCode,
  diagnose,
  hasErrors,
  nearest,
  render,
  sortDiagnostics,
  suggest,
  widthOf,
} from './diagnostics/index.ts';
export {
  evaluate,
  type Form,
  formOfValue,
  type PointsRange,
  pointsRanges,
  type Scorer,
  type Scores,
  scorer,
} from './evaluate/index.ts';
export {
  calculation,
  changeOf,
  derivationOf,
  explain,
  type Language,
  type LossGroup,
  lossGroups,
  sentence,
} from './explain/index.ts';
export { type FindingCode, findings } from './findings/index.ts';
export { describeLine, explainLine } from './guide/index.ts';
export {
  type Assessed,
  assessor,
  type ImpactResult,
  prepareStudy,
  type RankedForm,
  type RulebookText,
  readFormLine,
  reportImpact,
  type Study,
  textOfUnits,
  toldForms,
} from './impact/index.ts';
export { describeForm, type FormPlace, type Places, placesIn } from './layout/index.ts';
export {
  kindOfDocument,
  type Loaded,
  type LoadedCase,
  type LoadedDossier,
  loadRulebook,
  readCase,
  readDossier,
  readForm,
  readFormValue,
  readShaped,
  rulebookNamedIn,
} from './load.ts';
export { type RollupOptions, rollUp } from './rollup/index.ts';
export { readDocument, type SourceDocument } from './source/index.ts';
export { isUnreadable, readTypedForm, type TypedForm, unreadableInputs } from './typed/index.ts';
export { isOpen, verify, verifyRulebook } from './verify/index.ts';
export { engineVersion } from './version.ts';
