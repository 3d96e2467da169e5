/** Making and changing people. What makes a person somebody else also ends their sessions. */
import type { NewPerson, PersonChange } from '../../schemas/generated/types.ts';
import { Refused } from '../refusal.ts';
import type { Write } from '../store/store.ts';
import type { UnitRow } from '../store/tables.ts';
import { comparable, loggedPerson, type StoredPerson } from './person.ts';
import { hashPassword } from './secrets.ts';
import { endSessions } from './sessions.ts';

/** A new person, whose name is not taken. The answer is their id. */
export async function addPerson(
  { db, at, newId, log }: Write,
  person: Omit<NewPerson, 'password'>,
  passwordHash: string | null,
): Promise<string> {
  const id = newId();
  const row = {
    id,
    name: comparable(person.name),
    displayName: person.displayName,
    role: person.role,
    unitId: person.unitId,
    passwordHash,
    subject: null,
    active: 1 as const,
    version: 1,
    createdAt: at,
    updatedAt: at,
    signedInAt: null,
  };
  await db.insertInto('people').values(row).execute();
  log({ action: 'person.created', kind: 'person', id, after: loggedPerson(row) });
  return id;
}

/** The hash of a password that may be absent; made before anything is written, since it takes its time. */
export const hashOfGiven = async (password: string | undefined): Promise<string | null> =>
  password === undefined ? null : hashPassword(password);

/** Changes a person, and ends their sessions where role, place, password or being active changed. */
export async function changePerson(
  write: Write,
  before: StoredPerson,
  { displayName, role, unitId, active }: Omit<PersonChange, 'password'>,
  passwordHash: string | null,
): Promise<void> {
  const { db, at, log } = write;
  const after = { role, unitId, active: active ? (1 as const) : (0 as const), version: before.version + 1 };
  await db
    .updateTable('people')
    .set({ displayName, ...after, updatedAt: at, ...(passwordHash ? { passwordHash } : {}) })
    .where('id', '=', before.id)
    .execute();
  const isSame =
    before.role === role && before.unitId === unitId && before.active === after.active && !passwordHash;
  if (!isSame) await endSessions(write, before.id);
  if (!active) await db.deleteFrom('apiTokens').where('personId', '=', before.id).execute();
  log({
    action: active ? 'person.changed' : 'person.removed',
    kind: 'person',
    id: before.id,
    before: loggedPerson(before),
    after: { ...loggedPerson(after), ...(passwordHash ? { password: 'changed' } : {}) },
  });
}

/** Whether somebody else would still be there to let people in. */
async function isLastAdministrator({ db }: Write, person: StoredPerson): Promise<boolean> {
  if (person.role !== 'administrator' || !person.active) return false;
  const other = await db
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'administrator')
    .where('active', '=', 1)
    .where('id', '!=', person.id)
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}

/** Refuses a change that would leave nobody to let people in, or take a person into the sample data or out of it. */
export async function checkPersonChange(
  write: Write,
  before: StoredPerson,
  { role, active }: Pick<PersonChange, 'role' | 'active'>,
  unit: UnitRow,
): Promise<void> {
  if (before.unitSample !== unit.sample)
    throw new Refused('wrong-state', {
      detail: {
        zh: '演示数据里的人员不能移出，别的人员也不能移入。',
        en: 'people of the sample data stay in it, and others stay out of it.',
      },
    });
  const stays = active && role === 'administrator';
  if (!stays && (await isLastAdministrator(write, before)))
    throw new Refused('wrong-state', {
      detail: {
        zh: '这是最后一个管理员，请先建立另一个。',
        en: 'this is the last administrator; create another one first.',
      },
    });
}
