/** A plan in other names: no old name is left anywhere in it, and forms score as they did. */
import { describe, expect, test } from 'vitest';
import { type Renaming, renamedPlan } from '../../engine/compile/index.ts';
import {
  evaluate,
  formOfValue,
  loadRulebook,
  type ScoringPlan,
  type Submission,
} from '../../engine/index.ts';
import { editions, formsOf, loadPlan } from '../support/repository.ts';
import { sceneRulebooks } from '../support/scenes.ts';

const renaming: Renaming = { input: (id) => `${id}Anew`, line: (id) => `${id}-anew` };

/** What stands in a plan as it was written, and is not renamed. */
const written = ['rulebook', 'pointer', 'identity', 'label', 'text', 'shown', 'written'];

/** Every name that an expression, a condition or an id of the plan says, wherever it stands. */
function namesIn(value: unknown, found: Set<string>): Set<string> {
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
    for (const one of value.values()) namesIn(one, found);
  } else if (value !== null && typeof value === 'object') {
    const { kind, name, id, owner } = value as Record<string, unknown>;
    const isName = ['name', 'category', 'phrases', 'yesNo'].includes(kind as string);
    for (const one of [isName ? name : undefined, id, owner]) if (typeof one === 'string') found.add(one);
    for (const [key, one] of Object.entries(value)) if (!written.includes(key)) namesIn(one, found);
  }
  return found;
}

/** The form in the new names; ids of its own rows stay. */
function carried(plan: ScoringPlan, form: Submission): Submission {
  const record = <Value>(values: { [id: string]: Value } | undefined, name: (id: string) => string) =>
    values && Object.fromEntries(Object.entries(values).map(([id, value]) => [name(id), value]));
  const line = (id: string) => (plan.byId.has(id) ? renaming.line(id) : id);
  const { inputs, judgements, reasons, claimed, notApplicable, declared } = form;
  return {
    ...form,
    inputs: record(inputs, renaming.input) ?? {},
    judgements: record(judgements, line) ?? {},
    reasons: record(reasons, line) ?? {},
    notApplicable: (notApplicable ?? []).map(line),
    ...(declared ? { declared: declared.map((row) => ({ ...row, under: line(row.under) })) } : {}),
    ...(claimed ? { claimed: { ...claimed, points: record(claimed.points, line) ?? {} } } : {}),
  };
}

const figures = async (plan: ScoringPlan, form: Submission) => {
  const { evaluation } = await evaluate(plan, formOfValue(form));
  return (
    evaluation && {
      total: evaluation.total,
      grade: evaluation.grade,
      status: evaluation.status,
      findings: evaluation.findings.map(({ code, message }) => [code, message]),
    }
  );
};

/** Old names that an id of the plan bears, or that begin a name: `cost`, `reason.cost`, `cost.rate`. */
function left(plan: ScoringPlan, made: ScoringPlan): string[] {
  const old = new Set([...plan.inputs.keys(), ...plan.byId.keys()]);
  const kept = new Set([...plan.limits, ...plan.checks, ...plan.dossierChecks].map(({ id }) => id));
  // What a dossier asks begins with a subject: `project.cost`.
  const dossier = [...namesIn(made.dossierChecks, new Set())].map((name) =>
    name.replace(/^(project|department)\./, ''),
  );
  return [...namesIn({ ...made, dossierChecks: [] }, new Set()), ...dossier].filter(
    (name) =>
      !kept.has(name) && [name, name.split('.')[0]!, name.replace('reason.', '')].some((one) => old.has(one)),
  );
}

describe('every published rulebook', () => {
  test.each(editions.map((edition) => [edition.name, edition] as const))('%s', async (_, edition) => {
    const plan = await loadPlan(edition);
    const made = renamedPlan(plan, renaming);
    expect(left(plan, made)).toEqual([]);
    for (const { submission } of formsOf(edition))
      expect(await figures(made, carried(plan, submission)), submission.name).toEqual(
        await figures(plan, submission),
      );
  });
});

test('every small rulebook', async () => {
  let looked = 0;
  for (const { name, text } of sceneRulebooks) {
    const { value: plan } = await loadRulebook(text, name);
    if (!plan) continue;
    expect(left(plan, renamedPlan(plan, renaming)), name).toEqual([]);
    looked += 1;
  }
  expect(looked).toBeGreaterThan(30);
});

test('names that change places do so at once', async () => {
  const edition = editions.find(({ name }) => name === 'yunxi/2021')!;
  const plan = await loadPlan(edition);
  const ids = [...plan.inputs.keys()];
  const turned: Renaming = {
    input: (id) => ids[(ids.indexOf(id) + 1) % ids.length]!,
    line: (id) => id,
  };
  const made = renamedPlan(plan, turned);
  for (const { submission } of formsOf(edition)) {
    const inputs = Object.entries(submission.inputs ?? {}).map(([id, value]) => [turned.input(id), value]);
    const form = { ...submission, inputs: Object.fromEntries(inputs) };
    expect((await figures(made, form))?.total, submission.name).toBe(
      (await figures(plan, submission))?.total,
    );
  }
});
