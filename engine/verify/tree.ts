/** What hangs on the whole form: grades and limits that can take effect, conditions that some form satisfies. */

import {
  boundsIn,
  type DeclaredPlan,
  type IndicatorPlan,
  inputScope,
  type LeafPlan,
  type ScoringPlan,
} from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import { Exact, greatest, least, sum } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import { mostOf } from '../evaluate/index.ts';
import { decimals, type Expression } from '../expression/index.ts';
import type { Bounds } from '../linear/index.ts';
import { sampleWeight } from '../lines/index.ts';
import { askAll, optionsOf, possibleClasses } from '../possible/index.ts';
import { type Claim, claims } from './claim.ts';

/** The most points the rule of each line gives, by its id; undefined where that is not decided. */
export type Most = ReadonlyMap<string, Exact | undefined>;

/** What a group is put together from, and the most each line gives. */
interface Known {
  plan: ScoringPlan;
  most: Most;
  /** The most that one point of weight gives in a row of a group; undefined where not decided. */
  perPoint: (group: DeclaredPlan) => Exact | undefined;
}

/** What rounding can make of points at the most. */
const roundedUp = (points: Exact, { rounding }: ScoringPlan): Exact =>
  points.round({ ...rounding, mode: 'up' });

/** The most points a leaf can get: by its rule, or by a policy that gives it full marks or what was claimed. */
function mostOfLeaf(leaf: LeafPlan, { most, plan }: Pick<Known, 'most' | 'plan'>): Exact | undefined {
  const weight = leaf.weight!;
  const bound = mostOf(leaf.rule, decimals)(weight);
  if (leaf.missing === 'claimed') return bound;
  const byRule = most.get(leaf.id);
  const rounded = byRule && least(roundedUp(byRule, plan), bound);
  return rounded && (leaf.zeroDivision === 'full' ? greatest(rounded, weight) : rounded);
}

/** The most points an indicator can get, also where a policy gives all of it full marks; undefined where not decided. */
function mostOfAny(one: IndicatorPlan, known: Known): Exact | undefined {
  const scored = mostScored(one, known);
  const isFull = one.notApplicable?.policy === 'full' && one.line !== 'penalty';
  return scored && isFull && one.weight ? greatest(scored, one.weight) : scored;
}

function mostScored(one: IndicatorPlan, known: Known): Exact | undefined {
  if (one.line === 'penalty') return Exact.zero;
  if (one.kind === 'leaf') return mostOfLeaf(one, known);
  if (one.kind === 'declared') {
    const perPoint = known.perPoint(one);
    return perPoint && one.weight?.times(perPoint);
  }
  if (one.combine !== 'sum') return one.weight;
  const all = mostOfSum(one.children, one.outOf ?? one.weight, known, one.line);
  const scaled = all && one.outOf && one.weight ? all.times(one.weight).over(one.outOf) : all;
  return scaled && roundedUp(scaled, known.plan);
}

/**
 * The most a sum can come to. Where lines may be left out the others stand for them: then nothing gets more of `weight`
 * than the best of its lines gets of its own. Groups of rows without a weight of their own share what is left of it.
 */
function mostOfSum(
  children: readonly IndicatorPlan[],
  weight: Exact | undefined,
  known: Known,
  line?: IndicatorPlan['line'],
): Exact | undefined {
  const own = children.map((child) => ({ child, most: mostOfAny(child, known), weight: child.weight }));
  const bonus = own.filter(({ child }) => child.line === 'bonus' && line !== 'bonus');
  const counted = own.filter(({ child }) => !child.line || child.line === line);
  const isShared = counted.some((one) => !one.weight) || children.some(mayBeLeftOut);
  const beside = total(bonus.map(({ most }) => most));
  if (!isShared) return beside && total([beside, ...counted.map(({ most }) => most)]);
  const rates = counted.map(({ child, most, weight: its }) =>
    its ? most?.over(its) : bestRate(child, known),
  );
  const [first, ...rest] = rates;
  const below = total(counted.filter((one) => !one.weight).map(({ child }) => bonusBelow(child, known)));
  if (!weight || !beside || !below || rates.includes(undefined)) return undefined;
  const besides = beside.plus(below);
  return first ? besides.plus(weight.times(greatest(first, ...(rest as Exact[]), Exact.one))) : besides;
}

/** The most that bonus lines add under a line without a weight of its own. */
function bonusBelow(one: IndicatorPlan, known: Known): Exact | undefined {
  if (one.kind !== 'group') return Exact.zero;
  const mostOfChild = (child: IndicatorPlan) => {
    if (child.line === 'bonus' && one.line !== 'bonus') return mostOfAny(child, known);
    return child.weight ? Exact.zero : bonusBelow(child, known);
  };
  return total(one.children.map(mostOfChild));
}

const mayBeLeftOut = (one: IndicatorPlan): boolean =>
  one.optional ||
  one.notApplicable?.policy === 'rescale' ||
  (one.kind === 'group' && one.children.some(mayBeLeftOut));

