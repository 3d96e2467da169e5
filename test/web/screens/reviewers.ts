/** What reviewers see: the queue, a form line by line, a unit's forms of a year. */
import { dossierAt, formAt } from './found.ts';
import type { Screen } from './screen.ts';
import { everyState } from './states.ts';

const differing = formAt('review', 'state=filed&difference=over&sort=-severity');
const reviewing = { scene: 'sample', as: 'reviewer' } as const;

export const reviewerScreens: readonly Screen[] = [
  ...everyState({
    page: 'queue',
    as: { reviewer: '/queue' },
    part: /^\/api\/submissions$/,
    empty: '/queue',
    crowd: '/queue',
    stranger: 'unit',
  }),
  { ...reviewing, page: 'queue', name: 'queue-nothing', address: '/queue?q=没有这样的表' },
  ...everyState({
    page: 'review',
    as: { reviewer: differing },
    part: /\/filings\/.*lines/,
    crowd: formAt('review', 'state=filed', ({ name }) => name === '1号单位第1个项目'),
    stranger: 'unit',
    isPrinted: true,
  }),
  {
    ...reviewing,
    page: 'review',
    name: 'review-long',
    scene: 'crowd',
    address: formAt('review', 'state=filed', ({ name }) => name.startsWith('中央财政')),
  },
  { ...reviewing, page: 'review', name: 'review-accepted', address: formAt('review', 'state=accepted') },
  { ...reviewing, page: 'review', name: 'review-returned', address: formAt('review', 'state=returned') },
  ...everyState({
    page: 'dossier',
    as: {
      reviewer: dossierAt('year=2020', ({ unit }) => unit.name.startsWith('望山市委')),
      unit: dossierAt('year=2021'),
    },
    part: /dossier/,
    crowd: dossierAt('year=2021'),
    stranger: 'policy',
    isPrinted: true,
  }),
];
