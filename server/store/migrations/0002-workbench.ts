/** What a bureau works with: sample data that goes as it came, forms given to colleagues, units asked for more time or for nothing. */
import { type Kysely, type Migration, PostgresAdapter, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows no later types of tables.
type Any = Kysely<any>;

export const workbench: Migration = {
  async up(db: Any) {
    const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
    const text = isPostgres ? sql`text collate "C"` : 'text';
    await db.schema
      .alterTable('units')
      .addColumn('sample', 'integer', (one) => one.notNull().defaultTo(0))
      .execute();
    await db.schema
      .alterTable('submissions')
      .addColumn('assigneeId', text, (one) => one.references('people.id'))
      .execute();
    await db.schema.createIndex('submissions_assigneeId').on('submissions').column('assigneeId').execute();
    await db.schema.alterTable('evaluations').addColumn('lines', text).execute();
    await db.schema.alterTable('taskUnits').addColumn('due', text).execute();
    await db.schema
      .createTable('excuses')
      .addColumn('taskId', text, (one) => one.notNull().references('tasks.id'))
      .addColumn('unitId', text, (one) => one.notNull().references('units.id'))
      .addColumn('state', text, (one) => one.notNull())
      .addColumn('reason', text, (one) => one.notNull())
      .addColumn('askedAt', text, (one) => one.notNull())
      .addColumn('askedBy', text, (one) => one.references('people.id'))
      .addColumn('answer', text)
      .addColumn('answeredAt', text)
      .addColumn('answeredBy', text, (one) => one.references('people.id'))
      .addColumn('version', 'integer', (one) => one.notNull())
      .addPrimaryKeyConstraint('excuses_key', ['taskId', 'unitId'])
      .execute();
    const statements = isPostgres ? postgres : embedded;
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/** Tables whose rows stay, and how one finds out that a row belongs to sample data, which goes whole. */
const sampleRows: Record<string, string> = {
  filings: `(select "units"."sample" from "submissions" join "units" on "units"."id" = "submissions"."unitId" where "submissions"."id" = old."submissionId") = 1`,
  evaluations: `(select "units"."sample" from "submissions" join "units" on "units"."id" = "submissions"."unitId" where "submissions"."id" = old."submissionId") = 1`,
  draftVersions: `(select "units"."sample" from "drafts" join "units" on "units"."id" = "drafts"."unitId" where "drafts"."id" = old."draftId") = 1`,
};

const ofSampleEdition = `(select "units"."sample" from "units" where "units"."id" = old."unitId") = 1`;
const ofSampleCase = `(select "units"."sample" from "editions" join "units" on "units"."id" = "editions"."unitId" where "editions"."rulebook" = old."rulebook" and "editions"."edition" = old."edition") = 1`;
const stays = 'a published edition is not changed';
const kept = 'what is no sample never becomes one, nor the other way';

const embedded: readonly string[] = [
  ...Object.entries(sampleRows).flatMap(([name, isSample]) => [
    `drop trigger "${name}_no_delete"`,
    `create trigger "${name}_no_delete" before delete on "${name}" when coalesce(${isSample}, 0) = 0 begin select raise(abort, 'rows of ${name} are only ever added'); end`,
  ]),
  'drop trigger "editions_no_delete"',
  `create trigger "editions_no_delete" before delete on "editions" when old."state" <> 'draft' and coalesce(${ofSampleEdition}, 0) = 0 begin select raise(abort, '${stays}'); end`,
  'drop trigger "editionCases_no_delete"',
  `create trigger "editionCases_no_delete" before delete on "editionCases" when (select "state" from "editions" where "rulebook" = old."rulebook" and "edition" = old."edition") <> 'draft' and coalesce(${ofSampleCase}, 0) = 0 begin select raise(abort, '${stays}'); end`,
  `create trigger "units_sample_stays" before update on "units" when new."sample" is not old."sample" begin select raise(abort, '${kept}'); end`,
];

const postgres: readonly string[] = [
  ...Object.entries(sampleRows).flatMap(([name, isSample]) => [
    `drop trigger "${name}_no_change" on "${name}"`,
    `create trigger "${name}_no_change" before update or truncate on "${name}" for each statement execute function "${name}_sealed"()`,
    `create function "${name}_stays"() returns trigger language plpgsql as $$ begin
      if coalesce(${isSample}, false) then return old; end if;
      raise exception 'rows of ${name} are only ever added'; end $$`,
    `create trigger "${name}_no_delete" before delete on "${name}" for each row execute function "${name}_stays"()`,
  ]),
  `create function "editions_go"() returns trigger language plpgsql as $$ begin
    if old.state = 'draft' or coalesce(${ofSampleEdition}, false) then return old; end if;
    raise exception '${stays}'; end $$`,
  'drop trigger "editions_stay" on "editions"',
  'create trigger "editions_stay" before update on "editions" for each row execute function "editions_stay"()',
  'create trigger "editions_go" before delete on "editions" for each row execute function "editions_go"()',
  `create function "editionCases_go"() returns trigger language plpgsql as $$ begin
    if coalesce(${ofSampleCase}, false) or (select state from editions where rulebook = old.rulebook and edition = old.edition) = 'draft' then return old; end if;
    raise exception '${stays}'; end $$`,
  'drop trigger "editionCases_stay" on "editionCases"',
  'create trigger "editionCases_stay" before update on "editionCases" for each row execute function "editionCases_stay"()',
  'create trigger "editionCases_go" before delete on "editionCases" for each row execute function "editionCases_go"()',
  `create function "units_sample_stays"() returns trigger language plpgsql as $$ begin
    if new.sample <> old.sample then raise exception '${kept}'; end if; return new; end $$`,
  'create trigger "units_sample_stays" before update on "units" for each row execute function "units_sample_stays"()',
];
