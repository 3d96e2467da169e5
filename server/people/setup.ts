/** The first administrator: whoever reads the code on the terminal of the server. */
import type { Database, Writing } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { newCode, sameSecret } from './secrets.ts';

export class Setup {
  private readonly store: Store;
  /** To be printed where only whoever runs the server can read it. It is forgotten when the process ends. */
  readonly code = newCode();

  constructor(store: Store) {
    this.store = store;
  }

  /** Whether there is nobody yet, as the database stands or as a writer sees it. */
  async isNeeded(db: Database | Writing = this.store.db): Promise<boolean> {
    return (await db.selectFrom('people').select('id').limit(1).executeTakeFirst()) === undefined;
  }

  /** Whether this is the code; spaces, dashes and capitals do not matter. */
  isCode(text: string): boolean {
    const plain = (code: string) => code.replace(/[\s-]/g, '').toUpperCase();
    return sameSecret(plain(text), plain(this.code));
  }
}
