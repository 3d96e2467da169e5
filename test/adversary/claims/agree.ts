/** One form has one result: scored, audited, by the scores-only path, with its rows in another order, rolled up alone. */
import {
  audit,
  type Evaluation,
  evaluate,
  formOfValue,
  type LedgerNode,
  rollUp,
  type ScoringPlan,
  type Submission,
  scorer,
} from '../../../engine/index.ts';
import type { JsonObject } from '../generate/json.ts';
import { type Contradiction, linesIn, type Trial } from '../scene.ts';

export async function agreed(plan: ScoringPlan, trial: Trial): Promise<Contradiction[]> {
  const found: Contradiction[] = [];
  const say = (claim: string, told: string) => found.push({ claim, told, form: trial.value });
  const { evaluation, form } = trial;
  const scores = await scorer(plan)(form.submission);
  if ((scores === undefined) !== (evaluation === undefined))
    say('scorer refuses', `scorer ${scores ? 'scores' : 'refuses'}, evaluate does not`);
  if (!evaluation) {
    if (trial.codes.length === 0) say('refused without a reason', 'no evaluation and no error');
    return found;
  }
  const { total, outOf, grade, status } = evaluation;
  const own = [total, outOf, grade, status === 'complete'].join();
  if (scores && [scores.total, scores.outOf, scores.grade, scores.complete].join() !== own)
    say('scorer', `scorer says ${Object.values(scores).join()}, evaluate ${own}`);
  const audited = (await audit(plan, form)).evaluation;
  if (
    !audited ||
    figures(audited.ledger) !== figures(evaluation.ledger) ||
    audited.grade !== grade ||
    audited.status !== status
  )
    say(
      'audit',
      `audit says ${audited?.total} ${audited?.grade} ${audited?.status}, evaluate ${total} ${grade} ${status}`,
    );
  await permuted(plan, trial, say);
  await better(plan, trial, say);
  await alone(plan, trial, say);
  return found;
}

type Say = (claim: string, told: string) => void;

const figures = ({ id, status, points, weight, children }: LedgerNode): string =>
  `${id} ${status} ${points}/${weight} [${(children ?? []).map(figures).join()}]`;

const scoreOf = async (plan: ScoringPlan, value: JsonObject) =>
  (await evaluate(plan, formOfValue(value as unknown as Submission))).evaluation;

async function permuted(plan: ScoringPlan, { value, evaluation }: Trial, say: Say): Promise<void> {
  const rows = (value.declared ?? []) as JsonObject[];
  if (rows.length < 2) return;
  const other = await scoreOf(plan, { ...value, declared: [...rows.slice(1), rows[0]!] });
  if (other?.total !== evaluation!.total || other.status !== evaluation!.status)
    say(
      'order of rows',
      `${evaluation!.total} ${evaluation!.status}, with the first row last ${other?.total} ${other?.status}`,
    );
}

/** A row that reached more of its target, or used less of it, has no fewer points; what is deducted goes the other way. */
async function better(plan: ScoringPlan, trial: Trial, say: Say): Promise<void> {
  const rows = (trial.value.declared ?? []) as JsonObject[];
  const moved = linesIn(trial).find(
    ({ row, basis, status, plan: line }) =>
      row &&
      line?.line !== 'penalty' &&
      row.kind !== 'date' &&
      // More is not better of a range, and a number without a unit may be read as another share.
      row.kind !== 'range' &&
      row.target.unit === row.actual.unit &&
      basis === 'rule' &&
      status === 'scored' &&
      simple(row.plan?.rule.method, row.plan?.kind),
  );
  const index = moved?.row ? trial.form.submission.declared!.indexOf(moved.row.declared) : -1;
  if (!moved || index < 0) return;
  const [, number, unit] = /^(\d+(?:\.\d+)?)(.*)$/.exec(String(rows[index]!.actual)) ?? [];
  if (number === undefined || unit === undefined) return;
  const rises = moved.row!.plan!.rule.method === 'proportional';
  const actual = `${rises ? `${number.split('.')[0]}9${number.includes('.') ? `.${number.split('.')[1]}` : ''}` : '0.5'}${unit}`;
  if (!rises && Number(number) <= 0.5) return;
  const declared = rows.with(index, { ...rows[index]!, actual });
  const other = await scoreOf(plan, { ...trial.value, declared });
  const line = other && nodeWith(other.ledger, moved.id);
  if (line?.status !== 'scored') return;
  if (Number(line.points) < Number(moved.points.toText(12).replace('…', '')) - 1e-9)
    say(
      'a better result has less',
      `${moved.id}: ${rows[index]!.actual} has ${moved.points.toText()}, ${actual} has ${line.points} (target ${rows[index]!.target})`,
    );
}

/** Methods of which the better end is known whatever their parameters. */
const simple = (method: string | undefined, kind: string | undefined): boolean =>
  (method === 'proportional' && kind !== 'atMost') || (method === 'inverse' && kind !== 'atLeast');

const nodeWith = (node: LedgerNode, id: string): LedgerNode | undefined =>
  node.id === id ? node : node.children?.map((child) => nodeWith(child, id)).find((one) => one !== undefined);

/** A roll-up of one form that is filled in whole says what the form says; it claims nothing. */
async function alone(plan: ScoringPlan, trial: Trial, say: Say): Promise<void> {
  const { evaluation, form, value } = trial;
  const rows = (value.declared ?? []) as JsonObject[];
  const clean =
    evaluation!.status === 'complete' &&
    trial.nodes.every(({ basis, status }) => basis !== 'claimed' && status === 'scored');
  if (!plan.rulebook.rollup || !clean || evaluation!.findings.some(({ severity }) => severity === 'error'))
    return;
  const { subject, inputs = {} } = form.submission;
  // What its subject is not asked is not rolled up.
  if (Object.keys(inputs).some((id) => plan.inputs.get(id)?.subjects?.includes(subject) === false)) return;
  const { submission, diagnostics } = await rollUp(plan, [form], { name: '汇总', subject });
  if (!submission) return;
  if (diagnostics.some(({ severity }) => severity === 'error')) return;
  const other = await scoreOf(plan, submission as unknown as JsonObject);
  // Limits that look at what is claimed do not hold alike where nothing is: what they act on does.
  const isClaimed = value.claimed !== undefined || rows.some(({ claimed }) => claimed !== undefined);
  const told = ({ ledger, total }: Evaluation) =>
    isClaimed && plan.limits.length > 0 ? (ledger.children ?? []).map(({ points }) => points).join() : total;
  if (!other || told(other) !== told(evaluation!))
    say(
      'roll-up of one form',
      `${told(evaluation!)}, rolled up ${other && told(other)} ${other?.status} (${rows.length} rows)`,
    );
}
