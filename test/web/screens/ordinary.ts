/** Every page as it usually is, for every role that sees it: what is pictured first. */
import { type AddressName, addresses } from '../../../server/web/pages/addresses.ts';
import { screens } from './all.ts';
import type { Screen } from './screen.ts';

export const usualScreens: readonly Screen[] = screens.filter(({ isUsual }) => isUsual);

export const addressNames = Object.keys(addresses) as AddressName[];
