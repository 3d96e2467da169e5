/** Two rulebooks held against each other: what was written otherwise, and what that does to scores. Pure. */
import type { Difference } from '../../schemas/generated/types.ts';
import { pairEditions } from '../edits/index.ts';
import { engineVersion } from '../version.ts';
import { compareBehaviour } from './behaviour/index.ts';
import { type ComparableEdition, editionOf } from './edition.ts';
import { compareWritten } from './written/index.ts';

/** Compares two editions, or any two rulebooks. The same pair gives the same answer, to the byte. */
export async function compare(before: ComparableEdition, after: ComparableEdition): Promise<Difference> {
  const pairing = pairEditions(before.plan, after.plan);
  const written = compareWritten(before, after, pairing);
  const { whole, lines } = await compareBehaviour(before, after, pairing, written);
  const differs =
    whole.verdict !== 'equal' ||
    whole.grades.length > 0 ||
    whole.situations.length > 0 ||
    lines.some(
      ({ verdict, situations, classifications }) =>
        verdict !== 'equal' || situations.length > 0 || classifications.length > 0,
    );
  const couldScoreLower = [whole, ...lines].some(
    ({ verdict }) => verdict === 'neverHigher' || verdict === 'both' || verdict === 'undecided',
  );
  return {
    before: editionOf(before),
    after: editionOf(after),
    engine: engineVersion,
    differs,
    couldScoreLower,
    whole,
    lines,
    written,
  };
}
