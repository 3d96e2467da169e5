/** Who is signed in, what they may do, and signing in and out. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role, Session, Setup, SignIn } from '../../../schemas/generated/types.ts';
import type { RightName } from '../../client/rights.generated.ts';
import { askOnce, refusalCode } from './api.ts';
import { queryClient } from './queries.ts';
import { sessionClosed, sessionOpened } from './session-state.ts';

const key = ['session'] as const;

/** The session; null where nobody is signed in. */
async function readSession(): Promise<Session | null> {
  try {
    const session = await askOnce('getSession', {});
    sessionOpened();
    return session;
  } catch (error) {
    if (refusalCode(error) === 'not-signed-in') return null;
    throw error;
  }
}

/** The session of this browser: undefined while it is asked for, null where nobody is signed in. */
export const useSession = () => useQuery({ queryKey: key, queryFn: readSession, staleTime: Infinity });

/** The session, on pages that are shown only to who is signed in. */
export function useSignedIn(): Session {
  const { data } = useSession();
  if (!data) throw new Error('nobody is signed in');
  return data;
}

/** Whether the person has a right at all: `useRight('write-forms')`. The server decides of each thing. */
export const useRight = (right: RightName): boolean => useSession().data?.rights[right] !== undefined;

function opened(session: Session): Session {
  queryClient.setQueryData(key, session);
  sessionOpened();
  return session;
}

/** Signs in; where somebody else was signed in before, all that was read for them is forgotten. */
export async function signIn(body: SignIn): Promise<Session> {
  const before = queryClient.getQueryData<Session | null>(key);
  const session = await askOnce('signIn', { body });
  if (before && before.person.id !== session.person.id) queryClient.clear();
  return opened(session);
}

/** Signs in as one of the people of a server that is there to be tried. */
export async function signInToTry(role: Role): Promise<Session> {
  return opened(await askOnce('signInToTry', { body: { role } }));
}

/** Makes the first administrator and signs them in. */
export async function setUp(body: Setup): Promise<Session> {
  return opened(await askOnce('setUp', { body }));
}

/** Signs out and forgets all that was read. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    try {
      await askOnce('signOut', {});
    } catch (error) {
      if (refusalCode(error) !== 'not-signed-in') throw error;
    }
    client.clear();
    client.setQueryData(key, null);
    sessionClosed();
  };
}
