/** How often one person or one address may ask, and how often anyone may get a password wrong. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Settings } from '../settings.ts';
import { Refusal } from './problems.ts';

const quarterOfAnHour = 15 * 60;

export class Limits {
  private readonly requests: RateLimiterMemory | undefined;
  private readonly failures: RateLimiterMemory | undefined;

  constructor({ rateLimit, signInLimit }: Pick<Settings, 'rateLimit' | 'signInLimit'>) {
    if (rateLimit > 0) this.requests = new RateLimiterMemory({ points: rateLimit, duration: 60 });
    if (signInLimit > 0)
      this.failures = new RateLimiterMemory({ points: signInLimit, duration: quarterOfAnHour });
  }

  /** Counts a request; refuses it where there were too many. */
  async countRequest(who: string): Promise<void> {
    await this.requests?.consume(who).catch(refuse);
  }

  /**
   * Counts an attempt to get in as failed until it is known to have succeeded, so that many at once are no more than
   * many one after the other; refuses where this address or this name failed too often lately.
   */
  async countAttempt(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.failures?.consume(key).catch(refuse);
  }

  /** It succeeded: it is not held against anyone. */
  async countSuccess(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.failures?.reward(key);
  }

  /** What was tried before with a name that got in is forgotten; that of its address is not. */
  async forgetFailures(key: string): Promise<void> {
    await this.failures?.delete(key);
  }
}

function refuse({ msBeforeNext }: { msBeforeNext: number }): never {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  throw new Refusal('too-many-requests', {
    detail: { zh: `请在 ${seconds} 秒后再试。`, en: `try again in ${seconds} seconds.` },
    headers: { 'Retry-After': String(seconds) },
  });
}
