/** What a thread does that assesses batches of lines. It reads the two rulebooks once. */
import { workerData } from 'node:worker_threads';
import { type Assessed, prepareStudy, type RulebookText } from '../../engine/index.ts';
import { type BatchAssessor, batchAssessor } from './batch.ts';
import type { LineBatch } from './lines.ts';

let assess: Promise<BatchAssessor> | undefined;

async function prepared(): Promise<BatchAssessor> {
  const { before, after } = workerData as { before: RulebookText; after: RulebookText };
  const { study } = await prepareStudy(before, after);
  if (!study) throw new Error('the rulebooks were usable when the thread was started');
  return batchAssessor(study);
}

export default async (batch: LineBatch): Promise<Assessed[]> => {
  assess ??= prepared();
  return (await assess)(batch);
};
