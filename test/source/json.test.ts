/** Plain JSON is read the quick way; it is read as the slow way reads it, which a comment in front of it makes sure of. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../engine/source/index.ts';
import { runs } from '../support/runs.ts';

const comment = '# 注释\n';

/** What is read of a text either way, with the place of one of its parts. */
function read(text: string, pointer: string, skip = 0) {
  const { document, diagnostics } = readDocument(text, { file: 'a' });
  const { line, column } = document?.locate(pointer) ?? { line: 0, column: 0 };
  if (document) expect(document.spanOf(''), `${text} has places`).toBeDefined();
  return {
    value: document?.value,
    line: document ? line - skip : 0,
    column,
    said: diagnostics.map(
      ({ code, place }) => `${code} ${place?.line === undefined ? '' : place.line - skip}:${place?.column}`,
    ),
  };
}

function same(text: string, pointer = '/a'): void {
  expect(read(text, pointer), text).toEqual(read(comment + text, pointer, 1));
}

describe('by hand', () => {
  test.each([
    '{}',
    ' \n{"a": 1, "b": [1.50, -0, 1e999, 12345678901234567890.123456789]}',
    '{"a": 0.1, "a": 0.2}',
    '{"b": {"a": 1, "\\u0061": 2}}',
    '{"a": "\\u0000"}',
    '{"a": "\\b"}',
    '{"\\f": "a"}',
    '{"a": "\\n\\r\\t\\/\\\\"}',
    '{"a": "\\ud800"}',
    '{"a": "\\ud83d\\ude00 \\" \\\\ \\/ :"}',
    '{"__proto__": 1}',
    '{"constructor": {"a": "1"}}',
    '{"": 1, "<<": 2, " a": 3}',
    '{"a": 01}',
    '{"a": 1.}',
    '{"a": +1, "b": .5, "c": NaN}',
    '{"a": [1,, 2]}',
    '{"a": 1,}',
    "{'a': 1}",
    '{"a":\t1}',
    '{"a": "x\u2028y"}',
    '{"a": true, "b": null, "c": "true", "d": "1"}',
    '{"a": 1} {"b": 2}',
    '{"a": 1} # 注释',
    '{"a": {"b": "1:2, 3"}, "c": ["a:", ":"]}',
    `{"a": ${'['.repeat(63)}${']'.repeat(63)}}`,
    `{"a": ${'['.repeat(64)}${']'.repeat(64)}}`,
    ...[28, 29, 30, 31, 32, 33].map((deep) => `${'{"a":['.repeat(deep)}"b"${']}'.repeat(deep)}`),
    `{"${'k'.repeat(2000)}": 1}`,
  ])('%s', (text) => same(text));
});

test('whatever JSON there is', () => {
  const texts = fc
    .tuple(
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('a', 'b', '__proto__', '数')), fc.jsonValue()),
      fc.constantFrom(0, 2),
    )
    .map(([value, space]) => JSON.stringify(value, null, space));
  fc.assert(
    fc.property(texts, fc.constantFrom('/a', '/b', ''), (text, pointer) => same(text, pointer)),
    { numRuns: runs(300) },
  );
});

test('JSON with a mistake in it', () => {
  const texts = fc
    .tuple(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', '1', '\\', ' ', '\n', ':', '{', '\u0001', 'e'),
    )
    .map(([value, at, put]) => {
      const text = JSON.stringify({ a: value });
      const place = at % text.length;
      return text.slice(0, place) + put + text.slice(place + 1);
    });
  fc.assert(
    fc.property(texts, (text) => same(text)),
    { numRuns: runs(500) },
  );
});
