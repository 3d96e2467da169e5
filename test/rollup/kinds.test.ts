/** How one row of several forms becomes one, for every kind of row: see kinds.yaml. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { evaluate, formOfValue, rollUp, type Submission } from '../../engine/index.ts';
import { form, nodes, planFrom, type Row, rolled, text } from './scene.ts';

interface Kind {
  case: string;
  frame?: string;
  parts: (Row & { amount: string; twice?: boolean })[];
  row?: { target?: string; actual?: string; weight?: string; points: string; status?: string };
  rows?: number;
  missing?: string[];
}

const kinds = parse(readFileSync(join(import.meta.dirname, 'kinds.yaml'), 'utf8'), {
  intAsBigInt: false,
}) as Kind[];
const names = ['甲', '乙', '丙'];

describe('a row of several forms', () => {
  test.each(kinds.map((kind) => [kind.case, kind] as const))('%s', async (_, kind) => {
    const plan = await planFrom(text(kind.frame));
    const forms = kind.parts.map(({ amount, twice, ...cells }, index) => {
      const row = { weight: '80', ...cells, name: cells.name ?? '工作' } as Row;
      const written = { ...row, weight: String(row.weight) };
      return form(names[index]!, String(amount), twice ? [written, written] : [written]);
    });
    const { submission, evaluation } = await rolled(plan, forms);
    expect(submission.declared).toHaveLength(kind.rows ?? 1);
    if (!kind.row) return;
    const { points, status = 'scored', ...cells } = kind.row;
    expect(submission.declared![0]).toMatchObject(cells);
    const line = nodes(evaluation.ledger).find(({ id }) => id === 'row-1')!;
    expect([line.points, line.status]).toEqual([points, status]);
    expect(evaluation.status).toBe(status === 'missing' ? 'incomplete' : 'complete');
    const told = evaluation.findings.filter(({ code }) => code === 'part-missing');
    expect(told.map(({ figures }) => figures?.form)).toEqual(kind.missing ?? []);
    const reversed = await rolled(plan, [...forms].reverse());
    expect(reversed.evaluation).toEqual(evaluation);
  });
});

describe('fixed lines', () => {
  const row: Row = { name: '工作', target: '≥10次', actual: '10次', weight: '80' };

  it('leaves a sum undone where a form lacks its part, and names the form', async () => {
    const plan = await planFrom(text());
    const { submission, evaluation } = await rolled(plan, [
      form('甲', '100', [row]),
      form('乙', '300', [row], { executed: '' }),
    ]);
    expect(submission.inputs).toEqual({ budget: '400', published: '是' });
    expect([evaluation.status, evaluation.total]).toEqual(['incomplete', '90']);
    expect(evaluation.findings.find(({ code }) => code === 'part-missing')).toEqual({
      code: 'part-missing',
      severity: 'warning',
      message: {
        zh: '汇总不完整：「乙」的「执行数」缺数据',
        en: 'the roll-up is incomplete: "乙" lacks data for "执行数"',
      },
      help: { zh: '补填「乙」的「执行数」后重新汇总。', en: 'fill in "执行数" of "乙" and roll up again.' },
      place: { input: 'executed', name: '执行数' },
      figures: { form: '乙', name: '执行数' },
    });
  });

  it('averages the points where forms answer differently', async () => {
    const plan = await planFrom(text());
    const { submission, evaluation } = await rolled(plan, [
      form('甲', '100', [row]),
      form('乙', '300', [row], { published: '否' }),
    ]);
    expect(submission.inputs).toEqual({ budget: '400', executed: '400' });
    const line = nodes(evaluation.ledger).find(({ id }) => id === 'openness')!;
    expect([line.points, line.status]).toEqual(['2.5', 'scored']);
    expect(evaluation.total).toBe('92.5');
  });

  it('rolls up what was rolled up', async () => {
    const plan = await planFrom(text());
    const judged = (share: string): Row => ({
      ...row,
      target: '提供支撑',
      actual: '有力支撑',
      judgement: { share },
    });
    const first = await rolled(plan, [
      form('甲', '100', [judged('100%')]),
      form('乙', '100', [judged('60%')]),
    ]);
    const { evaluation } = await rolled(plan, [
      Object.assign(first.submission, { name: '甲乙' }),
      form('丙', '200', [judged('100%')]),
    ]);
    // 80 and 48 are 64 on average; 64 and 80, at 200 each, are 72.
    expect(nodes(evaluation.ledger).find(({ id }) => id === 'row-1')!.points).toBe('72');
  });
});

describe('the same form twice', () => {
  const row: Row = { name: '工作', target: '≥10次', actual: '10次', weight: '80' };
  const one = form('甲', '100', [row]);
  const alike: [string, Partial<Submission>, Partial<Submission>, string | undefined][] = [
    ['the same id', { id: 'one' }, { id: 'one', inputs: { budget: '5', executed: '5' } }, '表号同为「one」'],
    [
      'the same id in forms of two units',
      { id: 'one', unit: '甲局' },
      { id: 'one', unit: '乙局' },
      undefined,
    ],
    ['two ids', { id: 'one' }, { id: 'two' }, undefined],
    [
      'no id, the same name, unit and year',
      { unit: '甲局', year: '2000' },
      { unit: '甲局', year: '2000', inputs: { budget: '5', executed: '5' } },
      '名称、填报单位、年度都相同',
    ],
    [
      'an id on one of them only',
      { id: 'one', unit: '甲局', year: '2000' },
      { unit: '甲局', year: '2000' },
      '名称、填报单位、年度都相同',
    ],
    ['another year', { unit: '甲局', year: '2000' }, { unit: '甲局', year: '1999' }, undefined],
    ['no id, and all the same', {}, {}, '内容完全相同'],
    ['no id, and another figure', {}, { inputs: { budget: '5', executed: '5' } }, undefined],
  ];

  test.each(alike)('%s', async (_, first, second, same) => {
    const plan = await planFrom(text());
    const forms = [{ ...one, ...first }, form('乙', '50', [row]), { ...one, ...second }].map(formOfValue);
    const { submission, diagnostics } = await rollUp(plan, forms, { name: '汇总', subject: 'project' });
    if (same === undefined) {
      expect(diagnostics).toEqual([]);
      return;
    }
    expect(submission).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => [code, message.zh])).toEqual([
      ['rollup-repeated', `同一张表汇总了两次：第 1 张与第 3 张「甲」${same}`],
    ]);
  });
});

describe('the report', () => {
  const row: Row = { name: '工作', target: '≥10次', actual: '10次', weight: '80' };
  const veto =
    'limits: [{ id: veto, name: 违规, when: { fact: report, operator: contains, value: 违规 }, total: 0 }]';
  const telling = (name: string, report: string | undefined): Submission => ({
    ...form(name, '100', [row]),
    ...(report === undefined ? {} : { report: { text: report } }),
  });

  it.each([
    [
      'stays where all forms have the same, and what looks at it says the same',
      ['有违规', '有违规'],
      '有违规',
      '0',
    ],
    ['of a single form is its own', ['有违规'], '有违规', '0'],
    ['is nobody’s where the forms differ', ['有违规', '没有问题'], undefined, '100'],
    ['is not made up', [undefined], undefined, '100'],
  ] as const)('%s', async (_, reports, kept, total) => {
    const plan = await planFrom(text(veto));
    const forms = reports.map((report, index) => telling(names[index]!, report));
    const { submission, evaluation } = await rolled(plan, forms);
    expect([submission.report?.text, evaluation.total]).toEqual([kept, total]);
  });
});

it('a roll-up of one form shares weights as the form does, where a printed one among them is not taken', async () => {
  const equal = text()
    .replace('weight: 80, declared: {}', 'weight: 80, declared: { weights: equal }')
    .replace('at: indicator', 'at: total');
  const plan = await planFrom(equal);
  const rows: Row[] = ['甲', '乙', '丙'].map((name, index) => ({
    name,
    target: '≥10次',
    actual: index === 1 ? '7次' : '10次',
    ...(index === 2 ? { weight: '2' } : {}),
  }));
  const alone = form('一', '100', rows);
  const { evaluation: own } = await evaluate(plan, formOfValue(alone));
  const { evaluation } = await rolled(plan, [alone]);
  expect(evaluation.total).toBe(own!.total);
});
