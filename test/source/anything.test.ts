/** Whatever is read, the answer is a document or the reasons why there is none. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capDiagnostics, diagnose, render } from '../../engine/diagnostics/index.ts';
import { readDocument } from '../../engine/source/index.ts';
import { validateAgainst } from '../../engine/validate/schema.ts';

function answers(input: string | Uint8Array) {
  const { document, diagnostics } = readDocument(input, { file: 'a.yaml' });
  expect(document === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  const all = document ? [...diagnostics, ...validateAgainst(document, 'rulebook')] : diagnostics;
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  for (const one of all) {
    expect(one.place?.file).toBe('a.yaml');
    expect(`${render(one, 'zh', text)}${render(one, 'en', text)}`).not.toMatch(/undefined|\[object/);
  }
  expect(all.map(({ code }) => code)).not.toContain('unreadable');
}

/** Pieces of YAML and JSON, in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b: ',
        ': ',
        '- ',
        '? ',
        '\n',
        '\n  ',
        '\n\t',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '|',
        '>',
        '#',
        ' ',
      ],
      ...[
        '&a ',
        '*a',
        '!t ',
        '%X',
        '---\n',
        '...\n',
        '<<: ',
        '\\',
        '1.5',
        'null',
        'true',
        '：',
        '　',
        '\r\n',
        '@',
      ],
      ...[
        'rulebook: a\n',
        'indicators:\n',
        '  - id: x\n',
        'method: {bands: [',
        '__proto__: ',
        '\uFEFF',
        '\u2028',
      ],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test('any pieces of YAML', () => fc.assert(fc.property(soup, answers), { numRuns: 3000 }));
test('any text', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), answers), { numRuns: 1000 }));
test('any bytes', () =>
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), answers), { numRuns: 1000 }));
test('any JSON', () =>
  fc.assert(
    fc.property(fc.json(), (json) => answers(`{"indicators": [${json}], "method": ${json}}`)),
    { numRuns: 1000 },
  ));

test('the value of any JSON is that JSON, with numbers as text', () => {
  const keys = fc.string().filter((key) => key.trim() === key && key !== '' && key !== '<<' && !(key in {}));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.integer(), (inside, number) => {
      const { document, diagnostics } = readDocument(JSON.stringify({ inside, number }), { file: 'a' });
      expect(diagnostics).toEqual([]);
      expect(document?.value).toEqual({ inside, number: String(number) });
    }),
  );
});

test('a long list of diagnostics is cut, and says so', () => {
  const many = Array.from({ length: 103 }, () => diagnose('empty-document', {}, { file: 'a' }));
  expect(capDiagnostics(many)).toHaveLength(101);
  expect(capDiagnostics(many).at(-1)?.message.en).toBe('at least 3 more problems are not listed');
});
