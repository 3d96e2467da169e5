import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Exact } from '../../engine/decimal.ts';
import {
  type CellPart,
  describeReading,
  type RangeEnd,
  type Reading,
  readCell,
} from '../../engine/read/index.ts';

type Row = { text: string; year?: string } & Record<string, unknown>;

const groups = parse(readFileSync(new URL('./cells.yaml', import.meta.url), 'utf8')) as Record<string, Row[]>;

const partAsText = (part: CellPart) => ({
  ...part,
  number: part.number.toText(),
  ...(part.approximate && { approximate: 'true' }),
});

const endAsText = ({ number, open }: RangeEnd) => ({
  number: number.toText(),
  ...(open && { open: 'true' }),
});

/** A reading with every value as text, the way the data file writes it. */
const asText = ({
  text: _,
  decimals,
  number,
  approximate,
  scaled,
  least,
  most,
  parts,
  ...rest
}: Reading) => ({
  ...rest,
  ...(scaled && { scaled: 'true' }),
  ...(least && { least: endAsText(least) }),
  ...(most && { most: endAsText(most) }),
  ...(number && { number: number.toText() }),
  ...(decimals !== undefined && { decimals: String(decimals) }),
  ...(approximate && { approximate: 'true' }),
  ...(parts && { parts: parts.map(partAsText) }),
});

for (const [group, rows] of Object.entries(groups)) {
  describe(group, () => {
    test.each(rows)('$text', ({ text, year, notes, zh, en, ...expected }) => {
      const reading = readCell(text, { year });
      const { notes: read, decimals, ...rest } = asText(reading);
      // Notes and decimals are compared where the row gives them; everything else always, absence included.
      expect({ ...rest, ...('decimals' in expected && { decimals }) }).toEqual({
        kind: 'words',
        ...expected,
      });
      if (notes !== undefined) expect(read).toEqual(notes);
      if (zh !== undefined) expect(describeReading(reading, 'zh')).toBe(zh);
      if (en !== undefined) expect(describeReading(reading, 'en')).toBe(en);
    });
  });
}

test('the text is kept as typed, without the spaces around it', () => {
  expect(readCell('  ８０ ％ \n').text).toBe('８０ ％');
  expect(readCell(undefined)).toEqual({ text: '', kind: 'blank', notes: [] });
});

const pieces = [
  '≥',
  '不少于',
  '控制在',
  '约',
  '1,200',
  '12',
  '.',
  '百',
  '万',
  '十',
  '%',
  '元',
  '人',
  '以上',
  '、',
];
const morePieces = [
  '2021年',
  '12月',
  '31日',
  '前',
  '-',
  '～',
  '８',
  '\u200B',
  ' ',
  '\n',
  '展板',
  '(',
  'e5',
  '\u202E',
];
const cellLike = fc
  .array(fc.constantFrom(...pieces, ...morePieces), { maxLength: 40 })
  .map((all) => all.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), cellLike);

test('any text is read without an exception, and can be described', () => {
  fc.assert(
    fc.property(anyText, fc.option(fc.string(), { nil: undefined }), (text, year) => {
      const reading = readCell(text, { year });
      expect(reading.number !== undefined).toBe(reading.kind === 'number');
      expect(reading.date !== undefined).toBe(reading.kind === 'date');
      expect(reading.parts !== undefined).toBe(reading.kind === 'compound');
      for (const language of ['zh', 'en'] as const) expect(describeReading(reading, language)).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '1',
  '1,',
  '1,200',
  '十',
  '百分之',
  '展板',
  '≥',
  '不超过',
  '完成',
  '3次',
  '(',
  ' ',
  '2021年',
  '约',
  '一万',
  '1.',
])('the longest cell of nothing but %j takes no time', (piece) => {
  const started = performance.now();
  for (const tail of ['', '!', '人', '%']) readCell(piece.repeat(Math.floor(1990 / piece.length)) + tail);
  expect(performance.now() - started).toBeLessThan(200);
});

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.stringMatching(/^\d{0,12}$/))
  .map(([below, whole, places]) => `${below ? '-' : ''}${whole}${places && `.${places}`}`);

test('a number followed by a unit keeps its exact value, its unit and its decimal places', () => {
  fc.assert(
    fc.property(
      decimal,
      fc.constantFrom('人', '人次', '万元', '元', '公里', '天', '篇', '亩'),
      (number, unit) => {
        const reading = readCell(number + unit);
        expect(reading.number?.toText()).toBe(Exact.of(number).toText());
        expect([reading.kind, reading.unit]).toEqual(['number', unit]);
        expect(reading.decimals).toBe(number.split('.')[1]?.length ?? 0);
      },
    ),
  );
});

test('a percentage is the exact hundredth of what was written', () => {
  fc.assert(
    fc.property(decimal, (number) => {
      const fraction = readCell(`${number}%`).number;
      expect(fraction?.times(Exact.hundred).toText()).toBe(Exact.of(number).toText());
    }),
  );
});
