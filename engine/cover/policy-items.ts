/** What a line does where its rule is not asked: data missing, a division by zero, not applicable, left out. */
import type { IndicatorPlan, ScoringPlan } from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import type { Scope } from '../expression/index.ts';
import { askedEdges } from './edges.ts';
import { missingId, notApplicableId, optionalId, zeroDivisionId } from './ids.ts';
import type { Asked, Item } from './item.ts';
import type { Site } from './sites.ts';

/** The policies of a fixed line for data that is missing and for a division by zero. */
export function policyItems({ line }: Site): Item[] {
  const { leaf } = line;
  if (!leaf) return [];
  const { id: indicator, name, pointer, missing, zeroDivision } = leaf;
  const common = { indicator, name, possible: true };
  const items: Item[] = [];
  if (missing !== 'withhold')
    items.push({
      ...common,
      kind: 'missing',
      id: missingId(leaf),
      label: missingLabels[missing],
      pointer: `${pointer}/missing`,
      goal: { of: 'missing', leaf, policy: missing },
    });
  if (zeroDivision)
    items.push({
      ...common,
      kind: 'zero-division',
      id: zeroDivisionId(leaf),
      label:
        zeroDivision === 'full'
          ? { zh: '除数为零，按满分', en: 'division by zero: full marks' }
          : { zh: '除数为零，不得分', en: 'division by zero: no points' },
      pointer: `${pointer}/zeroDivision`,
      goal: { of: 'zero-division', line },
    });
  return items;
}

const missingLabels = {
  claimed: { zh: '没有数据，采信自评得分', en: 'no data: the claimed score is taken' },
  zero: { zh: '没有数据，不得分', en: 'no data: no points' },
};

/** The policy of the frame, once for all declared indicators. */
export function frameItems({ frame, byId }: ScoringPlan): Item[] {
  if (!frame || frame.missing === 'withhold') return [];
  if (![...byId.values()].some(({ kind }) => kind === 'declared')) return [];
  return [
    {
      kind: 'missing',
      id: missingId(undefined),
      indicator: undefined,
      name: '自设指标',
      label: missingLabels[frame.missing],
      pointer: '/frame/missing',
      possible: true,
      goal: { of: 'missing', leaf: undefined, policy: frame.missing },
    },
  ];
}

const policies = {
  rescale: { zh: '不适用，分值由其余各行分担', en: 'not applicable: the other lines take its weight' },
  full: { zh: '不适用，按满分', en: 'not applicable: full marks' },
  zero: { zh: '不适用，不得分', en: 'not applicable: no points' },
  forbidden: {
    zh: '申明不适用而不准，照常计分',
    en: 'declared not applicable, refused, scored all the same',
  },
};

/** Not applicable, and left out. */
export function lineItems(indicator: IndicatorPlan, inputs: Scope): Item[] {
  const { id, name, pointer, notApplicable, optional } = indicator;
  const items: Item[] = [];
  if (notApplicable) {
    items.push({
      kind: 'not-applicable',
      id: notApplicableId(indicator),
      indicator: id,
      name,
      label: policies[notApplicable.policy],
      pointer: `${pointer}/notApplicable`,
      possible: true,
      goal: { of: 'not-applicable', indicator },
    });
    if (notApplicable.when && notApplicable.policy !== 'forbidden')
      items.push(...askedEdges(askedNotApplicable(indicator, notApplicable.when, inputs), id));
  }
  if (optional)
    items.push({
      kind: 'optional',
      id: optionalId(indicator),
      indicator: id,
      name,
      label: { zh: '可不评，没有评', en: 'optional, and left out' },
      pointer: `${pointer}/optional`,
      possible: true,
      goal: { of: 'optional', indicator },
    });
  return items;
}

export const askedNotApplicable = (
  { id, name, pointer }: IndicatorPlan,
  decision: Decision,
  scope: Scope,
): Asked => ({
  prefix: `${id}/not-applicable/`,
  name,
  pointer: `${pointer}/notApplicable/when`,
  decision,
  scope,
});
