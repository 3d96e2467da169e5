/** How lines are scored and explained: a sentence for every method, curves with their ends, and next steps that hold. */
import { describe, expect, test } from 'vitest';
import { audit, auditReadable, explainLine, formOfValue, type Submission } from '../../engine/index.ts';
import type { Key } from '../../schemas/generated/language.ts';
import { methodTable } from '../../schemas/generated/methods.ts';
import type { FormDescription, LineDocument } from '../../schemas/generated/types.ts';
import { filedCases } from '../support/cases.ts';
import { ask, library, read } from './client.ts';

const editions = (await library.all()).flatMap(({ name, plan }) => (plan ? [{ name, plan }] : []));
const addressOf = (name: string) => `/api/rulebooks/${name.replace('@', '/')}`;

test.each(Object.entries(methodTable))('%s says how it scores, of parameters that it has', (_, method) => {
  const has = (key: Key, path: readonly string[]): boolean => {
    const [first, ...rest] = path;
    if (first === undefined) return true;
    const inner = key.keys?.find((one) => one.key === first);
    return inner !== undefined && has(inner, rest);
  };
  for (const text of Object.values(method.sentence!)) {
    expect(text.length).toBeGreaterThan(5);
    for (const [, path] of text.matchAll(/\{([\w.]+)\}/g))
      expect(path === 'metric' || has(method, path!.split('.')), path).toBe(true);
  }
});

describe.each(editions)('$name', ({ name, plan }) => {
  test('every line is told in whole sentences, its bands one by one', async () => {
    for (const id of plan.byId.keys()) {
      const document = await read<LineDocument>(await ask(`${addressOf(name)}/lines/${id}`));
      const told = [...(document.sentence ? [document] : []), ...document.targets];
      expect(told.length > 0).toBe(plan.byId.get(id)!.kind !== 'group');
      for (const { sentence, bands } of told) {
        for (const text of [sentence!.zh, sentence!.en]) expect(text).not.toMatch(/[{}[\]]|undefined| {2}/);
        for (const { text } of bands) expect(text.zh).not.toMatch(/undefined|—/);
      }
    }
  });

  test('a curve goes on without a hole, and at each place one stroke alone holds', async () => {
    const { lines } = await read<FormDescription>(await ask(`${addressOf(name)}/form`));
    for (const { id } of lines.filter(({ shape }) => shape === 'leaf')) {
      const { curve } = await read<LineDocument>(await ask(`${addressOf(name)}/lines/${id}`));
      for (const [index, stroke] of (curve?.strokes ?? []).entries()) {
        const before = curve!.strokes[index - 1];
        if (!before) continue;
        expect(stroke.points[0]![0]).toBe(before.points.at(-1)![0]);
        expect(before.toIncluded && stroke.fromIncluded).toBe(false);
        expect(before.toIncluded || stroke.fromIncluded).toBe(true);
      }
    }
  });
});

test('a line that is not there is not found', async () => {
  expect((await ask(`${addressOf('yunxi@2021')}/lines/no-such-line`)).status).toBe(404);
});

let promises = 0;

const explained = async (submission: Submission, line: string) => {
  const plan = (await library.edition(submission.rulebook, submission.edition))!.plan!;
  const { scored, evaluation } = await auditReadable(plan, formOfValue(submission));
  return explainLine(scored, evaluation, line);
};

describe('what would win more', () => {
  const fixed = filedCases.find(({ form }) => form.rulebook === 'yunxi')!.form;

  test('of a line in bands, the next band', async () => {
    const told = await explained(fixed, 'budget-adjustment-rate');
    expect(told?.next).toEqual({
      x: '0.2',
      points: '1',
      message: {
        zh: '预算调整率降到 20%，可得 1 分',
        en: '预算调整率 down to 20% would win 1',
      },
    });
    expect(told?.standing).toMatchObject({ y: '0.5', shown: '23.1292…%' });
    expect(told?.bands).toEqual([{ index: 3, label: { zh: '≤ 30%', en: '≤ 30%' } }]);
    const inputs = { ...fixed.inputs, initialBudget: '100', adjustedBudget: '120' };
    expect((await explained({ ...fixed, inputs }, 'budget-adjustment-rate'))?.points).toBe('1');
  });

  test('nothing where all is won, where a person judges, where the data is missing', async () => {
    expect((await explained(fixed, 'staff-control-rate'))?.next).toBeUndefined();
    expect((await explained(fixed, 'combined-benefit'))?.next).toBeUndefined();
    const { initialBudget, ...inputs } = fixed.inputs!;
    expect((await explained({ ...fixed, inputs }, 'budget-adjustment-rate'))?.next).toBeUndefined();
    expect(await explained(fixed, 'no-such-line')).toBeUndefined();
  });

  const rates = ['91%', '84%', '70%', '60%', '3%'];
  test.each(rates)('of a rate of %s, what is promised is what comes of it', async (satisfaction) => {
    const form = { ...fixed, inputs: { ...fixed.inputs, satisfaction } };
    const { next } = (await explained(form, 'public-satisfaction'))!;
    const reached = next!.message.zh.match(/到 ([\d.]+%)/)![1]!;
    const after = await explained(
      { ...form, inputs: { ...form.inputs, satisfaction: reached } },
      'public-satisfaction',
    );
    expect(after?.points).toBe(next!.points);
  });

  const framed = filedCases
    .filter(({ form }) => form.declared?.length)
    .map(({ name, form }) => ({ name, form }));
  test.each(framed)('of the rows of $name, what is promised is what comes of it', async ({ form }) => {
    const plan = (await library.edition(form.rulebook, form.edition))!.plan!;
    for (const [index, row] of form.declared!.entries()) {
      const number = /\d+(\.\d+)?/.exec(String(row.target ?? ''));
      if (!number || row.weight === undefined) continue;
      const withActual = (actual: string): Submission => ({
        ...form,
        declared: form.declared!.map((one, at) => (at === index ? { ...one, actual } : one)),
      });
      const unit = String(row.target).slice(number.index + number[0].length);
      const low = withActual(`1${unit}`);
      const { evaluation } = await audit(plan, formOfValue(low));
      if (!evaluation) continue;
      const { next } = (await explained(low, row.id ?? `row-${index + 1}`))!;
      if (!next) continue;
      promises++;
      const shown = /到 (-?[\d.]+)(.*?)，/.exec(next.message.zh)!;
      const after = await explained(
        withActual(`${shown[1]}${shown[2]!.trim()}`),
        row.id ?? `row-${index + 1}`,
      );
      expect(after?.points, next.message.zh).toBe(next.points);
    }
  });

  test('promises were made at all', () => {
    expect(promises).toBeGreaterThan(20);
  });
});
