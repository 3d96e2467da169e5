/** What was filed before is offered for the form of this year, cell by cell, each with where it stood. */
import { expect, test } from 'vitest';
import { carryOver, type Submission } from '../../engine/index.ts';
import type { EarlierForm, SubmissionRecord } from '../../schemas/generated/types.ts';
import { filedCase } from '../support/cases.ts';
import { planOf } from '../support/engine.ts';
import { people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';
import { editions } from '../support/repository.ts';

const everybody = openTestPlatform().then(people);
const fixed = filedCase('yunxi/2021 filed.yaml');
const framed = filedCase('xiangyang/2021 institutional-reform.yaml');
const text = editions.find(({ name }) => name === 'yunxi/2021')!.text;

test('a former id is followed; what is in another unit, or no longer asked for, stays behind', async () => {
  const before = await planOf(text);
  const later = text
    .replaceAll('actualStaff', 'staffNow')
    .replace('staffNow: { name: 实有人数,', 'staffNow: { name: 年末实有人数, renamedFrom: actualStaff,')
    .replace(/(assetsNotKept: .*unit: )例/, '$1项');
  const after = await planOf(later);
  const { values, lost } = carryOver(before, after, fixed);
  expect(values.find(({ pointer }) => pointer === '/inputs/staffNow')).toEqual({
    pointer: '/inputs/staffNow',
    name: '年末实有人数',
    value: String(fixed.inputs!.actualStaff),
    was: { pointer: '/inputs/actualStaff', name: '实有人数' },
    by: 'renamedFrom',
  });
  expect(lost).toEqual(['资产保存不完整例数']);
  expect(values.map(({ pointer }) => pointer)).not.toContain('/inputs/assetsNotKept');
  expect(values.length).toBe(Object.keys(fixed.inputs!).length - 1);
});

async function fileIn(year: string, { rulebook, edition, subject, name }: Submission, form?: Submission) {
  const clerk = (await everybody).as('eastUnit');
  const { value, etag } = await clerk.post<SubmissionRecord>('/api/submissions', {
    ...{ rulebook, edition, subject, name, year },
  });
  const at = `/api/submissions/${value.id}`;
  if (form) await clerk.post(`${at}/filings`, { form }, { 'If-Match': etag });
  return { clerk, at, id: value.id };
}

test('the latest year is offered, of the same unit and rulebook', async () => {
  await fileIn('2018', framed, framed);
  const latest = await fileIn('2019', framed, framed);
  await fileIn('2021', framed);
  const { clerk, at } = await fileIn('2020', framed);
  const { value } = await clerk.get<EarlierForm>(`${at}/earlier`);
  expect(value.from).toMatchObject({ submission: latest.id, number: 1, year: '2019' });
  expect(value.rows.map(({ name, target, weight }) => [name, target, weight])).toEqual(
    framed.declared!.map(({ name, target, weight }) => [name, String(target), String(weight)]),
  );
  expect(value.rows[0]).toMatchObject({ was: { index: 0 }, by: 'id' });
  for (const row of value.rows)
    for (const kept of ['claimed', 'reason', 'judgement']) expect(row).not.toHaveProperty(kept);
  const other = await fileIn('2017', framed);
  expect((await clerk.get<EarlierForm>(`${other.at}/earlier`)).value).toEqual({
    values: [],
    rows: [],
    lost: [],
  });
});
