/** What units see: their tasks, their forms, what they filed. */
import { formAt } from './found.ts';
import type { Screen } from './screen.ts';
import { everyState } from './states.ts';

const returned = formAt('form', 'state=returned');
const inUse = { scene: 'sample', as: 'unit', page: 'form' } as const;

export const unitScreens: readonly Screen[] = [
  ...everyState({
    page: 'tasks',
    as: { unit: '/tasks', reviewer: '/tasks', policy: '/tasks', administrator: '/tasks' },
    part: /^\/api\/(submissions|tasks)/,
    empty: '/tasks',
    crowd: '/tasks',
  }),
  { name: 'tasks-reviewer-empty', page: 'tasks', scene: 'town', as: 'reviewer', address: '/tasks' },
  { name: 'tasks-reviewer-crowd', page: 'tasks', scene: 'crowd', as: 'reviewer', address: '/tasks' },
  ...everyState({
    page: 'form',
    as: { unit: returned },
    part: /\/form$/,
    crowd: formAt('form', 'state=draft', ({ name }) => name === '六十行的表'),
    stranger: 'policy',
    isPrinted: true,
  }),
  {
    ...inUse,
    name: 'form-begun',
    scene: 'crowd',
    address: formAt('form', 'state=draft', ({ name }) => name === '刚刚开始的表'),
    languages: ['zh', 'en'],
  },
  { ...inUse, name: 'form-filed', address: formAt('form', 'state=filed') },
  { ...inUse, name: 'form-accepted', address: formAt('form', 'state=accepted') },
  ...everyState({
    page: 'filings',
    as: { unit: formAt('filings', 'state=returned'), reviewer: formAt('filings', 'state=returned') },
    part: /\/filings/,
    crowd: formAt('filings', 'state=filed', ({ name }) => name.startsWith('中央财政')),
    stranger: 'policy',
    isPrinted: true,
  }),
];
