/** Puts the sample data into the database: whole, in one write, through the same rooms as everything else. */
import type { SampleData } from '../../schemas/generated/types.ts';
import type { Rulebooks } from '../library.ts';
import { addPerson } from '../people/changes.ts';
import { findPersonByName } from '../people/person.ts';
import { addUnit } from '../people/units.ts';
import { addDraft, findOpenDraft } from '../rulebooks/drafts.ts';
import { renamed, renamedCase } from '../rulebooks/rewrite.ts';
import type { Store, Write } from '../store/store.ts';
import type { UnitRow } from '../store/tables.ts';
import { addSubmission } from '../submissions/changes.ts';
import { fileForm } from '../submissions/filing.ts';
import { findSubmission } from '../submissions/record.ts';
import { keepReview, reviewedTotal } from '../submissions/review.ts';
import { addTask, changeTask } from '../tasks/changes.ts';
import { type PreparedForm, prepareForms } from './forms.ts';
import { isLoaded } from './state.ts';

const day = 24 * 60 * 60 * 1000;

/** The same write, as many days before. What it does is logged by the time it was really done. */
const daysAgo = (write: Write, days: string | number): Write => ({
  ...write,
  at: new Date(Date.parse(write.at) - Number(days) * day).toISOString(),
});

interface Loading {
  write: Write;
  units: Map<string, UnitRow>;
  /** Ids of people by the name they sign in with. */
  people: Map<string, string>;
  tasks: Map<string, string>;
}

export interface Loaders {
  store: Store;
  library: Rulebooks;
  sample: SampleData;
}

/**
 * Loads the sample. With an administrator of its own only where it is all there is: elsewhere that person would reach
 * beyond the sample. False where it is loaded already.
 */
export async function loadSample(
  { store, library, sample }: Loaders,
  {
    personId,
    passwordHash,
    administrator,
  }: { personId: string | null; passwordHash: string | null; administrator: boolean },
): Promise<boolean> {
  const forms = await prepareForms(library, sample);
  const drafts = await preparedDrafts(library, sample);
  return store.write(personId, async (write) => {
    if (await isLoaded(write.db)) return false;
    const loading: Loading = { write, units: new Map(), people: new Map(), tasks: new Map() };
    write.log({ action: 'sample.loaded', kind: 'sample', id: 'sample', after: { forms: forms.length } });
    for (const { id, under, ...unit } of sample.units) {
      const parent = under === undefined ? undefined : loading.units.get(under);
      loading.units.set(id, await addUnit(daysAgo(write, 500), { ...unit, sample: true }, parent));
    }
    for (const { name, displayName, role, at } of sample.people) {
      if (role === 'administrator' && !administrator) continue;
      const free = await freeName(write, name);
      const person = { name: free, displayName, role, unitId: loading.units.get(at)!.id };
      loading.people.set(name, await addPerson(daysAgo(write, 500), person, passwordHash));
    }
    for (const task of sample.tasks) await putTask(loading, task);
    for (const form of forms) await putForm(loading, form);
    for (const draft of drafts) await putDraft(loading, draft);
    return true;
  });
}

/** The name, or one like it where somebody has it already. */
async function freeName({ db }: Write, name: string): Promise<string> {
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name}-${count}`;
    if (!(await findPersonByName(db, tried))) return tried;
  }
}

async function putTask(
  { write, units, people, tasks }: Loading,
  { id, at, by, issued, due, closed, units: asked, ...task }: SampleData['tasks'][number],
): Promise<void> {
  const then = daysAgo(write, issued);
  const issuer = units.get(at)!;
  const below = [...units.values()].filter(
    ({ kind, path }) => kind === 'unit' && path.startsWith(issuer.path),
  );
  const chosen = asked?.map((one) => units.get(one)!.id) ?? below.map((one) => one.id);
  const last = new Date(Date.parse(write.at) + Number(due) * day).toISOString().slice(0, 10);
  const whose = { personId: people.get(by)!, unitId: issuer.id, units: chosen };
  const added = await addTask(then, { ...task, due: last }, whose);
  if (closed) await changeTask(write, added, { title: added.title, due: added.due, state: 'closed' });
  tasks.set(id, added.id);
}

async function putForm({ write, units, people, tasks }: Loading, prepared: PreparedForm): Promise<void> {
  const { form, task, name, typed, filings } = prepared;
  const [person, unit] = [people.get(form.by)!, units.get(form.unit)!];
  const { rulebook, edition, subject, year } = task;
  const [first] = filings;
  const begun = {
    ...{ rulebook, edition, subject, year, name, taskId: tasks.get(form.task)! },
    form: (first?.document ?? typed) as Record<string, never>,
  };
  const when = Number(form.filed ?? 1);
  let stored = await addSubmission(daysAgo(write, when + 2), begun, { personId: person, unitId: unit.id });
  const { review, again, assignee } = form;
  const file = async (index: number, days: string | number) => {
    const { document, ...scored } = filings[index]!;
    await fileForm(daysAgo(write, days), stored, { document: JSON.stringify(document), ...scored }, person);
    stored = (await findSubmission(write.db, stored.id))!;
  };
  if (first) await file(0, when);
  if (first && review) {
    const rows = review.rows ?? [];
    const kept = {
      ...{ state: review.outcome, rows, note: review.note ?? null },
      total: reviewedTotal(first.evaluation, rows),
    };
    stored = await keepReview(daysAgo(write, review.days), stored, kept, people.get(review.by)!);
  }
  if (again) await file(1, again.days);
  if (assignee !== undefined)
    await write.db
      .updateTable('submissions')
      .set({ assigneeId: people.get(assignee)! })
      .where('id', '=', stored.id)
      .execute();
}

interface PreparedDraft {
  draft: SampleData['drafts'][number];
  text: string;
  cases: readonly { path: string; text: string }[];
}

async function preparedDrafts(library: Rulebooks, { drafts }: SampleData): Promise<PreparedDraft[]> {
  const prepared: PreparedDraft[] = [];
  for (const draft of drafts) {
    const found = await library.edition(draft.rulebook, draft.from);
    if (!found) throw new Error(`the sample names ${draft.rulebook}@${draft.from}, which is not there`);
    const replaced = draft.replace.reduce((text, one) => {
      if (!text.includes(one.text)) throw new Error(`the sample changes "${one.text}", which is not there`);
      return text.replace(one.text, one.with);
    }, found.text);
    const name = { rulebook: draft.rulebook, edition: draft.edition };
    const text = renamed(replaced, name, 'draft') ?? replaced;
    const cases = (await library.cases(found)).map((file) => renamedCase(file, found, name));
    prepared.push({ draft, text, cases });
  }
  return prepared;
}

/** Left out where an edition of that name is there, or somebody drafts it. */
async function putDraft(
  { write, units, people }: Loading,
  { draft, text, cases }: PreparedDraft,
): Promise<void> {
  const { rulebook, edition, from, at, by } = draft;
  const taken = await write.db
    .selectFrom('editions')
    .select('edition')
    .where('rulebook', '=', rulebook)
    .where('edition', '=', edition)
    .executeTakeFirst();
  if (taken || (await findOpenDraft(write.db, { rulebook, edition }))) return;
  const kept = { rulebook, edition, unitId: units.get(at)!.id, basedOn: `${rulebook}@${from}` };
  await addDraft(daysAgo(write, 3), people.get(by)!, kept, { text, cases });
}
