/** The forms an impact is measured on, handed to a thread a few at a time. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { FormsGiven } from '../rulebooks/measure.ts';
import type { Name } from '../rulebooks/rewrite.ts';
import type { Database } from '../store/database.ts';
import { conditionsOf } from '../submissions/wanted.ts';

/** Which filed forms: the latest filing of each. */
export interface Filed extends Name {
  year: string | undefined;
  /** Of units whose paths begin so. */
  prefix: string;
}

const atOnce = 100;

const latest = (db: Database, { prefix, ...narrowed }: Filed) =>
  db
    .selectFrom('submissions')
    .innerJoin('units', 'units.id', 'submissions.unitId')
    .innerJoin('filings', (join) =>
      join
        .onRef('filings.submissionId', '=', 'submissions.id')
        .onRef('filings.number', '=', 'submissions.filings'),
    )
    .innerJoin('evaluations', 'evaluations.id', 'filings.evaluationId')
    .where(conditionsOf({ scope: { path: prefix, exact: false }, ...narrowed }));

/** How many there are. */
export async function countFiled(db: Database, filed: Filed): Promise<number> {
  const { count } = await latest(db, filed)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The forms as they were scored: with rulebook and name of the record, which what was typed may lack. */
async function page(db: Database, filed: Filed, after: string): Promise<FormsGiven> {
  return latest(db, filed)
    .select(['submissions.id as id', 'evaluations.input as text'])
    .where('submissions.id', '>', after)
    .orderBy('submissions.id')
    .limit(atOnce)
    .execute();
}

/** A port a thread can ask for the next forms. `tell` is told how many were handed over; `failed`, why no more can be. */
export function formsPort(
  db: Database,
  filed: Filed,
  { tell, failed }: { tell(given: number): Promise<void>; failed(error: unknown): void },
): { port: MessagePort; close(): void } {
  const { port1, port2 } = new MessageChannel();
  let [last, given] = ['', 0];
  const next = async () => {
    await tell(given);
    const forms = await page(db, filed, last);
    last = forms.at(-1)?.id ?? last;
    given += forms.length;
    port1.postMessage(forms);
  };
  port1.on('message', () => void next().catch(failed));
  return { port: port2, close: () => port1.close() };
}
