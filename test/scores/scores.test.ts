/** Scores only, the ledger, whole-number fractions, and json-rules-engine asked for every form: four ways to one answer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../engine/impact/points.ts';
import { evaluate, formOfValue, loadRulebook, readCase, scorer } from '../../engine/index.ts';
import { repositoryRulebooks } from '../../server/library.ts';
import { frameworkForm, rubricForm, seeded } from '../bench/forms.ts';
import { naiveScorer } from '../bench/naive.ts';

const planOf = async (name: string) => {
  const { value } = await loadRulebook(
    readFileSync(join(repositoryRulebooks(), name, 'rulebook.yaml')),
    name,
  );
  if (!value) throw new Error(`${name} does not load`);
  return value;
};

describe.each([
  ['yunxi/2021', rubricForm],
  ['xiangyang/2021', frameworkForm],
] as const)('%s', async (name, makeForm) => {
  const plan = await planOf(name);
  const fast = scorer(plan);
  const naive = naiveScorer(plan);
  const onFractions = pointsOf(plan, new Set());

  it('the four agree on every form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const form = makeForm(seeded(seed));
        const { evaluation } = await evaluate(plan, formOfValue(form));
        const { total, outOf, grade, status } = evaluation!;
        expect(await fast(form)).toEqual({ total, outOf, grade, complete: status === 'complete' });
        expect(await onFractions(form)).toMatchObject({ total, outOf, grade });
        expect(await naive(form)).toBe(total);
      }),
      { numRuns: 200 },
    );
  });
});

describe('filed forms', () => {
  it.each([
    ['yunxi/2021', 'filed.yaml'],
    ['xiangyang/2021', 'institutional-reform.yaml'],
    ['ningxia/2021', 'filed.yaml'],
    ['lukou/2022', 'filed.yaml'],
    ['changan/2020', 'real-name-management.yaml'],
  ])('%s %s', async (name, file) => {
    const plan = await planOf(name);
    const { form } = readCase(readFileSync(join(repositoryRulebooks(), name, 'cases', file)), file).value!;
    const { evaluation } = await evaluate(plan, form!);
    const { total, outOf, grade, status } = evaluation!;
    expect(await scorer(plan)(form!.submission)).toEqual({
      total,
      outOf,
      grade,
      complete: status === 'complete',
    });
  });

  it('a form of another rulebook has no scores; a cell that cannot be read is as if it were empty', async () => {
    const plan = await planOf('xiangyang/2021');
    const form = frameworkForm(seeded(1));
    const score = scorer(plan);
    expect(await score({ ...form, edition: '1999' })).toBeUndefined();
    const unreadable = await score({ ...form, inputs: { budget: '1e999', executed: 'NaN' } });
    expect(unreadable).toEqual(await score({ ...form, inputs: {} }));
    expect(unreadable?.complete).toBe(false);
  });
});
