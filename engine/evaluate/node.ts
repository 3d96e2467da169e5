/** One scored line of a form, before it is written as a ledger. */
import type { LedgerNode } from '../../schemas/generated/types.ts';
import type { IndicatorPlan } from '../compile/index.ts';
import type { Award } from '../methods/index.ts';
import type { Contradiction, Judgement } from './judgements.ts';
import type { Row } from './rows.ts';
import type { Step, Unscored } from './run.ts';
import type { Sheet } from './sheet.ts';

/** Where the points came from: the rule, a person's judgement, the claimed score, or nowhere. */
export type Basis = 'rule' | 'judgement' | 'claimed' | 'none';

export interface ScoredNode<N> {
  id: string;
  name: string;
  status: LedgerNode['status'];
  /** The weight this line has on this form. */
  weight: N;
  /** The most points it can have: the weight, or more where a cap or a bonus allows. Of a penalty, the most it takes. */
  most: N;
  /** After rounding; negative for a penalty. */
  points: N;
  /** Before rounding; undefined where no rule gave points. */
  unrounded: N | undefined;
  claimed: N | undefined;
  /** The line of the rulebook: of a declared indicator, its group; undefined for the whole. */
  plan: IndicatorPlan | undefined;
  /** Set for a declared indicator. */
  row: Row<N> | undefined;
  judgement: Judgement<N> | undefined;
  /** The facts its rule was asked about; undefined where no rule was. */
  sheet: Sheet<N> | undefined;
  basis: Basis;
  /** Why the rule gave no points. */
  unscored: Unscored | Contradiction | 'no-weight' | 'incomparable' | undefined;
  /** True where the line has no points and its policy does not say what that means: the form is incomplete. */
  open: boolean;
  /** Both stay empty where no ledger is kept. */
  awards: Award[];
  steps: Step[];
  children: ScoredNode<N>[];
  /** True where the line is left out and its siblings take over its weight. */
  rescaled: boolean;
}

/** The id of the node that is the whole form. */
export const wholeId = 'total';

/** The lines under a line, and its account where none is kept. */
const nothing: never[] = [];
Object.freeze(nothing);

/** A line that is scored, before anything else is known of it; all lines are made here, so that all have one shape. */
export function newNode<N>(
  id: string,
  name: string,
  weight: N,
  points: N,
  keepsLedger: boolean,
): ScoredNode<N> {
  return {
    id,
    name,
    status: 'scored',
    weight,
    most: weight,
    points,
    unrounded: undefined,
    claimed: undefined,
    plan: undefined,
    row: undefined,
    judgement: undefined,
    sheet: undefined,
    basis: 'rule',
    unscored: undefined,
    open: false,
    awards: keepsLedger ? [] : nothing,
    steps: keepsLedger ? [] : nothing,
    children: nothing,
    rescaled: false,
  };
}

/** Every line without lines of its own, left to right. */
export function leavesOf<N>(node: ScoredNode<N>, found: ScoredNode<N>[] = []): ScoredNode<N>[] {
  if (node.children.length === 0) found.push(node);
  else for (const child of node.children) leavesOf(child, found);
  return found;
}

/** The line and every line below it. */
export function nodesOf<N>(node: ScoredNode<N>, found: ScoredNode<N>[] = []): ScoredNode<N>[] {
  found.push(node);
  for (const child of node.children) nodesOf(child, found);
  return found;
}
