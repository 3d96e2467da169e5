/** Drafts as stored: the files as they stand, and every change that was ever made to them. */
import { createHash } from 'node:crypto';
import type { Draft, DraftSummary } from '../../schemas/generated/types.ts';
import type { CaseFile } from '../library.ts';
import { namesOf } from '../people/person.ts';
import { pathsEnd } from '../people/units.ts';
import type { Database, Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import type { DraftRow } from '../store/tables.ts';
import { type RulebookFiles, rulebookFile } from './examine.ts';

/** A draft with the region it belongs to. */
export type StoredDraft = DraftRow & { unitPath: string; unitName: string };

const query = (db: Database | Writing) =>
  db
    .selectFrom('drafts')
    .innerJoin('units', 'units.id', 'drafts.unitId')
    .selectAll('drafts')
    .select(['units.path as unitPath', 'units.name as unitName']);

export const findDraft = (db: Database | Writing, id: string): Promise<StoredDraft | undefined> =>
  query(db).where('drafts.id', '=', id).executeTakeFirst();

/** The open draft of an edition, if there is one. */
export const findOpenDraft = (
  db: Database | Writing,
  { rulebook, edition }: Pick<DraftRow, 'rulebook' | 'edition'>,
): Promise<StoredDraft | undefined> =>
  query(db)
    .where('drafts.rulebook', '=', rulebook)
    .where('drafts.edition', '=', edition)
    .where('drafts.state', '=', 'open')
    .executeTakeFirst();

/** One page of the drafts of the regions whose paths begin so, the newest first. */
export const listDrafts = (
  db: Database,
  prefix: string,
  after: string | undefined,
  limit: number,
): Promise<StoredDraft[]> => {
  const all = query(db)
    .where('units.path', '>=', prefix)
    .where('units.path', '<', pathsEnd(prefix))
    .orderBy('drafts.id', 'desc')
    .limit(limit);
  return (after === undefined ? all : all.where('drafts.id', '<', after)).execute();
};

/** The text of the rulebook and its cases, in the order of their paths. */
export async function filesOf(db: Database | Writing, draftId: string): Promise<RulebookFiles> {
  const files = await db
    .selectFrom('draftFiles')
    .select(['path', 'text'])
    .where('draftId', '=', draftId)
    .orderBy('path')
    .execute();
  return {
    text: files.find(({ path }) => path === rulebookFile)?.text ?? '',
    cases: files.filter(({ path }) => path !== rulebookFile),
  };
}

export const draftName = ({ rulebook, edition }: Pick<DraftRow, 'rulebook' | 'edition'>): string =>
  `${rulebook}@${edition}`;

/** A new draft with its first files. The answer is its id. */
export async function addDraft(
  { db, at, newId, log }: Write,
  personId: string,
  draft: Pick<DraftRow, 'rulebook' | 'edition' | 'unitId' | 'basedOn'>,
  { text, cases }: RulebookFiles,
): Promise<string> {
  const id = newId();
  const who = { createdAt: at, createdBy: personId, updatedAt: at, updatedBy: personId };
  const { rulebook, edition, unitId, basedOn } = draft;
  await db
    .insertInto('drafts')
    .values({ id, rulebook, edition, unitId, basedOn, state: 'open', version: 1, ...who })
    .execute();
  const files: CaseFile[] = [{ path: rulebookFile, text }, ...cases];
  for (const file of files) {
    const row = { draftId: id, path: file.path, text: file.text };
    await db.insertInto('draftFiles').values(row).execute();
    await db
      .insertInto('draftVersions')
      .values({ ...row, version: 1, savedAt: at, savedBy: personId })
      .execute();
  }
  const after = { name: draftName(draft), unitId, basedOn, version: 1, files: files.map(loggedFile) };
  log({ action: 'draft.created', kind: 'draft', id, after });
  return id;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const loggedFile = ({ path, text }: CaseFile) => ({ path, hash: hashOf(text) });

/** Keeps one file as it now is; null removes it. What was there before stays in the history. */
export async function saveFile(
  { db, at, log }: Write,
  personId: string,
  draft: StoredDraft,
  path: string,
  text: string | null,
): Promise<void> {
  const version = draft.version + 1;
  const before = await db
    .selectFrom('draftFiles')
    .select('text')
    .where('draftId', '=', draft.id)
    .where('path', '=', path)
    .executeTakeFirst();
  await db.deleteFrom('draftFiles').where('draftId', '=', draft.id).where('path', '=', path).execute();
  if (text !== null) await db.insertInto('draftFiles').values({ draftId: draft.id, path, text }).execute();
  await db
    .insertInto('draftVersions')
    .values({ draftId: draft.id, version, path, text, savedAt: at, savedBy: personId })
    .execute();
  await db
    .updateTable('drafts')
    .set({ version, updatedAt: at, updatedBy: personId })
    .where('id', '=', draft.id)
    .execute();
  log({
    action: text === null ? 'draft.file-removed' : 'draft.saved',
    kind: 'draft',
    id: draft.id,
    before: { version: draft.version, path, ...(before ? { hash: hashOf(before.text) } : {}) },
    after: { version, path, ...(text === null ? {} : { hash: hashOf(text) }) },
  });
}

/** A draft that is open no more. Its files and its history stay. */
export async function closeDraft(
  { db, at, log }: Write,
  personId: string,
  draft: StoredDraft,
  state: 'published' | 'discarded',
): Promise<void> {
  const version = draft.version + 1;
  await db
    .updateTable('drafts')
    .set({ state, version, updatedAt: at, updatedBy: personId })
    .where('id', '=', draft.id)
    .execute();
  log({
    action: `draft.${state}`,
    kind: 'draft',
    id: draft.id,
    before: { state: draft.state, version: draft.version },
    after: { state, version },
  });
}

/** As the API lists drafts. */
export async function shownDrafts(
  db: Database | Writing,
  drafts: readonly StoredDraft[],
): Promise<DraftSummary[]> {
  const names = await namesOf(
    db,
    drafts.map(({ updatedBy }) => updatedBy),
  );
  return drafts.map((draft) => {
    const updatedBy = names.get(draft.updatedBy ?? '');
    return {
      id: draft.id,
      rulebook: draft.rulebook,
      edition: draft.edition,
      unit: { id: draft.unitId, name: draft.unitName },
      ...(draft.basedOn === null ? {} : { basedOn: draft.basedOn }),
      state: draft.state,
      version: draft.version,
      updatedAt: draft.updatedAt,
      ...(updatedBy ? { updatedBy } : {}),
    };
  });
}

/** As the API shows one draft. */
export async function shownDraft(db: Database | Writing, draft: StoredDraft): Promise<Draft> {
  const [summary] = await shownDrafts(db, [draft]);
  const { text, cases } = await filesOf(db, draft.id);
  return { ...summary!, text, cases: cases.map(({ path }) => path) };
}
