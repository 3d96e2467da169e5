/** One line of a form: its weight, its points, and whether anything is still to come. */

import { readCell } from './cells.ts';
import type { Known } from './conditions.ts';
import { capOf, isScored, type Line, type Scored, scoreMethod, tierHolds } from './methods.ts';
import {
  compare,
  hundred,
  least,
  most,
  negative,
  number,
  one,
  over,
  type Rational,
  type RoundingMode,
  round,
  times,
  zero,
} from './rational.ts';

// biome-ignore lint/suspicious/noExplicitAny: rulebooks and forms are looked at as plain values here
type Written = any;

export interface Node {
  id: string;
  weight: Rational;
  points: Rational;
  /** The most it can have on this form. */
  most: Rational;
  status: 'scored' | 'not-applicable' | 'missing' | 'excluded';
  /** Something is still to be filled in. */
  open: boolean;
  /** Left out, and its weight left to the others. */
  leaves: boolean;
  line: 'bonus' | 'penalty' | undefined;
  isRow: boolean;
  claimed: Rational | undefined;
  /** Why a line has no points of its own. */
  reason: Exclude<Scored, Rational> | undefined;
  children: Node[];
}

export interface Rounding {
  decimals: number;
  mode: RoundingMode;
  at: 'indicator' | 'total';
}

/** What scoring one line needs besides its rule. */
export interface LineFacts extends Known {
  id: string;
  method: Written;
  weight: Rational;
  line: 'bonus' | 'penalty' | undefined;
  metric: Line['metric'];
  option: string | undefined;
  looksAtOption: boolean;
  target: Line['target'];
  judgement: Written;
  claimed: Rational | undefined;
  missing: 'zero' | 'claimed' | 'withhold';
  zeroDivision: 'full' | 'zero' | undefined;
  /** Why it cannot be scored before any rule is asked. */
  lacks?: boolean;
  /** What is claimed cannot stand in for it either. */
  isIncomparable?: boolean;
}

/** A claimed score as a number of points; undefined where it is blank or none. */
export function readClaim(written: Written): Rational | undefined {
  const cell = readCell(String(written ?? '').replace(/分$/, ''));
  return cell.kind === 'number' && cell.comparator === '' && cell.unit === '' ? cell.number : undefined;
}

export const roundedTo = (points: Rational, { decimals, mode }: Rounding): Rational =>
  round(points, decimals, mode);

const within = (points: Rational, bound: Rational): Rational => least(most(points, zero), bound);

/** Rounds where lines are rounded, then keeps the points between nothing and the most. */
export const settled = (points: Rational, bound: Rational, rounding: Rounding): Rational =>
  within(rounding.at === 'indicator' ? roundedTo(points, rounding) : points, bound);

export function scoreLine(facts: LineFacts, rounding: Rounding): Node {
  const { id, weight, line, claimed } = facts;
  const bounded = most(weight, capOf(facts.method, weight));
  const node: Node = {
    id,
    weight,
    points: zero,
    most: bounded,
    status: 'scored',
    open: false,
    leaves: false,
    line,
    isRow: false,
    claimed,
    reason: undefined,
    children: [],
  };
  const scored = facts.lacks ? 'missing' : facts.isIncomparable ? 'withheld' : judged(facts);
  if (!isScored(scored)) node.reason = scored;
  if (isScored(scored)) node.points = settled(scored, bounded, rounding);
  else if (scored === 'zero-division' && facts.zeroDivision)
    node.points = facts.zeroDivision === 'full' ? settled(weight, bounded, rounding) : zero;
  else if (scored === 'missing' && facts.missing === 'claimed' && claimed)
    node.points = settled(deducted(claimed, line), bounded, rounding);
  else {
    node.status = 'missing';
    node.open = facts.missing !== 'zero' || scored !== 'missing';
  }
  if (line === 'penalty') node.points = negative(node.points);
  return node;
}

/** What is claimed of a penalty is what it takes, with its minus or without. */
export const deducted = <Claimed extends Rational | undefined>(
  claimed: Claimed,
  line: Node['line'],
): Claimed | Rational => (claimed && line === 'penalty' && claimed.top < 0n ? negative(claimed) : claimed);

/** Puts a person's judgement beside the facts, or says that it contradicts itself. */
function judged(facts: LineFacts): Scored {
  const { method, judgement, weight, claimed } = facts;
  const line: Line = {
    ...facts,
    share: undefined,
    choice: judgement?.tier,
    isPenalty: facts.line === 'penalty',
  };
  if (!method.tiers && !method.judgement) return scoreMethod(method, line);
  const written =
    judgement?.share === undefined ? undefined : number(String(judgement.share).replace(/\s*[%％]?$/, ''));
  const byShare = written && over(written, hundred);
  const byPoints = judgement?.points === undefined ? undefined : over(number(judgement.points), weight);
  const taken = byShare ?? byPoints ?? (claimed && over(deducted(claimed, facts.line), weight));
  const share = taken && within(taken, one);
  if (
    byShare &&
    judgement?.points !== undefined &&
    compare(times(byShare, weight), number(judgement.points)) !== 0
  )
    return 'withheld';
  if (judgement?.tier !== undefined) {
    const names = method.tiers?.some((tier: Written) => tier.name === judgement.tier);
    if (!names) return 'withheld';
    if (share && !tierHolds(method.tiers, judgement.tier, share, facts.numbers)) return 'withheld';
  }
  return scoreMethod(method, share ? { ...line, share } : line);
}
