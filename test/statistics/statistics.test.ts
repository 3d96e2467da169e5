/** Statistics on both databases, against figures worked out by hand; what a spreadsheet opens is harmless and whole. */
import { describe, expect, test } from 'vitest';
import { Exact, type Submission } from '../../engine/index.ts';
import type {
  Ranking,
  Receipt,
  RolledUp,
  Statistics,
  SubmissionRecord,
} from '../../schemas/generated/types.ts';
import { distributionOf, meanRate, medianRate, shownRate } from '../../server/statistics/rates.ts';
import { rateOf } from '../../server/submissions/rate.ts';
import { databases } from '../support/databases.ts';
import { type Browser, type People, people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

describe('rates', () => {
  const rates = (...totals: string[]) => totals.map((total) => rateOf({ total, outOf: '100' })!);

  test.each([
    [['1', '2', '2'], '1.67'],
    [['0.005'], '0.01'],
    [['33.33', '66.67'], '50.00'],
  ])('the mean of %j is %s', (totals, mean) => {
    expect(shownRate(meanRate(totals.map((total) => ({ total, outOf: '100' })))!)).toBe(mean);
  });

  test('forms out of different totals are compared by their rate', () => {
    expect(
      shownRate(
        meanRate([
          { total: '45', outOf: '50' },
          { total: '80', outOf: '100' },
        ])!,
      ),
    ).toBe('85.00');
  });

  test.each([
    [['10', '20', '90'], '20.00'],
    [['10', '20'], '15.00'],
  ])('the median of %j is %s', (totals, median) =>
    expect(shownRate(medianRate(rates(...totals))!)).toBe(median),
  );

  test('a rate on a bound counts above it, and the last band takes a hundred and more', () => {
    const counts = distributionOf(rates('0', '9.99', '10', '89.999', '90', '100', '120')).map(
      ({ count }) => count,
    );
    expect(counts).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 1, 3]);
  });

  test('nothing out of nothing has no rate', () =>
    expect(rateOf({ total: '0', outOf: '0' })).toBeUndefined());
});

/** A form of a small project: a budget that was spent to some share, and one row met to some share. */
const project = (name: string, executed: string, actual: string): Submission => ({
  rulebook: 'xiangyang',
  edition: '2021',
  subject: 'project',
  name,
  inputs: { budget: '100', executed },
  declared: [{ under: 'quantity', name: '培训人数', target: '100人', actual, weight: '80' }],
});

describe.each(databases)('$name', ({ empty }) => {
  let all: People;
  const opened = (async () => {
    all = await people(await openTestPlatform(await empty()));
    // Of 20 for execution and 80 for the row: 100, 90 and 90, and 60 for the one that is only a draft in the end.
    await file(all.as('eastUnit'), project('=甲', '100', '100人'), 'accepted');
    await file(all.as('eastUnit'), project('乙', '50', '100人'), 'accepted');
    await file(all.as('westUnit'), project('丙，"引号"', '50', '100人'), 'filed');
    const clerk = all.as('westUnit');
    await begin(clerk, project('丁', '0', '50人'));
  })();

  async function begin(clerk: Browser, { rulebook, edition, subject, name }: Submission) {
    const begun = await clerk.post<SubmissionRecord>('/api/submissions', {
      rulebook,
      edition,
      subject,
      name,
      year: '2000',
    });
    return { at: `/api/submissions/${begun.value.id}`, etag: begun.etag };
  }

  async function file(clerk: Browser, form: Submission, until: 'filed' | 'accepted'): Promise<void> {
    const { at, etag } = await begin(clerk, form);
    const receipt = await clerk.post<Receipt>(`${at}/filings`, { form }, { 'If-Match': etag });
    expect(receipt.status, JSON.stringify(receipt.value)).toBe(201);
    if (until === 'accepted') {
      const accepted = await all
        .as('cityReviewer')
        .post(`${at}/acceptance`, {}, { 'If-Match': receipt.etag });
      expect(accepted.status).toBe(200);
    }
  }

  test('states, rates, distribution', async () => {
    await opened;
    const { value } = await all
      .as('cityReviewer')
      .get<Statistics>('/api/statistics?year=2000&rulebook=xiangyang&edition=2021');
    expect(value.states).toEqual({ draft: 1, filed: 1, returned: 0, accepted: 2 });
    expect(value).toMatchObject({
      scored: 3,
      mean: '93.33',
      median: '90.00',
      highest: '100.00',
      lowest: '90.00',
    });
    expect(value.distribution.at(-1)).toMatchObject({ from: '90', to: '100', count: 3 });
    expect(value.grades.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  test('each sees their own part of the tree, and no other', async () => {
    await opened;
    const { value } = await all.as('westReviewer').get<Statistics>('/api/statistics?year=2000');
    expect(value.states).toEqual({ draft: 1, filed: 1, returned: 0, accepted: 0 });
    const west = all.as('westReviewer');
    const beyond = west.get(`/api/statistics?unit=${all.units.east.id}`);
    expect((await west.refusal(beyond)).code).toBe('not-allowed');
  });

  test('equal rates have one rank', async () => {
    await opened;
    const { value } = await all.as('cityPolicy').get<Ranking>('/api/statistics/ranking?year=2000');
    expect(value.items.map(({ rank, total }) => [rank, total])).toEqual([
      [1, '100'],
      [2, '90'],
      [2, '90'],
    ]);
  });

  test('a spreadsheet gets Chinese it can read, quotes doubled, and nothing it would run', async () => {
    await opened;
    const answer = await all.as('cityReviewer').get<string>('/api/statistics/ranking?year=2000&format=csv');
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/csv/);
    const { value } = answer;
    expect(value).toContain('名次,单位,名称');
    expect(value).toContain("'=甲");
    expect(value).not.toMatch(/(^|,)"?=甲/m);
    expect(value).toContain('"丙，""引号"""');
    const english = await all
      .as('cityReviewer')
      .get<string>('/api/statistics?year=2000', { Accept: 'text/csv', 'Accept-Language': 'en' });
    expect(english.value).toContain('kind,what');
  });

  test('accepted forms roll up to one: amounts add, and it is scored afresh', async () => {
    await opened;
    const { value } = await all
      .as('cityReviewer')
      .get<RolledUp>('/api/statistics/rollup?rulebook=xiangyang&edition=2021&year=2000');
    expect(value.forms).toBe(2);
    expect(value.submission.inputs).toMatchObject({ budget: '200', executed: '150' });
    // 20 × 150 ÷ 200 for execution, and the row met in both.
    expect(Exact.of(value.evaluation.total).toText()).toBe('95');
  });
});
