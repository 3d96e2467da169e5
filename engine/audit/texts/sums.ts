/** Sums written out: 30+30+29.99=90, 共100万元，其中A 60万元、B 50万元. */
import type { Finding } from '../../../schemas/generated/types.ts';
import { words } from '../../../schemas/generated/words.ts';
import { Exact, sum } from '../../decimal.ts';
import { leavesOf, type ScoredForm } from '../../evaluate/index.ts';
import { type FindingPlace, find } from '../../findings/index.ts';
import { additionsIn } from './additions.ts';
import { listsIn } from './parts.ts';
import type { Passage } from './passages.ts';
import type { WrittenSum } from './written-sum.ts';

type Place = Pick<Passage, 'text' | 'where'> & { place: FindingPlace };

export const sumFindings = (passages: readonly Passage[], scored: ScoredForm): Finding[] =>
  [...passages, ...cellsOf(scored)].flatMap(({ text, where, place }) =>
    [...additionsIn(text), ...listsIn(text)].flatMap((written) => {
      const total = sum(written.parts);
      if (total.equals(written.whole)) return [];
      const vanishes = isRight(written, total);
      if (vanishes && !written.isEquation) return [];
      const shown = (number: Exact): string => `${number.toText()}${written.unit}`;
      const parameters = {
        where,
        text: written.text,
        sum: shown(total),
        stated: shown(written.whole),
        difference: shown(total.minus(written.whole).absolute()),
      };
      return [find('sum-mismatch', parameters, place, vanishes ? 'info' : 'error')];
    }),
  );

/** Cells of the table in which a sum may be written. */
function cellsOf({ whole }: ScoredForm): Place[] {
  return leavesOf(whole).flatMap(({ row, id, name }) =>
    row
      ? (['target', 'actual'] as const).map((cell) => ({
          text: row[cell].text,
          where: {
            zh: `「${name}」${words.cell[cell].zh}`,
            en: `the ${words.cell[cell].en} of "${name}"`,
          },
          place: { indicator: id, name, cell },
        }))
      : [],
  );
}

const two = Exact.of('2');

/** True where the parts come to the whole, as far as the places they are written with can tell. */
function isRight({ whole, last, lastOfParts, parts, isOpen }: WrittenSum, total: Exact): boolean {
  const off = total.minus(whole);
  if (isOpen && off.sign() <= 0) return true;
  // A whole in fewer places than its parts is their sum rounded; parts in fewer places are rounded themselves.
  const half = last.over(two)!;
  const slack = last.compare(lastOfParts) > 0 ? half : Exact.zero;
  const rounding =
    lastOfParts.compare(last) > 0 ? lastOfParts.times(Exact.of(parts.length)).over(two)! : Exact.zero;
  return off.absolute().compare(slack.plus(rounding)) <= 0;
}
