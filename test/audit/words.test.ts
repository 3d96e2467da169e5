/** Full marks for words: a warning where the words say that it was not done, went wrong or was not filled in. */
import { expect, test } from 'vitest';
import { isPrompt, promptIn } from '../../engine/audit/prompts.ts';
import { isShareOfWhole } from '../../engine/audit/shares.ts';
import { speakAgainst } from '../../engine/audit/words.ts';
import { audit, formOfValue, loadRulebook, type Submission } from '../../engine/index.ts';
import { readData } from '../support/data.ts';

interface Phrases {
  against: string[];
  inOrder: string[];
  /** Words that speak against full marks, and do not where the target says the same. */
  asked: string[];
  prompts: string[];
  filledIn: string[];
  promptsInText: string[];
  writtenText: string[];
  shares: string[];
  openRates: string[];
}

const phrases = readData<Phrases>(new URL('./words/phrases.yaml', import.meta.url).pathname);

test('there are as many phrases in order as phrases against', () => {
  expect(phrases.against.length + phrases.inOrder.length).toBeGreaterThanOrEqual(160);
  expect(phrases.inOrder.length).toBeGreaterThanOrEqual(80);
});

test.each(phrases.against)('%s speaks against full marks', (words) => {
  expect(speakAgainst(words, '达到要求')).toBe(true);
});

test.each(phrases.inOrder)('%s does not', (words) => {
  expect(speakAgainst(words, '达到要求')).toBe(false);
  expect(isPrompt(words)).toBe(false);
});

test.each(phrases.asked)('%s does not where the target says the same', (words) => {
  expect(speakAgainst(words, '达到要求')).toBe(true);
  expect(speakAgainst(words, words)).toBe(false);
});

test.each(phrases.prompts)('%s was not filled in', (words) => {
  expect(isPrompt(words)).toBe(true);
});

test.each(phrases.filledIn)('%s was', (words) => {
  expect(isPrompt(words)).toBe(false);
});

test.each(phrases.promptsInText)('%s is what the form asks', (text) => {
  expect(promptIn(text)).toBeDefined();
});

test.each(phrases.writtenText)('%s is what somebody wrote', (text) => {
  expect(promptIn(text)).toBeUndefined();
});

test.each(phrases.shares)('%s cannot pass 100%', (name) => {
  expect(isShareOfWhole(name)).toBe(true);
});

test.each(phrases.openRates)('%s can pass 100%', (name) => {
  expect(isShareOfWhole(name)).toBe(false);
});

test('a cell of twenty thousand signs is looked through at once', () => {
  const started = performance.now();
  for (const sign of ['未', '发生', '不', '无发生', '（', 'X', '下降成本'])
    speakAgainst(sign.repeat(20_000 / sign.length), '');
  expect(performance.now() - started).toBeLessThan(2000);
});

const kinds = ['atLeast', 'atMost', 'plain', 'equal', 'date', 'words'];
const judged = { method: { judgement: {} }, source: 'form', text: '按完成情况评分' };

const rulebook = {
  rulebook: 'words',
  edition: '2024',
  title: '文字指标',
  status: 'draft',
  subjects: ['project'],
  total: 100,
  rounding: { decimals: 2, mode: 'half-up', at: 'indicator' },
  sources: { form: { title: '表' } },
  frame: { targets: Object.fromEntries(kinds.map((kind) => [kind, judged])) },
  indicators: [{ id: 'results', name: '产出', weight: 100, declared: {}, source: 'form', text: '按表' }],
};

async function toldOf(actual: string, target: string): Promise<string[]> {
  const row = { under: 'results', name: '工作开展', target, actual, weight: '100', claimed: '100' };
  const submission = {
    rulebook: 'words',
    edition: '2024',
    subject: 'project',
    name: '甲',
    declared: [{ ...row, judgement: { share: '100%' } }],
  };
  const { value } = await loadRulebook(JSON.stringify(rulebook), 'rulebook.json');
  const { evaluation } = await audit(value!, formOfValue(submission as unknown as Submission));
  return evaluation!.findings.map(({ severity, code }) => `${severity} ${code}`);
}

test.each([
  ['未开展', '达到要求', 'warning words-against-points'],
  ['（请说明完成情况）', '达到要求', 'warning words-against-points'],
  ['（请说明完成情况）', '≥3次', 'error prompt-left'],
  ['12项', '≥XX项', 'error prompt-left'],
  ['未达标', '≥3次', 'error words-against-points'],
  ['未完成结算', '≤12万元', 'error words-against-points'],
])('full marks for %s where %s was asked: %s', async (actual, target, told) => {
  expect(await toldOf(actual, target)).toContain(told);
});

test('words that contradict the points of a number are told once', async () => {
  const told = await toldOf('未达标', '≥3次');
  expect(told.some((one) => one.includes('not-numeric'))).toBe(false);
});
