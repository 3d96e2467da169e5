/** The rulebooks in the database: published editions, and the proposals that came with the program. */
import { loadRulebook } from '../../engine/index.ts';
import type { CaseFile, Edition, Rulebooks } from '../library.ts';
import type { Store } from '../store/store.ts';
import type { EditionRow } from '../store/tables.ts';

export class StoredRulebooks implements Rulebooks {
  private readonly store: Store;
  /** Plans by the text they were made from, for as long as the process lasts. */
  private readonly byText = new Map<string, Promise<Edition>>();

  constructor(store: Store) {
    this.store = store;
  }

  async all(): Promise<Edition[]> {
    const rows = await this.store.db
      .selectFrom('editions')
      .selectAll()
      .orderBy('rulebook')
      .orderBy('edition')
      .execute();
    const editions: Edition[] = [];
    for (const row of rows) editions.push(await this.load(row));
    return editions;
  }

  async edition(rulebook: string, edition: string): Promise<Edition | undefined> {
    const row = await this.store.db
      .selectFrom('editions')
      .selectAll()
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

  private async load(row: EditionRow): Promise<Edition> {
    const name = `${row.rulebook}@${row.edition}`;
    const key = `${name}\n${row.text}`;
    const known = this.byText.get(key) ?? loadText(row.rulebook, row.edition, row.text);
    this.byText.set(key, known);
    return { ...(await known), state: row.state };
  }
}

/** An edition from its text. */
export async function loadText(rulebook: string, edition: string, text: string): Promise<Edition> {
  const file = `${rulebook}/${edition}/rulebook.yaml`;
  const { value: plan, diagnostics } = await loadRulebook(text, file);
  return { name: `${rulebook}@${edition}`, rulebook, edition, file, text, plan, diagnostics };
}
