/** Every admissible form gets a score, from exactly one band; no band is out of reach or says what its neighbour says. */

import type { ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import { namesIn } from '../expression/index.ts';
import type { Given, Line } from '../lines/index.ts';
import { methods } from '../methods/index.ts';
import {
  type Analysis,
  type Cell,
  type Curve,
  inputsIn,
  type Piece,
  quotientAt,
  sameQuotient,
  scales,
  within,
} from '../possible/index.ts';
import { type Claim, claims, type Shown } from './claim.ts';
import { showing } from './showing.ts';
import { labelOf, shownAt } from './words.ts';

type Curved = Extract<Analysis, { kind: 'curve' }>;
type Celled = Extract<Analysis, { kind: 'cells' }>;

const beyond = {
  form: { zh: '得分不是一次式或一次式之比', en: 'the points are no quotient of two lines' },
  steps: { zh: '分档没有尽头', en: 'the steps have no end' },
  nonlinear: { zh: '条件不是一次式', en: 'the conditions are not linear' },
  target: { zh: '只看了目标值 100 和 0', en: 'only targets of 100 and 0 were looked at' },
  range: { zh: '没有找到能得到这个指标值的填报', en: 'no inputs were found that give this number' },
};

const whyUnscored = {
  withheld: { zh: '规则在此不作推定', en: 'the rulebook withholds a score here' },
  'zero-division': { zh: '除数为零', en: 'the formula divides by zero' },
};

/** Gaps, overlaps and absences of a curve, the first of each run that some form falls in. */
export function curveTotal(plan: ScoringPlan, { line, curve }: Curved): Claim[] {
  const found: Claim[] = [];
  let last: Piece['absence'];
  curve.pieces.forEach((piece, index) => {
    const { absence } = piece;
    if (absence && absence !== last && !isAllowed(line, curve, index)) {
      const claim = absenceIn(plan, line, curve, piece);
      if (claim === 'impossible') return;
      found.push(claim);
    }
    last = absence;
  });
  return found;
}

/** True of what the rulebook says for itself: a division by zero with a policy, a person's share out of every tier. */
function isAllowed(line: Line, curve: Curve, index: number): boolean {
  const { absence } = curve.pieces[index]!;
  if (absence === 'zero-division') return line.leaf?.zeroDivision !== undefined;
  return line.rule.judged !== undefined && absence === 'gap' && isOuter(curve, index);
}

function absenceIn(plan: ScoringPlan, line: Line, curve: Curve, piece: Piece): Claim | 'impossible' {
  const { absence } = piece;
  const at = inputsIn(line, curve, piece);
  if (at === 'impossible') return at;
  const x = at === 'undecided' ? within(piece) : at.x;
  const witness = shownAt(plan, line, curve, x);
  if (absence === 'form' || absence === 'steps')
    return undecided(
      line,
      { zh: `${witness} 附近的得分`, en: `the points around ${witness}` },
      beyond[absence],
    );
  if (at === 'undecided')
    return undecided(
      line,
      { zh: `${witness} 有没有一档适用`, en: `whether one band applies at ${witness}` },
      beyond.range,
    );
  const shown = { ...showing(line, curve, x), given: at.given };
  const claim = claims(line.id, line.pointer);
  const { name } = line;
  if (absence === 'gap') return claim(diagnose('gap', { name, witness }), { shown: [shown] });
  if (absence === 'overlap') {
    const part = piece.bands.findIndex((bands) => bands.length > 1);
    return overlap(line, part, piece.bands[part]!, witness, shown);
  }
  const why = whyUnscored[absence as keyof typeof whyUnscored];
  return claim(diagnose('no-score', { name, witness, why }), { shown: [shown] });
}

/** True of an absence that reaches to an end of the range: a person may not give so little, or so much. */
function isOuter({ pieces }: Curve, index: number): boolean {
  const rest = pieces.slice(index);
  return index === 0 || rest.every(({ absence }) => absence === 'gap');
}

function overlap(line: Line, part: number, bands: readonly number[], witness: string, shown: Shown): Claim {
  const { awards } = line.rule.parts[part]!;
  const names = bands.map((band) => `「${awards[band]!.label.zh}」`).join('、');
  return claims(line.id, awards[bands[1]!]!.pointer)(
    diagnose('overlap', { name: line.name, witness, bands: names }),
    { shown: [shown] },
  );
}

export const undecided = (
  line: Pick<Line, 'id' | 'name' | 'pointer'>,
  question: { zh: string; en: string },
  why: { zh: string; en: string },
): Claim => claims(line.id, line.pointer)(diagnose('undecided', { name: line.name, question, why }));

/** Gaps, overlaps and scores withheld of a line that several facts decide. */
export function cellsTotal(plan: ScoringPlan, { line, cells }: Celled): Claim[] {
  const found: Claim[] = [];
  cells.parts.forEach((part, index) => {
    for (const absence of ['gap', 'overlap', 'withheld'] as const) {
      const faulty = part.filter((cell) => cell.absence === absence);
      const proved = faulty.find(({ witness }) => witness);
      if (proved) found.push(absenceInCell(plan, { line, cells }, index, proved));
      else if (faulty.length > 0) found.push(undecided(line, questions[absence], beyond.nonlinear));
    }
  });
  return found;
}

const oneBand = { zh: '各项条件是否总有且只有一档适用', en: 'whether exactly one band always applies' };
const questions = {
  gap: oneBand,
  overlap: oneBand,
  withheld: {
    zh: '能否遇到不作推定的情形',
    en: 'whether a form meets what the rulebook withholds a score of',
  },
};

function absenceInCell(
  plan: ScoringPlan,
  { line, cells }: Pick<Celled, 'line' | 'cells'>,
  index: number,
  { absence, bands, witness: facts }: Cell,
): Claim {
  const { name } = line;
  const witness = shownFacts(plan, facts!);
  const given = completed(cells.parts, index, facts!);
  const shown = { line, given, said: absence === 'withheld' ? absence : 'no-band' };
  if (absence === 'overlap') return overlap(line, index, bands, witness, shown);
  const claim = claims(line.id, line.pointer);
  if (absence === 'gap') return claim(diagnose('gap', { name, witness }), { shown: [shown] });
  return claim(diagnose('no-score', { name, witness, why: whyUnscored.withheld }), { shown: [shown] });
}

/** The other parts of the rule need facts too. */
export function completed(parts: readonly (readonly Cell[])[], own: number, witness: Given): Given {
  const others = parts.flatMap((part, index) => {
    const one = index === own ? undefined : part.find((cell) => cell.witness && !cell.absence)?.witness;
    return one ? [...one] : [];
  });
  return new Map([...others, ...witness]);
}

const shownFacts = (plan: ScoringPlan, given: Given): string =>
  [...given]
    .map(([key, value]) => {
      const text =
        value instanceof Exact
          ? plan.inputs.get(key)?.unit === '%'
            ? `${value.times(Exact.hundred).toText()}%`
            : value.toText()
          : value === true
            ? '是'
            : value === false
              ? '否'
              : value;
      return `${labelOf(plan)(key)} = ${text}`;
    })
    .join('，');

/** The bands of one part that some form reaches, and those that some form may reach. */
interface Reached {
  proved: Set<number>;
  possible: Set<number>;
}

function reachedIn(analyses: readonly Analysis[], part: number): Reached {
  const reached: Reached = { proved: new Set(), possible: new Set() };
  for (const one of analyses) {
    if (one.kind === 'curve') reachedByCurve(one, part, reached);
    if (one.kind === 'cells')
      for (const { bands, witness } of one.cells.parts[part]!)
        for (const band of bands) (witness ? reached.proved : reached.possible).add(band);
  }
  return reached;
}

/** Between numbers that forms give there may be numbers that none gives: of counts, or where the range is not exact. */
function reachedByCurve({ line, curve }: Curved, part: number, { proved, possible }: Reached): void {
  const { variable, isRangeExact } = curve;
  const hasHoles =
    !isRangeExact || (variable.kind !== 'name' && namesIn(variable).some((name) => line.bounds(name).whole));
  for (const piece of curve.pieces)
    for (const band of piece.bands[part] ?? []) {
      if (proved.has(band)) continue;
      const at = hasHoles ? inputsIn(line, curve, piece) : undefined;
      if (at !== 'impossible') (at === 'undecided' ? possible : proved).add(band);
    }
}

/** Where the rule does not scale with the target of a row, other targets may do what the sample does not. */
const holdsOfEveryTarget = (one: Analysis): boolean =>
  !one.line.row ||
  (one.kind === 'curve'
    ? scales(one.line, one.curve) !== false
    : !one.line.rule.parts.some(({ decision }) =>
        decision?.facts.some((fact) => fact.kind === 'number' && namesIn(fact.expression).includes('target')),
      ));

/** Bands that no form reaches, over every target a row was analysed with. */
export function reach(analyses: readonly Analysis[]): Claim[] {
  if (analyses.some(({ kind }) => kind === 'undecided')) return [];
  const { line } = analyses[0]!;
  const isForEveryTarget = analyses.every(holdsOfEveryTarget);
  return line.rule.parts.flatMap(({ awards }, part) => {
    const { proved, possible } = reachedIn(analyses, part);
    return awards.flatMap(({ label, pointer, implied }, band) => {
      if (proved.has(band) || implied) return [];
      if (!possible.has(band) && isForEveryTarget)
        return [claims(line.id, pointer)(diagnose('unreachable-band', { name: line.name, band: label }))];
      const question = { zh: `「${label.zh}」能否达到`, en: `whether "${label.en}" can be reached` };
      return [undecided(line, question, possible.has(band) ? beyond.nonlinear : beyond.target)];
    });
  });
}

/** Neighbouring bands, written by hand, that give the same throughout. */
export function redundant({ line, curve }: Curved): Claim[] {
  if (!methods[line.rule.method].writtenBands) return [];
  const { awards } = line.rule.parts[0]!;
  const formsOf = (band: number) => curve.pieces.filter(({ bands }) => bands[0]?.join() === String(band));
  return neighbours(curve).flatMap(([one, other]) => {
    const pieces = [...formsOf(one), ...formsOf(other)];
    const [first] = pieces.filter(({ isPoint }) => !isPoint);
    if (
      !first?.points ||
      !pieces.every(({ points, isPoint }) => points && (isPoint || sameQuotient(points, first.points!)))
    )
      return [];
    const atPoints = pieces.filter(({ isPoint }) => isPoint);
    const fits = atPoints.every(({ points, from }) => quotientAt(first.points!, from!)?.equals(points!.a));
    if (!fits) return [];
    const [early, late] = one < other ? [one, other] : [other, one];
    const names = { band: awards[late]!.label, other: awards[early]!.label };
    const x = within(formsOf(late)[0]!);
    return [
      claims(line.id, awards[late]!.pointer)(diagnose('redundant-band', { name: line.name, ...names }), {
        shown: [showing(line, curve, x)],
      }),
    ];
  });
}

/** Bands that lie side by side, each pair once. */
function neighbours({ pieces }: Curve): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  pieces.slice(1).forEach((piece, index) => {
    const [one, second] = pieces[index]!.bands[0] ?? [];
    const [other, third] = piece.bands[0] ?? [];
    if (one === undefined || other === undefined || one === other) return;
    if (second !== undefined || third !== undefined) return;
    const pair: [number, number] = one < other ? [one, other] : [other, one];
    pairs.set(pair.join(), pair);
  });
  return [...pairs.values()];
}
