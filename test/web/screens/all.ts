/** The pictures of all areas; each area has a file of its own. */
import { adminScreens } from './admin.ts';
import { bureauScreens } from './bureau.ts';
import { entranceScreens } from './entrance.ts';
import { reviewerScreens } from './reviewers.ts';
import type { Screen } from './screen.ts';
import { unitScreens } from './units.ts';

export const screens: readonly Screen[] = [
  ...entranceScreens,
  ...unitScreens,
  ...reviewerScreens,
  ...bureauScreens,
  ...adminScreens,
];
