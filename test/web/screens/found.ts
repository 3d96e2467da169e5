/** Addresses that have to be found first: of a form in a state, of a task, of a dossier. */
import type { SubmissionPage, TaskPage } from '../../../schemas/generated/types.ts';
import { addressOf } from '../../../server/web/pages/addresses.ts';
import type { Get } from './screen.ts';

type Form = SubmissionPage['items'][number];

async function form(get: Get, query: string, fits: (form: Form) => boolean = () => true): Promise<Form> {
  const { items } = await get<SubmissionPage>(`/api/submissions?limit=200&${query}`);
  const found = items.find(fits);
  if (!found) throw new Error(`there is no form with ${query}`);
  return found;
}

/** The page of the first form that a query finds. */
export const formAt =
  (page: 'form' | 'filings' | 'review', query: string, fits?: (form: Form) => boolean, tail = '') =>
  async (get: Get): Promise<string> =>
    addressOf(page, { submission: (await form(get, query, fits)).id }) + tail;

export const dossierAt =
  (query: string, fits?: (form: Form) => boolean) =>
  async (get: Get): Promise<string> => {
    const { unit, year } = await form(get, query, fits);
    return addressOf('dossier', { unit: unit.id, year });
  };

/** The page of the task whose title begins so. */
export const taskAt =
  (title: string) =>
  async (get: Get): Promise<string> => {
    const { items } = await get<TaskPage>('/api/tasks?limit=100');
    const found = items.find((task) => task.title.startsWith(title));
    if (!found) throw new Error(`there is no task ${title}`);
    return addressOf('task', { task: found.id });
  };
