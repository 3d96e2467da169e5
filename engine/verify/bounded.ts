/** No line gives more than its weight, unless its rulebook says so; full marks and nothing can both be had. */

import { Exact } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import { solveFor } from '../linear/index.ts';
import { capOf, type Given, type Line } from '../lines/index.ts';
import { type Analysis, type Cell, extremesOf, pointsAt, within } from '../possible/index.ts';
import { type Claim, claims, type Shown } from './claim.ts';
import { showing } from './showing.ts';

/** The most or least a line gives, and facts that show it, worked out where they are asked for. */
interface End {
  points: Exact;
  facts: () => Shown;
}

/** The least and most points of a line over its analyses; undefined where not decided. */
export function endsOf(analyses: readonly Analysis[]): { least: End; most: End } | undefined {
  let ends: { least: End; most: End } | undefined;
  for (const one of analyses) {
    const own = one.kind === 'curve' ? endsOfCurve(one) : one.kind === 'cells' ? endsOfCells(one) : undefined;
    if (!own) return undefined;
    if (!ends) ends = own;
    else {
      if (own.least.points.compare(ends.least.points) < 0) ends = { ...ends, least: own.least };
      if (own.most.points.compare(ends.most.points) > 0) ends = { ...ends, most: own.most };
    }
  }
  return ends;
}

function endsOfCurve({
  line,
  curve,
}: Extract<Analysis, { kind: 'curve' }>): { least: End; most: End } | undefined {
  const scored = curve.pieces.filter(({ points }) => points);
  if (curve.pieces.some(({ absence }) => absence === 'form' || absence === 'steps')) return undefined;
  let ends: { least: End; most: End } | undefined;
  for (const piece of scored) {
    const extremes = extremesOf(piece);
    if (!extremes) return undefined;
    const end = (side: 'least' | 'most'): End => {
      const { points, at } = extremes[side];
      const x = at && pointsAt(curve, at)?.equals(points) ? at : within(piece);
      return {
        points,
        facts: () => showing(line, curve, x),
      };
    };
    if (!ends || extremes.least.points.compare(ends.least.points) < 0)
      ends = { least: end('least'), most: ends?.most ?? end('most') };
    if (extremes.most.points.compare(ends.most.points) > 0) ends = { ...ends, most: end('most') };
  }
  return ends;
}

function endsOfCells({
  line,
  cells,
}: Extract<Analysis, { kind: 'cells' }>): { least: End; most: End } | undefined {
  const { extremes, parts, cap } = cells;
  if (!extremes || !cap) return undefined;
  const given = (side: 'least' | 'most'): Given | undefined => {
    const facts = parts.map((part) => factsOf(part, side, side === 'most' ? cap : Exact.zero, line.bounds));
    return facts.includes(undefined) ? undefined : new Map(facts.flatMap((one) => [...one!]));
  };
  return {
    least: { points: extremes.least, facts: () => ({ line, given: given('least'), said: extremes.least }) },
    most: { points: extremes.most, facts: () => ({ line, given: given('most'), said: extremes.most }) },
  };
}

/** Facts at which a part gives its least or most; `beyond` where that has no bound. */
function factsOf(
  part: readonly Cell[],
  side: 'least' | 'most',
  beyond: Exact,
  bounds: Line['bounds'],
): Given | undefined {
  const sign = side === 'most' ? -1 : 1;
  const [best] = part
    .filter(({ award, witness }) => award && witness)
    .sort((a, b) => {
      const [one, other] = [a[side], b[side]];
      return one && other ? one.compare(other) * sign : Number(Boolean(one)) - Number(Boolean(other));
    });
  if (!best) return undefined;
  for (const system of best.systems) {
    const found = solveFor(best.award!, best[side] ?? beyond, bounds, system);
    if (typeof found !== 'string') return new Map([...best.witness!, ...best.words, ...found]);
  }
  return undefined;
}

export function bounded(analyses: readonly Analysis[]): Claim[] {
  const { line } = analyses[0]!;
  const { name, weight } = line;
  const claim = claims(line.id, line.pointer);
  const kind = line.leaf?.line;
  const found: Claim[] = [];
  const cap = capOf(line);
  const ends = endsOf(analyses);
  if (cap && cap.compare(weight) > 0 && kind !== 'bonus')
    found.push(
      claim(diagnose('cap-above-weight', { name, cap: cap.toText(), weight: weight.toText() }), {
        shown: ends ? [ends.most.facts()] : [],
      }),
    );
  if (!ends) return found;
  const { least, most } = ends;
  const policy = byPolicy(line);
  if (most.points.compare(weight) < 0 && kind !== 'penalty' && !policy.full)
    found.push(
      claim(diagnose('full-unreachable', { name, weight: weight.toText(), most: most.points.toText() }), {
        shown: [most.facts()],
      }),
    );
  if (least.points.sign() > 0 && !policy.zero)
    found.push(
      claim(diagnose('zero-unreachable', { name, least: least.points.toText() }), {
        shown: [least.facts()],
      }),
    );
  return found;
}

/** Whether a policy of a leaf may give full marks, or nothing, where its rule does not. */
export function byPolicy({ leaf }: Line): { full: boolean; zero: boolean } {
  const policies = [leaf?.zeroDivision, leaf?.notApplicable?.policy, leaf?.missing];
  const isClaimed = leaf?.missing === 'claimed';
  return { full: isClaimed || policies.includes('full'), zero: isClaimed || policies.includes('zero') };
}
