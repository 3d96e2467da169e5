/** Work that a request waits for, done beside the main thread. */
import { TooMuchWaiting } from '../jobs/turns.ts';
import { type InputOf, type OutputOf, Stopped, type TaskName } from '../jobs/work.ts';
import { clientAddress } from './address.ts';
import { Refusal } from './problems.ts';
import type { Request } from './route.ts';

const stopped = {
  time: {
    zh: '用时过长，已停止。请检查规则是否过于庞大。',
    en: 'it took too long and was stopped; the rulebook may be too large.',
  },
  memory: {
    zh: '占用内存过多，已停止。请检查规则是否过于庞大。',
    en: 'it needed too much memory and was stopped; the rulebook may be too large.',
  },
};

/** Has the work done; what cannot be done in time is refused. */
export async function workOn<Name extends TaskName>(
  { c, services: { work, settings }, personId }: Pick<Request, 'c' | 'services' | 'personId'>,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  try {
    return await work.run(name, input, { who: personId || clientAddress(c, settings) });
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What work that was not done means to who asked for it. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof Stopped) return new Refusal('took-too-long', { detail: stopped[error.reason] });
  if (error instanceof TooMuchWaiting)
    return new Refusal('too-many-requests', {
      detail: {
        zh: '您已有许多计算在排队，请等它们完成。',
        en: 'you have much work waiting already; let it finish first.',
      },
      headers: { 'Retry-After': '5' },
    });
  return error;
}
