/** What hangs on the whole form: grades and limits that can take effect, conditions that some form satisfies. */

import type { IndicatorPlan, LeafPlan, ScoringPlan } from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import { Exact, greatest, sum } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import type { Expression } from '../expression/index.ts';
import type { Bounds, Line } from '../lines/index.ts';
import { askAll, optionsOf, possibleClasses } from '../possible/index.ts';
import { type Claim, claims } from './claim.ts';

/** The most points the rule of each leaf gives, by id. */
export type Most = ReadonlyMap<string, Exact>;

/** The most points a leaf can get, by its rule or by a policy that gives it full marks. */
function mostOfLeaf(leaf: LeafPlan, most: Most, { rounding }: Pick<ScoringPlan, 'rounding'>): Exact {
  const weight = leaf.weight!;
  const byRule = (most.get(leaf.id) ?? weight).round({ ...rounding, mode: 'up' });
  const byPolicy =
    leaf.zeroDivision === 'full' || leaf.notApplicable?.policy === 'full' || leaf.missing === 'claimed';
  return byPolicy ? greatest(byRule, weight) : byRule;
}

/** The most points an indicator can get: of rows their weight, times the most a kind of target gives per point. */
function mostOf(
  plan: IndicatorPlan,
  most: Most,
  perPoint: Exact,
  whole: Pick<ScoringPlan, 'rounding'>,
): Exact | undefined {
  if (plan.line === 'penalty') return Exact.zero;
  if (plan.kind === 'leaf') return mostOfLeaf(plan, most, whole);
  if (plan.kind === 'declared') return plan.weight?.times(perPoint);
  const children = plan.children.map((child) => mostOf(child, most, perPoint, whole));
  if (children.includes(undefined)) return plan.weight?.times(perPoint);
  if (plan.combine !== 'sum') return plan.weight;
  const all = sum(children as Exact[]);
  return plan.outOf && plan.weight ? all.times(plan.weight).over(plan.outOf) : all;
}

/** No form gets a greater total than this. */
export function greatestTotal(plan: ScoringPlan, most: Most, perPoint: Exact): Exact {
  const parts = plan.indicators.map((one) => mostOf(one, most, perPoint, plan));
  const whole = plan.total.times(perPoint);
  if (parts.includes(undefined)) return whole;
  const all = sum(parts as Exact[]);
  // Lines that are left out make room for the rest.
  const mayRescale = [...plan.byId.values()].some(
    ({ notApplicable, optional }) => optional || notApplicable?.policy === 'rescale',
  );
  return mayRescale ? greatest(all, whole) : all;
}

export function grades(plan: ScoringPlan, top: Exact): Claim[] {
  return (plan.rulebook.grades ?? []).flatMap(({ name, from }, index) => {
    const start = Exact.parse(from);
    if (!start || start.compare(top) <= 0) return [];
    const claim = claims('grades', `/grades/${index}`);
    return [claim(diagnose('grade-unreachable', { name, from: start.toText(), most: top.toText() }))];
  });
}

export function limits(plan: ScoringPlan, top: Exact): Claim[] {
  return plan.limits.flatMap(({ id, name, total, grade }, index) => {
    if (!total || grade !== undefined || total.compare(top) < 0) return [];
    const claim = claims(id, `/limits/${index}`);
    return [claim(diagnose('limit-idle', { name, total: total.toText(), most: top.toText() }))];
  });
}

/** Checks, limits and not-applicable conditions that no form satisfies. */
export async function conditions(plan: ScoringPlan, most: Most, top: Exact): Promise<Claim[]> {
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
function resultBounds(plan: ScoringPlan, most: Most, top: Exact): Bounds {
  return (key) => {
    const input = plan.inputs.get(key);
    if (input) return { min: input.min, max: input.max };
    const claimsCount = [...plan.byId.values()].some(
      (one) => one.kind === 'leaf' && one.missing === 'claimed',
    );
    if (key === 'total') return { min: Exact.zero, max: claimsCount ? undefined : top };
    if (key === 'outOf') return { min: Exact.zero };
    const [, id, figure] = /^(.+)\.(points|weight|rate)$/.exec(key) ?? [];
    const indicator = id === undefined ? undefined : plan.byId.get(id);
    if (!indicator) return {};
    if (figure === 'weight') return { min: Exact.zero };
    if (indicator.kind !== 'leaf' || indicator.line || indicator.missing === 'claimed') return {};
    const max = mostOfLeaf(indicator, most, plan);
    return { min: Exact.zero, max: figure === 'points' ? max : max.over(indicator.weight!) };
  };
}

/** The most any kind of target gives for one point of its weight. */
export const perPointOf = (rows: readonly { line: Line; most: Exact }[]): Exact =>
  rows.reduce((best, { line, most }) => greatest(best, most.over(line.weight) ?? Exact.one), Exact.one);
