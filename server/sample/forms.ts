/** A form of the sample: that of a case beside its rulebook, changed in a few places, and scored. */
import { type Evaluation, readCase, type ScoringPlan, type Submission } from '../../engine/index.ts';
import type { SampleData, SampleForm } from '../../schemas/generated/types.ts';
import { nodesOf } from '../cases/filed.ts';
import type { Rulebooks } from '../library.ts';
import { type FormDocument, scoreForm, whyNotFileable } from '../submissions/form.ts';

type Json = Record<string, unknown>;
type Task = SampleData['tasks'][number];

/** A form as a unit has it, scored where it is filed. */
export interface ScoredForm {
  document: FormDocument;
  submission: Submission;
  evaluation: Evaluation;
}

export interface PreparedForm {
  form: SampleForm;
  task: Task;
  name: string;
  /** As typed, for a draft; else what is filed, once or twice. */
  typed: FormDocument;
  filings: ScoredForm[];
}

/** The value with others at pointers; null takes one away. */
function changed(value: Json, change: Readonly<Record<string, unknown>> = {}): Json {
  const copy = structuredClone(value);
  for (const [pointer, other] of Object.entries(change)) {
    const keys = pointer.slice(1).split('/');
    const last = keys.pop()!;
    let at: Json = copy;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key] as Json;
    }
    if (other !== null) at[last] = other;
    else if (Array.isArray(at)) at.splice(Number(last), 1);
    else delete at[last];
  }
  return copy;
}

/** The same form, the unit claiming what was computed. */
function claiming(document: Json, { total, grade, ledger }: Evaluation): Json {
  const points = new Map(nodesOf(ledger).map((node) => [node.id, node.points]));
  const rows = (document.declared as Json[] | undefined)?.map((row) =>
    row.claimed === undefined ? row : { ...row, claimed: points.get(String(row.id)) ?? row.claimed },
  );
  const lines = Object.keys((document.claimed as { points?: Json } | undefined)?.points ?? {});
  const claimed = {
    total,
    ...(grade === undefined ? {} : { grade }),
    points: Object.fromEntries(lines.flatMap((id) => (points.has(id) ? [[id, points.get(id)]] : []))),
  };
  return { ...document, claimed, ...(rows ? { declared: rows } : {}) };
}

/** Reads, changes and scores the forms of the sample. Throws where the file names what is not there: it is part of the program. */
export async function prepareForms(library: Rulebooks, sample: SampleData): Promise<PreparedForm[]> {
  const prepared: PreparedForm[] = [];
  for (const form of sample.forms) {
    const task = named(sample.tasks, form.task);
    const unit = named(sample.units, form.unit);
    const edition = await library.edition(task.rulebook, task.edition);
    const file = edition && (await library.cases(edition)).find(({ path }) => path === form.case);
    const found = file && readCase(file.text, file.path).value?.form?.submission;
    if (!edition?.plan || !found) throw new Error(`the sample names ${form.case}, which is not there`);
    const {
      rulebook: _,
      edition: __,
      subject: ___,
      year: ____,
      name,
      unit: _____,
      id: ______,
      ...rest
    } = found;
    const whose = {
      ...task,
      name: form.name ?? (task.subject === 'department' ? unit.name : name),
      unitName: unit.name,
    };
    const common = form.like === undefined ? {} : sample.changes[form.like];
    const first = changed(changed(rest as Json, common), form.change);
    const documents = form.again ? [first, changed(first, form.again.change)] : [first];
    const filings: ScoredForm[] = [];
    if (form.filed !== undefined)
      for (const document of documents)
        filings.push(await scored(edition.plan, whose, document, form.claims === 'computed'));
    prepared.push({ form, task, name: whose.name, typed: filings.at(-1)?.document ?? first, filings });
  }
  return prepared;
}

async function scored(
  plan: ScoringPlan,
  whose: Parameters<typeof scoreForm>[1],
  document: Json,
  claimsComputed: boolean,
): Promise<ScoredForm> {
  const first = checked(await scoreForm(plan, whose, document), document);
  if (!claimsComputed) return first;
  const agreeing = claiming(document, first.evaluation);
  return checked(await scoreForm(plan, whose, agreeing), agreeing);
}

function checked(one: Awaited<ReturnType<typeof scoreForm>>, document: FormDocument): ScoredForm {
  const { submission, evaluation } = one;
  const [problem] = whyNotFileable(one);
  if (submission && evaluation && !problem) return { document, submission, evaluation };
  throw new Error(`a form of the sample cannot be filed: ${problem?.message.en}`);
}

/** The thing of that name in a list of the sample. */
export function named<One extends { id: string }>(list: readonly One[], id: string): One {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`the sample names "${id}", which it does not have`);
  return found;
}
