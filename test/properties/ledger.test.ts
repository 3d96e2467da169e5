/** Every point is accounted for: on random forms of every rulebook of the repository and of test/language. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact, sum } from '../../engine/decimal.ts';
import {
  audit,
  type Evaluation,
  evaluate,
  findings,
  formOfValue,
  type LedgerNode,
  type ScoringPlan,
  type Submission,
  scorer,
} from '../../engine/index.ts';
import { submissions } from '../support/arbitraries.ts';
import { nodesOf } from '../support/engine.ts';
import { editions, formsOf, loadPlan } from '../support/repository.ts';
import { runs } from '../support/runs.ts';
import { sceneRulebooks } from '../support/scenes.ts';

const exact = (text: string): Exact => Exact.of(text);

/** A quotient that does not terminate is shown in part. */
const endless = (text: string): boolean => text.includes('…');

/** From the points of the lines below, through every step that changes them, to the points of this line. */
function adds(node: LedgerNode): void {
  if (!node.children || node.status === 'not-applicable') return;
  let points = sum(node.children.map((child) => exact(child.points)));
  for (const step of node.steps) {
    if (step.step === 'sum' && !endless(step.terms.join()))
      expect(step.terms, node.id).toEqual(node.children.map((child) => child.points));
    if (step.step === 'sum' && step.combine !== 'sum' && !endless(step.value)) points = exact(step.value);
    if (!('from' in step)) continue;
    if (!endless(step.from))
      expect(step.from, `${node.id}: a step starts where the last one ended`).toBe(points.toText());
    points = exact(step.to);
  }
  expect(node.points, node.id).toBe(points.toText());
}

/** Where lines are scaled, combined otherwise than by adding, or left to their siblings, a step says so instead. */
const changed = (node: LedgerNode): boolean =>
  nodesOf(node).some(
    ({ steps, children, status, weight }) =>
      status === 'not-applicable' ||
      (status === 'excluded' && weight !== '0') ||
      (children && steps.some((step) => 'from' in step || (step.step === 'sum' && step.combine !== 'sum'))),
  );

const hasCap = (plan: ScoringPlan, id: string): boolean => {
  const line = plan.byId.get(id);
  const cap = line?.kind === 'leaf' && line.rule.cap;
  return cap && cap.kind === 'number' ? cap.value.compare(line.weight!) > 0 : false;
};

function accounts(evaluation: Evaluation, plan: ScoringPlan): void {
  const { ledger, total, outOf } = evaluation;
  expect([ledger.points, ledger.weight]).toEqual([total, outOf]);
  for (const node of nodesOf(ledger)) {
    adds(node);
    const isLine = node.line !== undefined || node.status === 'excluded' || node.status === 'not-applicable';
    if (!isLine)
      expect(node.lost, node.id).toBe(
        exact(node.weight)
          .minus(exact(node.points))
          .minus(exact(node.unscored ?? '0'))
          .toText(),
      );
    // Where a method has a cap of its own, the ranges of lines are held by the tests of points.
    if (!node.children && node.line === undefined && !hasCap(plan, node.id)) {
      expect(exact(node.points).sign(), `${node.id} is not below zero`).toBeGreaterThanOrEqual(0);
      expect(
        exact(node.points).compare(exact(node.weight)),
        `${node.id} is within its weight`,
      ).toBeLessThanOrEqual(0);
    }
    if (exact(node.lost).sign() > 0 && !node.children)
      expect(node.because?.zh, `${node.id} says why`).toBeTruthy();
  }
  const leaves = nodesOf(ledger).filter((node) => !node.children);
  if (!changed(ledger)) {
    expect(sum(leaves.map(({ points }) => exact(points))).toText()).toBe(total);
    expect(sum(leaves.map(({ lost }) => exact(lost))).toText()).toBe(ledger.lost);
  }
  const losses = (evaluation.losses ?? []).map(({ lost }) => exact(lost));
  expect(sum(losses).toText(), 'the losses').toBe(exact(outOf).minus(exact(total)).toText());
  const mayExceed =
    exact(outOf).compare(plan.total) > 0 ||
    nodesOf(ledger).some(({ line }) => line === 'bonus') ||
    [...plan.byId.keys()].some((id) => hasCap(plan, id));
  if (!mayExceed) expect(exact(total).compare(plan.total), 'nothing above the total').toBeLessThanOrEqual(0);
  expect(exact(total).sign(), 'nothing below zero').toBeGreaterThanOrEqual(0);
}

/** The same form with every score claimed just as it was computed. */
function claimedAsComputed(submission: Submission, { ledger, total, grade }: Evaluation): Submission {
  const scored = nodesOf(ledger).filter(
    (node) =>
      !node.children &&
      node.id !== 'total' &&
      (node.status === 'scored' || (node.status === 'not-applicable' && node.points !== '0')),
  );
  const byId = new Map(scored.map((node) => [node.id, node.points]));
  const fixed = scored.filter((node) => !node.declared && node.method);
  return {
    ...submission,
    declared: submission.declared?.map((row, index) => ({ ...row, claimed: byId.get(`row-${index + 1}`) })),
    claimed: {
      total,
      ...(grade ? { grade } : {}),
      points: Object.fromEntries(fixed.map((node) => [node.id, node.points])),
    },
  } as Submission;
}

const errorsOf = (evaluation: Evaluation | undefined): string[] =>
  (evaluation?.findings ?? [])
    .filter(({ code, severity }) => severity === 'error' && Object.hasOwn(findings, code))
    .map(({ code }) => code);

const rulebooks = [
  ...editions,
  ...sceneRulebooks.map((one) => ({ ...one, cases: new Map<string, string>() })),
];

describe.each(rulebooks.map((edition) => [edition.name, edition] as const))('%s', (_name, edition) => {
  const loaded = loadPlan(edition);
  const onRandomForms = async (
    check: (submission: Submission, plan: ScoringPlan) => Promise<void>,
    missing = 5,
  ) => {
    const plan = await loaded;
    await fc.assert(
      fc.asyncProperty(submissions(plan, { missing }), (submission) => check(submission, plan)),
      { numRuns: runs(40) },
    );
  };

  test('the lines add to the total, and the losses to what was lost', () =>
    onRandomForms(async (submission, plan) => {
      const { evaluation, diagnostics } = await evaluate(plan, formOfValue(submission));
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      accounts(evaluation!, plan);
    }));

  test('so they do on the forms of the cases', async () => {
    const plan = await loaded;
    for (const form of formsOf(edition)) accounts((await evaluate(plan, form)).evaluation!, plan);
  });

  test('a form that claims what was computed has no errors of its own', async () => {
    if ((await loaded).rounding.at === 'total') return;
    await onRandomForms(async (submission, plan) => {
      // Without claims the audit tells of what is wrong with the figures themselves.
      const { evaluation } = await audit(plan, formOfValue(submission));
      // Where only the total is rounded, no unit can claim a third of a point.
      if (evaluation?.status !== 'complete') return;
      const claimed = claimedAsComputed(submission, evaluation!);
      const audited = (await audit(plan, formOfValue(claimed))).evaluation;
      expect(audited!.total).toBe(evaluation!.total);
      expect(errorsOf(audited)).toEqual(errorsOf(evaluation));
    }, 0);
  });

  test('scores without a ledger are those of the ledger', async () => {
    const score = scorer(await loaded);
    await onRandomForms(async (submission, plan) => {
      const { evaluation } = await evaluate(plan, formOfValue(submission));
      const { total, outOf, grade, status } = evaluation!;
      expect(await score(submission)).toEqual({ total, outOf, grade, complete: status === 'complete' });
    });
  });
});
