import { describe, expect, test } from 'vitest';
import { readDocument } from '../../engine/source/index.ts';

const read = (input: string | Uint8Array) => {
  const { document, diagnostics } = readDocument(input, { file: 'a.yaml' });
  expect(diagnostics).toEqual([]);
  return document!;
};

describe('values', () => {
  test('a number is the text it was written as', () => {
    const text = 'a: [0.10, 1e999, .nan, .inf, 2021, 0x1F, -0, +1.50, 12345678901234567890.1, 1_000]';
    expect(read(text).value).toEqual({
      a: ['0.10', '1e999', '.nan', '.inf', '2021', '0x1F', '-0', '+1.50', '12345678901234567890.1', '1_000'],
    });
  });

  test('booleans and null stay; dates and everything else is text', () => {
    expect(read('a: true\nb: False\nc: null\nd: ~\ne:\nf: yes\ng: 2022-07-15\nh: "5"').value).toEqual({
      a: true,
      b: false,
      c: null,
      d: null,
      e: null,
      f: 'yes',
      g: '2022-07-15',
      h: '5',
    });
  });

  test('keys are text, as written', () => {
    expect(read('2021: a\ntrue: b\n"null": c').value).toEqual({ '2021': 'a', true: 'b', null: 'c' });
  });

  test('JSON reads the same, also when it is indented with tabs', () => {
    const json = '{\n\t"a": 1.50,\n\t"b": [1,\n\t\t{ "c": null, "d": "\\ud83d\\ude00\\/" }\n\t]\n}\n';
    expect(read(json).value).toEqual({ a: '1.50', b: ['1', { c: null, d: '😀/' }] });
  });

  test('a byte order mark of UTF-8 is no part of the text', () => {
    expect(read(new TextEncoder().encode('\uFEFF名称: 过程')).value).toEqual({ 名称: '过程' });
    expect(read('\uFEFF名称: 过程').value).toEqual({ 名称: '过程' });
  });

  test('a document as deep as the limit is read', () => {
    const nested = (levels: number) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(readDocument(nested(63), { file: 'a' }).document).toBeDefined();
    expect(readDocument(nested(64), { file: 'a' }).diagnostics.map(({ code }) => code)).toEqual(['too-deep']);
  });

  test('limits can be set', () => {
    const codes = (limits: object) =>
      readDocument('名称: [过程]', { file: 'a', limits }).diagnostics.map(({ code }) => code);
    expect(codes({ bytes: 10 })).toEqual(['file-too-large']);
    expect(codes({ depth: 1 })).toEqual(['too-deep']);
    expect(codes({ tokens: 3 })).toEqual(['too-much-content']);
  });
});

describe('places', () => {
  const document = read('名称: 过程\r\n指标:\n  - id: a\n    a/b~c: 1\n  - id: b\n空:\n');

  test.each([
    ['', 1, 1],
    ['/名称', 1, 5],
    ['/指标', 3, 3],
    ['/指标/0', 3, 5],
    ['/指标/0/a~1b~0c', 4, 12],
    ['/指标/1/id', 5, 9],
    ['/指标/7/id', 3, 3],
    ['/没有', 1, 1],
  ])('value at "%s"', (pointer, line, column) => expect(document.locate(pointer)).toEqual({ line, column }));

  test.each([
    ['', 1, 1],
    ['/指标', 2, 1],
    ['/指标/1', 5, 5],
    ['/指标/0/a~1b~0c', 4, 5],
    ['/空', 6, 1],
    ['/指标/0/没有', 3, 5],
  ])('key at "%s"', (pointer, line, column) => expect(document.locateKey(pointer)).toEqual({ line, column }));
});
