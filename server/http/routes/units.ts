/** Regions and units: the tree that says whose a thing is. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { reachOf } from '../../people/rights.ts';
import { addUnit, coverage, findUnit, loggedUnit, pathsEnd, shownUnit } from '../../people/units.ts';
import type { UnitRow } from '../../store/tables.ts';
import { pageOf, pageParameters, pagingOf } from '../paging.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, type Request, route } from '../route.ts';
import { checkVersion, versionTag } from '../versions.ts';

const unitParameter: Parameter = {
  in: 'path',
  name: 'unit',
  description: { zh: '地区或单位的标识。', en: 'The id of the region or unit.' },
  schema: { type: 'string' },
};

type AskedUnit = UnitRow & { unitPath: string };

/** The node of the path. */
async function unitAsked({ services: { store }, param }: Request<undefined, undefined>): Promise<AskedUnit> {
  const found = await findUnit(store.db, param('unit'));
  if (!found) throw new Refusal('not-found');
  return { ...found, unitPath: found.path };
}

export const list = route({
  method: 'get',
  path: '/api/units',
  id: 'listUnits',
  tag: 'people',
  right: 'read-units',
  summary: { zh: '地区与单位', en: 'List the regions and units' },
  description: {
    zh: '能看到的地区与单位，上级在前。',
    en: 'Those the person may see, each after the one above it.',
  },
  parameters: pageParameters,
  answer: {
    description: { zh: '一页地区与单位。', en: 'A page of regions and units.' },
    content: { 'application/json': 'unitPage' },
  },
  problems: ['bad-parameter'],
  handle: async ({ c, services: { store }, asking }) => {
    const paging = pagingOf(c);
    const { person } = asking!;
    const { prefix, exact } = coverage(person, reachOf(person, 'read-units')!);
    const within = store.db
      .selectFrom('units')
      .selectAll()
      .orderBy('path')
      .limit(paging.limit + 1);
    const seen = exact
      ? within.where('path', '=', prefix)
      : within.where('path', '>=', prefix).where('path', '<', pathsEnd(prefix));
    const rows = await (paging.after === undefined ? seen : seen.where('path', '>', paging.after)).execute();
    return c.json(pageOf(rows, paging, ({ path }) => path, shownUnit));
  },
});

export const create = route<Schemas['newUnit']>({
  method: 'post',
  path: '/api/units',
  id: 'createUnit',
  tag: 'people',
  right: 'manage-units',
  summary: { zh: '建立地区或单位', en: 'Create a region or a unit' },
  request: {
    schema: 'newUnit',
    example: () => ({
      kind: 'unit',
      name: '区某局',
      code: '101001',
      parentId: '0190b3a0-0000-7000-8000-000000000001',
    }),
  },
  answer: {
    status: 201,
    description: { zh: '建立的地区或单位。', en: 'What was created.' },
    content: { 'application/json': 'unit' },
  },
  problems: ['not-found'],
  handle: async ({ c, services: { store }, personId, body }) => {
    const created = await store.write(personId, async (write) => {
      const parent = await findUnit(write.db, body.parentId);
      if (!parent)
        throw new Refusal('not-found', { detail: { zh: '没有这个上级。', en: 'there is no such parent.' } });
      return addUnit(write, body, parent);
    });
    return c.json(shownUnit(created), 201, { ETag: versionTag(created.version) });
  },
});

export const read = route<undefined, AskedUnit>({
  method: 'get',
  path: '/api/units/{unit}',
  id: 'getUnit',
  tag: 'people',
  right: 'read-units',
  summary: { zh: '一个地区或单位', en: 'Get a region or a unit' },
  parameters: [unitParameter],
  of: unitAsked,
  answer: {
    description: { zh: '地区或单位；ETag 是版本。', en: 'The region or unit; the ETag is the version.' },
    content: { 'application/json': 'unit' },
    cached: true,
  },
  problems: [],
  handle: ({ c, of }) => c.json(shownUnit(of), 200, { ETag: versionTag(of.version) }),
});

export const change = route<Schemas['unitChange'], AskedUnit>({
  method: 'put',
  path: '/api/units/{unit}',
  id: 'changeUnit',
  tag: 'people',
  right: 'manage-units',
  summary: { zh: '更改地区或单位', en: 'Change a region or a unit' },
  parameters: [unitParameter],
  of: unitAsked,
  ifMatch: true,
  request: { schema: 'unitChange', example: () => ({ name: '区某某局', active: true }) },
  answer: {
    description: { zh: '改后的地区或单位。', en: 'What it is now.' },
    content: { 'application/json': 'unit' },
  },
  problems: [],
  handle: async ({ c, services: { store }, personId, of, version, body }) => {
    const changed = await store.write(personId, async ({ db, at, log }) => {
      const before = (await findUnit(db, of.id))!;
      checkVersion(version, before.version);
      const after: UnitRow = {
        ...before,
        name: body.name,
        code: body.code ?? null,
        active: body.active ? 1 : 0,
        version: version + 1,
        updatedAt: at,
      };
      await db.updateTable('units').set(after).where('id', '=', of.id).execute();
      log({
        action: 'unit.changed',
        kind: 'unit',
        id: of.id,
        before: loggedUnit(before),
        after: loggedUnit(after),
      });
      return after;
    });
    return c.json(shownUnit(changed), 200, { ETag: versionTag(changed.version) });
  },
});
