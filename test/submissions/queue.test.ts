/** The queue on five hundred forms: what is found, in what order, and how many, held against a plain reading of the same forms. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Exact } from '../../engine/index.ts';
import type { SubmissionPage, SubmissionSummary } from '../../schemas/generated/types.ts';
import { databases } from '../support/databases.ts';
import { type Made, makeForms } from '../support/forms.ts';
import { type People, people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

describe.each(databases)('$name', ({ empty }) => {
  let who: People;
  let made: Made[];

  beforeAll(async () => {
    const services = await openTestPlatform(await empty());
    who = await people(services);
    made = await makeForms(services, who, 500);
  });

  const ask = async (query: string, as: Parameters<People['as']>[0] = 'cityReviewer') => {
    const { status, value } = await who.as(as).get<SubmissionPage>(`/api/submissions?${query}`);
    expect(status, JSON.stringify(value).slice(0, 300)).toBe(200);
    return value;
  };

  /** Every page of a query, by cursor. */
  const all = async (query: string): Promise<SubmissionSummary[]> => {
    const items: SubmissionSummary[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const page: SubmissionPage = await ask(`${query}&limit=200${next ? `&cursor=${next}` : ''}`);
      items.push(...page.items);
      next = page.next;
    }
    return items;
  };

  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  it('tells of each form what was claimed and recomputed, and the exact difference', async () => {
    const byId = new Map((await all('')).map((one) => [one.id, one]));
    expect(byId.size).toBe(500);
    for (const { id, total, claimed, counts } of made) {
      const shown = byId.get(id)!;
      expect(shown.total).toBe(total);
      expect(shown.claimed).toBe(claimed);
      if (total !== undefined) expect(shown.findings).toEqual(counts);
      if (total === undefined || claimed === undefined) expect(shown.difference).toBeUndefined();
      else expect(shown.difference).toBe(Exact.of(claimed).minus(Exact.of(total)).toText());
    }
  });

  it('tells which place a form has in it, and nothing of one that is not in it', async () => {
    const query = 'state=filed&sort=-difference';
    const { id } = (await all(query))[7]!;
    expect((await ask(`${query}&limit=1&place=${id}`)).place).toBe(7);
    expect((await ask(`state=returned&limit=1&place=${id}`)).place).toBeUndefined();
    expect((await ask(`${query}&limit=1`)).place).toBeUndefined();
    const refused = await who.as('cityReviewer').get('/api/submissions?place=a%20b');
    expect(refused.status).toBe(400);
  });

  const far = ({ total, claimed }: Made): number =>
    total === undefined || claimed === undefined ? -1 : Math.abs(Number(claimed) - Number(total));

  it.each<[string, (one: Made) => boolean]>([
    ['state=filed', (one) => one.state === 'filed'],
    ['state=filed,returned', (one) => one.state === 'filed' || one.state === 'returned'],
    ['grade=优', (one) => one.grade === '优'],
    ['grade=none', (one) => one.total !== undefined && one.grade === undefined],
    ['severity=error', (one) => one.counts.error > 0],
    ['severity=clean', (one) => one.total !== undefined && one.counts.error + one.counts.warning === 0],
    ['finding=code-3', (one) => one.codes.includes('code-3')],
    ['difference=over', (one) => far(one) > 0 && Number(one.claimed) > Number(one.total)],
    ['difference=none', (one) => far(one) === 0],
    ['difference=unclaimed', (one) => one.total !== undefined && one.claimed === undefined],
    ['differenceFrom=2.5', (one) => far(one) >= 2.5],
    ['rateFrom=60&rateTo=80', (one) => Number(one.total) >= 60 && Number(one.total) < 80],
    ['q=东局', (one) => one.unit === 'eastBureau'],
    ['q=东局%20项目7', (one) => one.unit === 'eastBureau' && one.name.includes('项目7')],
    ['lostOn=a', (one) => one.total !== undefined && one.lost],
    [
      'state=filed&severity=error&difference=over',
      (one) =>
        one.state === 'filed' &&
        one.counts.error > 0 &&
        far(one) > 0 &&
        Number(one.claimed) > Number(one.total),
    ],
  ])('%s finds what it says', async (query, fits) => {
    const expected = made.filter(fits);
    expect(expected.length, 'some forms fit, and some do not').toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(500);
    expect(ids(await all(query)).sort()).toEqual(ids(expected).sort());
    expect((await ask(query)).total).toBe(expected.length);
  });

  it('puts the greatest difference first, and what has none last, either way', async () => {
    for (const [sort, sign] of [
      ['-difference', -1],
      ['difference', 1],
    ] as const) {
      const found = await all(`sort=${sort}`);
      const distances = found.map(({ difference }) =>
        difference === undefined ? undefined : Math.abs(Number(difference)),
      );
      const known = distances.filter((one) => one !== undefined);
      expect(known).toEqual([...known].sort((a, b) => sign * (a - b)));
      expect(distances.slice(known.length).every((one) => one === undefined)).toBe(true);
    }
  });

  it('puts totals in the order of numbers, not of texts', async () => {
    const totals = (await all('sort=total')).flatMap(({ total }) =>
      total === undefined ? [] : [Number(total)],
    );
    expect(totals).toContain(9.5);
    expect(totals).toContain(100);
    expect(totals).toEqual([...totals].sort((a, b) => a - b));
  });

  it('counts under each value what that value would show, the other filters standing', async () => {
    const { facets } = await ask('severity=error&state=filed');
    for (const { value, count } of facets.state)
      expect((await ask(`severity=error&state=${value}`)).total, `state ${value}`).toBe(count);
    for (const { value, count } of facets.severity)
      expect((await ask(`state=filed&severity=${value}`)).total, `severity ${value}`).toBe(count);
    for (const { value, count } of facets.finding)
      expect((await ask(`severity=error&state=filed&finding=${value}`)).total, value).toBe(count);
    expect(facets.state.length).toBeGreaterThan(1);
  });

  it('begins a page anywhere', async () => {
    const whole = await all('sort=-total');
    const page = await ask('sort=-total&offset=123&limit=7');
    expect(ids(page.items)).toEqual(ids(whole.slice(123, 130)));
  });

  it('shows a unit its own alone, and not who has them in hand', async () => {
    const page = await ask('limit=200', 'eastUnit');
    expect(page.total).toBe(made.filter(({ unit }) => unit === 'eastBureau').length);
    expect(page.facets.assignee).toEqual([]);
    expect(page.items.every(({ assignee }) => assignee === undefined)).toBe(true);
  });

  it('says what a value should have been', async () => {
    const reviewer = who.as('cityReviewer');
    const problem = await reviewer.refusal(reviewer.get('/api/submissions?severity=eror'));
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter' });
    expect(problem.detail).toContain('是不是「error」？');
    expect((await reviewer.get('/api/submissions?sort=name')).status).toBe(400);
    expect((await reviewer.get('/api/submissions?differenceFrom=much')).status).toBe(400);
    expect((await reviewer.get('/api/submissions?cursor=x')).status).toBe(400);
  });
});
