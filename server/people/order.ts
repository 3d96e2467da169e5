/** The orders in which people are listed. */
import type { StoredPerson } from './person.ts';
import { roles } from './rights.ts';

export const peopleOrders = ['unit', 'name', 'login', 'role', 'signedIn'] as const;

export type PeopleOrder = (typeof peopleOrders)[number];

/** Chinese names by their sounds, as a list of names is looked through. */
const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The tree from its root on: whoever belongs to a node comes before those of the nodes below it. */
const byPath = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Compared = Pick<StoredPerson, 'id' | 'name' | 'displayName' | 'role' | 'unitPath' | 'signedInAt'>;

const comparisons: { [Order in PeopleOrder]: (a: Compared, b: Compared) => number } = {
  unit: (a, b) => byPath(a.unitPath, b.unitPath),
  name: (a, b) => collator.compare(a.displayName, b.displayName),
  login: (a, b) => collator.compare(a.name, b.name),
  role: (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role),
  signedIn: (a, b) => byPath(a.signedInAt ?? '', b.signedInAt ?? ''),
};

/** In that order; what is equal in it by the tree and then by name. Who never signed in comes last either way. */
export function orderedPeople<Person extends Compared>(
  people: readonly Person[],
  { by, descending }: { by: PeopleOrder; descending: boolean },
): Person[] {
  const isWanting = ({ signedInAt }: Person): number => (by === 'signedIn' && !signedInAt ? 1 : 0);
  return [...people].sort(
    (a, b) =>
      isWanting(a) - isWanting(b) ||
      (descending ? comparisons[by](b, a) : comparisons[by](a, b)) ||
      comparisons.unit(a, b) ||
      comparisons.name(a, b) ||
      byPath(a.id, b.id),
  );
}
