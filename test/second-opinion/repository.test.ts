/** Every form of the repository's cases, scored a second time from the manual alone. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { audit } from '../../engine/index.ts';
import { editions, formsOf, loadPlan } from '../support/repository.ts';
import { disagreements } from './agree.ts';
import { NoOpinion } from './cells.ts';
import { opinionOn } from './opinion.ts';

describe.each(editions)('$name', (edition) => {
  test('gives each form the points, statuses and grade of the second opinion', async () => {
    const plan = await loadPlan(edition);
    const rulebook = parse(edition.text);
    let opinions = 0;
    for (const form of formsOf(edition)) {
      const { evaluation } = await audit(plan, form);
      try {
        const opinion = opinionOn(rulebook, form.submission);
        expect(disagreements(evaluation!, opinion), form.submission.name).toEqual([]);
        opinions++;
      } catch (reason) {
        if (!(reason instanceof NoOpinion)) throw reason;
      }
    }
    expect(opinions).toBeGreaterThan(0);
  });
});
