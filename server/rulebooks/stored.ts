/** The rulebooks in the database: published editions, and the proposals that came with the program. */
import { loadRulebook } from '../../engine/index.ts';
import type { CaseFile, Edition, Rulebooks } from '../library.ts';
import type { Store } from '../store/store.ts';
import type { EditionRow } from '../store/tables.ts';

export class StoredRulebooks implements Rulebooks {
  private readonly store: Store;
  /** Plans by the name and hash of what they were made from, for as long as the process lasts. */
  private readonly byHash = new Map<string, Promise<Edition>>();

  constructor(store: Store) {
    this.store = store;
  }

  async all(): Promise<Edition[]> {
    const rows = await this.heads().orderBy('rulebook').orderBy('edition').execute();
    const editions: Edition[] = [];
    for (const row of rows) editions.push(await this.load(row));
    return editions;
  }

  async edition(rulebook: string, edition: string): Promise<Edition | undefined> {
    const row = await this.heads()
      .where('rulebook', '=', rulebook)
      .where('edition', '=', edition)
      .executeTakeFirst();
    return row && this.load(row);
  }

  async names(): Promise<string[]> {
    const rows = await this.store.db
      .selectFrom('editions')
      .select(['rulebook', 'edition'])
      .orderBy('rulebook')
      .orderBy('edition')
      .execute();
    return rows.map(({ rulebook, edition }) => `${rulebook}@${edition}`);
  }

  cases({ rulebook, edition }: Edition): Promise<CaseFile[]> {
    return this.store.db
      .selectFrom('editionCases')
      .select(['path', 'text'])
      .where('rulebook', '=', rulebook)
      .where('edition', '=', edition)
      .orderBy('path')
      .execute();
  }

  /** What tells editions apart; their texts are read only where they are not known yet. */
  private heads() {
    return this.store.db.selectFrom('editions').select(['rulebook', 'edition', 'hash', 'state']);
  }

  private async load(head: Head): Promise<Edition> {
    const key = `${head.rulebook}@${head.edition} ${head.hash}`;
    const known = this.byHash.get(key) ?? this.read(head);
    this.byHash.set(key, known);
    known.catch(() => this.byHash.delete(key));
    return { ...(await known), state: head.state };
  }

  private async read({ rulebook, edition }: Head): Promise<Edition> {
    const { text } = await this.store.db
      .selectFrom('editions')
      .select('text')
      .where('rulebook', '=', rulebook)
      .where('edition', '=', edition)
      .executeTakeFirstOrThrow();
    return loadText(rulebook, edition, text);
  }
}

type Head = Pick<EditionRow, 'rulebook' | 'edition' | 'hash' | 'state'>;

/** An edition from its text. */
export async function loadText(rulebook: string, edition: string, text: string): Promise<Edition> {
  const file = `${rulebook}/${edition}/rulebook.yaml`;
  const { value: plan, diagnostics } = await loadRulebook(text, file);
  return { name: `${rulebook}@${edition}`, rulebook, edition, file, text, plan, diagnostics };
}
