/** Filing: the form, what it scored and by which rules are kept for good, in one write. */
import type { Evaluation, Submission } from '../../engine/index.ts';
import type { Receipt } from '../../schemas/generated/types.ts';
import { nodesOf } from '../cases/filed.ts';
import type { Write } from '../store/store.ts';
import { changeSubmission } from './changes.ts';
import type { FindingCount } from './counts.ts';
import { hashOfForm, type StoredSubmission } from './record.ts';

/** What is filed: the document as the unit left it, the form as it was scored, and the outcome. */
export interface ToFile {
  document: string;
  submission: Submission;
  evaluation: Evaluation;
}

/** Files a form; that its state and its edition allow it was checked. The answer is the receipt. */
export async function fileForm(
  write: Write,
  before: StoredSubmission,
  { document, submission, evaluation }: ToFile,
  personId: string,
): Promise<Receipt> {
  const { db, at, newId } = write;
  const number = before.filings + 1;
  const evaluationId = newId();
  const { total, outOf, grade, claimed, engine, rulebook } = evaluation;
  const input = JSON.stringify(submission);
  const hash = hashOfForm(input);
  const findings = countFindings(evaluation);
  await db
    .insertInto('evaluations')
    .values({
      id: evaluationId,
      submissionId: before.id,
      filing: number,
      rulebook: rulebook.rulebook,
      edition: rulebook.edition,
      rulebookHash: rulebook.hash,
      engineVersion: engine,
      input,
      result: JSON.stringify(evaluation),
      total,
      outOf,
      grade: grade ?? null,
      claimed: claimed ?? null,
      findings: JSON.stringify(findings),
      lines: JSON.stringify(filedLines(evaluation)),
      createdAt: at,
    })
    .execute();
  await db
    .insertInto('filings')
    .values({ submissionId: before.id, number, document, evaluationId, filedAt: at, filedBy: personId })
    .execute();
  const more = { number, evaluationId, input: hash, rulebookHash: rulebook.hash, engine, total };
  const after = await changeSubmission(
    write,
    before,
    { state: 'filed', document, filings: number },
    { action: 'submission.filed', personId, more: { ...more, ...(grade === undefined ? {} : { grade }) } },
  );
  const counted = (severity: string) =>
    findings.filter((one) => one.severity === severity).reduce((sum, one) => sum + one.count, 0);
  return {
    submissionId: before.id,
    number,
    filedAt: at,
    evaluationId,
    hash,
    total,
    outOf,
    ...(grade === undefined ? {} : { grade }),
    ...(claimed === undefined ? {} : { claimed }),
    errors: counted('error'),
    warnings: counted('warning'),
    version: after.version,
  };
}

function countFindings({ findings }: Evaluation): FindingCount[] {
  const counts = new Map<string, FindingCount>();
  for (const { code, severity } of findings) {
    const key = `${severity} ${code}`;
    const known = counts.get(key) ?? { code, severity, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()];
}

/** What a line of a filing won. */
export interface FiledLine {
  id: string;
  name: string;
  weight: string;
  points: string;
}

/** The lines that win points of their own; those that count for nothing in this form are left out. */
export const filedLines = ({ ledger }: Pick<Evaluation, 'ledger'>): FiledLine[] =>
  nodesOf(ledger)
    .filter(
      ({ status, children }) => !children?.length && status !== 'not-applicable' && status !== 'excluded',
    )
    .map(({ id, name, weight, points }) => ({ id, name, weight, points }));
