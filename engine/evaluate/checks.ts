/** The checks a rulebook declares: asked of the rules engine, told with their figures. */
import type { Bilingual, Finding } from '../../schemas/generated/types.ts';
import type { CheckPlan } from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
import { type FindingPlace, find } from '../findings/index.ts';
import { type Absence, absencesOf, tellAbsences } from './absence.ts';
import { tellMessage } from './messages.ts';
import { exactDecider } from './once.ts';
import type { Results } from './results.ts';
import type { Run } from './run.ts';

/** Something that could not be checked, and what was missing. */
export interface Unchecked {
  name: string;
  absences: readonly Absence[];
}

/**
 * The findings of the checks whose condition holds, and one that names all that could not be decided, those given as
 * `others` among them. What rests on things the form need not have is passed over.
 */
export function checkFindings(
  checks: readonly CheckPlan[],
  results: Results,
  run: Pick<Run<Exact>, 'unasked'>,
  placeOf: (at: string) => FindingPlace,
  others: readonly Unchecked[] = [],
): Finding[] {
  const unchecked: Unchecked[] = [];
  const found: Finding[] = [];
  for (const check of checks) {
    const verdict = verdictOf(check.when, results, run);
    if (verdict === 'holds') found.push(firedFinding(check, results, placeOf));
    else if (verdict !== 'fails') unchecked.push({ name: check.name, absences: verdict });
  }
  unchecked.push(...others);
  found.push(...uncheckedFindings(unchecked));
  return found;
}

function firedFinding(
  check: CheckPlan,
  { numbers }: Results,
  placeOf: (at: string) => FindingPlace,
): Finding {
  const { message, figures } = tellMessage(check.message, check.when.facts, numbers);
  return {
    code: check.code,
    severity: check.severity,
    message,
    ...(check.at === undefined ? {} : { place: placeOf(check.at) }),
    figures,
    ...(check.source ? { source: check.source.title } : {}),
  };
}

function uncheckedFindings(unchecked: readonly Unchecked[]): Finding[] {
  if (unchecked.length === 0) return [];
  const told = unchecked.filter(({ absences }) => !absences.some(({ isNotAsked }) => isNotAsked));
  if (told.length === 0) return [];
  const names = [...new Set(told.map(({ name }) => name))];
  const checks: Bilingual = { zh: `「${names.join('」「')}」`, en: `"${names.join('", "')}"` };
  const blanks = tellAbsences(told.flatMap(({ absences }) => absences));
  return [find('check-undecided', { checks, blanks })];
}

/** Whether the one condition of a decision holds for the results; where that cannot be told, what is missing. */
export function verdictOf(
  decision: Decision,
  results: Results,
  run: Pick<Run<Exact>, 'unasked'>,
): 'holds' | 'fails' | readonly Absence[] {
  const answer = exactDecider(decision)(results.numbers, results.words);
  if ('decision' in answer) run.unasked.push(answer);
  else if ('possible' in answer) return absencesOf(decision.facts, answer, results);
  else if (answer.length > 0) return 'holds';
  return 'fails';
}
