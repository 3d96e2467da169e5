/** What coverage says can and cannot be reached, held against forms. */

import { reachedBy } from '../../../engine/cover/reach.ts';
import { cover, exampleLine, exampleSubmission, suggestCases } from '../../../engine/index.ts';
import type { JsonObject } from '../generate/json.ts';
import { type Contradiction, type Side, type Trial, trialOf } from '../scene.ts';

export async function coveredOf(side: Side, trials: readonly Trial[]): Promise<Contradiction[]> {
  const { plan, text } = side;
  const coverage = await cover(plan, [], { text, file: 'rulebook.json' });
  const found: Contradiction[] = [];
  const unreachable = new Set(
    coverage.items.filter(({ reachable }) => reachable === false).map(({ id }) => id),
  );
  for (const { scored, value } of trials) {
    if (!scored) continue;
    const { lines, total, grade, findings } = reachedBy(scored);
    const all = [...[...lines.values()].flatMap((ids) => [...ids]), ...total, ...grade, ...findings];
    for (const id of new Set(all))
      if (unreachable.has(id))
        found.push({ claim: 'cover: out of reach', told: `${id} was reached`, form: value });
  }
  const { examples } = await suggestCases(plan, coverage);
  for (const { indicator, examples: lines } of examples?.tables ?? [])
    for (const { given, points, status = 'scored' } of lines) {
      const form = exampleSubmission(plan, plan.identity, indicator, given) as unknown as JsonObject;
      const trial = await trialOf(plan, form);
      const node = trial.nodes.find(({ id }) => id === exampleLine(plan, indicator));
      const got = node && `${node.points.round({ decimals: 10, mode: 'half-up' }).toText()} ${node.status}`;
      if (got !== `${points} ${status}`)
        found.push({
          claim: 'cover: suggested case',
          told: `${indicator}: ${points} ${status} was said, ${got} came out`,
          form,
        });
    }
  return found;
}
