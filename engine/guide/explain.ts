/** One line of a scored form: how its points came about, where it stands on its curve, what would win more. */
import type { Evaluation, LedgerNode, LineExplanation } from '../../schemas/generated/types.ts';
import { type Axis, valueText } from '../compare/index.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { leavesOf, type ScoredForm, type ScoredNode } from '../evaluate/index.ts';
import { derivationOf } from '../explain/index.ts';
import { decimals, evaluator } from '../expression/index.ts';
import { type Line, linesOf, rowWith } from '../lines/index.ts';
import { analyse, type Curve, decimalText, optionsOf, pointsAt } from '../possible/index.ts';
import { axisOf, drawnCurve, isInFrame } from './curve.ts';
import { nextStepOf } from './next.ts';

/** Undefined where the form has no such line. */
export async function explainLine(
  scored: ScoredForm,
  { ledger }: Evaluation,
  id: string,
): Promise<LineExplanation | undefined> {
  const node = nodeIn(ledger, id);
  if (!node) return undefined;
  const leaf = leavesOf(scored.whole).find((one) => one.id === id);
  return { ...accountOf(node), ...(leaf ? await standingOf(scored.plan, leaf) : {}) };
}

const nodeIn = (node: LedgerNode, id: string): LedgerNode | undefined => {
  if (node.id === id) return node;
  for (const child of node.children ?? []) {
    const found = nodeIn(child, id);
    if (found) return found;
  }
  return undefined;
};

/** What the ledger says of a line, in sentences. */
function accountOf(node: LedgerNode): LineExplanation {
  const { id, name, status, weight, points, lost, unscored, claimed, because, steps } = node;
  const [zh, en] = [derivationOf(node, 'zh'), derivationOf(node, 'en')];
  return {
    ...{ line: id, name, status, weight, points, lost },
    ...(unscored === undefined ? {} : { unscored }),
    ...(claimed === undefined ? {} : { claimed }),
    ...(because ? { because } : {}),
    sentences: zh.map((sentence, index) => ({ zh: sentence, en: en[index] ?? sentence })),
    bands: steps.flatMap((step) => (step.step === 'choose' ? [{ index: step.band, label: step.label }] : [])),
    ...(node.text === undefined ? {} : { text: node.text }),
    ...(node.source === undefined ? {} : { source: node.source }),
    ...(node.reading === undefined ? {} : { reading: node.reading }),
    ...(node.inferred ? { inferred: node.inferred } : {}),
  };
}

type Standing = Pick<LineExplanation, 'target' | 'group' | 'curve' | 'standing' | 'next'>;

async function standingOf(plan: ScoringPlan, node: ScoredNode<Exact>): Promise<Standing> {
  const { row } = node;
  const about = row ? { target: row.kind, group: row.group.id } : {};
  const line = lineOf(plan, node);
  if (!line) return about;
  const analysis = await analyse(line, optionsOf(plan));
  if (analysis.kind !== 'curve') return about;
  const { curve } = analysis;
  const x = numberOf(node, curve);
  const axis = axisOf(plan, line, curve, row?.target.unit);
  // A share that a person gives is a straight line in every form: drawing it says nothing.
  const isTold = line.rule.judged !== 'share' && (row || (x && !isInFrame(curve, x)));
  const drawn = isTold ? { ...about, curve: drawnCurve(line, curve, axis, x) } : about;
  if (!x) return drawn;
  const y = pointsAt(curve, x);
  const standing = {
    x: decimalText(x),
    ...(y ? { y: decimalText(y) } : {}),
    shown: valueText(x, axis),
  };
  const next = nextOf(plan, node, curve, x, axis);
  return { ...drawn, standing, ...(next ? { next } : {}) };
}

/** The rule of a scored line, with the weight and target of the form. */
function lineOf(plan: ScoringPlan, { id, row, weight }: ScoredNode<Exact>): Line | undefined {
  const lines = linesOf(plan);
  if (!row) return lines.find((line) => line.id === id);
  const line = lines.find((one) => one.row?.plan === row.plan);
  if (!line || !row.targetNumber || weight.isZero()) return undefined;
  return rowWith(line, { weight, target: row.targetNumber });
}

function numberOf({ sheet }: ScoredNode<Exact>, { variable }: Curve): Exact | undefined {
  if (!sheet) return undefined;
  const value = evaluator(variable, decimals)(sheet.numbers);
  return value instanceof Exact ? value : undefined;
}

/** Said only of a line that its rule gave what the curve gives there, and that no person judged. */
function nextOf(plan: ScoringPlan, node: ScoredNode<Exact>, curve: Curve, x: Exact, axis: Axis) {
  const { name, row, plan: indicator, basis, points } = node;
  if (basis !== 'rule' || node.judgement || indicator?.line === 'penalty') return undefined;
  const rounded = (value: Exact) => (plan.rounding.at === 'indicator' ? value.round(plan.rounding) : value);
  const here = pointsAt(curve, x);
  if (!here || !rounded(here).equals(points)) return undefined;
  const called = row ? `「${name}」${axis.name.zh}` : axis.name.zh;
  return nextStepOf(curve, x, { name: called, axis, rounded });
}
