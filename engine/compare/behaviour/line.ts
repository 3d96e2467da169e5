/** One pair of lines: what the later edition scores otherwise. That nothing differs is said only where it is proved. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { type LeafPlan, type MissingPolicy, namesInDecision, type ScoringPlan } from '../../compile/index.ts';
import type { Exact } from '../../decimal.ts';
import type { Pairing } from '../../edits/index.ts';
import type { Line } from '../../lines/index.ts';
import { type Analysis, analyse, type Cells, cellsOfLine, optionsOf } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { compareCells } from './cell-line.ts';
import { compareCurves } from './curve-line.ts';
import { endsOf, independentLines, loneLine, readNothingAlike } from './ends.ts';
import { isHomogeneous } from './homogeneous.ts';
import { differing, inputKeys, leafKeys, targetKeys, wordOf } from './keys.ts';
import { groupsOver, type LinePair } from './lines.ts';
import { compareChoices } from './named-tiers.ts';
import { laterNames, type Rename } from './names.ts';
import { compareOtherTargets } from './other-targets.ts';
import { largestOf, leftOutByOne, nothingFound, type Outcome, undecided, widen } from './outcome.ts';
import type { ComparedPair, Plans } from './pair.ts';
import { comparePolicies, mayBeClaimed } from './policies.ts';
import { blanksOf, dividesAlike, dividesByZero, namesOfLine, namesOfRule, readOtherwise } from './reads.ts';
import { showWitnesses } from './replay.ts';
import { type Scales, scalesOf } from './scales.ts';
import { type CurveSide, changeOfVariable, nameOfVariable, unitOfVariable } from './variable.ts';

/** Compares two lines; the earlier plan's line is already in the later plan's names. */
export async function compareLine(pair: LinePair, plans: Plans, pairing: Pairing): Promise<ComparedPair> {
  const { before, after } = pair;
  if (!before || !after) {
    const analysis = after
      ? await analyse(after, optionsOf(plans.after))
      : await analyse(before!, optionsOf(plans.before));
    return { pair, measure: 'points', outcome: loneLine(analysis, after !== undefined) };
  }
  const name = laterNames(pairing);
  const analyses = {
    before: await analyse(before, optionsOf(plans.before)),
    after: await analyse(after, optionsOf(plans.after)),
  };
  const isSame = isSameRule(before, after, name);
  const compared: ComparedPair = {
    ...compareRules(pair, analyses, plans),
    most: endsOf(analyses.before)?.most,
    ...(isSame && after.row ? { measure: 'share' } : {}),
  };
  const { outcome } = compared;
  if (isSame) forget(outcome);
  else compareAbsence(before, after, analyses, plans, outcome);
  const read = readOtherwise(namesRead(pair, after, plans), plans, pairing);
  if (read) outcome.why ??= inputChanged(read);
  comparePolicies(pair, plans, name, outcome);
  await showWitnesses(compared, plans, pairing);
  return compared;
}

/** What decides the score of a line: what it reads, and what says whether it applies. */
const namesRead = (pair: LinePair, line: Line, plans: Plans): ReadonlySet<string> =>
  new Set([
    ...namesOfLine(line),
    ...[...(line.leaf ? [line.leaf] : []), ...groupsOver(pair, 'after', plans.after)].flatMap(
      ({ notApplicable }) => (notApplicable?.when ? namesInDecision(notApplicable.when) : []),
    ),
  ]);

/** The keys of a leaf that its curve or classes account for; the others are compared as policies. */
const ruleKeysOfLeaf: readonly (keyof LeafPlan)[] = ['kind', 'weight', 'line', 'metric', 'rule'];

/** Proof that two lines score alike wherever they score: everything that scoring reads of them says the same. */
function isSameRule(before: Line, after: Line, name: Rename): boolean {
  if (before.leaf && after.leaf)
    return !differing(before.leaf, after.leaf, leafKeys, name).some((key) => ruleKeysOfLeaf.includes(key));
  return (
    before.row !== undefined &&
    after.row !== undefined &&
    differing(before.row.plan, after.row.plan, targetKeys, name).length === 0
  );
}

/** What curves and classes left open, or only told of one row, does not matter where the rules are the same. */
function forget(outcome: Outcome): void {
  const { curves } = outcome;
  Object.assign(outcome, nothingFound(), { why: undefined, ...(curves ? { curves } : {}) });
  delete outcome.why;
}

interface Analyses {
  before: Analysis;
  after: Analysis;
}

/** Compares what the rules give where there is all the data they read. */
function compareRules(pair: LinePair, { before, after }: Analyses, plans: Plans): ComparedPair {
  const byPoints = (outcome: Outcome): ComparedPair => ({ pair, measure: 'points', outcome });
  if (before.kind === 'undecided') return byPoints(undecided(before.why));
  if (after.kind === 'undecided') return byPoints(undecided(after.why));
  if (before.kind === 'curve' && after.kind === 'curve') {
    const compared = byCurve(
      pair,
      { line: before.line, curve: before.curve },
      { line: after.line, curve: after.curve },
      plans.after,
    );
    if (compared) return compared;
  }
  const cellsOf = (analysis: Analysis, plan: ScoringPlan): Cells =>
    analysis.kind === 'cells' ? analysis.cells : cellsOfLine(analysis.line, optionsOf(plan));
  const outcome =
    independentLines(before, after) ??
    compareCells(
      { line: before.line, cells: cellsOf(before, plans.before) },
      { line: after.line, cells: cellsOf(after, plans.after) },
      plans.after,
    );
  compareChoices(before.line, after.line, outcome);
  return byPoints(forEveryRow(before.line, after.line, outcome));
}

