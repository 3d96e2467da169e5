/**
 * The points of a form, part by part, without a ledger: the scores-only path, kept apart by component. Where limits apply, the
 * total of the ledger path.
 */
import type { Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { askClass } from '../conditions/index.ts';
import { admission } from '../evaluate/admission.ts';
import { cellReader } from '../evaluate/cells.ts';
import { readClaims } from '../evaluate/claims.ts';
import { type Form, formOfValue, leavesOf, type ScoredNode, scoreForm } from '../evaluate/index.ts';
import { readInputs } from '../evaluate/inputs.ts';
import { readRows } from '../evaluate/rows.ts';
import type { Run } from '../evaluate/rule.ts';
import { Sheet } from '../evaluate/sheet.ts';
import { TreeScorer } from '../evaluate/tree.ts';
import { type Fraction, fractionText, integers } from '../expression/index.ts';
import { sumByComponent } from './components.ts';

export interface Points {
  total: string;
  outOf: string;
  grade: string | undefined;
  /** Ids of lines that lack data: of declared rows, their group. */
  open: readonly string[];
  /** By component. */
  parts: ReadonlyMap<string, Fraction>;
}

export type PointsOf = (submission: Submission) => Promise<Points | undefined> | Points | undefined;

/** Scores forms of a plan; undefined where a form cannot be scored by it. `nameOf` puts ids into the shared namespace. */
export function pointsOf(
  plan: ScoringPlan,
  coarse: ReadonlySet<string>,
  nameOf: (id: string) => string = (id) => id,
): PointsOf {
  const partsIn = <N>(whole: ScoredNode<N>, fraction: (points: N) => Fraction): Map<string, Fraction> => {
    const parts = new Map<string, Fraction>();
    sumByComponent(whole, coarse, nameOf, (component, points) => {
      const known = parts.get(component);
      const own = fraction(points);
      parts.set(component, known ? integers.plus(known, own) : own);
    });
    return parts;
  };
  if (plan.limits.length > 0)
    return async (submission) => {
      const { scored } = await scoreForm(plan, formOfValue(submission));
      if (!scored) return undefined;
      const { whole, grade } = scored;
      return {
        total: fractionText(integers.of(whole.points)),
        outOf: fractionText(integers.of(whole.weight)),
        grade,
        open: openLines(whole),
        parts: partsIn(whole, integers.of),
      };
    };
  const tree = new TreeScorer(plan, integers);
  const reader = { arithmetic: integers, cell: cellReader(integers) };
  const total = integers.of(plan.total);
  const score: PointsOf = (submission) => {
    const form: Form = formOfValue(submission);
    const sheet = new Sheet<Fraction>();
    if (readInputs(plan, form, sheet, reader).some((one) => one.severity === 'error')) return undefined;
    const { rows, diagnostics } = readRows(plan, form, reader);
    if (diagnostics.length > 0 || admission(plan, form, rows).length > 0) return undefined;
    const run: Run<Fraction> = { arithmetic: integers, unasked: [], label: undefined };
    const claimed = submission.claimed?.points
      ? readClaims(plan, form, reader.cell).points
      : new Map<string, Fraction>();
    const whole = tree.score({ submission, sheet, rows, claimed, claimedTotal: undefined }, run);
    const sound = integers.compare(whole.weight, total) === 0 && !whole.open;
    const numbers = (key: string) => (key === 'total' ? whole.points : undefined);
    const grade =
      sound && plan.grades
        ? plan.grades.names[
            tree.outcomes(plan.grades.decision, { numbers, words: () => undefined }, run)[0] ?? -1
          ]
        : undefined;
    if (run.unasked.length > 0) return Promise.all(run.unasked.map(askClass)).then(() => score(submission));
    return {
      total: fractionText(whole.points),
      outOf: fractionText(whole.weight),
      grade,
      open: whole.open ? openLines(whole) : [],
      parts: partsIn(whole, (points) => points),
    };
  };
  return score;
}

const openLines = (whole: ScoredNode<unknown>): string[] =>
  whole.open
    ? [...new Set(leavesOf(whole).flatMap((leaf) => (leaf.open ? [leaf.plan?.id ?? leaf.id] : [])))]
    : [];
