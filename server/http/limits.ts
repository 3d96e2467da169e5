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

  /** Refuses where this address or this name failed too often lately. */
  async checkSignIn(keys: readonly string[]): Promise<void> {
    if (!this.failures) return;
    for (const key of keys) {
      const found = await this.failures.get(key);
      if (found && found.consumedPoints >= this.failures.points) refuse(found);
    }
  }

  async countFailure(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.failures?.penalty(key);
  }

  /** A name that got in is not held against it; the address still is. */
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
