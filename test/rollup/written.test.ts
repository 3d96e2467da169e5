/** Points under `rolledUp` count without a remark only where the roll-up itself gave them; typed, they are an error. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, evaluate, formOfValue, rollUp, type Submission, scorer } from '../../engine/index.ts';
import { cli } from '../cli/cli.ts';
import { impactOf, studyOf } from '../impact/study.ts';
import { form, planFrom, type Row, rolled, text } from './scene.ts';

const words: Row = { name: '机制', target: '提供支撑', actual: '有力支撑', weight: '80' };
const judged = { ...words, judgement: { share: '100%', reason: '已核' } };
const bare = form('甲', '100', [words]);
const typed: Submission = { ...bare, rolledUp: { forms: ['甲'], points: { 'row-1': '80' } } };

const told = (found: readonly { code: string; severity: string }[] = []) =>
  found.filter(({ code }) => code.startsWith('rolled-up')).map(({ code, severity }) => `${severity} ${code}`);

describe('points of a roll-up that a form brings along', () => {
  it.each([['evaluate', evaluate] as const, ['audit', audit] as const])(
    '%s says so as an error',
    async (_, ask) => {
      const { evaluation } = await ask(await planFrom(text()), formOfValue(typed));
      expect(told(evaluation?.findings)).toEqual(['error rolled-up-as-written']);
    },
  );

  it('also in a form that a roll-up made and a file brought back', async () => {
    const plan = await planFrom(text());
    const { submission, evaluation } = await rolled(plan, [form('甲', '100', [judged])]);
    expect(told(evaluation.findings)).toEqual(['info rolled-up']);
    const back = await evaluate(plan, formOfValue(JSON.parse(JSON.stringify(submission))));
    expect(back.evaluation?.total).toBe(evaluation.total);
    expect(told(back.evaluation?.findings)).toEqual(['error rolled-up-as-written']);
  });

  it('get no grade, and no impact is told of them', async () => {
    const graded = `${text()}grades: [{ name: 优, from: 90 }, { name: 差, from: 0 }]\n`;
    const plan = await planFrom(graded);
    const { evaluation } = await evaluate(plan, formOfValue(typed));
    expect([evaluation?.status, evaluation?.total, evaluation?.grade]).toEqual([
      'complete',
      '100',
      undefined,
    ]);
    expect(evaluation?.gradeWithheld?.zh).toContain('rolledUp');
    expect((await scorer(plan)(typed))?.grade).toBeUndefined();
    const { evaluation: honest } = await evaluate(plan, formOfValue(form('甲', '100', [judged])));
    expect(honest?.grade).toBe('优');
    const study = await studyOf(graded, graded.replace('edition: "2000"', 'edition: "2001"'));
    const { assessed } = await impactOf(study, [typed]);
    expect(assessed.map((one) => one.is)).toEqual(['unusable']);
    expect(assessed[0]).toMatchObject({ diagnostics: [{ code: 'rolled-up-form' }] });
  });

  it('refuse a score on the command line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-rolled-'));
    writeFileSync(join(folder, 'rulebook.yaml'), text());
    writeFileSync(join(folder, 'form.json'), JSON.stringify(typed));
    const { code, out } = await cli([
      'score',
      join(folder, 'form.json'),
      '--rulebook',
      join(folder, 'rulebook.yaml'),
    ]);
    expect(code).toBe(1);
    expect(out).toContain('rolledUp');
  });

  it('are warned of where such a form is rolled up', async () => {
    const plan = await planFrom(text());
    const { diagnostics } = await rollUp(
      plan,
      [formOfValue(typed), formOfValue(form('乙', '100', [judged]))],
      {
        name: '汇总',
        subject: 'project',
      },
    );
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place?.pointer])).toEqual([
      ['rollup-of-written', 'warning', '/rolledUp/points'],
    ]);
  });

  it('of lines that there are not say nothing', async () => {
    const none = { ...bare, rolledUp: { forms: ['甲'], points: {} } };
    const { evaluation } = await evaluate(await planFrom(text()), formOfValue(none));
    expect(told(evaluation?.findings)).toEqual([]);
  });
});

describe('deductions', () => {
  const plan = () =>
    planFrom(
      text().replace(
        'name: 成效, weight: 80, declared: {} }',
        `name: 成效, weight: 80, declared: {} }
  - { id: late, name: 迟报, weight: 2, line: penalty, method: { tiers: [{ name: 有, upTo: 100% }] } }
  - { id: faults, name: 问题, weight: 4, line: penalty, declared: {} }`,
      ),
    );
  const value: Submission = {
    ...form('甲', '100', [judged], { published: '是' }),
    judgements: { late: { share: '50%', reason: '迟报一次' } },
  };
  value.declared!.push({
    ...judged,
    name: '问题',
    weight: '4',
    under: 'faults',
    judgement: { share: '25%', reason: '一处' },
  });

  it('are told with a minus, also as rows, and the group is their sum', async () => {
    const { evaluation } = await evaluate(await plan(), formOfValue(value));
    const late = evaluation!.ledger.children!.slice(-2);
    expect(late.map(({ id, points }) => [id, points])).toEqual([
      ['late', '-1'],
      ['faults', '-1'],
    ]);
    expect(late[1]!.children!.map(({ points }) => points)).toEqual(['-1']);
    expect(late[1]!.steps).toEqual([{ step: 'sum', terms: ['-1'], value: '-1', combine: 'sum' }]);
    expect(evaluation!.total).toBe('98');
  });

  it('stay in a roll-up of one form, judged or declared', async () => {
    const { evaluation } = await rolled(await plan(), [value]);
    expect(evaluation.total).toBe('98');
  });
});
