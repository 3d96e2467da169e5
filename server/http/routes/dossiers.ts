/** The dossier of a unit and a year, from what was filed. */

import type { UnitRow } from '../../store/tables.ts';
import { dossierOf } from '../../submissions/dossier.ts';
import { isId, unitNamed } from '../asked.ts';
import { encodedJson } from '../encoded.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { insideOf } from './queue.ts';

export const read = route<undefined, { unit: UnitRow; unitPath: string }>({
  method: 'get',
  path: '/api/units/{unit}/dossiers/{year}',
  id: 'getDossier',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '一个单位一个年度的申报材料', en: 'Get the dossier of a unit and year' },
  description: {
    zh: '这个单位这一年报过的表，取最近一次报送，同一版规则的一并稽核，连同表间的疑点。',
    en: 'The latest filings of the unit for that year, those of one edition audited together, with findings across forms.',
  },
  parameters: [
    {
      in: 'path',
      name: 'unit',
      description: { zh: '单位的标识。', en: 'The id of the unit.' },
      schema: { type: 'string' },
    },
    {
      in: 'path',
      name: 'year',
      description: { zh: '年度。', en: 'The year.' },
      schema: { type: 'string' },
    },
  ],
  of: async ({ services, param }) => {
    const unit = await unitNamed(services, param('unit'));
    return { unit, unitPath: unit.path };
  },
  answer: {
    description: { zh: '各份申报材料。', en: 'Its parts, one for each edition.' },
    content: { 'application/json': 'unitDossier' },
  },
  problems: ['unknown-rulebook', 'unusable-rulebook'],
  handle: async ({ c, services: { store, library }, asking, of: { unit }, param }) => {
    const year = param('year');
    if (!isId(year)) throw new Refusal('not-found');
    return encodedJson(c, await dossierOf(store.db, library, unit, year, insideOf(asking)));
  },
});
