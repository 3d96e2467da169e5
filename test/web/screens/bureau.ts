/** What those above see: how the forms stand and scored, the tasks, the rulebooks. */
import { taskAt } from './found.ts';
import type { Screen } from './screen.ts';
import { everyState } from './states.ts';

const rolledUp = '/roll-up?rulebook=xiangyang&edition=2021';
const asked = taskAt('2021年度项目支出');

export const bureauScreens: readonly Screen[] = [
  ...everyState({
    page: 'overview',
    as: { reviewer: '/overview', policy: '/overview', administrator: '/overview' },
    part: /^\/api\/ranking/,
    empty: '/overview',
    crowd: '/overview',
    stranger: 'unit',
    isPrinted: true,
  }),
  {
    name: 'overview-graded',
    page: 'overview',
    scene: 'sample',
    as: 'reviewer',
    address: '/overview?rulebook=yunxi&edition=2021',
    widths: [1366],
  },
  ...everyState({
    page: 'ranking',
    as: { reviewer: '/ranking', policy: '/ranking', administrator: '/ranking' },
    part: /^\/api\/ranking/,
    empty: '/ranking',
    crowd: '/ranking',
    stranger: 'unit',
    isPrinted: true,
  }),
  ...everyState({
    page: 'rollUp',
    as: { reviewer: rolledUp, policy: rolledUp, administrator: rolledUp },
    part: /roll-?up/,
    empty: '/roll-up',
    crowd: `${rolledUp}&state=filed`,
    stranger: 'unit',
    isPrinted: true,
  }),
  ...everyState({
    page: 'task',
    as: { reviewer: asked, policy: asked, administrator: asked },
    part: /reminder/,
    crowd: taskAt('2021年度'),
    stranger: 'unit',
  }),
  ...everyState({
    page: 'newTask',
    as: { reviewer: '/tasks/new', policy: '/tasks/new' },
    part: /^\/api\/units/,
    empty: '/tasks/new',
    crowd: '/tasks/new',
    stranger: 'unit',
  }),
  ...everyState({
    page: 'rulebooks',
    as: { policy: '/rulebooks', unit: '/rulebooks', reviewer: '/rulebooks', administrator: '/rulebooks' },
    part: /^\/api\/rulebooks/,
  }),
  ...everyState({
    page: 'rulebook',
    as: {
      policy: '/rulebooks/yunxi/2021',
      unit: '/rulebooks/xiangyang/2021',
      reviewer: '/rulebooks/ningxia/2021',
      administrator: '/rulebooks/changan/2020',
    },
    part: /lines$/,
    isPrinted: true,
  }),
  {
    name: 'rulebook-not-there',
    page: 'rulebook',
    scene: 'town',
    as: 'unit',
    address: '/rulebooks/yunxi/1999',
    widths: [1366],
  },
];