/** The most that one point of weight gives anywhere under a line without a weight of its own. */
function bestRate(one: IndicatorPlan, known: Known): Exact | undefined {
  if (one.kind === 'declared') return known.perPoint(one);
  if (one.weight) return mostOfAny(one, known)?.over(one.weight);
  const children = one.kind === 'group' ? one.children : [];
  const all = children.map((child) => bestRate(child, known));
  return all.includes(undefined) ? undefined : greatest(Exact.one, ...(all as Exact[]));
}

const total = (all: readonly (Exact | undefined)[]): Exact | undefined =>
  all.includes(undefined) ? undefined : sum(all as Exact[]);

/** No form gets a greater total than this; undefined where that is not decided. */
export function greatestTotal(plan: ScoringPlan, most: Most): Exact | undefined {
  // However the points of a row are rounded, they are no more than the most that a row of its weight can have.
  const perPoint = (group: DeclaredPlan): Exact | undefined => {
    const rates = Object.values(group.targets).map(({ rule }) =>
      mostOf(rule, decimals)(sampleWeight).over(sampleWeight),
    );
    return rates.includes(undefined) ? undefined : greatest(Exact.one, ...(rates as Exact[]));
  };
  const all = mostOfSum(plan.indicators, plan.total, { plan, most, perPoint });
  return all && roundedUp(all, plan);
}

export function grades(plan: ScoringPlan, top: Exact | undefined): Claim[] {
  return (plan.rulebook.grades ?? []).flatMap(({ name, from }, index) => {
    const start = Exact.parse(from);
    if (!start || !top || start.compare(top) <= 0) return [];
    const claim = claims('grades', `/grades/${index}`);
    return [claim(diagnose('grade-unreachable', { name, from: start.toText(), most: top.toText() }))];
  });
}

export function limits(plan: ScoringPlan, top: Exact | undefined): Claim[] {
  return plan.limits.flatMap(({ id, name, total, grade }, index) => {
    if (!total || !top || grade !== undefined || total.compare(top) < 0) return [];
    const claim = claims(id, `/limits/${index}`);
    return [claim(diagnose('limit-idle', { name, total: total.toText(), most: top.toText() }))];
  });
}

/** Checks, limits and not-applicable conditions that no form satisfies. */
export async function conditions(plan: ScoringPlan, most: Most, top: Exact | undefined): Promise<Claim[]> {
  const bounds = resultBounds(plan, most, top);
  const all: { when: Decision; id: string; name: string; pointer: string }[] = [
    ...plan.checks.map(({ when, id }, index) => ({ when, id, name: id, pointer: `/checks/${index}` })),
    ...plan.limits.map(({ when, id, name }, index) => ({ when, id, name, pointer: `/limits/${index}` })),
    ...plan.dossierChecks.map(({ when, id }, index) => ({
      when,
      id,
      name: id,
      pointer: `/dossier/checks/${index}`,
    })),
    ...[...plan.byId.values()].flatMap(({ id, name, pointer, notApplicable }) =>
      notApplicable?.when
        ? [{ when: notApplicable.when, id, name, pointer: `${pointer}/notApplicable` }]
        : [],
    ),
  ];
  const found: Claim[] = [];
  for (const { when, id, name, pointer } of all) {
    const title = checkName(plan, pointer) ?? name;
    const claim = claims(id, pointer);
    if (!(await askAll(when)))
      found.push(
        claim(
          diagnose('undecided', {
            name: title,
            question: { zh: '条件能否成立', en: 'whether its condition can hold' },
            why: { zh: `有 ${when.size} 类情形`, en: `it has ${when.size} classes of forms` },
          }),
        ),
      );
    else {
      const possible = possibleClasses(when, bounds, optionsOf(plan), undefined, isList);
      if (!possible.some(({ bands }) => bands.length > 0))
        found.push(claim(diagnose('never-fires', { name: title })));
    }
  }
  return found;
}

function checkName({ rulebook }: ScoringPlan, pointer: string): string | undefined {
  const [, part, index] = /^\/(checks|dossier\/checks)\/(\d+)$/.exec(pointer) ?? [];
  const written = part === 'checks' ? rulebook.checks : rulebook.dossier?.checks;
  return part ? written?.[Number(index)]?.name : undefined;
}

/** A list can be anything: it counts as one fact without bounds. */
const isList = (node: Expression): boolean =>
  node.kind === 'call' &&
  node.arguments.some(
    (one) => one.kind === 'name' && /^(declared|project|department)\.|\.rows\./.test(one.name),
  );

/** What the results of an evaluation can be. */
function resultBounds(plan: ScoringPlan, most: Most, top: Exact | undefined): Bounds {
  const inputs = boundsIn(inputScope(plan.rulebook));
  return (key) => {
    if (plan.inputs.has(key)) return inputs(key);
    if (key === 'total') return { min: Exact.zero, max: top };
    if (key === 'outOf') return { min: Exact.zero };
    const [, id, figure] = /^(.+)\.(points|weight|rate)$/.exec(key) ?? [];
    const indicator = id === undefined ? undefined : plan.byId.get(id);
    if (!indicator) return {};
    if (figure === 'weight') return { min: Exact.zero };
    if (indicator.kind !== 'leaf' || indicator.line) return {};
    const max = mostOfLeaf(indicator, { most, plan });
    return { min: Exact.zero, max: figure === 'points' ? max : max?.over(indicator.weight!) };
  };
}
