/** A thread that assesses batches of lines. It reads the two rulebooks once. */
import { parentPort, workerData } from 'node:worker_threads';
import { prepareStudy, type RulebookText } from '../../engine/index.ts';
import { batchAssessor } from './batch.ts';
import type { LineBatch } from './lines.ts';

const { before, after } = workerData as { before: RulebookText; after: RulebookText };
const { study } = await prepareStudy(before, after);
if (!study) throw new Error('the rulebooks were usable when the worker was started');
const assess = batchAssessor(study);

parentPort!.on('message', async ({ id, batch }: { id: number; batch: LineBatch }) => {
  parentPort!.postMessage({ id, assessed: await assess(batch) });
});
