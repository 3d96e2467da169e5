/** What administrators see: people, units, the log. */
import { both, type Screen } from './screen.ts';
import { everyState } from './states.ts';

const press = (name: string) => async (page: import('playwright-core').Page) =>
  page.getByRole('button', { name }).first().click();
const doing = { scene: 'sample', as: 'administrator' } as const;

export const adminScreens: readonly Screen[] = [
  ...everyState({
    page: 'people',
    as: { administrator: '/admin/people' },
    part: /^\/api\/people/,
    empty: '/admin/people',
    crowd: '/admin/people',
    stranger: 'reviewer',
  }),
  { ...doing, page: 'people', name: 'people-add', address: '/admin/people', act: press('添加') },
  { ...doing, page: 'people', name: 'people-paste', address: '/admin/people', act: press('粘贴名单') },
  { ...doing, page: 'people', name: 'people-change', address: '/admin/people', act: press('更改') },
  ...everyState({
    page: 'units',
    as: { administrator: '/admin/units' },
    part: /^\/api\/units/,
    empty: '/admin/units',
    crowd: '/admin/units',
    stranger: 'unit',
  }),
  { ...doing, page: 'units', name: 'units-add', address: '/admin/units', act: press('添加') },
  { ...doing, page: 'units', name: 'units-paste', address: '/admin/units', act: press('粘贴名单') },
  { ...doing, page: 'units', name: 'units-change', address: '/admin/units', act: press('更改') },
  ...everyState({
    page: 'log',
    as: { administrator: '/admin/log' },
    part: /^\/api\/log/,
    empty: '/admin/log',
    crowd: '/admin/log',
    stranger: 'reviewer',
  }),
  ...everyState({
    page: 'backup',
    as: { administrator: '/admin/backup' },
    part: /^\/api\/backups/,
    stranger: 'policy',
  }),
  {
    ...doing,
    page: 'backup',
    name: 'backup-made',
    address: '/admin/backup',
    languages: both,
    act: async (page) => {
      await page.getByRole('button', { name: /现在备份|Back up now/ }).click();
      await page
        .getByRole('link', { name: /下载|Download/ })
        .first()
        .waitFor();
    },
  },
  {
    ...doing,
    page: 'log',
    name: 'log-verified',
    address: '/admin/log',
    act: async (page) => {
      await press('核验日志')(page);
      await page.getByText(/日志完好/).waitFor();
    },
  },
];
