/** What one rule can do: each band of each part, each edge, the cap and the floor. */

import type { Part } from '../compile/index.ts';
import { cellsOf } from '../conditions/index.ts';
import type { Scope } from '../expression/index.ts';
import { methods } from '../methods/index.ts';
import { cellPossible, edgeItems } from './edges.ts';
import { bandId, clampId, rulePrefix } from './ids.ts';
import type { Item } from './item.ts';
import { clampPossible } from './possible.ts';
import type { Site } from './sites.ts';

export function ruleItems(site: Site): Item[] {
  const { rule, scope } = site;
  const common = { indicator: site.leaf?.id ?? ownGroup(site), name: site.name };
  const items: Item[] = rule.parts.flatMap((part, at) => {
    const possible = possibleClasses(part, scope);
    const bands = part.awards.map(
      (award, band): Item => ({
        ...common,
        kind: methods[rule.method].called ?? 'band',
        id: bandId(site, at, band),
        label: award.label,
        pointer: award.pointer,
        possible: possible === undefined || possible.has(band),
        goal: { of: 'band', site, part: at, band },
      }),
    );
    const edges = part.decision
      ? edgeItems({ ...common, pointer: site.pointer }, part.decision, rulePrefix(site, at), scope).map(
          ({ fact, cell, side, ...item }): Item => ({
            ...item,
            goal: { of: 'edge', site, part: at, fact, cell, side },
          }),
        )
      : [];
    return [...bands, ...edges];
  });
  const clamps = (['cap', 'floor'] as const).map(
    (bound): Item => ({
      ...common,
      kind: bound,
      id: clampId(site, bound),
      label:
        bound === 'cap'
          ? { zh: '超过上限，封顶', en: 'above the most that can be won: capped' }
          : { zh: '扣完为止，不为负', en: 'nothing left: not below zero' },
      pointer: rule.parts[0]?.awards[0]?.pointer ?? site.pointer,
      possible: clampPossible(site, bound),
      goal: { of: 'clamp', site, bound },
    }),
  );
  return [...items, ...clamps];
}

/** A group's own rule is told under the group; one of the frame belongs to no indicator. */
const ownGroup = (site: Site): string | undefined =>
  site.key.startsWith('frame.') ? undefined : site.group?.id;

/** The outcomes that some class can reach; undefined where not all classes were asked. */
function possibleClasses({ decision }: Part, scope: Scope): Set<number> | undefined {
  if (!decision || decision.answers.size < decision.size) return undefined;
  const reached = new Set<number>();
  for (const [key, outcomes] of decision.answers) {
    const cells = cellsOf(decision, key);
    if (decision.facts.every((fact, position) => cellPossible(fact, cells[position]!, scope)))
      for (const outcome of outcomes) reached.add(outcome);
  }
  return reached;
}
