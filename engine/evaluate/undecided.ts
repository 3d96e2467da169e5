/** What else could not be told for want of data: whether a line applies, whether a stated rate is right. */
import type { Finding, Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import { isNothing } from '../expression/index.ts';
import { find } from '../findings/index.ts';
import { absencesIn, tellAbsences } from './absence.ts';
import { type Unchecked, verdictOf } from './checks.ts';
import { exactEvaluator, once } from './once.ts';
import type { Results } from './results.ts';
import type { Run } from './run.ts';

const conditionalLines = once((plan: ScoringPlan) =>
  [...plan.byId.values()].flatMap(({ id, name, notApplicable }) =>
    notApplicable?.when && notApplicable.policy !== 'forbidden'
      ? [{ id, name, when: notApplicable.when }]
      : [],
  ),
);

/** Lines of which it cannot be told whether they apply; they are scored as lines that do. */
export const undecidedApplicability = (
  plan: ScoringPlan,
  submission: Submission,
  results: Results,
  run: Pick<Run<Exact>, 'unasked'>,
): Finding[] =>
  conditionalLines(plan)
    .filter(({ id }) => !submission.notApplicable?.includes(id))
    .flatMap(({ id, name, when }) => {
      const verdict = verdictOf(when, results, run);
      if (typeof verdict === 'string') return [];
      return [
        find('not-applicable-undecided', { name, blanks: tellAbsences(verdict) }, { indicator: id, name }),
      ];
    });

const restatingInputs = once((plan: ScoringPlan) =>
  [...plan.inputs.values()].flatMap(({ id, name, restates }) => (restates ? [{ id, name, restates }] : [])),
);

/** Rates that the form states while what they rest on is not there. */
export const uncheckedRates = (plan: ScoringPlan, results: Results): Unchecked[] =>
  restatingInputs(plan).flatMap(({ id, name, restates }) => {
    const isStated = results.numbers(id) !== undefined;
    if (!isStated || !isNothing(exactEvaluator(restates)(results.numbers))) return [];
    return [{ name, absences: absencesIn(restates, results) }];
  });
