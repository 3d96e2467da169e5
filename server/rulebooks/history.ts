/** The history of a draft: what was changed, by whom, when. */
import type { DraftVersion, DraftVersionContent } from '../../schemas/generated/types.ts';
import { namesOf } from '../people/person.ts';
import type { Database } from '../store/database.ts';
import type { DraftVersionRow } from '../store/tables.ts';

type Change = Omit<DraftVersionRow, 'draftId' | 'text'> & { removed: boolean; text?: string };

/** One page of versions, the newest first; files are named, not told. */
export async function listVersions(
  db: Database,
  draftId: string,
  after: number | undefined,
  limit: number,
): Promise<DraftVersion[]> {
  const all = db
    .selectFrom('draftVersions')
    .select('version')
    .distinct()
    .where('draftId', '=', draftId)
    .orderBy('version', 'desc')
    .limit(limit);
  const found = await (after === undefined ? all : all.where('version', '<', after)).execute();
  if (found.length === 0) return [];
  const rows = await db
    .selectFrom('draftVersions')
    .select(['version', 'path', 'savedAt', 'savedBy'])
    .select((the) => the('text', 'is', null).as('removed'))
    .where('draftId', '=', draftId)
    .where('version', '<=', found[0]!.version)
    .where('version', '>=', found.at(-1)!.version)
    .orderBy('version', 'desc')
    .orderBy('path')
    .execute();
  return shownVersions(
    db,
    rows.map((row) => ({ ...row, removed: Boolean(row.removed) })),
  );
}

/** One version with what its files became; undefined where no file changed with that number. */
export async function findVersion(
  db: Database,
  draftId: string,
  version: number,
): Promise<DraftVersionContent | undefined> {
  const rows = await db
    .selectFrom('draftVersions')
    .select(['version', 'path', 'text', 'savedAt', 'savedBy'])
    .where('draftId', '=', draftId)
    .where('version', '=', version)
    .orderBy('path')
    .execute();
  const changes = rows.map(({ text, ...row }) => ({
    ...row,
    removed: text === null,
    ...(text === null ? {} : { text }),
  }));
  return (await shownVersions(db, changes))[0];
}

async function shownVersions(db: Database, changes: readonly Change[]): Promise<DraftVersionContent[]> {
  const names = await namesOf(
    db,
    changes.map(({ savedBy }) => savedBy),
  );
  const shown = new Map<number, DraftVersionContent>();
  for (const { version, savedAt, savedBy, path, removed, text } of changes) {
    const who = names.get(savedBy ?? '');
    const one = shown.get(version) ?? { version, changes: [], savedAt, ...(who ? { savedBy: who } : {}) };
    one.changes.push({ path, removed, ...(text === undefined ? {} : { text }) });
    shown.set(version, one);
  }
  return [...shown.values()];
}
