/** Waits for jobs as a page does: by asking again. */
import { expect } from 'vitest';
import type { Job } from '../../schemas/generated/types.ts';
import type { Browser } from './people.ts';

/** The job at an address, when it has ended. */
export async function ended(who: Browser, address: string): Promise<Job> {
  for (;;) {
    const { value } = await who.get<Job>(address);
    if (value.state !== 'queued' && value.state !== 'running') return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Asks for a job. The answer is its address. */
export async function begin(who: Browser, path: string, body?: object): Promise<string> {
  const { status, value, headers } = await who.post<Job>(path, body);
  expect(status, JSON.stringify(value)).toBe(202);
  expect(value.state).toBe('queued');
  return headers.get('Location')!;
}
