/** A batch of lines → what became of each form. The same in this process and in a worker. */
import { type Assessed, assessor, hasErrors, readFormLine, type Study } from '../../engine/index.ts';
import { type LineBatch, linesOf } from './lines.ts';

export type BatchAssessor = (batch: LineBatch) => Promise<Assessed[]>;

export function batchAssessor(study: Study): BatchAssessor {
  const assess = assessor(study);
  return async (batch) => {
    const assessed: Assessed[] = [];
    for (const { text, line } of linesOf(batch)) {
      const { value: form, diagnostics } = readFormLine(text, batch.file, line);
      if (form && !hasErrors(diagnostics)) assessed.push(await assess(form, batch.file));
      else
        assessed.push({ label: { name: '', place: { file: batch.file, line } }, is: 'broken', diagnostics });
    }
    return assessed;
  };
}
