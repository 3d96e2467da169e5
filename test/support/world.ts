/** Two regions side by side with people of every role in each, signed in: enough to try who may do what to whose things. */

import type { Services } from '../../server/http/services.ts';
import { addPerson } from '../../server/people/changes.ts';
import type { Role } from '../../server/people/rights.ts';
import { openSession } from '../../server/people/sessions.ts';
import { addUnit } from '../../server/people/units.ts';
import type { Write } from '../../server/store/store.ts';
import type { UnitRow } from '../../server/store/tables.ts';

export interface Somebody {
  id: string;
  name: string;
  role: Role;
  unitId: string;
  /** What a browser sends for this person. */
  headers: Record<string, string>;
}

export interface World {
  /** The root, and below it two regions, each with a unit; the first with two. */
  root: UnitRow;
  here: UnitRow;
  there: UnitRow;
  unit: UnitRow;
  neighbour: UnitRow;
  foreign: UnitRow;
  administrator: Somebody;
  /** Of the first region, or of its first unit. */
  policy: Somebody;
  reviewer: Somebody;
  clerk: Somebody;
  /** Of the second region, or of its unit. */
  otherPolicy: Somebody;
  otherReviewer: Somebody;
  otherClerk: Somebody;
  /** Of the first region, its second unit. */
  neighbourClerk: Somebody;
}

async function addSomebody(
  write: Write,
  name: string,
  role: Role,
  { id: unitId }: Pick<UnitRow, 'id'>,
): Promise<Somebody> {
  const id = await addPerson(write, { name, displayName: name, role, unitId }, null);
  const { secret, csrfToken } = await openSession(write, id);
  const headers = { Cookie: `zhunsheng_session=${secret}`, 'X-CSRF-Token': csrfToken };
  return { id, name, role, unitId, headers };
}

/** One more person, signed in. */
export const makePerson = (
  { store }: Services,
  name: string,
  role: Role,
  at: Pick<UnitRow, 'id'>,
): Promise<Somebody> => store.write(null, (write) => addSomebody(write, name, role, at));

/** Makes the regions, units and people in an empty database. */
export async function makeWorld({ store }: Services): Promise<World> {
  return store.write(null, async (write) => {
    const root = await addUnit(write, { kind: 'region', name: '某省' }, undefined);
    const here = await addUnit(write, { kind: 'region', name: '甲市' }, root);
    const there = await addUnit(write, { kind: 'region', name: '乙市' }, root);
    const unit = await addUnit(write, { kind: 'unit', name: '甲市某局' }, here);
    const neighbour = await addUnit(write, { kind: 'unit', name: '甲市某中心' }, here);
    const foreign = await addUnit(write, { kind: 'unit', name: '乙市某局' }, there);
    const somebody = (name: string, role: Role, at: UnitRow) => addSomebody(write, name, role, at);
    return {
      root,
      here,
      there,
      unit,
      neighbour,
      foreign,
      administrator: await somebody('administrator', 'administrator', root),
      policy: await somebody('policy', 'policy', here),
      reviewer: await somebody('reviewer', 'reviewer', here),
      clerk: await somebody('clerk', 'unit', unit),
      otherPolicy: await somebody('other.policy', 'policy', there),
      otherReviewer: await somebody('other.reviewer', 'reviewer', there),
      otherClerk: await somebody('other.clerk', 'unit', foreign),
      neighbourClerk: await somebody('neighbour', 'unit', neighbour),
    };
  });
}
