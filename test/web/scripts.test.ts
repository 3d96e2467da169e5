/**
 * Scripts that are typed stay text: on every page, as every role, a script is typed into everything that takes one, saved
 * where it can be saved, and looked at wherever it shows. Fields and pages are found, not listed.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Submission, SubmissionSummary } from '../../schemas/generated/types.ts';
import { type Role, roles } from '../../server/people/rights.ts';
import { type AddressName, addresses } from '../../server/web/pages/addresses.ts';
import { editions, formsOf } from '../support/repository.ts';
import { openBrowser, signInToTry, type Visit, visit } from './support/browser.ts';
import { type Served, startServer, type Visitor, visitor } from './support/served.ts';
import { addressesOf, openPage, type Parts, typeEverywhere } from './support/walk.ts';

const script = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>'"`;

let browser: Browser;
let server: Served;
const people = new Map<Role, { open: Visit; api: Visitor }>();

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ isTrial: true });
  for (const role of roles) {
    const open = await visit(browser, server.url);
    open.context.setDefaultTimeout(20_000);
    await signInToTry(open, role);
    await open.page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`the policy was broken: ${violatedDirective} ${blockedURI}`),
      );
    });
    const api = visitor(server.url);
    await api.call('signInToTry', { body: { role } });
    people.set(role, { open, api });
  }
  await fileScripts(people.get('unit')!.api);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Files a form that has the script in every text that is not read as anything else. */
async function fileScripts({ call }: Visitor): Promise<void> {
  const form = formsOf(editions.find(({ name }) => name === 'xiangyang/2021')!)[0]!.submission as Submission;
  const { rulebook, edition, subject } = form;
  const body = { rulebook, edition, subject, year: '2021', name: script };
  const declared = form.declared!.map((row) => ({ ...row, name: `${row.name}${script}`, reason: script }));
  const texts = { goals: [{ expected: script, actual: script }], note: script };
  const made = await call('createSubmission', { body });
  await call('fileSubmission', {
    path: { submission: made.value.id },
    headers: { 'If-Match': made.etag ?? '' },
    body: { form: { ...form, ...texts, declared } },
  });
}

/** What may stand in the varying parts of addresses, for a person. */
async function partsFor({ call }: Visitor): Promise<Parts> {
  const none = { value: { items: [] } };
  const forms = await call('listSubmissions', { query: { limit: 100 } }).catch(() => none);
  const tasks = await call('listTasks', { query: { limit: 100 } }).catch(() => none);
  const kindOf = ({ state, name }: SubmissionSummary) =>
    `${state === 'draft' || state === 'returned'} ${name === script}`;
  const byKind = new Map(forms.value.items.map((form) => [kindOf(form), form]));
  // Those that have the script come first.
  const some = [...byKind.values()].sort((a, b) => Number(b.name === script) - Number(a.name === script));
  return {
    submission: some.map(({ id }) => id),
    unit: some.map(({ unit }) => unit.id),
    year: some.map(({ year }) => year),
    task: tasks.value.items.slice(0, 1).map(({ id }) => id),
    region: ['xiangyang'],
    edition: ['2021'],
  };
}

const names = Object.keys(addresses) as AddressName[];

/** Nothing of the page came to life; tells whether the script shows as text. */
async function isStill({ page, troubles }: Visit): Promise<boolean> {
  const { hit, alive, shown } = await page.evaluate((text) => {
    const inFields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    return {
      hit: (window as { hit?: unknown }).hit,
      alive: document.querySelectorAll('img[src="x"], [onerror]').length,
      shown: document.body.innerText.includes(text) || inFields.some(({ value }) => value.includes(text)),
    };
  }, script);
  expect({ at: page.url(), hit, alive, troubles }).toEqual({
    at: page.url(),
    hit: undefined,
    alive: 0,
    troubles: [],
  });
  return shown;
}

/** Pages with more than a box to search with, in which somebody has typed: what one role is given there, another would be too. */
const typedInto = new Set<AddressName>();

/** Who fills in comes first, then who reviews: where others only look, they would find nothing but a box to search with. */
const inTurn: readonly Role[] = ['unit', ...roles.filter((role) => role !== 'unit').reverse()];

describe.each(inTurn)('%s', (role) => {
  test('types a script into everything there is', async () => {
    const { open, api } = people.get(role)!;
    const parts = await partsFor(api);
    const typed: string[] = [];
    for (const name of names.filter((one) => !typedInto.has(one))) {
      const pressed = new Set<string>();
      for (const address of addressesOf(name, parts)) {
        const count = await typeEverywhere(open.page, address, script, pressed);
        await isStill(open);
        if (count === 0) continue;
        typed.push(`${name} ${count}`);
        if (count > 2) typedInto.add(name);
      }
    }
    console.info(`${role}: ${typed.join(', ')}`);
    expect(typedInto.size).toBeGreaterThan(0);
  }, 600_000);
});

test('what was typed shows as it was typed', async () => {
  for (const role of ['unit', 'reviewer'] as const) {
    const { open, api } = people.get(role)!;
    const shown: string[] = [];
    const parts = await partsFor(api);
    for (const name of names)
      for (const address of addressesOf(name, parts).slice(0, 1)) {
        await openPage(open.page, address);
        if (await isStill(open)) shown.push(name);
      }
    console.info(`${role} sees it on ${[...new Set(shown)].join(', ')}`);
    expect(shown.length).toBeGreaterThan(0);
  }
}, 600_000);
