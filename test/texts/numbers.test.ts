/** A number of a rule that its text does not say, and one of the text that no rule uses, are told with both places: see numbers.yaml. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadRulebook } from '../../engine/index.ts';
import { editions } from '../support/repository.ts';

interface Quoted {
  text: string;
  reading?: string;
  inferred?: boolean;
  method: object;
  metric?: string;
  absent?: string[];
  unused?: string[];
}

const all = parse(readFileSync(join(import.meta.dirname, 'numbers.yaml'), 'utf8')) as Quoted[];

const rulebookWith = ({ metric = 'rate', absent: _, unused: __, ...line }: Quoted) => ({
  rulebook: 'quoted',
  edition: '2000',
  title: '条文',
  status: 'draft',
  subjects: ['project'],
  total: 100,
  rounding: { decimals: 2, mode: 'half-up', at: 'indicator' },
  sources: { form: { title: '某表' } },
  inputs: {
    rate: { name: '比率', type: 'rate', min: 0, note: '-' },
    done: { name: '完成日', type: 'date', note: '-' },
    spent: { name: '支出', type: 'amount', unit: '万元', min: 0, note: '-' },
    cases: { name: '起数', type: 'count', note: '-' },
  },
  indicators: [
    {
      id: 'line',
      name: '一行',
      weight: 10,
      source: 'form',
      ...line,
      ...(metric === 'none' ? {} : { metric }),
    },
    { id: 'rest', name: '其余', weight: 90, method: { judgement: {} } },
  ],
});

const told = async (text: string) => {
  const { diagnostics } = await loadRulebook(text, 'rulebook.yaml');
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  return diagnostics.map(({ code, message }) => ({
    code,
    numbers: [...message.zh.replace(/^「.*?」/, '').matchAll(/「(.*?)」/g)].map(([, number]) => number),
  }));
};

test.each(all.map((one) => [`${one.text} ${JSON.stringify(one.method)}`, one] as const))(
  '%s',
  async (_, one) => {
    const found = await told(stringify(rulebookWith(one)));
    const of = (code: string) => found.filter((each) => each.code === code).flatMap(({ numbers }) => numbers);
    expect({ absent: of('number-not-in-text'), unused: of('text-number-unused') }).toEqual({
      absent: one.absent ?? [],
      unused: one.unused ?? [],
    });
  },
);

test('the message says both places', async () => {
  const [quoted] = all.filter(({ absent }) => absent?.includes('7分'));
  const { diagnostics } = await loadRulebook(stringify(rulebookWith(quoted!)), 'rulebook.yaml');
  const number = diagnostics.find(({ code }) => code === 'number-not-in-text')!;
  const unused = diagnostics.find(({ code }) => code === 'text-number-unused')!;
  expect(number.message).toEqual({
    zh: `「一行」规则里的「96%」，第 ${unused.place!.line} 行的条文里没有`,
    en: `the rule of "一行" says "96%", which its text in line ${unused.place!.line} does not`,
  });
  expect(number.place).toMatchObject({ pointer: '/indicators/0/method/bands/0/from' });
  expect(unused.place).toMatchObject({ pointer: '/indicators/0/text' });
});

test('a text that several rules quote is used by all of them together', async () => {
  const text = '达到80%得满分，每低1个百分点扣0.5分；不超过5%得满分';
  const rule = (method: object) => ({ text, source: 'form', method });
  const { diagnostics } = await loadRulebook(
    stringify({
      ...rulebookWith(all[0]!),
      indicators: [
        {
          id: 'a',
          name: '甲',
          weight: 50,
          metric: 'rate',
          ...rule({
            steps: { from: '80%', direction: 'below', per: '1百分点', deduct: 0.5, partial: 'ignored' },
          }),
        },
        {
          id: 'b',
          name: '乙',
          weight: 50,
          metric: 'rate',
          ...rule({ bands: [{ upTo: '5%', points: 50 }, { points: 0 }] }),
        },
      ],
    }),
    'rulebook.yaml',
  );
  expect(diagnostics).toEqual([]);
});

test.each(editions.map(({ name, text }) => [name, text] as const))('%s says its texts', async (_, text) => {
  expect(await told(text)).toEqual([]);
});
