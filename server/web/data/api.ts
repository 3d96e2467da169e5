/**
 * The API, for pages: one client for all of them, in the language of who reads. A session that ended is begun again in
 * place: the call waits for the sign-in and is then made once more, so that nothing typed is lost.
 */
import { ApiProblem, type Call, createClient } from '../../client/client.ts';
import type { Operations } from '../../client/operations.generated.ts';
import { connectionSeen } from './connection.ts';
import { currentLanguage } from './language.ts';
import { hasSession, signedInAgain } from './session-state.ts';

export { ApiProblem } from '../../client/client.ts';

type Answer<Name extends keyof Operations> = Operations[Name]['answer'];

const client = createClient({
  fetch: async (address, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Accept-Language', currentLanguage());
    try {
      const response = await window.fetch(address, { ...init, headers });
      connectionSeen(true);
      return response;
    } catch (error) {
      if (!init?.signal?.aborted) connectionSeen(false);
      throw error;
    }
  },
});

/** Calls an operation; gives what it answers and the version to send with the next change. */
export async function call<Name extends keyof Operations>(
  name: Name,
  parts: Call<Name>,
): Promise<{ value: Answer<Name>; etag: string | undefined }> {
  try {
    return await client.call(name, parts);
  } catch (error) {
    if (!isSessionOver(error)) throw error;
    await signedInAgain(parts.signal);
    return client.call(name, parts);
  }
}

/** What an operation answers, where its version does not matter. */
export const ask = async <Name extends keyof Operations>(
  name: Name,
  parts: Call<Name>,
): Promise<Answer<Name>> => (await call(name, parts)).value;

/** As `ask`, but a session that is over is told to who asks. */
export const askOnce = async <Name extends keyof Operations>(
  name: Name,
  parts: Call<Name>,
): Promise<Answer<Name>> => (await client.call(name, parts)).value;

/** The code of a refusal, as `problem.code`; undefined where the server was not reached. */
export const refusalCode = (error: unknown): string | undefined =>
  error instanceof ApiProblem ? error.problem.code : undefined;

/** Whether the server could not be reached at all. */
export const isUnreachable = (error: unknown): boolean => error instanceof TypeError;

const isSessionOver = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.code === 'not-signed-in' && hasSession();
