/** `/`: to the first page of what a person does here; to set-up while there is no administrator; to the sign-in otherwise. */
import { Redirect } from 'wouter';
import type { Session } from '../../../schemas/generated/types.ts';
import { useApi } from '../data/queries.ts';
import { useSession } from '../data/session.ts';
import { addresses, addressOf } from '../pages/addresses.ts';
import { hasPage } from '../pages/routes.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { areasOf } from './areas.ts';

/** Where a person begins. */
function firstPageOf({ rights }: Session): string {
  const [first] = areasOf(rights);
  return first === undefined ? addressOf('account') : addresses[first.address];
}

export function Home() {
  const { data: session, error, refetch } = useSession();
  const setUp = useApi('getSetup', {}, { enabled: session === null });
  if (session?.rights['manage-sample'] && hasPage('welcome')) return <HomeOfManager session={session} />;
  if (session) return <Redirect to={firstPageOf(session)} replace />;
  if (session === null && setUp.data)
    return <Redirect to={addressOf(setUp.data.needed ? 'setUp' : 'signIn')} replace />;
  return <Waiting error={error ?? setUp.error} retry={() => void refetch()} />;
}

/** An administrator of a server on which nobody was asked anything yet begins with the welcome. */
function HomeOfManager({ session }: { session: Session }) {
  const sample = useApi('getSampleData', {});
  const tasks = useApi('listTasks', { query: { limit: 1 } });
  if (!sample.data || !tasks.data) {
    const retry = () => void Promise.all([sample.refetch(), tasks.refetch()]);
    return <Waiting error={sample.error ?? tasks.error} retry={retry} />;
  }
  const isNew = !sample.data.loaded && tasks.data.items.length === 0;
  return <Redirect to={isNew ? addressOf('welcome') : firstPageOf(session)} replace />;
}

function Waiting({ error, retry }: { error: unknown; retry: () => void }) {
  return <main className="page">{error ? <Failed error={error} retry={retry} /> : <Loading />}</main>;
}