/** A row is analysed with one weight and target; what was found there need not hold for others. */
function forEveryRow(before: Line, after: Line, outcome: Outcome): Outcome {
  if (!before.row || !after.row) return outcome;
  const isOnlyShare = [before, after].every((line) =>
    [...namesOfRule(line)].every((name) => name === 'judged.share'),
  );
  return isOnlyShare && isHomogeneous(before) && isHomogeneous(after)
    ? outcome
    : { ...outcome, why: outcome.why ?? notScaling };
}

const notScaling: Bilingual = both(
  '计分不按目标值与分值的比例伸缩，只比较了目标值 100、分值 10 的一行',
  'the scoring does not scale with target and weight; only a row with target 100 and weight 10 was compared',
);

function byCurve(
  pair: LinePair,
  before: CurveSide,
  after: CurveSide,
  plan: ScoringPlan,
): ComparedPair | undefined {
  const change = changeOfVariable(before, after);
  if (!change) return undefined;
  const isRow = after.line.row !== undefined;
  const scale = isRow && isHomogeneous(before.line) && isHomogeneous(after.line);
  const name = nameOfVariable(after, plan);
  const unit = unitOfVariable(after, plan);
  const later = scalesOf(after.line, after.curve, name, unit, scale);
  const own = scalesOf(before.line, before.curve, name, unit, scale);
  const earlier: Scales = {
    ...own,
    k: change.k.times(later.k),
    s: change.s.times(later.k).plus(later.s),
  };
  const scales = { before: earlier, after: later };
  const outcome = compareCurves(before, after, scales);
  if (isRow && !scale) outcome.why ??= notScaling;
  if (isRow && scale) compareOtherTargets(before, after, scales, outcome);
  return { pair, measure: later.measure, outcome, curves: { before, after, scales } };
}

/** Compares what comes out where data is blank or a divisor is zero: rules that read otherwise may lack other data. */
function compareAbsence(before: Line, after: Line, analyses: Analyses, plans: Plans, outcome: Outcome): void {
  const { onlyBefore, onlyAfter, isDecided } = blanksOf(before, after);
  if (onlyBefore.length > 0)
    scoredByOne('gain', before, missingOf(before, plans.before), analyses.after, outcome);
  if (onlyAfter.length > 0)
    scoredByOne('loss', after, missingOf(after, plans.after), analyses.before, outcome);
  const isApart = onlyBefore.length > 0 || onlyAfter.length > 0;
  if (isApart && (before.leaf?.optional || after.leaf?.optional))
    leftOutByOne(before.weight, after.weight, outcome);
  if (readNothingAlike(before, after)) zeroDivisors(before, after, outcome);
  else {
    if (!isDecided) outcome.why ??= blanksOpen;
    const divides = [before, after].some((line) => dividesByZero(line));
    if (divides && !dividesAlike(before, after)) outcome.why ??= zeroOpen;
  }
  if (before.leaf?.line !== after.leaf?.line) outcome.why ??= lineChanged;
}

/** Of lines that read nothing in common each may have a divisor of zero whatever the other gives. */
function zeroDivisors(before: Line, after: Line, outcome: Outcome): void {
  const isFull = (line: Line) => line.leaf?.zeroDivision === 'full' && dividesByZero(line);
  const bound = { isReached: false, isExact: false };
  if (isFull(before)) widen(outcome, 'loss', largestOf(before.weight, bound));
  if (isFull(after)) widen(outcome, 'gain', largestOf(after.weight, bound));
}

/**
 * Where what only `lacking` reads is left blank, it has no data and the other edition scores: up to the most of that, and
 * where what is claimed stands in for data, up to the weight the other way.
 */
function scoredByOne(
  side: 'gain' | 'loss',
  lacking: Line,
  missing: MissingPolicy,
  scoring: Analysis,
  outcome: Outcome,
): void {
  const { line } = scoring;
  const other: typeof side = side === 'gain' ? 'loss' : 'gain';
  const [more, less] = line.leaf?.line === 'penalty' ? [other, side] : [side, other];
  const inUnit = (points: Exact, of: Line) => (of.row ? points.over(of.weight)! : points);
  const most = endsOf(scoring)?.most;
  const about = {
    isReached: most?.isReached ?? false,
    isExact: most !== undefined,
    names: namesOfLine(line),
  };
  widen(outcome, more, largestOf(inUnit(most?.points ?? line.weight, line), about));
  if (mayBeClaimed(missing, lacking)) {
    const bound = { isReached: false, isExact: false, names: namesOfLine(lacking) };
    widen(outcome, less, largestOf(inUnit(lacking.weight, lacking), bound));
  }
  if (missing !== 'zero') outcome.scored[side] = true;
  // No points either way, but only one of them is scored.
  else if ((most?.points ?? line.weight).isZero()) outcome.why ??= blanksOpen;
}

/** What a line without data comes to. */
const missingOf = ({ leaf }: Line, { frame }: ScoringPlan): MissingPolicy =>
  leaf?.missing ?? frame?.missing ?? 'withhold';

const blanksOpen = both(
  '只填了一部分数据的，两版怎样计分没有逐一判定',
  'what comes out where only some of the data is filled in was not worked through',
);
const zeroOpen = both(
  '两版的除数不同，除数为零的没有逐一判定',
  'the editions divide by different numbers; what comes out where one is zero was not worked through',
);
const lineChanged = both(`${wordOf('line', leafKeys).zh}有改动`, `${wordOf('line', leafKeys).en} changed`);

const inputChanged = ({ name, key }: { name: string; key: keyof typeof inputKeys }): Bilingual => {
  const word = wordOf(key, inputKeys);
  return both(`填报项「${name}」的${word.zh}有改动`, `${word.en} of the input "${name}" changed`);
};
