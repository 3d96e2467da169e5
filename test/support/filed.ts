/** Forms that were filed, put into the database as they would stand there. */
import type { Submission } from '../../engine/index.ts';
import type { Store } from '../../server/store/store.ts';
import type { UnitRow } from '../../server/store/tables.ts';

/** One form of a unit, filed once for each document; the last is the latest. The answer is its id. */
export function putFiled(
  store: Store,
  unit: Pick<UnitRow, 'id'>,
  year: string,
  documents: readonly Submission[],
): Promise<string> {
  const last = documents.at(-1)!;
  return store.write(null, async ({ db, at, newId }) => {
    const submissionId = newId();
    const { rulebook, edition, subject, name } = last;
    const row = { id: submissionId, unitId: unit.id, taskId: null, rulebook, edition, year, subject, name };
    const who = { createdAt: at, createdBy: null, updatedAt: at, updatedBy: null };
    await db
      .insertInto('submissions')
      .values({
        ...row,
        state: 'filed',
        document: JSON.stringify(last),
        filings: documents.length,
        version: 1,
        ...who,
      })
      .execute();
    for (const [index, document] of documents.entries()) {
      const [number, text] = [index + 1, JSON.stringify(document)];
      // As a unit types it: what the record says already is not said again.
      const { rulebook: _, edition: __, subject: ___, name: ____, ...typed } = document;
      const evaluationId = newId();
      await db
        .insertInto('evaluations')
        .values({
          id: evaluationId,
          submissionId,
          filing: number,
          rulebook,
          edition,
          rulebookHash: '',
          engineVersion: '',
          input: text,
          result: '{}',
          total: '0',
          outOf: '100',
          grade: null,
          claimed: null,
          findings: '[]',
          createdAt: at,
        })
        .execute();
      await db
        .insertInto('filings')
        .values({
          submissionId,
          number,
          document: JSON.stringify(typed),
          evaluationId,
          filedAt: at,
          filedBy: null,
        })
        .execute();
    }
    return submissionId;
  });
}
