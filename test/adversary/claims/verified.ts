/** What verification proved of a rulebook, held against forms. */

import { Exact } from '../../../engine/decimal.ts';
import { nodesOf } from '../../../engine/evaluate/index.ts';
import { decimals, evaluator, isNothing } from '../../../engine/expression/index.ts';
import { type Proof, type ScoringPlan, verify, type Witness } from '../../../engine/index.ts';
import type { JsonObject } from '../generate/json.ts';
import {
  type Contradiction,
  lineIdOf,
  linesIn,
  type Node,
  type Side,
  type Trial,
  text,
  trialOf,
} from '../scene.ts';

type Say = (claim: string, told: string, form?: JsonObject) => void;

export async function verifiedOf(side: Side, trials: readonly Trial[]): Promise<Contradiction[]> {
  const { proofs } = await verify(side.plan, side.document);
  const found: Contradiction[] = [];
  const say: Say = (claim, told, form) =>
    found.push({ claim: `verify: ${claim}`, told, ...(form ? { form } : {}) });
  for (const trial of trials) {
    if (!trial.scored) continue;
    for (const node of linesIn(trial))
      line(
        proofs.filter(({ at }) => at === lineIdOf(node)),
        node,
        (claim, told) => say(claim, told, trial.value),
      );
    whole(side.plan, proofs, trial, (claim, told) => say(claim, told, trial.value));
  }
  rising(side.plan, proofs, trials, say);
  await witnesses(side.plan, proofs, say);
  return found;
}

/** Bands written one by one have a place of their own. */
const ownPlace = /\/(bands|conditions|rows)\/\d+$/;

/** What is claimed of one line. */
function line(proofs: readonly Proof[], node: Node, say: Say): void {
  const has = (...codes: string[]) => proofs.some(({ code }) => codes.includes(code));
  const open = has('undecided');
  const { unscored, status, weight, row, plan: own } = node;
  const rule = row ? row.plan?.rule : own?.kind === 'leaf' ? own.rule : undefined;
  if (!rule) return;
  if (status !== 'scored' && unscored === 'no-band' && !rule.judged && !open && !has('gap', 'overlap'))
    say('no gap', `${node.id} (${rule.method}): no band applies, or several`);
  if (
    status !== 'scored' &&
    (unscored === 'zero-division' || unscored === 'withheld') &&
    !open &&
    !has('no-score', 'gap')
  )
    say('a score always', `${node.id} (${rule.method}): ${unscored}`);
  for (const { code, place } of proofs)
    if (
      code === 'unreachable-band' &&
      ownPlace.test(place?.pointer ?? '') &&
      node.awards.some(({ pointer }) => pointer === place?.pointer)
    )
      say('band out of reach', `${node.id} reaches ${place!.pointer}`);
  if (node.basis === 'rule' && status === 'scored' && !weight.isZero()) reach(proofs, node, say);
}

/** What is claimed of the most and least of a line. */
function reach(proofs: readonly Proof[], node: Node, say: Say): void {
  const has = (...codes: string[]) => proofs.some(({ code }) => codes.includes(code));
  const open = has('undecided');
  const { points, weight, row, plan: own } = node;
  const told = `${node.id} has ${text(points)} of ${text(weight)}`;
  const size = points.sign() < 0 ? points.negated() : points;
  if (!open && !has('cap-above-weight') && own?.line !== 'bonus' && size.compare(weight) > 0)
    say('not above the weight', told);
  if (open || !node.unrounded) return;
  // Of a row it is said for a weight of ten.
  const scale = row ? weight.over(Exact.of(10))! : Exact.one;
  const unrounded = node.unrounded.sign() < 0 ? node.unrounded.negated() : node.unrounded;
  const most = numberIn(proofs, 'full-unreachable', /最多 (\S+) 分/);
  if (most && unrounded.compare(most.times(scale)) > 0)
    say('full marks out of reach', `${told}, the most was ${most.toText()}`);
  const least = numberIn(proofs, 'zero-unreachable', /最少 (\S+) 分/);
  if (least && unrounded.compare(least.times(scale)) < 0)
    say('nothing out of reach', `${told}, the least was ${least.toText()}`);
}

/** The figure in the message of a proof; undefined where it goes on. */
function numberIn(proofs: readonly Proof[], code: string, pattern: RegExp): Exact | undefined {
  const found = pattern.exec(proofs.find((one) => one.code === code)?.message.zh ?? '')?.[1];
  return found && !found.endsWith('…') ? Exact.parse(found) : undefined;
}

/** What is claimed of the whole form. */
function whole(plan: ScoringPlan, proofs: readonly Proof[], trial: Trial, say: Say): void {
  for (const proof of proofs) {
    const [, part, index] = /^\/(checks|limits|grades)\/(\d+)$/.exec(proof.place?.pointer ?? '') ?? [];
    if (part === 'grades') graded(plan, proof, Number(index), trial, say);
    else if (part === 'limits') limited(plan, proof, Number(index), trial, say);
    else if (part === 'checks') checked(plan, proof, Number(index), trial, say);
    else if (proof.code === 'never-fires') applied(proof, trial, say);
  }
}

type Part = (plan: ScoringPlan, proof: Proof, index: number, trial: Trial, say: Say) => void;

const graded: Part = (plan, { code }, index, { evaluation }, say) => {
  if (code === 'grade-unreachable' && evaluation!.grade === plan.grades?.names[index])
    say('grade out of reach', `${evaluation!.total} is ${evaluation!.grade}`);
};

