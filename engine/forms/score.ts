/** What the scorer itself gives for the facts of one line, so that nothing is told of a form that is not so. */
import type { Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { type Exact, least } from '../decimal.ts';
import { formOfValue, mostOf, nodesOf, scoreForm } from '../evaluate/index.ts';
import { decimals } from '../expression/index.ts';
import type { Given, Line } from '../lines/index.ts';
import { rowId, submissionOf } from './write.ts';

/** The points of a line, or why it has none. */
export type LineOutcome = { points: Exact } | { absence: string };

/** A form and what a line of it comes to. */
export interface ScoredLine {
  submission: Submission;
  outcome: LineOutcome;
}

/** Writes the facts on a form and scores it; undefined where no unit can fill in such a form. */
export async function scoreFacts(
  plan: ScoringPlan,
  line: Line,
  given: Given,
): Promise<ScoredLine | undefined> {
  const submission = submissionOf(plan, line, given);
  if (!submission) return undefined;
  const { scored } = await scoreForm(plan, formOfValue(submission));
  const node = scored && nodesOf(scored.whole).find(({ id }) => id === (line.row ? rowId : line.id));
  if (!node) return undefined;
  const outcome =
    node.status === 'scored' ? { points: node.points } : { absence: node.unscored ?? 'missing' };
  return { submission, outcome };
}

/** True where the line came to what was said of it: `said` are points before rounding and the most it can have, or an absence. */
export function isAsSaid(
  { rounding }: ScoringPlan,
  line: Line,
  outcome: LineOutcome,
  said: Exact | string,
): boolean {
  if (typeof said === 'string') return 'absence' in outcome && outcome.absence === said;
  if (!('points' in outcome)) return false;
  const most = mostOf(line.rule, decimals)(line.weight);
  const rounded = rounding.at === 'indicator' ? said.round(rounding) : said;
  return outcome.points.absolute().equals(least(rounded, most).absolute());
}
