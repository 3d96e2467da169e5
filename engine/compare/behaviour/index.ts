/** What it does: every line of two rulebooks held against each other, and what that makes of the whole form. */
import type { ComparedLine, ComparedWhole, WrittenChange } from '../../../schemas/generated/types.ts';
import type { Pairing } from '../../edits/index.ts';
import type { ComparableEdition } from '../edition.ts';
import { compareLine } from './line.ts';
import { pairLines } from './lines.ts';
import type { ComparedPair } from './pair.ts';
import { lineOf } from './tell.ts';
import { wholeOf } from './whole.ts';

export async function compareBehaviour(
  before: ComparableEdition,
  after: ComparableEdition,
  pairing: Pairing,
  written: readonly WrittenChange[],
): Promise<{ whole: ComparedWhole; lines: ComparedLine[] }> {
  const plans = { before: before.plan, after: after.plan };
  const compared: ComparedPair[] = [];
  for (const pair of pairLines(before.plan, after.plan, pairing))
    compared.push(await compareLine(pair, plans, pairing));
  const whole = wholeOf(plans, pairing, compared, written);
  return { whole, lines: compared.map((one) => lineOf(one, before, after)) };
}
