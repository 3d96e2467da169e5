/** The same input gives the same bytes: again, after other forms, from a fresh plan, from a rulebook laid out otherwise. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  audit,
  explain,
  formOfValue,
  loadRulebook,
  type ScoringPlan,
  type Submission,
} from '../../engine/index.ts';
import { readDocument } from '../../engine/source/index.ts';
import { submissions } from '../support/arbitraries.ts';
import { editions, formsOf, loadPlan } from '../support/repository.ts';
import { runs } from '../support/runs.ts';

const bytes = async (plan: ScoringPlan, submission: Submission): Promise<string> => {
  const { evaluation } = await audit(plan, formOfValue(submission));
  return (
    JSON.stringify(evaluation) + (evaluation ? explain(evaluation, 'zh') + explain(evaluation, 'en') : '')
  );
};

describe.each(editions.map((edition) => [edition.name, edition] as const))('%s', (_name, edition) => {
  const plans = Promise.all([loadPlan(edition), loadPlan(edition), relaid(edition.text)]);

  test('random forms', async () => {
    const [plan, fresh, other] = await plans;
    await fc.assert(
      fc.asyncProperty(fc.array(submissions(plan), { minLength: 2, maxLength: 3 }), async (all) => {
        const first = await Promise.all(all.map((one) => bytes(plan, one)));
        expect(await Promise.all([...all].reverse().map((one) => bytes(plan, one)))).toEqual(
          [...first].reverse(),
        );
        expect(await Promise.all(all.map((one) => bytes(fresh, structuredClone(one))))).toEqual(first);
        expect(await Promise.all(all.map((one) => bytes(other, one)))).toEqual(first);
      }),
      { numRuns: runs(15) },
    );
  });

  test('the forms of its cases, a hundred at once and one by one', async () => {
    const [plan, fresh] = await plans;
    const all = formsOf(edition).map(({ submission }) => submission);
    const many = Array.from({ length: 100 }, (_, index) => all[index % all.length]!).filter(Boolean);
    const together = await Promise.all(many.map((one) => bytes(plan, one)));
    for (const [index, one] of all.entries()) expect(await bytes(fresh, one)).toBe(together[index]);
  });

  test('scoring leaves the form as it was', async () => {
    const [plan] = await plans;
    for (const { submission } of formsOf(edition)) {
      const before = JSON.stringify(submission);
      await bytes(plan, submission);
      expect(JSON.stringify(submission)).toBe(before);
    }
  });
});

/** The same rulebook as JSON, its keys in the opposite order, without its comments. */
async function relaid(text: string): Promise<ScoringPlan> {
  const { document } = readDocument(text, { file: 'rulebook.yaml' });
  const { inputs, metrics, sources, ...rest } = document!.value as Record<string, unknown>;
  const reversed = Object.fromEntries(Object.entries({ inputs, metrics, sources, ...rest }).reverse());
  const { value } = await loadRulebook(JSON.stringify(reversed), 'rulebook.json');
  return value!;
}
