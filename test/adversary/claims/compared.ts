/** What the comparison of two rulebooks says, held against forms scored under both. */
import { Exact } from '../../../engine/decimal.ts';
import {
  type ComparedLine,
  compare,
  type Difference,
  type LargestDifference,
} from '../../../engine/index.ts';
import type { JsonObject } from '../generate/json.ts';
import {
  type Both,
  type Contradiction,
  lineIdOf,
  linesIn,
  type Node,
  type Scene,
  type Trial,
  text,
} from '../scene.ts';

type Say = (claim: string, told: string) => void;

export async function comparedOf(scene: Scene): Promise<Contradiction[]> {
  const difference = await compare(scene.before.edition, scene.after.edition);
  const found: Contradiction[] = [];
  for (const both of scene.forms) {
    const say: Say = (claim, told) => found.push({ claim: `diff: ${claim}`, told, form: both.before.value });
    whole(difference, both, say);
    lines(difference, both, scene, say);
  }
  return found;
}

/** Totals, grades, statuses; and what the exit code says. */
function whole(difference: Difference, { before, after }: Both, say: Say): void {
  const { whole: told, differs, couldScoreLower } = difference;
  const same = told.verdict === 'equal' && !differs;
  if ((before.evaluation === undefined) !== (after.evaluation === undefined)) {
    if (same)
      say(
        'no difference, but refused',
        `${before.evaluation ? 'after' : 'before'}: ${[...before.codes, ...after.codes].join()}`,
      );
    return;
  }
  if (!before.evaluation || !after.evaluation) return;
  const [one, other] = [before.evaluation, after.evaluation];
  const [was, is] = [Exact.of(one.total), Exact.of(other.total)];
  const shown = `${one.total} ${one.status} ${one.grade ?? '-'} → ${other.total} ${other.status} ${other.grade ?? '-'}`;
  const order = is.compare(was);
  if (!differs && (order !== 0 || one.status !== other.status || one.grade !== other.grade))
    say('no difference', shown);
  if (told.verdict === 'equal' && (order !== 0 || one.status !== other.status)) say('whole equal', shown);
  if (told.verdict === 'neverLower' && order < 0) say('whole never lower', shown);
  if (told.verdict === 'neverHigher' && order > 0) say('whole never higher', shown);
  if (!couldScoreLower && order < 0) say('--fail-on lower passes', shown);
  bound(told.gain, told.verdict, is.minus(was), Exact.one, shown, (what) => say(`whole gain ${what}`, shown));
  bound(told.loss, told.verdict, was.minus(is), Exact.one, shown, (what) => say(`whole loss ${what}`, shown));
  grades(difference, one, other, say);
}

/** A bound that is called exact is never passed. */
function bound(
  largest: LargestDifference | undefined,
  verdict: string,
  moved: Exact,
  scale: Exact,
  _shown: string,
  say: (what: string) => void,
): void {
  if (
    !largest?.exact ||
    verdict === 'undecided' ||
    largest.points.includes('/') ||
    largest.points.includes('…')
  )
    return;
  const most = Exact.parse(largest.points);
  if (most && moved.compare(most.times(scale)) > 0)
    say(`of at most ${largest.points} passed`.replace(/ [\d.]+ /, ' '));
}

interface Graded {
  total: string;
  grade?: string;
  status: string;
}

/** The same total has another grade just where that is said. */
function grades({ whole: { grades: told } }: Difference, one: Graded, other: Graded, say: Say): void {
  if (one.total !== other.total || one.grade === undefined || other.grade === undefined) return;
  const total = Exact.of(one.total);
  const change = told.find(({ from, fromIncluded, to, toIncluded }) => {
    const low = from === undefined ? 1 : total.compare(Exact.of(from));
    const high = to === undefined ? -1 : total.compare(Exact.of(to));
    return (low > 0 || (low === 0 && fromIncluded)) && (high < 0 || (high === 0 && toIncluded));
  });
  if (!change && one.grade !== other.grade)
    say('grade', `${one.total}: ${one.grade} → ${other.grade}, no change was told`);
}

