/** From who a provider says somebody is to a person who may sign in. */
import type { Write } from '../store/store.ts';
import type { Identity } from './open-id.ts';
import { findPersonByName, findPersonBySubject, type StoredPerson } from './person.ts';

/**
 * The active person who was linked to this identity, or whose name it vouches for and who is linked to none: they are
 * linked to it from then on. Undefined where there is nobody.
 */
export async function personOfIdentity(
  { db, at, log }: Write,
  { subject, names }: Identity,
): Promise<StoredPerson | undefined> {
  const linked = await findPersonBySubject(db, subject);
  if (linked) return linked.active ? linked : undefined;
  for (const name of names) {
    const found = await findPersonByName(db, name);
    if (!found?.active || found.subject !== null) continue;
    await db.updateTable('people').set({ subject, updatedAt: at }).where('id', '=', found.id).execute();
    log({ action: 'person.linked', kind: 'person', id: found.id, after: { by: 'open-id' } });
    return { ...found, subject };
  }
  return undefined;
}
