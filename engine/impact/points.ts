/** The points of a form, part by part, in exact fractions. */
import type { Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { formScorer, type Scored, type ScoredLine } from '../evaluate/index.ts';
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
  const score = formScorer(plan, integers);
  const told = (scored: Scored<Fraction> | undefined): Points | undefined => {
    if (!scored) return undefined;
    const { whole, grade } = scored;
    const parts = new Map<string, Fraction>();
    sumByComponent(whole, coarse, nameOf, (component, points) => {
      const known = parts.get(component);
      parts.set(component, known ? integers.plus(known, points) : points);
    });
    return {
      total: fractionText(whole.points),
      outOf: fractionText(whole.weight),
      grade,
      open: whole.open ? [...new Set(openLines(whole))] : [],
      parts,
    };
  };
  return (submission) => {
    const scored = score(submission);
    return scored instanceof Promise ? scored.then(told) : told(scored);
  };
}

/** The lines that lack something themselves: not those that are open only because one under them is. */
function openLines(line: ScoredLine<unknown>): string[] {
  const below = line.children.flatMap(openLines);
  return below.length === 0 && line.open ? [line.plan?.id ?? line.id] : below;
}
