/** What a published text says of its boundaries. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { boundariesIn } from '../../engine/verify/boundaries.ts';
import { readData } from '../support/data.ts';

const { texts } = readData<{ texts: { text: string; boundaries: string[] }[] }>(
  fileURLToPath(new URL('texts.yaml', import.meta.url)),
);

test.each(texts)('$text', ({ text, boundaries }) => {
  const read = boundariesIn(text).map(
    ({ number, isPercent, belongs }) => `${number}${isPercent ? '%' : ''} ${belongs}`,
  );
  expect(read.sort()).toEqual([...boundaries].sort());
});
