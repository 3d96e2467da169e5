/** What it does: every line of two rulebooks held against each other, and what that makes of the whole form. */
import type { ComparedLine, ComparedWhole, WrittenChange } from '../../../schemas/generated/types.ts';
import type { Pairing } from '../../edits/index.ts';
import type { ComparableEdition } from '../edition.ts';
import { type ComparedPair, compareLine } from './line.ts';
import { pairLines } from './lines.ts';
import { lineSituations, rowSituations } from './situations.ts';
import { lineOf } from './tell.ts';
import { wholeOf } from './whole.ts';

export async function compareBehaviour(
  before: ComparableEdition,
  after: ComparableEdition,
  pairing: Pairing,
  written: readonly WrittenChange[],
): Promise<{ whole: ComparedWhole; lines: ComparedLine[] }> {
  const compared: ComparedPair[] = [];
  for (const pair of pairLines(before.plan, after.plan, pairing)) {
    const one = await compareLine(pair, before.plan, after.plan);
    const { before: old, after: now } = pair;
    if (old?.leaf && now?.leaf) one.outcome.situations.push(...lineSituations(old.leaf, now.leaf));
    compared.push(one);
  }
  const whole = wholeOf(before.plan, after.plan, pairing, compared, written);
  whole.situations.push(...rowSituations(before.plan, after.plan));
  return { whole, lines: compared.map((one) => lineOf(one, before, after)) };
}
