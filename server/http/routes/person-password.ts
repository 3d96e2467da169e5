/** A new password for somebody who lost theirs, told once to the administrator who asked for it. */
import { changePerson } from '../../people/changes.ts';
import { findPerson, type StoredPerson, shownPerson } from '../../people/person.ts';
import { hashPassword, newCode } from '../../people/secrets.ts';
import { route } from '../route.ts';
import { checkVersion, versionTag } from '../versions.ts';
import { personAsked, personParameter } from './people.ts';

export const make = route<undefined, StoredPerson>({
  method: 'post',
  path: '/api/people/{person}/password',
  id: 'makePassword',
  tag: 'people',
  right: 'manage-people',
  summary: { zh: '代拟新密码', en: 'Make a new password' },
  description: {
    zh: '新密码只在答复里给出一次；此人各处的登录立即失效。',
    en: 'The new password is told once, in the answer; the person is signed out everywhere at once.',
  },
  parameters: [personParameter],
  of: personAsked,
  ifMatch: true,
  answer: {
    description: { zh: '新密码；ETag 是改后的版本。', en: 'The password; the ETag is the version after it.' },
    content: { 'application/json': 'madePassword' },
  },
  problems: [],
  handle: async ({ c, services: { store }, personId, of, version }) => {
    const password = newCode();
    const passwordHash = await hashPassword(password);
    const changed = await store.write(personId, async (write) => {
      const before = (await findPerson(write.db, of.id))!;
      checkVersion(version, before.version);
      const { displayName, role, unitId, active } = before;
      await changePerson(write, before, { displayName, role, unitId, active: active === 1 }, passwordHash);
      return (await findPerson(write.db, of.id))!;
    });
    return c.json({ password, person: shownPerson(changed) }, 200, { ETag: versionTag(changed.version) });
  },
});
