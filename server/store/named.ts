/**
 * What the entries of the log are about, by the names things have today: an entry itself holds ids only, and its hash
 * stays as it is. What is no longer there keeps the name that the log recorded of it, if it did.
 */
import type { Database } from './database.ts';
import type { LogRow } from './tables.ts';

export interface Named {
  id: string;
  name: string;
}

/** What an entry is about, as one would say it. */
export interface Subject {
  name?: string;
  /** Whose it is. */
  unit?: Named;
  rulebook?: string;
  edition?: string;
  year?: string;
  /** Whether it is no longer there. */
  gone?: true;
}

export interface NamedEntry {
  about: Subject;
  /** Everybody and everything else that the entry names by id. */
  named: Named[];
}

type Recorded = { readonly [field: string]: unknown };

interface Known extends Subject {
  /** The id of whose it is. */
  unitId?: string | undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const recordedOf = ({ before, after }: Pick<LogRow, 'before' | 'after'>): Recorded => ({
  ...(before ? (JSON.parse(before) as Recorded) : {}),
  ...(after ? (JSON.parse(after) as Recorded) : {}),
});

/** The fields of entries that hold ids, alone or several. */
const idFields = ['unitId', 'parentId', 'taskId', 'assigneeId', 'units'] as const;

const idsIn = (recorded: Recorded): string[] => idFields.flatMap((field) => recorded[field]).filter(isText);

/** What stands in each table under these ids. */
const readers: {
  readonly [kind: string]: (db: Database, ids: string[]) => Promise<(Known & { id: string })[]>;
} = {
  unit: (db, ids) => db.selectFrom('units').select(['id', 'name']).where('id', 'in', ids).execute(),
  person: (db, ids) =>
    db.selectFrom('people').select(['id', 'displayName as name', 'unitId']).where('id', 'in', ids).execute(),
  task: (db, ids) =>
    db
      .selectFrom('tasks')
      .select(['id', 'title as name', 'unitId', 'rulebook', 'edition', 'year'])
      .where('id', 'in', ids)
      .execute(),
  submission: (db, ids) =>
    db
      .selectFrom('submissions')
      .select(['id', 'name', 'unitId', 'rulebook', 'edition', 'year'])
      .where('id', 'in', ids)
      .execute(),
  draft: (db, ids) =>
    db.selectFrom('drafts').select(['id', 'unitId', 'rulebook', 'edition']).where('id', 'in', ids).execute(),
  token: (db, ids) => db.selectFrom('apiTokens').select(['id', 'name']).where('id', 'in', ids).execute(),
  job: (db, ids) => db.selectFrom('jobs').select(['id', 'about as name']).where('id', 'in', ids).execute(),
};

type Found = ReadonlyMap<string, Known>;

async function find(db: Database, kind: string, ids: readonly string[]): Promise<Found> {
  const wanted = [...new Set(ids)];
  const read = readers[kind];
  if (!read || wanted.length === 0) return new Map();
  const rows = await read(db, wanted);
  return new Map(rows.map(({ id, ...known }) => [id, known]));
}

/** Names of units that are gone, as the log last recorded them. */
async function recordedUnits(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('log')
    .select(['subjectId', 'before', 'after'])
    .where('kind', '=', 'unit')
    .where('subjectId', 'in', [...ids])
    .orderBy('seq')
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const { name } = recordedOf(row);
      return isText(name) ? [[row.subjectId, name] as const] : [];
    }),
  );
}

/** Kinds whose things lie in no table; they are called by their id. */
const byId = new Set(['backup', 'edition', 'sample']);

/** What an entry recorded of what is no longer there, or is in no table. */
function remembered({ kind, subjectId }: LogRow, recorded: Recorded): Known {
  const text = (field: string) => (isText(recorded[field]) ? { [field]: recorded[field] } : {});
  const [rulebook, edition] = kind === 'edition' ? subjectId.split('@') : [];
  return {
    ...(kind === 'backup' ? { name: subjectId } : text('name')),
    ...text('unitId'),
    ...(rulebook && edition ? { rulebook, edition } : { ...text('rulebook'), ...text('edition') }),
    ...text('year'),
    ...(byId.has(kind) || !readers[kind] ? {} : { gone: true as const }),
  };
}

/** Says of each entry, in their order, what it is about. */
export async function nameEntries(db: Database, entries: readonly LogRow[]): Promise<NamedEntry[]> {
  const recorded = entries.map(recordedOf);
  const found = new Map<string, Found>();
  for (const kind of new Set(entries.map((entry) => entry.kind)))
    found.set(
      kind,
      await find(
        db,
        kind,
        entries.filter((entry) => entry.kind === kind).map((entry) => entry.subjectId),
      ),
    );
  const subjects = entries.map(
    (entry, index) => found.get(entry.kind)?.get(entry.subjectId) ?? remembered(entry, recorded[index]!),
  );
  const ids = [...recorded.flatMap(idsIn), ...subjects.flatMap(({ unitId }) => unitId ?? [])];
  const names = new Map<string, string>();
  for (const kind of ['unit', 'person', 'task'])
    for (const [id, { name }] of await find(db, kind, ids)) if (name !== undefined) names.set(id, name);
  const missing = [...new Set(ids)].filter((id) => !names.has(id));
  for (const [id, name] of await recordedUnits(db, missing)) names.set(id, name);
  return entries.map((_, index) => {
    const { unitId, ...about } = subjects[index]!;
    const unit = unitId === undefined ? undefined : names.get(unitId);
    const named = [...new Set(idsIn(recorded[index]!))].flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    });
    return {
      about: {
        ...about,
        ...(unitId !== undefined && unit !== undefined ? { unit: { id: unitId, name: unit } } : {}),
      },
      named,
    };
  });
}
