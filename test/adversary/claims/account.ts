/** What every evaluation must satisfy by itself: bounds at every node, steps that add up, rounding once, losses that add. */
import { Exact, sum } from '../../../engine/decimal.ts';
import { figure } from '../../../engine/evaluate/rounding.ts';
import { decimals, evaluator } from '../../../engine/expression/index.ts';
import type { LedgerNode, ScoringPlan } from '../../../engine/index.ts';
import { type Contradiction, type Node, type Trial, text } from '../scene.ts';

const endless = (written: string): boolean => written.includes('…');

export function accounted(plan: ScoringPlan, trial: Trial): Contradiction[] {
  const { evaluation, scored, value } = trial;
  if (!evaluation || !scored) return [];
  const found: Contradiction[] = [];
  const say = (claim: string, told: string) => found.push({ claim, told, form: value });
  bounds(scored.whole, say);
  const { ledger, total, outOf } = evaluation;
  if (ledger.points !== total || ledger.weight !== outOf)
    say('total', `the ledger says ${ledger.points} of ${ledger.weight}, the form ${total} of ${outOf}`);
  steps(ledger, say);
  rounding(plan, ledger, say);
  losses(evaluation as unknown as Told, say);
  return found;
}

type Say = (claim: string, told: string) => void;

/** The most a line can have: its weight, or the cap of its rule where that is more. */
function mostOf({ row, plan, weight }: Node): Exact {
  const rule = row ? row.plan?.rule : plan?.kind === 'leaf' ? plan.rule : undefined;
  if (!rule) return weight;
  const cap = evaluator(rule.cap, decimals)((name) => (name === 'weight' ? weight : undefined));
  return cap instanceof Exact && cap.compare(weight) > 0 ? cap : weight;
}

/** True where something under a line can add to what it weighs. */
const mayExceed = (node: Node): boolean =>
  (node.plan?.line === 'bonus' && !node.row) ||
  mostOf(node).compare(node.weight) > 0 ||
  node.children.some(mayExceed);

function bounds(node: Node, say: Say): void {
  const { id, points, weight, row, plan, children } = node;
  const told = `${id} has ${text(points)} of ${text(weight)}`;
  const isLine = row !== undefined || plan?.kind === 'leaf';
  if (plan?.line === 'penalty') {
    if (points.sign() > 0) say('penalty above zero', told);
    if ((isLine || !mayExceed(node)) && points.plus(mostOf(node)).sign() < 0)
      say('penalty beyond its weight', told);
  } else {
    if (points.sign() < 0) say('points below zero', told);
    if (isLine ? points.compare(mostOf(node)) > 0 : !mayExceed(node) && points.compare(weight) > 0)
      say('points above the weight', told);
  }
  for (const child of children) bounds(child, say);
}

/** From the points of the lines below, through every step that changes them, to the points of a line. */
function steps(node: LedgerNode, say: Say): void {
  for (const child of node.children ?? []) steps(child, say);
  if (!node.children || node.status === 'not-applicable') return;
  // Figures are told to ten places: a sum of such is not exact.
  const [only, another] = node.children;
  let points = another || isEndless(only?.points ?? '0') ? undefined : (only?.points ?? '0');
  for (const step of node.steps) {
    if (step.step === 'sum') {
      summed(node, step, say);
      points = known(step.value);
    }
    if (!('from' in step)) continue;
    if (points !== undefined && !endless(step.from) && step.from !== points)
      say('steps', `${node.id}: ${step.step} starts at ${step.from}, the step before ended at ${points}`);
    points = known(step.to);
  }
  if (points !== undefined && figure(Exact.of(points)) !== node.points)
    say('steps', `${node.id}: the steps end at ${points}, the points are ${node.points}`);
}

const known = (written: string): string | undefined => (endless(written) ? undefined : written);

/** A sum is of the lines below, and right. */
function summed(
  node: LedgerNode,
  step: Extract<LedgerNode['steps'][number], { step: 'sum' }>,
  say: Say,
): void {
  if (step.combine !== 'sum' || endless(step.terms.join())) return;
  const points = node.children!.map((child) => child.points);
  const terms = step.terms.map((term) => Exact.of(term));
  if (terms.map(figure).join() !== points.join())
    say('terms of a sum', `${node.id}: ${step.terms.join(' + ')}, not ${points.join(' + ')}`);
  const all = sum(terms);
  if (!endless(step.value) && all.toText() !== step.value)
    say('sum', `${node.id}: ${step.terms.join(' + ')} is not ${step.value}`);
}

/** Ten places: a number that may go on. */
const isEndless = (figure: string): boolean => /\.\d{10}$/.test(figure);

/** The points of a line are rounded once, where the rulebook says so; a sum of rounded points is not rounded again. */
function rounding({ rounding: { at } }: ScoringPlan, node: LedgerNode, say: Say): void {
  for (const one of nodesOf(node)) {
    const rounded = one.steps.filter(({ step }) => step === 'round').length;
    if (rounded > 1) say('rounded twice', `${one.id} is rounded ${rounded} times`);
    if (rounded > 0 && at === 'total' && one !== node)
      say('rounded early', `${one.id} is rounded before the total`);
    const isSum =
      one.children &&
      one.steps.every(
        ({ step, ...rest }) => step !== 'rescale' && (!('combine' in rest) || rest.combine === 'sum'),
      );
    if (rounded > 0 && at === 'indicator' && isSum)
      say('a sum is rounded', `${one.id} adds rounded points and rounds again`);
  }
}

const nodesOf = (node: LedgerNode): LedgerNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

interface Told {
  ledger: LedgerNode & { unscored?: string };
  losses?: { id: string; lost: string }[];
}

/** What was lost is told line by line and adds exactly to the difference between the weight and the total. */
function losses({ ledger, losses: listed }: Told, say: Say): void {
  if (!listed) return;
  const all = listed.map(({ lost }) => lost);
  if (all.some((one) => endless(one)) || isEndless(ledger.weight) || isEndless(ledger.points)) return;
  const told = sum(all.map((one) => Exact.of(one)));
  const left = figure(Exact.of(ledger.weight).minus(told));
  if (left !== ledger.points)
    say('losses', `${all.join(' + ') || 'nothing'} leaves ${left} of ${ledger.weight}, not ${ledger.points}`);
}