/** Every line that a rule scores, in both. */
function lines(difference: Difference, { before, after }: Both, scene: Scene, say: Say): void {
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

function line(told: ComparedLine, one: Node, other: Node, scene: Scene, say: Say): void {
  const { before, after } = scene;
  const rounded = JSON.stringify(before.plan.rounding) === JSON.stringify(after.plan.rounding);
  const value = (node: Node): Exact | undefined =>
    rounded ? node.points : node.status === 'scored' ? node.unrounded : undefined;
  const [was, is] = [value(one), value(other)];
  const shown = `${told.code} (${lineIdOf(one)}): ${one.status} ${text(one.points)} of ${text(one.weight)} → ${other.status} ${text(other.points)} of ${text(other.weight)}`;
  const isRow = one.row !== undefined;
  // A row is compared per point of its weight.
  if (isRow && !one.weight.equals(other.weight)) return;
  if (told.verdict === 'equal' && told.situations.length === 0 && told.classifications.length === 0) {
    if (one.status !== other.status) say('line equal, another status', shown);
    else if (was && is && !was.equals(is)) say('line equal', shown);
  }
  if (
    !was ||
    !is ||
    one.status !== 'scored' ||
    other.status !== 'scored' ||
    one.basis !== 'rule' ||
    other.basis !== 'rule'
  )
    return;
  const order = is.compare(was);
  if (told.verdict === 'neverLower' && order < 0) say('line never lower', shown);
  if (told.verdict === 'neverHigher' && order > 0) say('line never higher', shown);
  if (told.why || !one.unrounded || !other.unrounded) return;
  const scale = told.measure === 'share' ? one.weight : Exact.one;
  const sign = one.plan?.line === 'penalty' && !isRow ? -1 : 1;
  const moved = other.unrounded.absolute().minus(one.unrounded.absolute());
  const gained = sign < 0 ? moved.negated() : moved;
  const both = { gain: gained, loss: gained.negated() };
  if (isRow && told.measure === 'points') return;
  bound(told.gain, told.verdict, both.gain, scale, shown, (what) => say(`line gain ${what}`, shown));
  bound(told.loss, told.verdict, both.loss, scale, shown, (what) => say(`line loss ${what}`, shown));
  if (
    !told.gain &&
    told.verdict !== 'undecided' &&
    told.verdict !== 'both' &&
    rounded &&
    both.gain.sign() > 0 &&
    told.verdict === 'equal'
  )
    say('line equal', shown);
}

/** Differences that are shown by inputs come out when these are filled in. */
export async function shownOf(
  scene: Scene,
  difference: Difference,
  score: (form: JsonObject) => Promise<Trial>,
): Promise<Contradiction[]> {
  const found: Contradiction[] = [];
  for (const told of difference.lines) {
    if (told.kind !== 'leaf' || told.presence !== 'both') continue;
    for (const largest of [told.gain, told.loss]) {
      const form = largest && formShown(largest, scene);
      if (!form) continue;
      const wrong = await shownWrong(told, largest, await score(form));
      if (wrong) found.push({ ...wrong, form });
    }
  }
  return found;
}

/** The form of a difference that is said to be reached; undefined where it cannot be written. */
function formShown(
  { witness, reached, after: is }: LargestDifference,
  { after }: Scene,
): JsonObject | undefined {
  if (!witness || !reached || is === undefined || witness.judgement !== undefined) return undefined;
  if (Object.values(witness.inputs).some((one) => typeof one === 'string' && /[/…]/.test(one)))
    return undefined;
  const { rulebook, edition } = after.plan.identity;
  return {
    rulebook,
    edition,
    subject: after.plan.rulebook.subjects[0]!,
    name: '见证',
    inputs: witness.inputs,
  };
}

const otherReasons = ['input-not-asked', 'wrong-subject'];

function shownWrong(
  { code }: ComparedLine,
  { after: is }: LargestDifference,
  trial: Trial,
): Contradiction | undefined {
  if (!trial.evaluation)
    return trial.codes.some((one) => !otherReasons.includes(one))
      ? { claim: 'diff: witness refused', told: `${code}: ${trial.codes.join()}` }
      : undefined;
  const node = trial.nodes.find(({ id }) => id === code.slice('scores:'.length));
  const said = Exact.parse(is ?? '');
  if (
    node?.status !== 'scored' ||
    !node.unrounded ||
    !said ||
    node.unrounded.absolute().equals(said.absolute())
  )
    return undefined;
  return {
    claim: 'diff: witness scores otherwise',
    told: `${code}: ${is} was said, ${text(node.unrounded)} came out`,
  };
}
