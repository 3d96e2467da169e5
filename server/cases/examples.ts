/** Tables of examples: each becomes a form with nothing but what is given. */
import {
  type Examples,
  evaluate,
  formOfValue,
  type ScoringPlan,
  type Submission,
} from '../../engine/index.ts';
import { compareNumber, compareText } from './compare.ts';
import { nodesOf, type Outcome } from './filed.ts';

type Table = Examples['tables'][number];
export type Example = Table['examples'][number];

const rowId = 'example-row';

export async function runExample(
  plan: ScoringPlan,
  cases: Examples,
  indicator: string,
  example: Example,
): Promise<Outcome> {
  const form = formOfValue(submissionOf(plan, cases, indicator, example.given));
  const { evaluation, diagnostics } = await evaluate(plan, form);
  if (!evaluation) return { differences: [], diagnostics };
  const id = plan.byId.get(indicator)?.kind === 'declared' ? rowId : indicator;
  const node = nodesOf(evaluation.ledger).find((one) => one.id === id);
  const differences = [
    ...compareText({ zh: '状态', en: 'status' }, example.status ?? 'scored', node?.status ?? '—'),
    ...(example.points === undefined
      ? []
      : compareNumber({ zh: '得分', en: 'points' }, example.points, node?.points)),
  ];
  return { differences, diagnostics };
}

/** Inputs by their ids; of a declared row its cells; of a fixed indicator also the judgement, claim and reason. */
function submissionOf(
  plan: ScoringPlan,
  { rulebook, edition }: Examples,
  indicator: string,
  given: Example['given'],
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
