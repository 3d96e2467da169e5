/** A page in the states that every page has: as it usually is, empty, crowded, read, failed, cut off, not allowed. */
import type { Page } from 'playwright-core';
import type { Role } from '../../../server/people/rights.ts';
import type { AddressName } from '../../../server/web/pages/addresses.ts';
import { type Address, both, type Screen } from './screen.ts';

export interface PageStates {
  page: AddressName;
  /** The roles that see it, each with an address in the sample; the first is pictured in every state. */
  as: Partial<Record<Role, Address>>;
  /** What of the API may fail while the rest stands, by its path. */
  part: RegExp;
  /** Where there is nothing to see. */
  empty?: Address;
  /** With sixty of everything and long names. */
  crowd?: Address;
  /** A role that may not see it. */
  stranger?: Role;
  isPrinted?: boolean;
}

const isApi = ({ pathname }: URL): boolean => pathname.startsWith('/api/');
const isSession = ({ pathname }: URL): boolean => pathname === '/api/session';

/** Nothing is answered but who is signed in. */
export const unanswered = (page: Page): Promise<unknown> =>
  page.route(
    (url) => isApi(url) && !isSession(url),
    () => undefined,
  );

/** The server fails where the path is like this. */
export const failing =
  (part: RegExp) =>
  async (page: Page): Promise<void> => {
    await page.clock.install();
    await page.route(
      (url) => isApi(url) && !isSession(url) && part.test(url.pathname),
      (route) =>
        route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'about:blank',
            title: route.request().headers()['accept-language'] === 'en' ? 'Something went wrong' : '出了错',
            status: 500,
            code: 'internal-error',
          }),
        }),
    );
  };

/** A failure is asked about again some seconds long; they go by at once. */
const impatient = async (page: Page): Promise<void> => {
  const told = page.locator('.note.lost').first();
  for (let round = 0; round < 20 && !(await told.isVisible()); round++) {
    await page.clock.runFor(5_000);
    await page.waitForTimeout(150);
  }
};

const cutOff = async (page: Page): Promise<void> => {
  await page.context().setOffline(true);
  await page.waitForTimeout(200);
};

const wide = [1366] as const;

/** All of them, the usual one of every role that sees the page. */
export function everyState({ page, as, part, empty, crowd, stranger, isPrinted }: PageStates): Screen[] {
  const roles = Object.entries(as) as [Role, Address][];
  const [role, address] = roles[0]!;
  const usual = { page, scene: 'sample' as const };
  const screens: Screen[] = roles.map(([one, at], index) => ({
    ...usual,
    name: index === 0 ? page : `${page}-${one}`,
    as: one,
    address: at,
    languages: both,
    isUsual: true,
    isPrinted: index === 0 && isPrinted,
  }));
  screens.push(
    { ...usual, name: `${page}-loading`, as: role, address, before: unanswered, after: 900, widths: wide },
    {
      ...usual,
      name: `${page}-failed`,
      as: role,
      address,
      before: failing(part),
      act: impatient,
      widths: [1366, 390],
      expected: /500/,
    },
    {
      ...usual,
      name: `${page}-offline`,
      as: role,
      address,
      act: cutOff,
      widths: wide,
      expected: /ERR_INTERNET_DISCONNECTED/,
    },
  );
  if (empty) screens.push({ page, scene: 'town', name: `${page}-empty`, as: role, address: empty });
  if (crowd) screens.push({ page, scene: 'crowd', name: `${page}-crowd`, as: role, address: crowd });
  if (stranger)
    screens.push({
      ...usual,
      name: `${page}-no-right`,
      as: stranger,
      foundAs: role,
      address,
      widths: [1366, 390],
    });
  return screens;
}
