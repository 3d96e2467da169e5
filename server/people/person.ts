/** A person with the node they belong to, as the rest of the server knows them. */
import { type Expression, type Selectable, type SqlBool, sql } from 'kysely';
import type { Person } from '../../schemas/generated/types.ts';
import type { Database, Writing } from '../store/database.ts';
import type { PersonRow } from '../store/tables.ts';
import type { Asking, Role } from './rights.ts';
import { pathsEnd } from './units.ts';

/** A person as stored, with the node of the tree they belong to. */
export type StoredPerson = Selectable<PersonRow> & Asking & { unitName: string; unitSample: 0 | 1 };

/** People with the node they belong to; what else is asked of them is for the caller to add. */
export const withUnits = (db: Database | Writing) =>
  db
    .selectFrom('people')
    .innerJoin('units', 'units.id', 'people.unitId')
    .selectAll('people')
    .select(['units.path as unitPath', 'units.name as unitName', 'units.sample as unitSample']);

export const findPerson = (db: Database | Writing, id: string): Promise<StoredPerson | undefined> =>
  withUnits(db).where('people.id', '=', id).executeTakeFirst();

export const findPersonByName = (db: Database | Writing, name: string): Promise<StoredPerson | undefined> =>
  withUnits(db).where('people.name', '=', comparable(name)).executeTakeFirst();

export const findPersonBySubject = (
  db: Database | Writing,
  subject: string,
): Promise<StoredPerson | undefined> =>
  withUnits(db).where('people.subject', '=', subject).executeTakeFirst();

/** Whose people, of which role, with that in their names. */
export interface WantedPeople {
  unitPath?: string | undefined;
  role?: Role | undefined;
  word?: string | undefined;
}

/** Whether a text holds another as it is written: nothing in it stands for anything else. */
const containing = (text: Expression<string>, part: string) =>
  sql<SqlBool>`replace(${text}, ${part}, '') <> ${text}`;

/** All of them, in the order they were created. */
export const listPeople = (
  db: Database,
  { unitPath, role, word }: WantedPeople = {},
): Promise<StoredPerson[]> => {
  let all = withUnits(db).orderBy('people.id');
  if (unitPath !== undefined)
    all = all.where('units.path', '>=', unitPath).where('units.path', '<', pathsEnd(unitPath));
  if (role !== undefined) all = all.where('people.role', '=', role);
  if (word !== undefined)
    all = all.where(({ or, eb }) =>
      or([
        containing(eb.ref('people.name'), comparable(word)),
        containing(eb.ref('people.displayName'), word),
      ]),
    );
  return all.execute();
};

/** The one form in which names to sign in with are stored and compared. */
export const comparable = (name: string): string => name.normalize('NFKC').toLowerCase();

/** As the API shows a person. */
export const shownPerson = (person: StoredPerson): Person => ({
  id: person.id,
  name: person.name,
  displayName: person.displayName,
  role: person.role,
  unit: { id: person.unitId, name: person.unitName },
  active: person.active === 1,
  version: person.version,
  createdAt: person.createdAt,
  updatedAt: person.updatedAt,
  ...(person.unitSample === 1 ? { sample: true as const } : {}),
  ...(person.signedInAt ? { signedInAt: person.signedInAt } : {}),
});

/** What the log tells of a person: nothing that identifies them beyond their id, and no secret. */
export const loggedPerson = ({
  role,
  unitId,
  active,
  version,
}: Pick<PersonRow, 'role' | 'unitId' | 'active' | 'version'>) => ({
  role,
  unitId,
  active: active === 1,
  version,
});

/** The names of people by id, to show who did what. */
export async function namesOf(
  db: Database | Writing,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, { id: string; name: string }>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['id', 'displayName'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map(({ id, displayName }) => [id, { id, name: displayName }]));
}
