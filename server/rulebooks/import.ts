/** Puts the rulebooks that came with the program into the database. What is published there already stays as it is. */
import type { Edition, Rulebooks } from '../library.ts';
import type { Store, Write } from '../store/store.ts';

/** What was put in, and what stands there with another content. */
export interface Imported {
  added: string[];
  differing: string[];
}

export async function importRulebooks(store: Store, from: Rulebooks): Promise<Imported> {
  const imported: Imported = { added: [], differing: [] };
  const usable = (await from.all()).filter(({ plan }) => plan !== undefined);
  const known = await store.db
    .selectFrom('editions')
    .select(['rulebook', 'edition', 'hash', 'state'])
    .execute();
  const isSame = (one: Edition) =>
    known.some(
      ({ rulebook, edition, hash }) =>
        rulebook === one.rulebook && edition === one.edition && hash === one.plan?.identity.hash,
    );
  const news = usable.filter((one) => !isSame(one));
  if (news.length === 0) return imported;
  await store.write(null, async (write) => {
    for (const edition of news) {
      const before = known.find(
        (one) => one.rulebook === edition.rulebook && one.edition === edition.edition,
      );
      if (before && before.state !== 'draft') imported.differing.push(edition.name);
      else {
        await put(write, edition, await from.cases(edition), before !== undefined);
        imported.added.push(edition.name);
      }
    }
  });
  return imported;
}

async function put(
  { db, at, log }: Write,
  { rulebook, edition, plan, text }: Edition,
  cases: readonly { path: string; text: string }[],
  replaces: boolean,
): Promise<void> {
  if (replaces) {
    await db
      .deleteFrom('editionCases')
      .where('rulebook', '=', rulebook)
      .where('edition', '=', edition)
      .execute();
    await db.deleteFrom('editions').where('rulebook', '=', rulebook).where('edition', '=', edition).execute();
  }
  const { hash } = plan!.identity;
  const state = plan!.rulebook.status;
  await db
    .insertInto('editions')
    .values({
      rulebook,
      edition,
      unitId: null,
      state,
      hash,
      text,
      note: '',
      draftId: null,
      publishedAt: at,
      publishedBy: null,
      retiredAt: null,
      retirementNote: null,
      casesPassed: null,
      casesFailed: null,
      version: 1,
    })
    .execute();
  if (cases.length > 0)
    await db
      .insertInto('editionCases')
      .values(cases.map(({ path, text: content }) => ({ rulebook, edition, path, text: content })))
      .execute();
  log({ action: 'edition.imported', kind: 'edition', id: `${rulebook}@${edition}`, after: { state, hash } });
}
