/** What a unit sees of its own forms, on both databases: another name for a project, full marks from the first row on, and who filed and answered. */
import { describe, expect, test } from 'vitest';
import type {
  FilingList,
  LogPage,
  Preview,
  Receipt,
  SubmissionRecord,
} from '../../schemas/generated/types.ts';
import { filedCase } from '../support/cases.ts';
import { databases } from '../support/databases.ts';
import { type Browser, people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

const department = filedCase('yunxi/2021 filed.yaml');

describe.each(databases)('$name', ({ empty }) => {
  const opened = (async () => people(await openTestPlatform(await empty())))();

  async function begin(clerk: Browser, body: object) {
    const begun = await clerk.post<SubmissionRecord>('/api/submissions', body);
    return { at: `/api/submissions/${begun.value.id}`, etag: begun.etag, id: begun.value.id };
  }

  const { rulebook, edition } = department;
  const project = { rulebook: 'national', edition: '2020', subject: 'project', name: '甲项目', year: '2000' };
  const whole = { rulebook, edition, subject: 'department', name: department.name, year: '2000' };

  test('a project is called otherwise while its unit has it, a form of the unit never', async () => {
    const all = await opened;
    const clerk = all.as('eastUnit');
    const { at, etag, id } = await begin(clerk, project);
    const renamed = await clerk.put<SubmissionRecord>(`${at}/name`, { name: ' 乙项目 ' }, etag);
    expect(renamed.value).toMatchObject({ name: '乙项目', state: 'draft', version: 2 });
    expect((await clerk.refusal(clerk.put(`${at}/name`, { name: '丙' }, etag))).code).toBe('version-changed');
    const { items } = (await all.as('administrator').get<LogPage>('/api/log?action=submission.renamed'))
      .value;
    expect(items.map((entry) => entry.about.id)).toContain(id);
    const unit = await begin(clerk, whole);
    const refused = clerk.put(`${unit.at}/name`, { name: '别名' }, unit.etag);
    expect((await clerk.refusal(refused)).code).toBe('wrong-state');
  });

  test('while rows are still to come, the full marks of the rulebook are told beside those there are', async () => {
    const clerk = (await opened).as('eastUnit');
    const { at } = await begin(clerk, project);
    const { score } = (await clerk.post<Preview>(`${at}/preview`, { form: {} })).value;
    expect(score).toMatchObject({ fullMarks: '100' });
    expect(Number(score!.outOf) + Number(score!.unwritten)).toBe(100);
    const filled = await begin(clerk, whole);
    const full = (await clerk.post<Preview>(`${filled.at}/preview`, { form: department })).value.score;
    expect(full).toMatchObject({ outOf: '100' });
    expect(full).not.toHaveProperty('fullMarks');
    expect(full).not.toHaveProperty('unwritten');
  });

  test('of each filing is told who filed it, and what was answered once it is decided', async () => {
    const all = await opened;
    const [clerk, reviewer] = [all.as('eastUnit'), all.as('eastReviewer')];
    const { at, etag } = await begin(clerk, whole);
    const filed = await clerk.post<Receipt>(`${at}/filings`, { form: department }, { 'If-Match': etag });
    const ask = async () => (await clerk.get<FilingList>(`${at}/filings`)).value.items;
    const body = { note: '请补材料', rows: [{ line: 'process', reason: '没有过程材料' }] };
    const kept = await reviewer.put(`${at}/review`, body, filed.etag);
    const [open] = await ask();
    expect(open!.filedBy?.name).toBeTruthy();
    expect(Object.keys(open!)).not.toEqual(expect.arrayContaining(['note']));
    expect(open).not.toHaveProperty('reviewer');
    await reviewer.post(`${at}/return`, { rows: body.rows }, { 'If-Match': kept.etag });
    const [decided] = await ask();
    expect(decided).toMatchObject({ outcome: 'returned', note: '请补材料', reasons: 1 });
    expect(decided!.reviewer?.name).toBeTruthy();
    const { updatedAt } = (await clerk.get<SubmissionRecord>(at)).value;
    expect(decided!.decidedAt).toBe(updatedAt);
  });
});
