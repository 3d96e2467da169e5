/** Forms over HTTP: scored, audited, explained, with the figures of the filed documents. */
import { describe, expect, it } from 'vitest';
import type { Audit, Evaluation, LedgerNode } from '../../schemas/generated/types.ts';
import { ask, filed, post, problemOf, read, reform, textOf } from './client.ts';

const json = { 'Content-Type': 'application/json' };

const node = (evaluation: Evaluation, id: string): LedgerNode | undefined => {
  const find = (one: LedgerNode): LedgerNode | undefined =>
    one.id === id ? one : one.children?.map(find).find((found) => found !== undefined);
  return find(evaluation.ledger);
};

describe('POST /api/evaluate', () => {
  it('scores a filed form to the figures printed on it', async () => {
    const response = await post('/api/evaluate', JSON.stringify(reform()), json);
    const evaluation = await read<Evaluation>(response);
    expect(evaluation.total).toBe('92.52');
    expect(node(evaluation, 'execution')?.points).toBe('12.52');
    expect(node(evaluation, 'execution')?.lost).toBe('7.48');
  });

  it('takes numbers as JSON numbers, and YAML under either of its types', async () => {
    const { inputs, ...rest } = reform();
    const numbers = JSON.stringify({ ...rest, inputs: { budget: 101.17, executed: 63.34 } });
    for (const type of ['application/json', 'application/yaml', 'text/yaml; charset=utf-8']) {
      const response = await post('/api/evaluate', numbers, { 'Content-Type': type });
      expect((await read<Evaluation>(response)).total).toBe('92.52');
    }
    expect(inputs).toBeDefined();
  });

  it('never lets a number become a double', async () => {
    const line = (budget: string, executed: string) =>
      JSON.stringify({ ...reform(), inputs: { budget: 'B', executed: 'E' } })
        .replace('"B"', budget)
        .replace('"E"', executed);
    const pointsOf = async (budget: string, executed: string) => {
      const response = await post('/api/evaluate', line(budget, executed), json);
      const evaluation = await read<Evaluation>(response);
      return node(evaluation, 'execution')?.steps.find(({ step }) => step === 'read');
    };
    expect(await pointsOf('0.2', '0.1')).toMatchObject({ text: '0.1', value: '0.1' });
    expect(await pointsOf('9007199254740993.02', '9007199254740993.01')).toMatchObject({
      text: '9007199254740993.01',
      value: '9007199254740993.01',
    });
  });

  it.each(['1e999', 'NaN', 'Infinity', '-1', '"多少"'])(
    'scores the rest beside the amount %s, and says so at its input',
    async (text) => {
      const body = JSON.stringify({ ...reform(), inputs: { budget: 'B', executed: '1' } }).replace(
        '"B"',
        text,
      );
      const evaluation = await read<Evaluation>(await post('/api/evaluate', body, json));
      expect(evaluation.status).toBe('incomplete');
      expect(
        evaluation.findings.filter(({ severity, place }) => severity === 'error' && place?.input),
      ).toEqual([
        expect.objectContaining({
          code: text === '-1' ? 'input-out-of-range' : 'input-unreadable',
          place: expect.objectContaining({ input: 'budget' }),
        }),
      ]);
    },
  );

  it('computes an amount of forty digits, and refuses one that is no number at all', async () => {
    const body = JSON.stringify({
      ...reform(),
      inputs: { budget: '9'.repeat(39), executed: '9'.repeat(39) },
    });
    const evaluation = await read<Evaluation>(await post('/api/evaluate', body, json));
    expect(node(evaluation, 'execution')?.points).toBe('20');
  });

  it('says which rulebook may have been meant', async () => {
    const body = JSON.stringify({ ...reform(), rulebook: 'xiangyan' });
    const problem = await problemOf(await post('/api/evaluate', body, json));
    expect(problem).toMatchObject({
      status: 404,
      code: 'unknown-rulebook',
      title: '没有这份评分规则',
      detail: '是不是「xiangyang@2021」？',
      diagnostics: [{ code: 'unknown-reference', place: { file: 'body', line: 1, pointer: '/rulebook' } }],
    });
  });

  it('does not take one rulebook for another by a path in its name', async () => {
    const body = JSON.stringify({ ...reform(), edition: '../yunxi/2021' });
    expect((await post('/api/evaluate', body, json)).status).toBe(404);
  });

  it('keeps what does not stand in the way beside the evaluation', async () => {
    const form = reform();
    const body = JSON.stringify({ ...form, inputs: { ...form.inputs, basicExpenditure: '1' } });
    const evaluation = await read<Evaluation>(await post('/api/evaluate', body, json));
    expect(evaluation.total).toBe('92.52');
    expect(evaluation.diagnostics).toMatchObject([{ code: 'input-not-asked', severity: 'warning' }]);
  });

  it('answers many at once as it answers one', async () => {
    const bodies = ['institutional-reform', 'department', 'public-affairs-domain'].map((name) =>
      JSON.stringify(filed(`xiangyang/2021/cases/${name}.yaml`)),
    );
    const totals = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const response = await post('/api/evaluate', bodies[index % 3] ?? '', json);
        return (await read<Evaluation>(response)).total;
      }),
    );
    expect(new Set(totals.map((total, index) => `${index % 3}:${total}`))).toEqual(
      new Set(['0:92.52', '1:98.25', '2:99.07']),
    );
  });
});

