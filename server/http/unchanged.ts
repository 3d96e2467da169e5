/** Whether a submission still is what was seen; where not, what it is now, so that both changes can be put together. */
import { namesOf } from '../people/person.ts';
import type { Database, Writing } from '../store/database.ts';
import { findSubmission, type StoredSubmission } from '../submissions/record.ts';
import { Refusal } from './problems.ts';
import { staleVersion } from './versions.ts';

/** Refuses where the submission is no longer the version that was seen, with what is there now, by whom and when. */
export async function checkSeen(
  db: Database | Writing,
  version: number,
  stored: StoredSubmission,
): Promise<void> {
  if (version === stored.version) return;
  const by = (await namesOf(db, [stored.updatedBy])).get(stored.updatedBy ?? '');
  throw staleVersion(version, stored.version, {
    version: stored.version,
    updatedAt: stored.updatedAt,
    ...(by ? { updatedBy: by } : {}),
    state: stored.state,
    form: JSON.parse(stored.document),
  });
}

/** The submission as it stands inside a write, where it still is what was seen. */
export async function unchanged(
  db: Database | Writing,
  { id }: Pick<StoredSubmission, 'id'>,
  version: number,
): Promise<StoredSubmission> {
  const found = await findSubmission(db, id);
  if (!found) throw new Refusal('not-found');
  await checkSeen(db, version, found);
  return found;
}
