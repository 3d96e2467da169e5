/** What must hold of a form before it is scored: it is for this rulebook, and what it names is there and readable. */
import type { Diagnostic, Judgement } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { diagnose, suggest } from '../diagnostics/index.ts';
import type { Form } from './form.ts';
import { isShare } from './judgements.ts';
import type { Row } from './rows.ts';

/** Why the form cannot be scored, apart from its inputs and cells. */
export const admission = (plan: ScoringPlan, form: Form, rows: readonly Row<unknown>[]): Diagnostic[] => [
  ...belongs(plan, form),
  ...strangers(plan, form, rows),
  ...unreadableShares(plan, form, rows),
];

const subjectNames = {
  project: { zh: '项目（project）', en: 'project' },
  department: { zh: '部门整体（department）', en: 'department' },
};

/** The form must be for this rulebook and a subject it knows. */
function belongs(plan: ScoringPlan, form: Form): Diagnostic[] {
  const { rulebook, edition, subject } = form.submission;
  const { identity } = plan;
  const diagnostics: Diagnostic[] = [];
  if (rulebook !== identity.rulebook || edition !== identity.edition)
    diagnostics.push(
      diagnose(
        'wrong-rulebook',
        { asked: `${rulebook}@${edition}`, given: `${identity.rulebook}@${identity.edition}` },
        form.place(rulebook === identity.rulebook ? '/edition' : '/rulebook'),
      ),
    );
  if (!plan.rulebook.subjects.includes(subject))
    diagnostics.push(
      diagnose(
        'wrong-subject',
        {
          subject: subjectNames[subject],
          subjects: {
            zh: plan.rulebook.subjects.map((one) => subjectNames[one].zh).join('、'),
            en: plan.rulebook.subjects.map((one) => subjectNames[one].en).join(', '),
          },
        },
        form.place('/subject'),
      ),
    );
  return diagnostics;
}

/** Judgements, reasons, scores and declarations given for a line that there is not. */
function strangers(plan: ScoringPlan, form: Form, rows: readonly Row<unknown>[]): Diagnostic[] {
  const { judgements, reasons, claimed, notApplicable } = form.submission;
  const isKnown = (id: string) => plan.byId.has(id) || rows.some((row) => row.id === id);
  const named: [id: string, pointer: string][] = [
    ...Object.keys(judgements ?? {}).map((id): [string, string] => [id, `/judgements/${id}`]),
    ...Object.keys(reasons ?? {}).map((id): [string, string] => [id, `/reasons/${id}`]),
    ...Object.keys(claimed?.points ?? {}).map((id): [string, string] => [id, `/claimed/points/${id}`]),
    ...(notApplicable ?? []).map((id, index): [string, string] => [id, `/notApplicable/${index}`]),
  ];
  const strange = named.filter(([id]) => !isKnown(id));
  if (strange.length === 0) return [];
  const kind = { zh: '指标', en: 'indicator' };
  const known = [...plan.byId.keys(), ...rows.map((row) => row.id)];
  return strange.map(([id, pointer]) =>
    diagnose('unknown-reference', { kind, name: id, suggestion: suggest(id, known) }, form.place(pointer)),
  );
}

/** A judgement whose share is not a number would count for nothing. */
function unreadableShares(plan: ScoringPlan, form: Form, rows: readonly Row<unknown>[]): Diagnostic[] {
  const given: [name: string, judgement: Judgement | undefined, pointer: string][] = [
    ...Object.entries(form.submission.judgements ?? {}).map(
      ([id, judgement]): [string, Judgement, string] => [
        plan.byId.get(id)?.name ?? id,
        judgement,
        `/judgements/${id}/share`,
      ],
    ),
    ...rows.map((row): [string, Judgement | undefined, string] => [
      row.declared.name,
      row.declared.judgement,
      `${row.pointer}/judgement/share`,
    ]),
  ];
  return given.flatMap(([name, judgement, pointer]) =>
    judgement?.share === undefined || isShare(judgement.share)
      ? []
      : [diagnose('number-unreadable', { name, text: judgement.share }, form.place(pointer))],
  );
}
