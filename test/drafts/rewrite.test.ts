/** A copied rulebook names its new edition, and is otherwise the text it was: comments, layout, quotes. */
import { describe, expect, test } from 'vitest';
import { loadRulebook, readCase, readDocument } from '../../engine/index.ts';
import { renamed, renamedCase } from '../../server/rulebooks/rewrite.ts';
import { editions } from '../support/repository.ts';

const to = { rulebook: 'east-lake', edition: '2000' };

describe('every rulebook of the repository', () => {
  test.each(editions.map((one) => [one.name, one] as const))('%s', async (_name, { text, cases }) => {
    const copied = renamed(text, to, 'draft')!;
    const [before, after] = [text.split('\n'), copied.split('\n')];
    expect(after.length).toBe(before.length);
    const changed = after.filter((line, index) => line !== before[index]);
    expect(changed.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['rulebook', 'edition']),
    );
    expect(changed.every((line) => /^(rulebook|edition|status):/.test(line))).toBe(true);
    const { value } = await loadRulebook(copied, 'rulebook.yaml');
    expect(value?.rulebook).toMatchObject({ ...to, status: 'draft' });
    const { value: old } = await loadRulebook(text, 'rulebook.yaml');
    const from = old!.identity;
    for (const [path, content] of cases) {
      const one = renamedCase({ path, text: content }, from, to);
      expect(one.text.split('\n').length).toBe(content.split('\n').length);
      const document = readDocument(one.text, { file: path }).document!.value as Record<string, unknown>;
      const heads = [document, ...[document.submission ?? []].flat(), ...[document.forms ?? []].flat()];
      for (const head of heads as Record<string, unknown>[])
        if (head.rulebook !== undefined) expect([head.rulebook, head.edition]).toEqual(['east-lake', '2000']);
    }
  });
});

describe('however it is written', () => {
  test.each([
    [
      'plain',
      'rulebook: a\nedition: 2021\nstatus: published\n',
      'rulebook: east-lake\nedition: "2000"\nstatus: draft\n',
    ],
    [
      'with comments',
      'rulebook: a # 标识\nedition: "2021"   # 年度\nstatus: published#\n# 完\n',
      'rulebook: east-lake # 标识\nedition: "2000"   # 年度\nstatus: draft\n# 完\n',
    ],
    ['single quotes', "rulebook: 'a'\nedition: '2021'\n", "rulebook: 'east-lake'\nedition: '2000'\n"],
    [
      'JSON',
      '{"rulebook":"a","edition":"2021","status":"published","x":[1]}',
      '{"rulebook":"east-lake","edition":"2000","status":"draft","x":[1]}',
    ],
    [
      'flow',
      '{ rulebook: a, edition: 2021, x: { edition: 2021 } }\n',
      '{ rulebook: east-lake, edition: "2000", x: { edition: 2021 } }\n',
    ],
    [
      'a block',
      'edition: |-\n  2021\nrulebook: >\n  a\nx: 1\n',
      'edition: "2000"\nrulebook: east-lake\nx: 1\n',
    ],
    [
      'on the next line',
      'rulebook:\n  a\nedition:\n  "2021"\n',
      'rulebook:\n  east-lake\nedition:\n  "2000"\n',
    ],
    ['carriage returns', 'rulebook: a\r\nedition: "2021"\r\n', 'rulebook: east-lake\r\nedition: "2000"\r\n'],
    ['a byte order mark', '\uFEFFrulebook: a\nedition: "2021"\n', 'rulebook: east-lake\nedition: "2000"\n'],
  ])('%s', (_how, text, expected) => {
    expect(renamed(text, to, 'draft')).toBe(expected);
  });

  test('a text that cannot be read is not rewritten', () => {
    expect(renamed('rulebook: [', to, 'draft')).toBeUndefined();
  });

  test('a case keeps what it says of other rulebooks', () => {
    const text = 'case: x\nrulebook: b\nedition: "2021"\ntables: []\n';
    expect(renamedCase({ path: 'cases/a.yaml', text }, { rulebook: 'a', edition: '2021' }, to).text).toBe(
      text,
    );
    const broken = 'case: [';
    expect(renamedCase({ path: 'cases/a.yaml', text: broken }, to, to).text).toBe(broken);
    expect(readCase(broken, 'x').value).toBeUndefined();
  });
});
