/** A line of examples as a form: nothing but what is given. */
import type { Examples, Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';

export type Given = Examples['tables'][number]['examples'][number]['given'];

const rowId = 'example-row';

/** The id under which the line of an example stands in the ledger. */
export const exampleLine = (plan: ScoringPlan, indicator: string): string =>
  plan.byId.get(indicator)?.kind === 'declared' ? rowId : indicator;

/** Inputs by their ids; of a declared row its cells; of a fixed indicator also the judgement, claim and reason. */
export function exampleSubmission(
  plan: ScoringPlan,
  { rulebook, edition }: Pick<Examples, 'rulebook' | 'edition'>,
  indicator: string,
  given: Given,
): Submission {
  const isRow = plan.byId.get(indicator)?.kind === 'declared';
  const inputs = Object.entries(given).filter(([key]) => plan.inputs.has(key));
  const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !plan.inputs.has(key)));
  const common = {
    rulebook,
    edition,
    subject: subjectFor(plan, Object.keys(given)),
    name: indicator,
    year: edition.slice(0, 4),
    inputs: Object.fromEntries(inputs),
  };
  if (isRow)
    return { ...common, declared: [{ ...rest, id: rowId, under: indicator, name: indicator }] } as Submission;
  const { judgement, claimed, reason, notApplicable, ...unknown } = rest;
  return {
    ...common,
    inputs: { ...common.inputs, ...unknown },
    ...(judgement === undefined ? {} : { judgements: { [indicator]: judgement } }),
    ...(claimed === undefined ? {} : { claimed: { points: { [indicator]: claimed } } }),
    ...(reason === undefined ? {} : { reasons: { [indicator]: reason } }),
    ...(notApplicable === undefined ? {} : { notApplicable: [indicator] }),
  } as Submission;
}

/** A subject that is asked all the given inputs. */
function subjectFor(plan: ScoringPlan, given: readonly string[]): Submission['subject'] {
  const { subjects } = plan.rulebook;
  return (
    subjects.find((subject) =>
      given.every((key) => plan.inputs.get(key)?.subjects?.includes(subject) ?? true),
    ) ?? subjects[0]!
  );
}
