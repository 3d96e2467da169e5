/** On which lines points are lost: a line of an edition over all forms that have it, exactly. */
import { Exact } from '../../engine/index.ts';
import type { Statistics } from '../../schemas/generated/types.ts';
import type { FiledLine } from '../submissions/filing.ts';
import type { CountedForm } from './forms.ts';
import { shownRate } from './rates.ts';

interface Summed extends Pick<CountedForm, 'rulebook' | 'edition'> {
  line: FiledLine;
  forms: number;
  losing: number;
  weight: Exact;
  lost: Exact;
}

/** The greatest share of its points lost first. Lines that take points away have no share, and are left out. */
export function linesOf(
  forms: readonly (CountedForm & { lines: string | null })[],
  base: Statistics['grades'][number]['query'],
): Statistics['lines'] {
  const summed = new Map<string, Summed>();
  for (const { rulebook, edition, lines } of forms)
    for (const line of JSON.parse(lines ?? '[]') as FiledLine[]) {
      const weight = Exact.of(line.weight);
      if (weight.sign() <= 0) continue;
      const key = `${rulebook}@${edition} ${line.id} ${line.name}`;
      const lost = weight.minus(Exact.of(line.points));
      const known = summed.get(key) ?? {
        ...{ rulebook, edition, line, forms: 0, losing: 0 },
        ...{ weight: Exact.zero, lost: Exact.zero },
      };
      summed.set(key, {
        ...known,
        forms: known.forms + 1,
        losing: known.losing + (lost.sign() > 0 ? 1 : 0),
        weight: known.weight.plus(weight),
        lost: known.lost.plus(lost.sign() > 0 ? lost : Exact.zero),
      });
    }
  return [...summed.values()]
    .map((one) => ({ one, share: one.lost.times(Exact.hundred).over(one.weight)! }))
    .sort((a, b) => b.share.compare(a.share) || b.one.lost.compare(a.one.lost))
    .map(({ one: { rulebook, edition, line, forms: count, losing, weight, lost }, share }) => ({
      ...{ rulebook, edition, line: line.id, name: line.name, forms: count, losing },
      ...{ weight: weight.toText(), lost: lost.toText(), share: shownRate(share) },
      query: { ...base, rulebook, edition, lostOn: line.id },
    }));
}
