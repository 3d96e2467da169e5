/** Editions as stored: published once, then only ever retired. */
import type { EditionState } from '../../schemas/generated/types.ts';
import type { CaseFile } from '../library.ts';
import { namesOf } from '../people/person.ts';
import type { Database, Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import type { EditionRow } from '../store/tables.ts';
import type { StoredDraft } from './drafts.ts';
import type { Name } from './rewrite.ts';

/** An edition and where it belongs; what came with the program belongs to the root. */
export type StoredEdition = EditionRow & { unitPath: string };

export async function findStoredEdition(
  db: Database | Writing,
  { rulebook, edition }: Name,
): Promise<StoredEdition | undefined> {
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where('rulebook', '=', rulebook)
    .where('edition', '=', edition)
    .executeTakeFirst();
  return row && { ...row, unitPath: await pathOf(db, row.unitId) };
}

/** The path of a region; without one, of the root. Before there is anybody there is no root, and nobody to ask. */
async function pathOf(db: Database | Writing, unitId: string | null): Promise<string> {
  const units = db.selectFrom('units').select('path');
  const found = await (unitId === null
    ? units.where('parentId', 'is', null)
    : units.where('id', '=', unitId)
  ).executeTakeFirst();
  return found?.path ?? '/';
}

/** The regions that published editions of a rulebook themselves. */
export async function ownersOf(db: Database | Writing, rulebook: string): Promise<string[]> {
  const rows = await db
    .selectFrom('editions')
    .innerJoin('units', 'units.id', 'editions.unitId')
    .select('units.path')
    .distinct()
    .where('rulebook', '=', rulebook)
    .execute();
  return rows.map(({ path }) => path);
}

/** Whether an edition is published or retired; a proposal that came with the program may still be replaced. */
export async function isPublished(db: Database | Writing, name: Name): Promise<boolean> {
  const known = await findStoredEdition(db, name);
  return known !== undefined && known.state !== 'draft';
}

export interface Publication {
  text: string;
  cases: readonly CaseFile[];
  hash: string;
  note: string;
  passed: number;
  failed: number;
  /** The cases that failed, by file and name. */
  failing: readonly string[];
}

/** Makes a draft an edition, which nothing changes from then on. */
export async function addEdition(
  { db, at, log }: Write,
  personId: string,
  { id: draftId, rulebook, edition, unitId }: StoredDraft,
  { text, cases, hash, note, passed, failed, failing }: Publication,
): Promise<void> {
  const name = { rulebook, edition };
  for (const table of ['editionCases', 'editions'] as const)
    await db.deleteFrom(table).where('rulebook', '=', rulebook).where('edition', '=', edition).execute();
  await db
    .insertInto('editions')
    .values({
      ...name,
      unitId,
      state: 'published',
      hash,
      text,
      note,
      draftId,
      publishedAt: at,
      publishedBy: personId,
      retiredAt: null,
      retirementNote: null,
      casesPassed: passed,
      casesFailed: failed,
      version: 1,
    })
    .execute();
  for (const one of cases)
    await db
      .insertInto('editionCases')
      .values({ ...name, path: one.path, text: one.text })
      .execute();
  const ran = { passed, failed, ...(failed > 0 ? { failing: failing.slice(0, 100) } : {}) };
  log({
    action: 'edition.published',
    kind: 'edition',
    id: `${rulebook}@${edition}`,
    after: { state: 'published', hash, draftId, unitId, note, cases: ran },
  });
}

/** Takes an edition out of use; forms filed under it stay as they are. */
export async function retireEdition(
  { db, at, log }: Write,
  { rulebook, edition, state, version }: StoredEdition,
  note: string,
): Promise<void> {
  const after = { state: 'retired' as const, retiredAt: at, retirementNote: note, version: version + 1 };
  await db
    .updateTable('editions')
    .set(after)
    .where('rulebook', '=', rulebook)
    .where('edition', '=', edition)
    .execute();
  log({
    action: 'edition.retired',
    kind: 'edition',
    id: `${rulebook}@${edition}`,
    before: { state, version },
    after: { state: after.state, note, version: after.version },
  });
}

/** As the API tells the state of an edition. */
export async function shownState(db: Database, row: EditionRow): Promise<EditionState> {
  const names = await namesOf(db, [row.publishedBy]);
  const publishedBy = names.get(row.publishedBy ?? '');
  return {
    rulebook: row.rulebook,
    edition: row.edition,
    state: row.state,
    hash: row.hash,
    note: row.note,
    publishedAt: row.publishedAt,
    ...(publishedBy ? { publishedBy } : {}),
    ...(row.retiredAt === null ? {} : { retiredAt: row.retiredAt }),
    ...(row.retirementNote === null ? {} : { retirementNote: row.retirementNote }),
    version: row.version,
  };
}
