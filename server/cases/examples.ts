/** Tables of examples: each becomes a form with nothing but what is given. */
import {
  type Examples,
  evaluate,
  exampleLine,
  exampleSubmission,
  formOfValue,
  type ScoringPlan,
} from '../../engine/index.ts';
import { compareNumber, compareText } from './compare.ts';
import { nodesOf, type Outcome } from './filed.ts';

type Table = Examples['tables'][number];
export type Example = Table['examples'][number];

export async function runExample(
  plan: ScoringPlan,
  cases: Examples,
  indicator: string,
  example: Example,
): Promise<Outcome> {
  const form = formOfValue(exampleSubmission(plan, cases, indicator, example.given));
  const { evaluation, diagnostics } = await evaluate(plan, form);
  if (!evaluation) return { differences: [], diagnostics };
  const id = exampleLine(plan, indicator);
  const node = nodesOf(evaluation.ledger).find((one) => one.id === id);
  const differences = [
    ...compareText({ zh: '状态', en: 'status' }, example.status ?? 'scored', node?.status ?? '—'),
    ...(example.points === undefined
      ? []
      : compareNumber({ zh: '得分', en: 'points' }, example.points, node?.points)),
  ];
  return { differences, diagnostics };
}
