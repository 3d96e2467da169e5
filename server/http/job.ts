/** Begins a job for who asks, and says where it is. */
import type { Job } from '../../schemas/generated/types.ts';
import type { JobWork } from '../jobs/jobs.ts';
import { shownJob } from '../jobs/stored.ts';
import type { Request } from './route.ts';
import { refusalOf } from './work.ts';

export async function startedJob(
  { c, services: { jobs }, personId }: Pick<Request, 'c' | 'services' | 'personId'>,
  job: { kind: Job['kind']; about: string },
  work: JobWork,
): Promise<Response> {
  const stored = await jobs.start({ personId, ...job }, work).catch((error: unknown) => {
    throw refusalOf(error);
  });
  return c.json(shownJob(stored) satisfies Job, 202, { Location: `/api/jobs/${stored.id}` });
}

/** What a route that begins one answers. */
export const jobAnswer = {
  status: 202,
  description: {
    zh: '作业已建立；Location 是它的地址。',
    en: 'The job; Location says where it is.',
  },
  content: { 'application/json': 'job' },
} as const;
