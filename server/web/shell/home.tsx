/** `/`: to the first page of what a person does here; to set-up while there is no administrator; to the sign-in otherwise. */
import { Redirect } from 'wouter';
import { useApi } from '../data/queries.ts';
import type { Role } from '../data/roles.ts';
import { useSession } from '../data/session.ts';
import { type AddressName, addresses, addressOf } from '../pages/addresses.ts';
import { hasPage } from '../pages/routes.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { areasOf } from './areas.ts';

/** Where a person of a role begins. */
function firstPageOf(role: Role): string {
  const first: AddressName | undefined = areasOf[role].map(({ address }) => address).find(hasPage);
  return first === undefined ? addressOf('account') : addresses[first];
}

export function Home() {
  const { data: session, error, refetch } = useSession();
  const setUp = useApi('getSetup', {}, { enabled: session === null });
  if (session?.rights['manage-sample'] && hasPage('welcome'))
    return <HomeOfManager role={session.person.role} />;
  if (session) return <Redirect to={firstPageOf(session.person.role)} replace />;
  if (session === null && setUp.data)
    return <Redirect to={addressOf(setUp.data.needed ? 'setUp' : 'signIn')} replace />;
  return <Waiting error={error ?? setUp.error} retry={() => void refetch()} />;
}

/** An administrator of a server on which nobody was asked anything yet begins with the welcome. */
function HomeOfManager({ role }: { role: Role }) {
  const sample = useApi('getSampleData', {});
  const tasks = useApi('listTasks', { query: { limit: 1 } });
  if (!sample.data || !tasks.data) {
    const retry = () => void Promise.all([sample.refetch(), tasks.refetch()]);
    return <Waiting error={sample.error ?? tasks.error} retry={retry} />;
  }
  const isNew = !sample.data.loaded && tasks.data.items.length === 0;
  return <Redirect to={isNew ? addressOf('welcome') : firstPageOf(role)} replace />;
}

function Waiting({ error, retry }: { error: unknown; retry: () => void }) {
  return <main className="page">{error ? <Failed error={error} retry={retry} /> : <Loading />}</main>;
}
