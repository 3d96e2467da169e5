/** Random forms of random rulebooks, scored by the engine and from the manual: 20,000 of a fixed seed. */
import { expect, test } from 'vitest';
import { audit, formOfValue, loadRulebook, type Submission } from '../../engine/index.ts';
import type { JsonObject } from '../adversary/generate/json.ts';
import { formsOf, rulebookOf } from '../adversary/generate/triple.ts';
import { disagreements } from './agree.ts';
import { NoOpinion } from './cells.ts';
import { opinionOn } from './opinion.ts';

const wanted = 20_000;
const formsEach = 24;

function opinion(rulebook: JsonObject, submission: JsonObject) {
  try {
    return opinionOn(rulebook, submission);
  } catch (reason) {
    if (reason instanceof NoOpinion) return undefined;
    throw reason;
  }
}

test('gives the same points, weights, statuses and grades', { timeout: 600_000 }, async () => {
  let forms = 0;
  for (let seed = 100_000; forms < wanted; seed++) {
    const rulebook = rulebookOf(seed);
    const { value: plan } = await loadRulebook(JSON.stringify(rulebook), 'rulebook.json');
    if (!plan) continue;
    for (const submission of formsOf(seed, { before: rulebook, after: rulebook, what: [] }, formsEach)) {
      const { evaluation } = await audit(plan, formOfValue(submission as unknown as Submission));
      const other = evaluation && opinion(rulebook, submission);
      if (!other) continue;
      forms++;
      const found = disagreements(evaluation, other);
      expect(found, found.length > 0 ? JSON.stringify([seed, rulebook, submission]) : '').toEqual([]);
    }
  }
  expect(forms).toBeGreaterThanOrEqual(wanted);
});
