/** People: who can sign in, and as what. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { addPerson, changePerson, checkPersonChange, hashOfGiven } from '../../people/changes.ts';
import { orderedPeople, peopleOrders } from '../../people/order.ts';
import {
  findPerson,
  findPersonByName,
  listPeople,
  type StoredPerson,
  shownPerson,
} from '../../people/person.ts';
import { roles } from '../../people/rights.ts';
import { findUnit } from '../../people/units.ts';
import type { Writing } from '../../store/database.ts';
import type { UnitRow } from '../../store/tables.ts';
import { choiceOf, choiceParameter, unitFilter, unitNamed } from '../asked.ts';
import { searchOf, searchParameter, sortOf, sortParameter } from '../lists.ts';
import { pageParameters, pagingOf, placedPage } from '../paging.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, type Request, route } from '../route.ts';
import { checkVersion, versionTag } from '../versions.ts';

export const personParameter: Parameter = {
  in: 'path',
  name: 'person',
  description: { zh: '人员的标识。', en: 'The id of the person.' },
  schema: { type: 'string' },
};

/** The person of the path. */
export async function personAsked({
  services: { store },
  param,
}: Request<undefined, undefined>): Promise<StoredPerson & { personId: string }> {
  const found = await findPerson(store.db, param('person'));
  if (!found) throw new Refusal('not-found');
  return { ...found, personId: found.id };
}

async function checkUnit(db: Writing, unitId: string): Promise<UnitRow> {
  const found = await findUnit(db, unitId);
  if (!found)
    throw new Refusal('not-found', {
      detail: {
        zh: `没有标识为「${unitId}」的地区或单位。`,
        en: `there is no region or unit with the id "${unitId}".`,
      },
    });
  return found;
}

export const list = route({
  method: 'get',
  path: '/api/people',
  id: 'listPeople',
  tag: 'people',
  right: 'manage-people',
  summary: { zh: '人员目录', en: 'List the people' },
  description: {
    zh: '按单位排时上级在前，同一单位之内按姓名；姓名按读音排。',
    en: 'By unit each after those of the node above it, and within a unit by name; names by their sounds.',
  },
  parameters: [
    unitFilter,
    choiceParameter('role', roles, { zh: '角色。', en: 'The role.' }),
    searchParameter({ zh: '登录名或姓名里的字。', en: 'What stands in either name.' }),
    sortParameter(peopleOrders, 'unit'),
    ...pageParameters,
  ],
  answer: {
    description: { zh: '一页人员。', en: 'A page of people.' },
    content: { 'application/json': 'personPage' },
  },
  problems: ['bad-parameter', 'not-found'],
  handle: async ({ c, services }) => {
    const paging = pagingOf(c);
    const unit = c.req.query('unit');
    const sort = sortOf(c, peopleOrders, 'unit');
    const people = await listPeople(services.store.db, {
      unitPath: unit === undefined ? undefined : (await unitNamed(services, unit)).path,
      role: choiceOf(c, 'role', roles),
      word: searchOf(c),
    });
    return c.json(placedPage(orderedPeople(people, sort), paging, ({ id }) => id, shownPerson));
  },
});

export const create = route<Schemas['newPerson']>({
  method: 'post',
  path: '/api/people',
  id: 'createPerson',
  tag: 'people',
  right: 'manage-people',
  summary: { zh: '建立人员', en: 'Create a person' },
  request: {
    schema: 'newPerson',
    example: () => ({
      name: 'policy.officer',
      displayName: '规则人员',
      role: 'policy',
      unitId: '0190b3a0-0000-7000-8000-000000000001',
      password: 'correct horse battery',
    }),
  },
  answer: {
    status: 201,
    description: { zh: '建立的人员。', en: 'The person.' },
    content: { 'application/json': 'person' },
  },
  problems: ['taken', 'not-found'],
  handle: async ({ c, services: { store }, personId, body }) => {
    const passwordHash = await hashOfGiven(body.password);
    const created = await store.write(personId, async (write) => {
      await checkUnit(write.db, body.unitId);
      if (await findPersonByName(write.db, body.name))
        throw new Refusal('taken', {
          detail: { zh: `登录名「${body.name}」已有人用。`, en: `the name "${body.name}" is taken.` },
        });
      return findPerson(write.db, await addPerson(write, body, passwordHash));
    });
    return c.json(shownPerson(created!), 201, { ETag: versionTag(created!.version) });
  },
});

export const read = route<undefined, StoredPerson>({
  method: 'get',
  path: '/api/people/{person}',
  id: 'getPerson',
  tag: 'people',
  right: 'manage-people',
  summary: { zh: '一个人员', en: 'Get a person' },
  parameters: [personParameter],
  of: personAsked,
  answer: {
    description: { zh: '人员；ETag 是版本。', en: 'The person; the ETag is the version.' },
    content: { 'application/json': 'person' },
    cached: true,
  },
  problems: [],
  handle: ({ c, of }) => c.json(shownPerson(of), 200, { ETag: versionTag(of.version) }),
});

export const change = route<Schemas['personChange'], StoredPerson>({
  method: 'put',
  path: '/api/people/{person}',
  id: 'changePerson',
  tag: 'people',
  right: 'manage-people',
  summary: { zh: '更改、停用人员', en: 'Change or remove a person' },
  description: {
    zh: '停用，或改了角色、所在、密码的人，各处的登录立即失效。最后一个管理员不能停用。',
    en: 'Who is made inactive, or gets another role, place or password, is signed out everywhere at once. The last administrator stays.',
  },
  parameters: [personParameter],
  of: personAsked,
  ifMatch: true,
  request: {
    schema: 'personChange',
    example: () => ({
      displayName: '规则人员',
      role: 'policy',
      unitId: '0190b3a0-0000-7000-8000-000000000001',
      active: false,
    }),
  },
  answer: {
    description: { zh: '改后的人员。', en: 'The person as changed.' },
    content: { 'application/json': 'person' },
  },
  problems: ['wrong-state'],
  handle: async ({ c, services: { store }, personId, of, version, body }) => {
    const passwordHash = await hashOfGiven(body.password);
    const changed = await store.write(personId, async (write) => {
      const before = (await findPerson(write.db, of.id))!;
      checkVersion(version, before.version);
      const unit = await checkUnit(write.db, body.unitId);
      await checkPersonChange(write, before, body, unit);
      await changePerson(write, before, body, passwordHash);
      return findPerson(write.db, of.id);
    });
    return c.json(shownPerson(changed!), 200, { ETag: versionTag(changed!.version) });
  },
});
