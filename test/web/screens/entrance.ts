/** Before and just after the sign-in. */
import { password } from '../support/served.ts';
import { both, type Screen } from './screen.ts';
import { everyState } from './states.ts';

export const entranceScreens: readonly Screen[] = [
  { name: 'set-up', page: 'setUp', scene: 'new', address: '/', languages: both, isUsual: true },
  {
    name: 'set-up-refused',
    page: 'setUp',
    scene: 'new',
    address: '/set-up',
    act: async (page) => {
      await page.getByLabel('一次性口令').fill('AAAA-BBBB');
      await page.getByRole('button', { name: '设立并进入' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  { name: 'sign-in', page: 'signIn', scene: 'town', address: '/sign-in', languages: both },
  {
    name: 'sign-in-refused',
    page: 'signIn',
    scene: 'town',
    address: '/sign-in',
    act: async (page) => {
      await page.getByLabel('登录名').fill('unit');
      await page.getByLabel('密码').fill('not the password');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in-to-try',
    page: 'signIn',
    scene: 'sample',
    address: '/sign-in',
    languages: both,
    isUsual: true,
  },
  ...everyState({
    page: 'welcome',
    as: { administrator: '/welcome' },
    part: /sample/,
    empty: '/welcome',
    stranger: 'unit',
  }),
  ...everyState({
    page: 'account',
    as: { unit: '/account', reviewer: '/account', policy: '/account', administrator: '/account' },
    part: /tokens/,
    empty: '/account',
  }),
  {
    name: 'account-token',
    page: 'account',
    scene: 'town',
    as: 'reviewer',
    address: '/account',
    act: async (page) => {
      await page.getByLabel('用途').fill('每周汇总');
      await page.getByRole('button', { name: '建立令牌' }).click();
      await page.locator('.secret').waitFor();
      await page.getByLabel('现在的密码').fill(`${password}?`);
      await page.getByLabel('新密码').fill('short');
      await page.getByRole('button', { name: '更换密码' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'session-over',
    page: 'account',
    expected: /401/,
    scene: 'town',
    as: 'unit',
    address: '/account',
    act: async (page) => {
      await page.context().clearCookies();
      await page.getByLabel('用途').fill('每周汇总');
      await page.getByRole('button', { name: '建立令牌' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  { name: 'not-found', scene: 'town', address: '/nowhere' },
];
