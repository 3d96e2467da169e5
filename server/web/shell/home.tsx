/** `/`: to the first page of what a person does here; to set-up while there is no administrator; to the sign-in otherwise. */
import { Redirect } from 'wouter';
import { useApi } from '../data/queries.ts';
import { useSession } from '../data/session.ts';
import { type AddressName, addresses, addressOf } from '../pages/addresses.ts';
import { hasPage } from '../pages/routes.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { areasOf } from './areas.ts';

/** Where a person of a role begins. */
export function firstPageOf(role: keyof typeof areasOf): string {
  const first: AddressName | undefined = areasOf[role].map(({ address }) => address).find(hasPage);
  return first === undefined ? addressOf('account') : addresses[first];
}

export function Home() {
  const { data: session, error, refetch } = useSession();
  const setUp = useApi('getSetup', {}, { enabled: session === null });
  if (session) return <Redirect to={firstPageOf(session.person.role)} replace />;
  if (session === null && setUp.data)
    return <Redirect to={addressOf(setUp.data.needed ? 'setUp' : 'signIn')} replace />;
  const failure = error ?? setUp.error;
  return (
    <main className="page">
      {failure ? <Failed error={failure} retry={() => void refetch()} /> : <Loading />}
    </main>
  );
}
