/** A form filed under the earlier rulebook as a form of the later one, or of a mixture. Nothing is made up on the way. */
import type { Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Pairing } from '../edits/index.ts';

export interface Carriers {
  /** For the earlier rulebook: without data that only the later one asks for. */
  before(submission: Submission): Submission;
  /** For the later rulebook; `lost` are groups whose rows have no place in it. */
  after(submission: Submission): { form: Submission; lost: readonly string[] };
  /** For a mixture of both, in the shared namespace. */
  mixture(submission: Submission, plan: ScoringPlan): Submission;
}

export function carriers(before: ScoringPlan, after: ScoringPlan, ids: Pairing): Carriers {
  const groups = groupsOf(before);
  const onlyAfter = new Set(
    [...after.inputs.keys()].filter(
      (id) => !before.inputs.has(id) && ![...ids.inputAfter.values()].includes(id),
    ),
  );
  /** Data for an input that only the later rulebook has may already be on the form. */
  const inputsFor = (
    submission: Submission,
    rename: (id: string) => string | undefined,
  ): Submission['inputs'] =>
    submission.inputs &&
    Object.fromEntries(
      Object.entries(submission.inputs).flatMap(([id, value]) => {
        const name = onlyAfter.has(id) ? id : rename(id);
        return name === undefined ? [] : [[name, value]];
      }),
    );
  const lines = (
    submission: Submission,
    { identity }: ScoringPlan,
    rename: (id: string) => string | undefined,
    renameInput: (id: string) => string | undefined,
  ): { form: Submission; lost: string[] } => {
    const own = new Set((submission.declared ?? []).map((row, index) => row.id ?? `row-${index + 1}`));
    const known = (id: string) => (own.has(id) ? id : rename(id));
    const lost: string[] = [];
    const record = <Value>(values: { [id: string]: Value } | undefined) =>
      values &&
      Object.fromEntries(
        Object.entries(values).flatMap(([id, value]) => {
          const name = known(id);
          return name === undefined ? [] : [[name, value]];
        }),
      );
    const { inputs: _, declared, judgements, reasons, claimed, notApplicable, ...plain } = submission;
    const inputs = inputsFor(submission, renameInput);
    const form: Submission = {
      ...plain,
      rulebook: identity.rulebook,
      edition: identity.edition,
      ...(inputs ? { inputs } : {}),
      ...(declared
        ? {
            declared: declared.map((row) => {
              const group = groups.get(row.under);
              const under = group === undefined ? undefined : rename(group);
              if (under === undefined && !lost.includes(group ?? row.under)) lost.push(group ?? row.under);
              return { ...row, under: under ?? row.under };
            }),
          }
        : {}),
      ...(judgements ? { judgements: record(judgements) } : {}),
      ...(reasons ? { reasons: record(reasons) } : {}),
      ...(claimed
        ? { claimed: { ...claimed, ...(claimed.points ? { points: record(claimed.points) } : {}) } }
        : {}),
      ...(notApplicable ? { notApplicable: notApplicable.flatMap((id) => known(id) ?? []) } : {}),
    };
    return { form, lost };
  };
  return {
    before: (submission) => {
      if (!Object.keys(submission.inputs ?? {}).some((id) => onlyAfter.has(id))) return submission;
      const entries = Object.entries(submission.inputs!).filter(([id]) => !onlyAfter.has(id));
      return { ...submission, inputs: Object.fromEntries(entries) };
    },
    after: (submission) =>
      lines(
        submission,
        after,
        (id) => ids.indicatorAfter.get(id),
        (id) => ids.inputAfter.get(id),
      ),
    mixture: (submission, plan) =>
      lines(
        submission,
        plan,
        (id) => {
          const name = ids.sharedLine(id);
          return plan.byId.has(name) ? name : undefined;
        },
        ids.sharedInput,
      ).form,
  };
}

/** Groups of declared indicators, by id and by a name that only one bears. */
function groupsOf(plan: ScoringPlan): Map<string, string> {
  const groups = new Map<string, string>();
  const repeated = new Set<string>();
  const declared = [...plan.byId.values()].filter((one) => one.kind === 'declared');
  for (const { id, name } of declared) {
    if (groups.has(name)) repeated.add(name);
    groups.set(name, id);
  }
  for (const name of repeated) groups.delete(name);
  for (const { id } of declared) groups.set(id, id);
  return groups;
}
