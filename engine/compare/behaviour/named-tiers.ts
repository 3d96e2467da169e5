/**
 * Judgements that name a tier: a share beside it must lie in that tier, and an edition must know the name. Where only one
 * edition takes the two together, the line is scored by that one alone.
 */
import type { Exact } from '../../decimal.ts';
import type { Line } from '../../lines/index.ts';
import { extremesOf, type Piece } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { largestOf, type Outcome, widen } from './outcome.ts';
import type { Stretch } from './stretches.ts';

const namesOf = ({ rule }: Line): readonly string[] =>
  rule.parts.flatMap(({ awards }) => awards.flatMap(({ choice }) => choice ?? []));

/** Shares with the name of a tier, of lines that a share decides. */
export function compareNamedTiers(
  lines: { before: Line; after: Line },
  stretches: readonly Stretch[],
  outcome: Outcome,
): void {
  if (lines.before.rule.judged !== 'share' || lines.after.rule.judged !== 'share') return;
  const names = { before: namesOf(lines.before), after: namesOf(lines.after) };
  const taken = { gain: new Map<string, Stretch[]>(), loss: new Map<string, Stretch[]>() };
  for (const name of new Set([...names.before, ...names.after])) {
    const takes = (side: Side, piece: Piece): boolean =>
      piece.points !== undefined &&
      (names[side].length === 0 || (piece.bands[0]?.includes(names[side].indexOf(name)) ?? false));
    const only = (one: Side, other: Side) =>
      stretches.filter((stretch) => takes(one, stretch[one]) && !takes(other, stretch[other]));
    taken.gain.set(name, only('after', 'before'));
    taken.loss.set(name, only('before', 'after'));
  }
  takenByOne('gain', 'after', taken.gain, outcome);
  takenByOne('loss', 'before', taken.loss, outcome);
}

type Side = 'before' | 'after';

const namesTier = both(
  '评价在比例之外还写明档名，而比例只合一版的此档（只写比例的不在此列）',
  'a judgement names a tier beside its share, and the share fits that tier by one edition only (not where a share alone is given)',
);

/** Shares that only one edition takes for a tier of that name. */
function takenByOne(
  side: 'gain' | 'loss',
  scoring: Side,
  taken: ReadonlyMap<string, readonly Stretch[]>,
  outcome: Outcome,
): void {
  const names = [...taken].filter(([, shares]) => shares.length > 0).map(([name]) => name);
  if (names.length === 0) return;
  outcome.scored[side] = true;
  for (const [name, shares] of taken)
    for (const one of shares) {
      const most = extremesOf(onStretch(one[scoring], one))?.most;
      if (!most) continue;
      const { points, isReached } = most;
      const where = both(`评价写明「${name}」`, `the judgement names "${name}"`);
      widen(outcome, side, largestOf(points, { isReached, isExact: true, where, condition: namesTier }));
    }
  const isTaken = both('按所给比例计分', 'scored by the share given');
  const isNot = both('档名与比例不符，不计分', 'name and share contradict: not scored');
  const isLater = scoring === 'after';
  outcome.situations.push({
    name: both(
      `评价写明「${names.join('」「')}」，而比例只合${isLater ? '后' : '前'}一版此档`,
      `the judgement names "${names.join('", "')}" with a share that fits that tier of the ${isLater ? 'later' : 'earlier'} edition only`,
    ),
    before: isLater ? isNot : isTaken,
    after: isLater ? isTaken : isNot,
  });
}

/** A piece as far as the stretch goes. */
const onStretch = (piece: Piece, { from, to, isPoint }: Stretch): Piece => ({ ...piece, from, to, isPoint });

/** Choices that only one edition knows, or that give something else: what stands beside them then contradicts. */
export function compareChoices(before: Line, after: Line, outcome: Outcome): void {
  if (before.rule.judged !== 'choice' || after.rule.judged !== 'choice') return;
  const [was, is] = [namesOf(before), namesOf(after)];
  const isPenalty = after.leaf?.line === 'penalty';
  const one = (side: 'gain' | 'loss', weight: Exact): void => {
    outcome.scored[side] = true;
    const told = isPenalty ? (side === 'gain' ? 'loss' : 'gain') : side;
    const points = after.row ? weight.over(weight)! : weight;
    widen(outcome, told, largestOf(points, { isReached: false, isExact: false }));
  };
  const moved = outcome.gain !== undefined || outcome.loss !== undefined;
  if (moved || was.some((name) => !is.includes(name))) one('loss', before.weight);
  if (moved || is.some((name) => !was.includes(name))) one('gain', after.weight);
}