const limited: Part = (plan, { code }, index, { evaluation }, say) => {
  const { id } = plan.limits[index]!;
  const step = evaluation!.ledger.steps.find((one) => one.step === 'veto' && one.limit === id);
  if (!step || !('from' in step)) return;
  if (code === 'never-fires') say('never fires', `the limit ${id} took effect`);
  if (code === 'limit-idle' && step.from !== step.to) say('idle limit', `${step.from} → ${step.to}`);
};

const checked: Part = (plan, { code }, index, { evaluation }, say) => {
  const own = plan.checks[index]!;
  const alone = plan.checks.filter((one) => one.code === own.code).length === 1;
  if (code === 'never-fires' && alone && evaluation!.findings.some((one) => one.code === own.code))
    say('never fires', `the check ${own.id} was found`);
};

/** A condition that no form meets, of a line that does not apply. */
function applied({ at, place }: Proof, { nodes, form }: Trial, say: Say): void {
  if (!place?.pointer?.endsWith('/notApplicable')) return;
  const node = nodes.find((one) => one.id === at && !one.row);
  // A group is left out with all that stands under it, and what stands under it with a group.
  const byOthers =
    node &&
    (node.children.length > 0 ||
      nodes.some((one) => one.status === 'not-applicable' && one !== node && nodesOf(one).includes(node)));
  if (node?.status === 'not-applicable' && !byOthers && !form.submission.notApplicable?.includes(node.id))
    say('never fires', `${at} is not applicable`);
}

/** 1 where a greater metric is better, -1 where a lesser is; only of methods that look at nothing else on the form. */
function directionOf({ rulebook }: ScoringPlan, { plan: own }: Node): 1 | -1 | undefined {
  if (own?.kind !== 'leaf' || own.rule.judged || own.line === 'penalty') return undefined;
  const written = writtenAt(rulebook as unknown as JsonObject, own.pointer).method as JsonObject;
  const { proportional, inverse, steps } = written as Record<string, JsonObject | undefined>;
  const target = (proportional ?? inverse)?.target;
  if (typeof target === 'string' && /[a-z]{3}|[\u4e00-\u9fff]/.test(target)) return undefined;
  if (proportional) return 1;
  if (inverse) return -1;
  return steps && (steps.direction === 'above' ? -1 : 1);
}

/** What is written at a pointer. */
const writtenAt = (rulebook: JsonObject, pointer: string): JsonObject =>
  pointer
    .split('/')
    .slice(1)
    .reduce<JsonObject>((value, key) => value[key] as JsonObject, rulebook);

/** No pair of forms falls where nothing was said to fall. */
function rising(plan: ScoringPlan, proofs: readonly Proof[], trials: readonly Trial[], say: Say): void {
  const all = new Map<string, { x: Exact; points: Exact; value: JsonObject }[]>();
  for (const trial of trials)
    for (const node of linesIn(trial)) {
      const { plan: own, sheet, unrounded } = node;
      if (
        own?.kind !== 'leaf' ||
        !own.metric ||
        !sheet ||
        !unrounded ||
        node.basis !== 'rule' ||
        node.status !== 'scored'
      )
        continue;
      const x = evaluator(own.metric, decimals)(sheet.numbers);
      if (isNothing(x) || directionOf(plan, node) === undefined) continue;
      const known = all.get(node.id) ?? [];
      for (const other of known) {
        const order = x.compare(other.x) * unrounded.absolute().compare(other.points);
        const wrong = order !== 0 && Math.sign(order) !== directionOf(plan, node);
        if (
          wrong &&
          !proofs.some(({ at, code }) => at === node.id && (code === 'not-monotone' || code === 'undecided'))
        )
          say(
            'never less for a better result',
            `${node.id} (${own.rule.method}): ${text(other.x)} has ${text(other.points)}, ${text(x)} has ${text(unrounded)}`,
            trial.value,
          );
      }
      all.set(node.id, [...known, { x, points: unrounded.absolute(), value: trial.value }]);
    }
}

/** A form that is shown can be filled in, and scores what is said. */
async function witnesses(plan: ScoringPlan, proofs: readonly Proof[], say: Say): Promise<void> {
  for (const proof of proofs)
    for (const witness of proof.witnesses ?? [])
      if (witness.given) await witnessed(plan, proof, witness, say);
}

async function witnessed(plan: ScoringPlan, { code, at }: Proof, witness: Witness, say: Say): Promise<void> {
  const { given, points, absence } = witness;
  const { rulebook, edition } = plan.identity;
  const isAsked = (subject: (typeof plan.rulebook.subjects)[number]) =>
    Object.keys(given!.inputs ?? {}).every((id) => plan.inputs.get(id)?.subjects?.includes(subject) ?? true);
  const subject = plan.rulebook.subjects.find(isAsked) ?? plan.rulebook.subjects[0]!;
  const value = { rulebook, edition, subject, name: '见证', ...given } as unknown as JsonObject;
  const trial = await trialOf(plan, value);
  const told = `${code} at ${at}`;
  if (!trial.evaluation) say('witness refused', `${told}: ${trial.codes.join()}`, value);
  else if (trial.evaluation.findings.some((one) => one.code === 'count-not-whole'))
    say('witness with part of a count', told, value);
  else if (!given!.declared && points !== undefined) {
    const node = trial.nodes.find(({ id }) => id === at);
    const got = node?.status === 'scored' ? text(node.points) : `absent: ${absence}`;
    if (node && got !== points)
      say('witness scores otherwise', `${told}: ${points} was said, ${got} came out`, value);
  }
}
