/** No line, group or total goes beyond what it can have, whatever is claimed, judged or typed, in whatever order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact } from '../../engine/decimal.ts';
import {
  type Evaluation,
  evaluate,
  type Form,
  formOfValue,
  type LedgerNode,
  pointsRanges,
  type ScoringPlan,
  type Submission,
} from '../../engine/index.ts';
import { decimalText, submissions } from '../support/arbitraries.ts';
import { nodesOf } from '../support/engine.ts';
import { editions, loadPlan } from '../support/repository.ts';
import { runs } from '../support/runs.ts';
import { sceneRulebooks } from '../support/scenes.ts';

const exact = (text: string): Exact => Exact.of(text);

/** Scores nobody should claim, and judgements nobody should give, on every line. */
function withClaims(plan: ScoringPlan): fc.Arbitrary<Submission> {
  const score = fc.oneof(decimalText(200, 3), fc.constantFrom('-5', '0', '1000000'));
  const ids = [...plan.byId.values()].flatMap(({ id, kind }) => (kind === 'leaf' ? [id] : []));
  const judgement = fc.oneof(
    decimalText(300, 1).map((share) => ({ share: `${share}%`, reason: '见报告' })),
    score.map((points) => ({ points })),
  );
  return fc
    .tuple(submissions(plan, { missing: 30 }), fc.array(score, { minLength: 40, maxLength: 40 }), judgement)
    .map(
      ([form, scores, judged]) =>
        ({
          ...form,
          claimed: { points: Object.fromEntries(ids.map((id, index) => [id, scores[index % 40]])) },
          declared: form.declared?.map((row, index) => ({
            ...row,
            claimed: scores[index],
            judgement: judged,
          })),
        }) as unknown as Submission,
    );
}

const totalOf = async (plan: ScoringPlan, submission: Submission) => {
  const { evaluation } = await evaluate(plan, formOfValue(submission));
  return evaluation && [evaluation.total, evaluation.outOf, evaluation.status];
};

/** The lines and groups that have more or fewer points than they can, as `id: points`. */
async function beyond(plan: ScoringPlan, form: Form, { ledger }: Evaluation): Promise<string[]> {
  const ranges = (await pointsRanges(plan, form)).ranges!;
  const nodes = nodesOf(ledger);
  const leaves = nodes.filter(({ children }) => !children);
  const mayExceed = leaves.some(
    ({ id, line, weight }) => line === 'bonus' || ranges.get(id)!.most.compare(exact(weight)) > 0,
  );
  const isOutside = ({ id, points, weight, children, line }: LedgerNode): boolean => {
    const won = exact(points);
    const own = ranges.get(id);
    if (own) return won.compare(own.least) < 0 || won.compare(own.most) > 0;
    if (!children || line === 'penalty') return false;
    return won.sign() < 0 || (!mayExceed && won.compare(exact(weight)) > 0);
  };
  return nodes.filter(isOutside).map(({ id, points }) => `${id}: ${points}`);
}

const rulebooks = [...editions, ...sceneRulebooks];

describe.each(rulebooks.map((one) => [one.name, one] as const))('%s', (_name, edition) => {
  const loaded = loadPlan(edition);

  test('points stay within their bounds at every level', async () => {
    const plan = await loaded;
    await fc.assert(
      fc.asyncProperty(withClaims(plan), async (submission) => {
        const form = formOfValue(submission);
        const { evaluation } = await evaluate(plan, form);
        if (!evaluation) return;
        expect(await beyond(plan, form, evaluation)).toEqual([]);
        const { range, total } = evaluation;
        if (!range) return;
        expect(exact(range.least).compare(exact(total)), 'the least').toBeLessThanOrEqual(0);
        expect(exact(range.most).compare(exact(total)), 'the most').toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(25) },
    );
  });

  test('the order of rows changes nothing', async () => {
    const plan = await loaded;
    if (![...plan.byId.values()].some(({ kind }) => kind === 'declared')) return;
    const shuffled = submissions(plan).chain((form) =>
      fc
        .shuffledSubarray([...(form.declared ?? [])], { minLength: form.declared?.length ?? 0 })
        .map((declared) => [form, { ...form, declared } as Submission] as const),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([form, other]) => {
        // Where some rows leave their weight to the rulebook, who gets the rest is not a matter of order.
        const unweighted = (one: Submission): Submission => ({
          ...one,
          declared: one.declared?.map(({ weight, ...row }) =>
            Number(weight) > 15 ? { ...row, weight } : row,
          ),
        });
        expect(await totalOf(plan, other)).toEqual(await totalOf(plan, form));
        expect(await totalOf(plan, unweighted(other))).toEqual(await totalOf(plan, unweighted(form)));
      }),
      { numRuns: runs(25) },
    );
  });
});
