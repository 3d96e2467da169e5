/** What the comparison says of single lines, held against the lines of forms scored under both. */
import { namesInRule } from '../../../engine/compile/index.ts';
import { Exact } from '../../../engine/decimal.ts';
import { decimals, evaluator, isNothing, keyOf, namesIn } from '../../../engine/expression/index.ts';
import type { ComparedLine, Difference, LargestDifference } from '../../../engine/index.ts';
import { type Both, lineIdOf, linesIn, type Node, type Scene, type Trial, text } from '../scene.ts';

export type Say = (claim: string, told: string) => void;

/** Every line that a rule scores, in both. */
export function comparedLines(difference: Difference, { before, after }: Both, scene: Scene, say: Say): void {
  if (!before.scored || !after.scored) return;
  for (const told of difference.lines) {
    if (told.presence !== 'both') continue;
    for (const [one, other] of nodesOf(told, before, after, scene)) line(told, one, other, scene, say);
  }
}

/** The nodes of a compared line: a leaf under both ids, or the rows of its kind that are rows of it in both. */
function nodesOf(told: ComparedLine, before: Trial, after: Trial, { before: side }: Scene): [Node, Node][] {
  const id = told.code.slice('scores:'.length);
  if (told.kind === 'leaf') {
    const pointer = told.beforePlace?.pointer;
    const old = [...side.plan.byId.values()].find((one) => one.pointer === pointer);
    const one = before.nodes.find((node) => !node.row && node.id === old?.id);
    const other = after.nodes.find((node) => !node.row && node.id === id);
    return one && other ? [[one, other]] : [];
  }
  const rows = (trial: Trial) => linesIn(trial).filter(({ row }) => row);
  const [olds, news] = [rows(before), rows(after)];
  if (olds.length !== news.length) return [];
  const isTold = (node: Node, place: string | undefined) => node.row?.plan?.pointer === place;
  return olds.flatMap((one): [Node, Node][] => {
    const other = news.find(({ row }) => row!.id === one.row!.id);
    return other &&
      told.groups?.includes(other.plan?.id ?? '') &&
      isTold(one, told.beforePlace?.pointer) &&
      isTold(other, told.afterPlace?.pointer)
      ? [[one, other]]
      : [];
  });
}

/** One line of one form, before and after. */
function line(told: ComparedLine, one: Node, other: Node, scene: Scene, say: Say): void {
  const shown = `${told.code} (${lineIdOf(one)}): ${one.status} ${text(one.points)} of ${text(one.weight)} → ${other.status} ${text(other.points)} of ${text(other.weight)}`;
  // A row is compared per point of its weight, which it must have.
  const isWeightless = [one, other].some(({ unscored }) => unscored === 'no-weight');
  if (one.row && (isWeightless || !one.weight.equals(other.weight))) return;
  const isRounded = JSON.stringify(scene.before.plan.rounding) === JSON.stringify(scene.after.plan.rounding);
  const value = (node: Node) =>
    isRounded ? byItsRule(node) : node.status === 'scored' ? node.unrounded && signed(node) : undefined;
  const [was, is] = [value(one), value(other)];
  if (told.verdict === 'equal' && told.situations.length === 0 && told.classifications.length === 0) {
    if (one.status !== other.status) say('line equal, another status', shown);
    else if (was && is && !was.equals(is)) say('line equal', shown);
  }
  const byRule = ({ status, basis }: Node) => status === 'scored' && basis === 'rule';
  if (!was || !is || !byRule(one) || !byRule(other)) return;
  const order = is.compare(was);
  if (told.verdict === 'neverLower' && order < 0) say('line never lower', shown);
  if (told.verdict === 'neverHigher' && order > 0) say('line never higher', shown);
  if (!told.why && told.verdict !== 'undecided') reach(told, one, other, shown, say);
}

/** How far one line moves, by its rule and before rounding. */
function reach(told: ComparedLine, one: Node, other: Node, shown: string, say: Say): void {
  if (!one.unrounded || !other.unrounded || (one.row && told.measure === 'points')) return;
  const gained = signed(other).minus(signed(one));
  const scale = told.measure === 'share' ? one.weight : Exact.one;
  if (isPassed(told.gain, gained, scale)) say('line gain passed', shown);
  if (isPassed(told.loss, gained.negated(), scale)) say('line loss passed', shown);
  const x = one.row ? numberOfRow(told, one, other) : numberOf(other);
  const share = gained.over(scale);
  if (x && share) intervals(told, x, share, shown, say);
}

