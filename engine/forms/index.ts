/** Facts → a form a unit could have filled in, and what it scores. The one writer of forms: see README.md. */
export { isAsSaid, type ScoredLine, scoreFacts } from './score.ts';
export {
  cellsOf,
  comparatorOf,
  type Fact,
  type FormCells,
  inputCell,
  rowId,
  subjectFor,
  submissionOf,
} from './write.ts';
