/** The pictures: every page that is linked to has its own, in both languages and in the states that pages have. */
import { describe, expect, test } from 'vitest';
import { hasPage } from '../../server/web/pages/routes.tsx';
import { screens } from './screens/all.ts';
import { addressNames, usualScreens } from './screens/ordinary.ts';
import { widths } from './screens/screen.ts';

const pages = addressNames.filter(hasPage);
/** Pages before the sign-in read nothing, and are for everybody. */
const open = ['signIn', 'setUp'];

test('each has a name of its own', () => {
  const names = screens.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each(pages)('the page %s', (page) => {
  const here = screens.filter((screen) => screen.page === page);

  test('is pictured at every width in both languages', () => {
    const whole = here.filter(
      ({ languages = ['zh'], widths: some = widths }) =>
        languages.length === 2 && widths.every((width) => some.includes(width)),
    );
    expect(whole.length).toBeGreaterThan(0);
  });

  test('is tried as it usually is', () => {
    expect(usualScreens.some((screen) => screen.page === page)).toBe(true);
  });

  test.skipIf(open.includes(page))(
    'is pictured while it is read, when it fails and when it is cut off',
    () => {
      const names = here.map(({ name }) => name);
      for (const state of ['loading', 'failed', 'offline']) expect(names).toContain(`${page}-${state}`);
    },
  );
});
