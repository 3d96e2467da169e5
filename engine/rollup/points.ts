/** Points of lines that cannot be computed from what was put together: averaged over the parts. */
import type { ScoringPlan } from '../compile/index.ts';
import { type Exact, sum } from '../decimal.ts';
import { own } from '../own.ts';
import { type Averaging, sharesOf } from './average.ts';
import type { Line, Part } from './parts.ts';

export interface Scored {
  line: Line;
  part: Part;
}

/** What a line was left out for, with its weight taken over by others: it says nothing of the line. */
export const isLeftOut = ({ status, rescaled }: Line): boolean =>
  status === 'excluded' || (status === 'not-applicable' && rescaled);

/** True where the points of a line stand although its rule did not give them, or a roll-up did. */
export const standsWithoutRule = ({ line, part }: Scored): boolean =>
  own(part.scored.form.submission.rolledUp?.points, line.id) !== undefined ||
  line.basis === 'claimed' ||
  line.status === 'not-applicable' ||
  (line.status === 'missing' && !line.open);

/** True where no form has data for the line and its policy says what that gives: it is the same of all together. */
export const isMissingThroughout = (scored: readonly Scored[]): boolean =>
  scored.every(({ line }) => line.status === 'missing');

/**
 * The average points of a line that weighs `weight`, over `counted` forms of which those that lack the line gave
 * nothing. A line left out in a form is taken as it is in the others; one that is met throughout is met.
 */
export function averagePoints(
  scored: readonly Scored[],
  counted: readonly Part[],
  weight: Exact,
  how: Averaging,
): Exact | undefined {
  const share = sharesFor(counted, how);
  const told = scored.filter(({ line }) => !isLeftOut(line));
  const points = sum(told.map(({ line, part }) => line.points.times(share(part))));
  const weights = sum(told.map(({ line, part }) => line.weight.times(share(part))));
  const isMet = points.equals(weights);
  if (isMet) return weight;
  const average =
    told.length < scored.length
      ? points.over(weights)?.times(weight)
      : points.over(sum(counted.map((part) => share(part))));
  if (!average) return undefined;
  const isOver =
    average.compare(weight) > 0 && told.every(({ line }) => line.points.compare(line.weight) <= 0);
  return isOver ? weight : average;
}

/** How much each form counts. */
export function sharesFor(counted: readonly Part[], how: Averaging): (part: Part) => Exact {
  const shares = sharesOf(
    counted.map(({ amount }) => amount),
    how,
  );
  const byPart = new Map(counted.map((part, index) => [part, shares[index]!]));
  return (part) => byPart.get(part)!;
}

export const averagingOf = (plan: ScoringPlan): Averaging => plan.rulebook.rollup!.qualitative;
