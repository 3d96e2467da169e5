/** What one rule can do: each band of each part, each edge, the cap and the floor. */
import type { Line } from '../lines/index.ts';
import { methods } from '../methods/index.ts';
import { edgeItems } from './edges.ts';
import { bandId, clampId, rulePrefix } from './ids.ts';
import type { Item, ItemKind } from './item.ts';
import { isClampPossible, reachableIn } from './reachable.ts';
import { anySign, looked, withoutRare } from './signs.ts';
import type { Site } from './sites.ts';

/** Those that cases should reach. */
export function ruleItems(site: Site): Item[] {
  const own = itemsAt(site, looked(site));
  const other = anySign(site.line);
  return other ? withoutRare(own, itemsAt(site, other)) : own;
}

function itemsAt(site: Site, line: Line): Item[] {
  const { rule } = site;
  const { scope } = line;
  const common = { indicator: line.leaf?.id ?? line.row?.plan.owner, name: site.name };
  const kind: ItemKind = methods[rule.method].called ?? 'band';
  const items: Item[] = rule.parts.flatMap((part, at) => {
    const reachable = part.decision && reachableIn(part.decision, scope);
    const bands = part.awards.map(
      (award, band): Item => ({
        ...common,
        kind,
        id: bandId(site, at, band),
        label: award.label,
        pointer: award.pointer,
        possible: reachable?.outcome(band) ?? true,
        goal: { of: 'band', site, part: at, band },
      }),
    );
    const edges = part.decision
      ? edgeItems(
          { ...common, pointer: line.pointer },
          part.decision,
          rulePrefix(site, at),
          scope,
          reachable,
        ).map(
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
      pointer: rule.parts[0]?.awards[0]?.pointer ?? line.pointer,
      possible: isClampPossible(line, bound),
      goal: { of: 'clamp', site, bound },
    }),
  );
  return [...items, ...clamps];
}
