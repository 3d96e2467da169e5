/** The first tables. A migration that has been released is never changed. */
import { type Kysely, type Migration, PostgresAdapter, type RawBuilder, sql } from 'kysely';
import { type TableShape, tables } from './0001-tables.ts';

/** Tables whose rows are only ever added. */
const appendOnly = ['log', 'filings', 'evaluations', 'draftVersions'];

// biome-ignore lint/suspicious/noExplicitAny: a migration knows no later types of tables.
type Any = Kysely<any>;

export const platformTables: Migration = {
  async up(db: Any) {
    const isPostgres = usesPostgres(db);
    // Both databases put texts in order by their bytes, whatever the language PostgreSQL was set up for.
    const kinds = { integer: 'integer', text: isPostgres ? sql`text collate "C"` : 'text' } as const;
    for (const [name, table] of Object.entries(tables)) await createTable(db, name, table, kinds);
    await db.insertInto('logHead').values({ id: 1, seq: 0, hash: '' }).execute();
    for (const name of appendOnly) await (isPostgres ? sealPostgres(db, name) : sealEmbedded(db, name));
    if (isPostgres) await sealPublishedPostgres(db);
    else await sealPublishedEmbedded(db);
  },
};

async function createTable(
  db: Any,
  name: string,
  { columns, key, indexes = [], unique = [] }: TableShape,
  kinds: Readonly<{ integer: 'integer'; text: 'text' | RawBuilder<unknown> }>,
): Promise<void> {
  let creation = db.schema.createTable(name).addPrimaryKeyConstraint(`${name}_key`, key as never[]);
  for (const [said, kind] of Object.entries(columns)) {
    const [column = '', target] = said.replace('!', '').split('>');
    creation = creation.addColumn(column, kinds[kind], (one) => {
      const made = said.includes('!') ? one.notNull() : one;
      return target ? made.references(`${target}.id`) : made;
    });
  }
  await creation.execute();
  for (const names of unique)
    await db.schema
      .createIndex(`${name}_${names.join('_')}_unique`)
      .unique()
      .on(name)
      .columns(names)
      .execute();
  for (const names of indexes)
    await db.schema
      .createIndex(`${name}_${names.join('_')}`)
      .on(name)
      .columns(names)
      .execute();
}

const usesPostgres = (db: Any): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

async function sealEmbedded(db: Any, name: string): Promise<void> {
  for (const change of ['update', 'delete'])
    await sql
      .raw(
        `create trigger "${name}_no_${change}" before ${change} on "${name}" begin select raise(abort, 'rows of ${name} are only ever added'); end`,
      )
      .execute(db);
}

async function sealPostgres(db: Any, name: string): Promise<void> {
  await sql
    .raw(
      `create function "${name}_sealed"() returns trigger language plpgsql as $$ begin raise exception 'rows of ${name} are only ever added'; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger "${name}_no_change" before update or delete or truncate on "${name}" for each statement execute function "${name}_sealed"()`,
    )
    .execute(db);
}

/** A published text stays as it is; that it is retired may be added. */
const publishedStays = 'a published edition is not changed';
const keptColumns = [
  'rulebook',
  'edition',
  'unitId',
  'hash',
  'text',
  'note',
  'draftId',
  'publishedAt',
  'publishedBy',
];

async function sealPublishedEmbedded(db: Any): Promise<void> {
  const changed = [
    ...keptColumns.map((column) => `new."${column}" is not old."${column}"`),
    `new."state" = 'draft'`,
    `old."state" = 'retired' and new."state" <> 'retired'`,
  ];
  await sql
    .raw(
      `create trigger "editions_stay" before update on "editions" when old."state" <> 'draft' and (${changed.join(' or ')}) begin select raise(abort, '${publishedStays}'); end`,
    )
    .execute(db);
  const published: Record<string, string> = {
    editions: `old."state" <> 'draft'`,
    editionCases: `(select "state" from "editions" where "rulebook" = old."rulebook" and "edition" = old."edition") <> 'draft'`,
  };
  for (const [name, when] of Object.entries(published))
    await sql
      .raw(
        `create trigger "${name}_no_delete" before delete on "${name}" when ${when} begin select raise(abort, '${publishedStays}'); end`,
      )
      .execute(db);
}

async function sealPublishedPostgres(db: Any): Promise<void> {
  const of = (row: string) => keptColumns.map((column) => `${row}."${column}"`).join(', ');
  await sql
    .raw(
      `create function "editions_stay"() returns trigger language plpgsql as $$ begin
        if old.state = 'draft' then if TG_OP = 'UPDATE' then return new; else return old; end if; end if;
        if TG_OP = 'UPDATE' and (${of('new')}) is not distinct from (${of('old')})
          and new.state <> 'draft' and (old.state <> 'retired' or new.state = 'retired') then return new; end if;
        raise exception '${publishedStays}'; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger "editions_stay" before update or delete on "editions" for each row execute function "editions_stay"()`,
    )
    .execute(db);
  await sql
    .raw(
      `create function "editionCases_stay"() returns trigger language plpgsql as $$ begin
        if (select state from editions where rulebook = old.rulebook and edition = old.edition) = 'draft' then return old; end if;
        raise exception '${publishedStays}'; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger "editionCases_stay" before update or delete on "editionCases" for each row execute function "editionCases_stay"()`,
    )
    .execute(db);
}
