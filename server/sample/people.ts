/** The people of the sample that may be tried, one for each role. */
import type { Role, SampleData, SampleRole } from '../../schemas/generated/types.ts';
import { findPersonByName, type StoredPerson } from '../people/person.ts';
import type { Database, Writing } from '../store/database.ts';

/** As a page that offers them shows it. */
const shownRole = ({ role, name, displayName, unitId, unitName }: StoredPerson): SampleRole => ({
  role,
  name,
  displayName,
  unit: { id: unitId, name: unitName },
});

/** Whom a visitor may be, in the order of the file; those that are there and in use. */
export async function peopleToTry(
  db: Database | Writing,
  sample: SampleData | undefined,
): Promise<StoredPerson[]> {
  const people: StoredPerson[] = [];
  for (const { name } of sample?.people.filter(({ toTry }) => toTry) ?? []) {
    const person = await findPersonByName(db, name);
    if (person?.active && person.unitSample === 1) people.push(person);
  }
  return people;
}

export const rolesToTry = async (
  db: Database | Writing,
  sample: SampleData | undefined,
): Promise<SampleRole[]> => (await peopleToTry(db, sample)).map(shownRole);

/** The one of that role. */
export const personToTry = async (
  db: Database | Writing,
  sample: SampleData | undefined,
  role: Role,
): Promise<StoredPerson | undefined> => (await peopleToTry(db, sample)).find((one) => one.role === role);

/** Everybody of the sample, to be told to whoever loaded it. */
export async function samplePeople(db: Database, sample: SampleData): Promise<SampleRole[]> {
  const people: SampleRole[] = [];
  for (const { name } of sample.people) {
    const person = await findPersonByName(db, name);
    if (person?.unitSample === 1) people.push(shownRole(person));
  }
  return people;
}
