/** What a person may give where a person judges: the choices with their shares, and when a reason is owed. */
import type { FormChoice, FormJudgement } from '../../schemas/generated/types.ts';
import { constantOf } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { isConstant } from '../expression/index.ts';
import type { Line } from '../lines/index.ts';
import { analyse, type Piece } from '../possible/index.ts';

/** Undefined for a line that no person judges. */
export async function judgementOf(line: Line): Promise<FormJudgement | undefined> {
  const { judged, parts } = line.rule;
  if (!judged) return undefined;
  const analysis = await analyse(line);
  const pieces = analysis.kind === 'curve' ? analysis.curve.pieces : [];
  const awards = parts[0]?.awards ?? [];
  const choices = awards.flatMap(({ choice, label, points }, band): FormChoice[] => {
    if (choice === undefined) return [];
    const share = judged === 'share' ? shareOf(pieces, band) : undefined;
    const fixed = points && isConstant(points) ? constantOf(points) : undefined;
    return [
      {
        name: choice,
        label,
        ...(share ? { share } : {}),
        ...(fixed ? { points: fixed.toText() } : {}),
      },
    ];
  });
  const owing = awards.findIndex(({ reasonOwed }) => reasonOwed);
  const owed = owing < 0 ? undefined : shareOf(pieces, owing);
  return { by: judged, choices, ...(owed ? { reason: reasonBelow(owed.to) } : {}) };
}

const reasonBelow = (share: string) => ({
  zh: `给分低于分值的 ${share} 时须说明理由`,
  en: `a reason is owed where less than ${share} of the weight is given`,
});

/** The shares that a band takes in; undefined where they are not one stretch. */
function shareOf(pieces: readonly Piece[], band: number): FormChoice['share'] | undefined {
  const own = pieces.filter(({ bands }) => bands[0]?.length === 1 && bands[0][0] === band);
  const [first, last] = [own[0], own.at(-1)];
  if (!first?.from || !last?.to) return undefined;
  const from = pieces.indexOf(first);
  if (pieces.indexOf(last) - from !== own.length - 1) return undefined;
  return {
    from: percentOf(first.from),
    to: percentOf(last.to),
    fromIncluded: first.isPoint,
    toIncluded: last.isPoint,
  };
}

const percentOf = (share: Exact): string => `${share.times(Exact.hundred).toText()}%`;
