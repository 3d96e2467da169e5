/** The jobs there are: two editions compared, and the impact of one on the forms filed under the other. */
import type { Snapshot } from '../rulebooks/measure.ts';
import type { Database } from '../store/database.ts';
import { countFiled, type Filed, formsPort } from './forms.ts';
import type { JobWork } from './jobs.ts';
import type { Work } from './work.ts';

export type Pair = Record<'before' | 'after', Snapshot>;

export const differenceJob =
  (work: Work, who: string, pair: Pair): JobWork =>
  async ({ signal, begun, tell }) => {
    const measured = await work.runJob('difference', pair, { who, signal, begun });
    await tell(1, 1);
    return measured;
  };

export const impactJob =
  (work: Work, db: Database, who: string, pair: Pair, filed: Filed): JobWork =>
  async ({ signal, begun, tell }) => {
    const of = await countFiled(db, filed);
    const broken = new AbortController();
    let why: unknown;
    const forms = formsPort(db, filed, {
      tell: (given) => tell(given, of),
      failed: (error) => {
        why = error;
        broken.abort();
      },
    });
    const either = AbortSignal.any([signal, broken.signal]);
    const transferList = [forms.port];
    try {
      const input = { ...pair, forms: forms.port };
      return await work.runJob('impact', input, { who, signal: either, begun, transferList });
    } catch (error) {
      throw broken.signal.aborted ? why : error;
    } finally {
      forms.close();
    }
  };
