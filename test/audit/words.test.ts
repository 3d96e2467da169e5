/** Full marks for words: a warning where the words say that it was not done, went wrong or was not filled in. */
import { expect, test } from 'vitest';
import { audit, formOfValue, loadRulebook, type Submission } from '../../engine/index.ts';

const kinds = ['atLeast', 'atMost', 'plain', 'equal', 'range', 'date', 'words'];
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

async function codesOf(actual: string, target: string): Promise<string[]> {
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
  return evaluation!.findings.map(({ code }) => code);
}

const against = [
  ...['未开展', '没有开展', '尚未验收', '未达到预期', '不达标', '不合格', '无法完成', '难以实施'],
  ...['部分完成', '仅完成一期', '只完成设计', '正在建设', '招标中', '进度缓慢', '进展较慢', '仍需整改'],
  ...[
    '延期',
    '推迟到明年',
    '已取消',
    '停滞',
    '已作废',
    '发生1起重大事故',
    '出现多次投诉',
    '存在违规',
    '超标排放',
  ],
  ...['填写完成情况', '（请说明完成情况）', 'XX', '××'],
];

const inOrder = [
  ...[
    '完成',
    '全部完成',
    '达成预期指标',
    '不断提高',
    '没有发生安全事故',
    '未发生重大事故',
    '无投诉',
    '零事故',
  ],
  ...['未超标', '杜绝违规', '无延期', '满意'],
];

test.each(against)('%s speaks against full marks', async (words) => {
  expect(await codesOf(words, '达到要求')).toContain('words-against-points');
});

test.each(inOrder)('%s does not', async (words) => {
  expect(await codesOf(words, '达到要求')).not.toContain('words-against-points');
});

test.each(['不超标', '正在建设', '难以替代的服务'])(
  '%s does not where the target says the same',
  async (words) => {
    expect(await codesOf(words, words)).not.toContain('words-against-points');
  },
);