describe('POST /api/audit', () => {
  it('finds what evaluating does not look for', async () => {
    const form = reform();
    const body = JSON.stringify({ ...form, claimed: { total: '93', points: { execution: '13' } } });
    const codes = async (address: string) =>
      (await read<Evaluation>(await post(address, body, json))).findings.map(({ code }) => code);
    expect(await codes('/api/evaluate')).not.toContain('score-mismatch');
    expect(await codes('/api/audit')).toContain('score-mismatch');
  });
});

describe('POST /api/audit-dossier', () => {
  const dossier = (forms: unknown[]) =>
    JSON.stringify({ dossier: '2021年度绩效自评材料', rulebook: 'xiangyang', edition: '2021', forms });
  const forms = ['public-affairs-domain', 'institutional-reform', 'department'].map((name) =>
    filed(`xiangyang/2021/cases/${name}.yaml`),
  );

  it('audits the forms together', async () => {
    const audit = await read<Audit>(await post('/api/audit-dossier', dossier(forms), json));
    expect(audit.evaluations.map(({ total }) => total)).toEqual(['99.07', '92.52', '98.25']);
    expect(audit.findings).toMatchObject([{ code: 'cross-form' }]);
  });

  it('refuses names of files, and reads none', async () => {
    const response = await post('/api/audit-dossier', dossier([forms[0], '/etc/passwd']), json);
    expect(await problemOf(response)).toMatchObject({ status: 422, code: 'unusable-dossier' });
    const whole = textOf('xiangyang/2021/cases/dossier.yaml');
    expect((await problemOf(await post('/api/audit-dossier', whole))).detail).toContain('/forms/2');
  });

  it('refuses the whole where one form cannot be scored', async () => {
    const broken = { ...forms[0], inputs: { bugdet: '1' } };
    const problem = await problemOf(await post('/api/audit-dossier', dossier([broken, forms[1]]), json));
    expect(problem).toMatchObject({ status: 422, code: 'unusable-dossier' });
    expect(problem.diagnostics[0]?.place?.pointer).toBe('/forms/0/inputs/bugdet');
  });

  it('refuses an unknown rulebook', async () => {
    const body = dossier(forms).replace('"2021","forms"', '"1999","forms"');
    expect((await problemOf(await post('/api/audit-dossier', body, json))).code).toBe('unknown-rulebook');
  });
});

describe('POST /api/explain', () => {
  const body = JSON.stringify(reform());
  const calculation = '20 × 63.34 ÷ 101.17 = 12.5214… → 12.52';

  it('gives JSON, or text alone where that is asked for', async () => {
    const whole = await post('/api/explain', body, json);
    expect((await read<{ text: string }>(whole)).text).toContain(`${calculation}（四舍五入，2位）`);
    const text = await post('/api/explain', body, { ...json, Accept: 'text/plain' });
    expect(text.headers.get('Content-Type')).toMatch(/^text\/plain/);
    expect(await text.text()).toContain(calculation);
  });

  it('is in the language asked for, and refuses another', async () => {
    const english = await post('/api/explain?lang=en', body, json);
    expect(english.headers.get('Content-Language')).toBe('en');
    expect((await read<{ text: string }>(english)).text).toContain('(half up, 2 places)');
    const byHeader = await post('/api/explain', body, { ...json, 'Accept-Language': 'en-GB,zh;q=0.5' });
    expect((await read<{ text: string }>(byHeader)).text).toContain('half up');
    const french = await post('/api/explain?lang=fr', body, json);
    expect(await problemOf(french)).toMatchObject({ status: 400, code: 'bad-parameter' });
  });
});

it('hands out a filed form that can be sent back as it is', async () => {
  const form = await (await ask('/api/example')).text();
  expect((await post('/api/evaluate', form, json)).status).toBe(200);
});
