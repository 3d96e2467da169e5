/**
 * The components a total is the plain sum of. Lines under pure sums stand for themselves, rows that units declare by the kind of
 * their target; a group that does more than add (折算、最低、扣减…) is one component with all below it.
 */
import { countsIn, type IndicatorPlan } from '../compile/index.ts';
import type { ScoredLine } from '../evaluate/index.ts';
import type { Editions } from './editions.ts';
import { type Lines, type Placed, type Side, sides } from './lines.ts';

/** The component that is the whole form. */
export const whole = 'total';

/** Adds the points of a scored form up by component; `nameOf` puts ids into the shared namespace. */
export function sumByComponent<N>(
  line: ScoredLine<N>,
  coarse: ReadonlySet<string>,
  nameOf: (id: string) => string,
  add: (component: string, points: N) => void,
): void {
  if (coarse.has(whole)) {
    add(whole, line.points);
    return;
  }
  const visit = (one: ScoredLine<N>): void => {
    const id = nameOf(one.id);
    if (one.plan?.kind === 'leaf' || coarse.has(id)) add(id, one.points);
    else if (one.plan?.kind === 'declared')
      for (const row of one.children) add(rowComponent(id, row.row!.kind), row.points);
    else one.children.forEach(visit);
  };
  line.children.forEach(visit);
}

/** The rows of a group whose target is of a kind. */
export const rowComponent = (group: string, kind: string): string => `${group}/${kind}`;

/** What both versions of a line say together: a mixture may hold either. */
export class Versions {
  readonly lines: Record<Side, Lines>;

  constructor({ lines }: Pick<Editions, 'lines'>) {
    this.lines = lines;
  }

  of(id: string): Placed[] {
    return sides.flatMap((side) => this.lines[side].get(id) ?? []);
  }

  some(id: string, test: (line: Placed) => boolean): boolean {
    return this.of(id).some(test);
  }

  /** Ids of the lines that stand under a line in either edition. */
  below(id: string | undefined): string[] {
    return [
      ...new Set(
        sides.flatMap((side) =>
          [...this.lines[side].values()].filter(({ parent }) => parent === id).map((one) => one.id),
        ),
      ),
    ];
  }
}

/** Lines that are one component with everything under them; {@link whole} where the whole form is. */
export function coarseLines(editions: Editions, moved: ReadonlySet<string>): Set<string> {
  const { lines, plans } = editions;
  const versions = new Versions(editions);
  const coarse = new Set<string>();
  const isCoarse = (id: string | undefined): boolean =>
    versions
      .below(id)
      .some(
        (child) =>
          versions.some(child, ({ plan }) => plan.line === 'penalty') ||
          leavesWeight(versions, child, moved) === 'yes',
      );
  for (const id of new Set(sides.flatMap((side) => [...lines[side].keys()]))) {
    if (versions.of(id).every(({ plan }) => plan.kind === 'leaf')) continue;
    const withheld = versions.some(
      id,
      ({ plan: { notApplicable } }) => notApplicable !== undefined && notApplicable.policy !== 'forbidden',
    );
    if (withheld || versions.some(id, ({ plan }) => isCombined(plan)) || isCoarse(id)) coarse.add(id);
  }
  const limited = sides.some((side) => plans[side].limits.length > 0 || plans[side].rounding.at === 'total');
  const displaced = coarse.size > 0 && [...moved].some((id) => versions.of(id).length > 1);
  if (limited || displaced || isCoarse(undefined)) coarse.add(whole);
  return coarse;
}

const isCombined = (plan: IndicatorPlan): boolean =>
  plan.kind === 'group' && (plan.outOf !== undefined || plan.combine !== 'sum');

/** Whether a line may be left out so that its siblings take over its weight; `weightless` where there is none to take. */
function leavesWeight(
  versions: Versions,
  id: string,
  moved: ReadonlySet<string>,
): 'yes' | 'weightless' | 'no' {
  if (versions.some(id, ({ plan }) => plan.notApplicable?.policy === 'rescale')) return 'yes';
  const optional = versions.some(id, ({ plan }) => plan.optional);
  const weighs = versions.some(id, ({ plan }) => plan.weight !== undefined);
  const answers = versions.of(id).map(({ plan }): 'yes' | 'weightless' | 'no' => {
    if (plan.kind === 'leaf') return optional ? 'yes' : 'no';
    if (plan.kind === 'declared') return optional ? (weighs ? 'yes' : 'weightless') : 'no';
    // A bonus or a deduction beside them keeps no weight in the group.
    const below = versions
      .below(id)
      .filter((child) => versions.some(child, (one) => countsIn(one.plan, plan)));
    if (below.length === 0) return 'no';
    const children = below.map((child) => leavesWeight(versions, child, moved));
    const steady = below.every((child) => !moved.has(child));
    const all = steady ? children.every((one) => one !== 'no') : children.some((one) => one !== 'no');
    if (!all) return 'no';
    return weighs || children.includes('yes') ? 'yes' : 'weightless';
  });
  return answers.includes('yes') ? 'yes' : answers.includes('weightless') ? 'weightless' : 'no';
}
