/** Facts are carried as data: no program compares, splits or searches the words it has made for a reader. */
import { expect, test } from 'vitest';
import { filesUnder } from './sources.ts';

const text = String.raw`\.(?:zh|en)\b\)?`;
const patterns: readonly RegExp[] = [
  // Compared: `one.zh === other.zh`, `message.en !== ''`.
  new RegExp(`${text} *[!=]==|[!=]== *[\\w.!?]*${text}`),
  // Searched, cut or changed: `message.zh.includes(…)`.
  new RegExp(
    `${text}[!?]*\\.(?:includes|split|replace|replaceAll|match|matchAll|search|startsWith|endsWith|indexOf|lastIndexOf|slice|substring|at|localeCompare)\\(`,
  ),
  // Asked of a pattern: `/…/.test(message.zh)`.
  new RegExp(`\\.(?:test|exec)\\([^)]*${text}`),
  // Looked up: `table[label.zh]`.
  new RegExp(`[\\w\\])!.]\\[[\\w.!?]*${text}\\]`),
];

/** Places that do so, and why they may. */
const exceptions: readonly RegExp[] = [
  // A case writes what the text of a finding must say; that is what it is about.
  /^server\/cases\/compare\.ts: .*finding\.message\.zh\.includes\(says\)/,
  // Templates with a place to fill, not words that were made.
  /^engine\/compare\/written\/bilingual\.ts: template\.(zh|en)\.replace\(/,
  /^engine\/compile\/context\.ts: problem: \{ zh: told\.zh\.replace\(/,
];

const compares = (line: string): boolean => patterns.some((pattern) => pattern.test(line));

test.each([
  'if (one.zh === other.zh) return;',
  "if ('' !== label.en) return;",
  "const meant = message.zh.startsWith('');",
  "const [first] = note!.en.split('');",
  'const is = /[0-9]/.test(one.message.zh);',
  'const name = table[name.zh];',
])('finds %s', (line) => expect(compares(line)).toBe(true));

test('a text in both languages is made last and never read back', () => {
  const found = [...filesUnder('engine'), ...filesUnder('server')].flatMap(({ path, code }) =>
    code
      .split('\n')
      .filter(compares)
      .map((line) => `${path}: ${line.trim()}`),
  );
  const isKnown = (one: string) => exceptions.some((known) => known.test(one));
  expect(
    found.filter((one) => !isKnown(one)),
    'carry what it says as data beside it',
  ).toEqual([]);
  expect(exceptions.filter((known) => !found.some((one) => known.test(one)))).toEqual([]);
});
