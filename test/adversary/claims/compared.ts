/** What the comparison of two rulebooks says, held against forms scored under both. */
import { Exact } from '../../../engine/decimal.ts';
import {
  type ComparedLine,
  compare,
  type Difference,
  type Evaluation,
  type LargestDifference,
} from '../../../engine/index.ts';
import type { JsonObject } from '../generate/json.ts';
import { type Both, type Contradiction, type Scene, type Trial, text } from '../scene.ts';
import { comparedLines, contains, isPassed, type Say } from './compared-lines.ts';

export async function comparedOf(scene: Scene): Promise<Contradiction[]> {
  const difference = await compare(scene.before.edition, scene.after.edition);
  const found: Contradiction[] = [];
  for (const both of scene.forms) {
    const say: Say = (claim, told) => found.push({ claim: `diff: ${claim}`, told, form: both.before.value });
    whole(difference, both, say);
    comparedLines(difference, both, scene, say);
  }
  return found;
}

/** Totals, grades, statuses; and what the exit code says. */
function whole(difference: Difference, { before, after }: Both, say: Say): void {
  const { whole: told, differs } = difference;
  const same = told.verdict === 'equal' && !differs;
  if ((before.evaluation === undefined) !== (after.evaluation === undefined)) {
    if (same)
      say(
        'no difference, but refused',
        `${before.evaluation ? 'after' : 'before'}: ${[...before.codes, ...after.codes].join()}`,
      );
    return;
  }
  if (before.scored && after.scored) scores(difference, before, after, say);
}

/** What both rulebooks make of a form that both score. */
function scores(difference: Difference, before: Trial, after: Trial, say: Say): void {
  const { whole: told, differs, couldScoreLower } = difference;
  const [one, other] = [before.evaluation!, after.evaluation!];
  const [was, is] = [Exact.of(one.total), Exact.of(other.total)];
  const shown = `${one.total} ${one.status} ${one.grade ?? '-'} → ${other.total} ${other.status} ${other.grade ?? '-'}`;
  const order = is.compare(was);
  if (!differs && (order !== 0 || one.status !== other.status || one.grade !== other.grade))
    say('no difference', shown);
  if (told.verdict === 'equal' && (order !== 0 || one.status !== other.status)) say('whole equal', shown);
  if (told.verdict === 'neverLower' && order < 0) say('whole never lower', shown);
  if (told.verdict === 'neverHigher' && order > 0) say('whole never higher', shown);
  if (!couldScoreLower && order < 0) say('--fail-on lower passes', shown);
  if (told.verdict !== 'undecided' && !(told.condition && [one, other].some(isOfOtherWeights))) {
    if (isPassed(told.gain, is.minus(was), Exact.one)) say('whole gain passed', shown);
    if (isPassed(told.loss, was.minus(is), Exact.one)) say('whole loss passed', shown);
  }
  if (!before.scored!.plan.limits.length && !after.scored!.plan.limits.length)
    grades(difference, one, other, say);
}

/** Where rows bring their weights, how far the whole form moves is said of forms whose weights are those of the rulebook. */
const isOfOtherWeights = ({ findings }: Evaluation): boolean =>
  findings.some(({ code }) => code === 'weight-sum' || code === 'weight-moved' || code === 'rows-missing');

interface Graded {
  total: string;
  grade?: string;
  status: string;
}

/** The same total has another grade just where that is said. */
function grades({ whole: { grades: told } }: Difference, one: Graded, other: Graded, say: Say): void {
  if (one.total !== other.total || one.grade === undefined || other.grade === undefined) return;
  const total = Exact.of(one.total);
  const change = told.find((one) => contains(one, total));
  if (!change && one.grade !== other.grade)
    say('grade', `${one.total}: ${one.grade} → ${other.grade}, no change was told`);
  if (change && (change.before.zh !== one.grade || change.after.zh !== other.grade))
    say(
      'grade',
      `${one.total}: ${one.grade} → ${other.grade}, told was ${change.before.zh} → ${change.after.zh}`,
    );
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
