/** How few and how many points a line can have: what the rule gives always lies within, on every form there is. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  Exact,
  evaluate,
  type Form,
  loadRulebook,
  pointsRanges,
  type ScoringPlan,
} from '../../engine/index.ts';
import { readData } from '../support/data.ts';
import { formFrom, nodesOf } from '../support/engine.ts';
import { editions, formsOf, loadPlan, root } from '../support/repository.ts';
import { withHead } from '../support/scenes.ts';

interface Scenes {
  scenes: { scene: string; rulebook: string; forms?: ({ name: string } & Record<string, unknown>)[] }[];
}

/** The lines whose points lie outside their range, as `id: points`. */
async function outside(plan: ScoringPlan, form: Form): Promise<string[]> {
  const { evaluation } = await evaluate(plan, form);
  const { ranges } = await pointsRanges(plan, form);
  if (!evaluation) {
    expect(ranges).toBeUndefined();
    return [];
  }
  const leaves = nodesOf(evaluation.ledger).filter(({ children }) => !children?.length);
  const strayed = leaves.filter(({ id, points }) => {
    const { least, most } = ranges!.get(id)!;
    return Exact.of(points).compare(least) < 0 || Exact.of(points).compare(most) > 0;
  });
  return strayed.map(({ id, points }) => `${id}: ${points}`);
}

test.each(editions)('the forms of $name', async (edition) => {
  const plan = await loadPlan(edition);
  for (const form of formsOf(edition)) expect(await outside(plan, form)).toEqual([]);
});

const folder = `${root}test/language/`;
describe.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('%s', (file) => {
  test.each(readData<Scenes>(folder + file).scenes)('$scene', async ({ rulebook, forms = [] }) => {
    const { value: plan } = await loadRulebook(withHead(rulebook), 'rulebook.yaml');
    for (const { name, expect: _, audit, ...given } of forms) {
      const form = formFrom({ rulebook: 'example', edition: '2000', subject: 'project', name, ...given });
      expect(await outside(plan!, form), name).toEqual([]);
    }
  });
});

describe('the range of a line', async () => {
  const { value: plan } = await loadRulebook(
    withHead(`inputs:
  rate: { name: 完成率, type: rate }
  prizes: { name: 获奖数, type: count, unit: 次, min: 0 }
  breaches: { name: 违规数, type: count, unit: 次, min: 0 }
indicators:
  - { id: work, name: 工作, weight: 60, metric: rate, method: { proportional: {} } }
  - { id: above, name: 可超额, weight: 40, metric: rate, method: { proportional: { cap: 120% } } }
  - { id: prize, name: 加分, line: bonus, weight: 5, metric: prizes, method: { proportional: { target: 5次 } } }
  - { id: breach, name: 扣分, line: penalty, weight: 10, method: { occurrences: { each: [{ count: breaches, deduct: 2 }] } } }
`),
    'rulebook.yaml',
  );
  const given = { rulebook: 'example', edition: '2000', subject: 'project', name: '某项目' };

  test.each([
    ['work', '0', '60'],
    ['above', '0', '48'],
    ['prize', '0', '5'],
    ['breach', '-10', '0'],
  ])('%s: from %s to %s, whatever was filled in', async (id, least, most) => {
    for (const inputs of [{}, { rate: '110%', prizes: 9, breaches: 9 }]) {
      const { ranges } = await pointsRanges(plan!, formFrom({ ...given, inputs }));
      const range = ranges!.get(id)!;
      expect([range.least.toText(), range.most.toText()]).toEqual([least, most]);
    }
  });
});
