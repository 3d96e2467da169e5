/** No operation leaves a parameter of its address aside: what it does not know is refused, with what was probably meant. */
import { describe, expect, it } from 'vitest';
import { problemOf, Refusal } from '../../server/http/problems.ts';
import { checkQuery, knowsItsQuery, parametersOf } from '../../server/http/query.ts';
import { routes } from '../../server/http/routes/index.ts';
import { people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

const { as, stranger } = await people(await openTestPlatform());

describe('a parameter that an operation does not know', () => {
  it('is refused with what was probably meant', async () => {
    const problem = await as('cityReviewer').refusal(as('cityReviewer').get('/api/submissions?stat=filed'));
    expect(problem).toMatchObject({ status: 400, code: 'bad-parameter' });
    expect(problem.detail).toBe('这个地址没有叫「stat」的参数。是不是「state」？');
  });

  it('is told in English as well, with all there is where nothing is near', async () => {
    const problem = await stranger.refusal(stranger.get('/api/rulebooks?filter=all&lang=en'));
    expect(problem.detail).toContain('takes no parameter called "filter"; choose from "lang"');
  });

  it('is refused after who asks is known, so that nothing is told to strangers', async () => {
    expect((await stranger.get('/api/submissions?stat=filed')).status).toBe(401);
  });

  it('leaves what it would have changed as it was', async () => {
    const browser = as('administrator');
    const body = {
      kind: 'unit',
      name: '新局',
      parentId: (await browser.get<{ person: { unit: { id: string } } }>('/api/session')).value.person.unit
        .id,
    };
    expect((await browser.post('/api/units?dryrun=1', body)).status).toBe(400);
    const { value } = await browser.get<{ items: { name: string }[] }>('/api/units');
    expect(value.items.map(({ name }) => name)).not.toContain('新局');
  });
});

describe('a parameter that is known', () => {
  it('is refused where it is given twice', async () => {
    const problem = await as('cityReviewer').refusal(
      as('cityReviewer').get('/api/submissions?state=filed&state=draft'),
    );
    expect(problem.detail).toContain('state');
  });

  it('must name a language there is', async () => {
    expect((await stranger.get('/api/rulebooks?lang=fr')).status).toBe(400);
    expect((await stranger.get('/api/rulebooks?lang=en')).status).toBe(200);
  });
});

const strict = routes.filter(knowsItsQuery);

it.each(strict.map((route) => [route.id, route] as const))(
  '%s refuses what it does not know',
  (_id, route) => {
    const context = (query: string) =>
      ({
        req: {
          queries: () => ({ [query]: ['1'] }),
          query: () => undefined,
        },
      }) as unknown as Parameters<typeof checkQuery>[0];
    expect(() => checkQuery(context('no-such-parameter'), route)).toThrow(Refusal);
    for (const { in: where, name } of parametersOf(route))
      if (where === 'query') expect(() => checkQuery(context(name), route)).not.toThrow();
    expect(problemOf('bad-parameter', {}, 'zh', route.path).status).toBe(400);
  },
);

it('is every operation but pages, and where a provider comes back', () => {
  const open = routes.filter((route) => !knowsItsQuery(route));
  expect(open.every(({ tag, id }) => tag === 'pages' || id === 'finishOpenIdSignIn')).toBe(true);
});