/** What a leaf looks at; undefined where it looks at more than one number. */
function numberOf({ plan, sheet }: Node): Exact | undefined {
  if (plan?.kind !== 'leaf' || !plan.metric || !sheet) return undefined;
  // Of a deadline that is itself filled in, the curve runs over the days between the two.
  const own = namesIn(plan.metric);
  if (namesInRule(plan.rule).some((name) => name !== 'weight' && !own.includes(name))) return undefined;
  // Of a target that is an input of the metric as well, the curve runs over how far the two are apart.
  const key = keyOf(plan.metric);
  const looksAt = plan.rule.parts.flatMap(({ decision }) => decision?.facts ?? []);
  if (looksAt.some((fact) => fact.kind === 'number' && fact.key !== key)) return undefined;
  const x = evaluator(plan.metric, decimals)(sheet.numbers);
  return isNothing(x) ? undefined : x;
}

/** What rows are compared by: the share a person gives, days after the deadline, or how much of a target was reached. */
function numberOfRow(told: ComparedLine, { row: was }: Node, { row, sheet }: Node): Exact | undefined {
  if (told.measure !== 'share' || !row?.plan || !was?.plan) return undefined;
  const read = [row, was].flatMap(({ plan }) => namesInRule(plan!.rule));
  const { targetNumber: target, actualNumber: actual } = row;
  if (read.includes('judged.share')) {
    const share = sheet?.numbers('judged.share');
    return share instanceof Exact ? share : undefined;
  }
  const isOfBoth = read.every((name) => ['weight', 'target', 'actual'].includes(name));
  if (!isOfBoth || !target || !actual) return undefined;
  if (row.kind === 'date') return actual.minus(target);
  return target.sign() > 0 && actual.sign() >= 0 ? actual.over(target) : undefined;
}

/** The points as the rule of a row gives them: of a row of deductions, what is deducted. */
const byItsRule = ({ row, plan, points }: Node): Exact =>
  row && plan?.line === 'penalty' ? points.negated() : points;

/** Before rounding; of a fixed penalty what it takes. */
const signed = ({ row, plan, unrounded }: Node): Exact =>
  !row && plan?.line === 'penalty' ? unrounded!.absolute().negated() : unrounded!;

/** A difference that is called exact is never passed. */
export function isPassed(largest: LargestDifference | undefined, moved: Exact, scale: Exact): boolean {
  const most = largest?.exact ? Exact.parse(largest.points) : undefined;
  return most !== undefined && moved.compare(most.times(scale)) > 0;
}

/** Where a line differs, and by how much; elsewhere it does not. */
function intervals(told: ComparedLine, x: Exact, gained: Exact, shown: string, say: Say): void {
  const isCurve = told.intervals.every(({ from, to }) => from !== undefined || to !== undefined);
  if (told.intervals.length === 0 || !isCurve || !told.curves) return;
  const found = told.intervals.find((one) => contains(one, x));
  const at = `${shown}, at ${text(x)}`;
  if (!found) {
    const isNear = told.intervals.some(({ from, to }) =>
      [from, to].some((end) => end && /\.\d{9,}/.test(end)),
    );
    if (!gained.isZero() && !isNear) say('differs outside its intervals', at);
    return;
  }
  const wanted = { higher: 1, lower: -1, both: 0 }[found.sign];
  if (wanted !== 0 && gained.sign() !== wanted)
    say('differs otherwise in an interval', `${at}: ${found.sign} where ${found.where.zh}`);
  const difference = /^[+−-]?\d+(\.\d+)?$/.test(found.difference)
    ? Exact.parse(found.difference.replace('+', '').replace('−', '-'))
    : undefined;
  if (difference && !difference.equals(gained))
    say('another difference in an interval', `${at}: ${found.difference} was said`);
}

type Ends = ComparedLine['intervals'][number];

export function contains(
  { from, fromIncluded, to, toIncluded }: Omit<Ends, 'where' | 'before' | 'after' | 'difference' | 'sign'>,
  x: Exact,
): boolean {
  const low = from === undefined ? 1 : x.compare(Exact.of(from));
  const high = to === undefined ? -1 : x.compare(Exact.of(to));
  return (low > 0 || (low === 0 && fromIncluded)) && (high < 0 || (high === 0 && toIncluded));
}
