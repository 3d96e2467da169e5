/** How much is lost by a hair at each threshold. */
import type { Jump } from '../../schemas/generated/types.ts';
import { type Exact, greatest, least } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import { type Analysis, limitOf } from '../possible/index.ts';
import { type Claim, claims } from './claim.ts';
import { near } from './near.ts';
import { showing } from './showing.ts';
import { shownNumber } from './words.ts';

interface Cliff {
  at: Exact;
  /** The two numbers, side by side, between which most is lost; the one that scores more first. */
  high: Exact;
  low: Exact;
  more: Exact;
  less: Exact;
  size: Exact;
  jump: Jump;
}

/** Every jump of a curve, the largest first. */
export function cliffsOf({ line, curve }: Extract<Analysis, { kind: 'curve' }>): Cliff[] {
  const found = curve.pieces.flatMap((point, index): Cliff[] => {
    if (!point.isPoint || !point.points) return [];
    const next = curve.pieces[index + 1];
    const sides = [
      { piece: curve.pieces[index - 1], end: 'to' as const },
      // From one whole number to the next is one jump, told of the greater.
      { piece: next?.isPoint ? undefined : next, end: 'from' as const },
    ];
    const here = { x: point.from!, value: point.points.a };
    const values = sides.flatMap(({ piece, end }) => {
      const value = piece && limitOf(piece, end);
      return piece && value ? [{ x: near(line, curve, piece, end), value }] : [];
    });
    const [below, above] = sides.map(({ piece, end }) => (piece ? limitOf(piece, end) : undefined));
    const all = [here, ...values].map(({ value }) => value) as [Exact, ...Exact[]];
    const size = greatest(...all).minus(least(...all));
    if (size.isZero()) return [];
    const [first, second] = widest([here, ...values]);
    const [high, low] = first.value.compare(second.value) > 0 ? [first, second] : [second, first];
    const jump: Jump = {
      at: shownNumber(line, curve, here.x),
      ...(below ? { below: below.toText() } : {}),
      points: here.value.toText(),
      ...(above ? { above: above.toText() } : {}),
      size: size.toText(),
    };
    return [{ at: here.x, high: high.x, low: low.x, more: high.value, less: low.value, size, jump }];
  });
  return found.sort((a, b) => b.size.compare(a.size) || b.more.compare(a.more) || a.at.compare(b.at));
}

interface Spot {
  x: Exact;
  value: Exact;
}

/** The pair of neighbours that differ most; the point itself is one of them where that is as much. */
function widest([here, ...sides]: readonly Spot[]): [Spot, Spot] {
  const pairs: [Spot, Spot][] = sides.map((side) => [here!, side]);
  if (sides.length === 2) pairs.push([sides[0]!, sides[1]!]);
  return pairs.reduce((best, pair) => (gap(pair).compare(gap(best)) > 0 ? pair : best));
}

const gap = ([one, other]: [Spot, Spot]): Exact => one.value.minus(other.value).absolute();

export function cliffs(analysis: Extract<Analysis, { kind: 'curve' }>): Claim[] {
  const { line, curve } = analysis;
  const all = cliffsOf(analysis);
  const [first] = all;
  if (!first || line.rule.judged) return [];
  const text = (x: Exact) => shownNumber(line, curve, x);
  return [
    claims(line.id, line.pointer)(
      diagnose('cliff', {
        name: line.name,
        count: all.length,
        from: text(first.high),
        to: text(first.low),
        high: first.more.toText(),
        low: first.less.toText(),
        size: first.size.toText(),
        weight: line.weight.toText(),
      }),
      {
        shown: [first.low, first.high].map((x) => showing(line, curve, x)),
        jumps: all.map(({ jump }) => jump),
      },
    ),
  ];
}
