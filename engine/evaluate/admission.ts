/** What must hold of a form before it is scored: it is for this rulebook, and what it names is there and readable. */

import type { Diagnostic, Judgement } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { diagnose, suggest } from '../diagnostics/index.ts';
import type { Form } from './form.ts';
import { isShare } from './judgements.ts';
import type { Row } from './rows.ts';

/** Why the form cannot be scored, apart from its inputs and cells. */
export function admission(plan: ScoringPlan, form: Form, rows: readonly Row<unknown>[]): Diagnostic[] {
  const diagnostics = belongs(plan, form);
  diagnostics.push(...strangers(plan, form, rows), ...unreadableShares(plan, form, rows));
  return diagnostics;
}

/** With the word a form writes behind the Chinese one. */
const subjectName = (subject: keyof typeof words.subject) => {
  const { zh, en } = words.subject[subject];
  return { zh: `${zh}（${subject}）`, en };
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
          subject: subjectName(subject),
          subjects: {
            zh: plan.rulebook.subjects.map((one) => subjectName(one).zh).join('、'),
            en: plan.rulebook.subjects.map((one) => subjectName(one).en).join(', '),
          },
        },
        form.place('/subject'),
      ),
    );
  return diagnostics;
}

/** Judgements, reasons, scores and declarations given for a line that there is not. */
function strangers(plan: ScoringPlan, form: Form, rows: readonly Row<unknown>[]): Diagnostic[] {
  const { judgements = {}, reasons = {}, claimed, notApplicable = [] } = form.submission;
  let titles: Map<string, string> | undefined;
  /** Every line there is by its id, worked out once something is not a line of the rulebook. */
  const known = () =>
    (titles ??= new Map([
      ...[...plan.byId.values()].map(({ id, name }) => [id, name] as const),
      ...rows.map(({ id, declared }) => [id, declared.name] as const),
    ]));
  const isStrange = (id: string) => !plan.byId.has(id) && !known().has(id);
  const strange = (ids: readonly string[], pointerOf: (id: string) => string): Diagnostic[] =>
    ids.filter(isStrange).map((id) => {
      const kind = { zh: '指标', en: 'indicator' };
      const suggestion = suggest(id, known().keys(), (one) => known().get(one));
      return diagnose('unknown-reference', { kind, name: id, suggestion }, form.place(pointerOf(id)));
    });
  return [
    ...strange(Object.keys(judgements), (id) => `/judgements/${id}`),
    ...strange(Object.keys(reasons), (id) => `/reasons/${id}`),
    ...strange(Object.keys(claimed?.points ?? {}), (id) => `/claimed/points/${id}`),
    ...strange(notApplicable, (id) => `/notApplicable/${notApplicable.indexOf(id)}`),
  ];
}

/** A judgement whose share is not a number would count for nothing. */
function unreadableShares(plan: ScoringPlan, form: Form, rows: readonly Row<unknown>[]): Diagnostic[] {
  const isReadable = (judgement: Judgement | undefined) =>
    judgement?.share === undefined || isShare(judgement.share);
  const unreadable = (name: string, judgement: Judgement | undefined, pointer: string): Diagnostic =>
    diagnose('number-unreadable', { name, text: judgement?.share ?? '' }, form.place(pointer));
  const diagnostics: Diagnostic[] = [];
  const { judgements = {} } = form.submission;
  for (const id of Object.keys(judgements))
    if (!isReadable(judgements[id]))
      diagnostics.push(unreadable(plan.byId.get(id)?.name ?? id, judgements[id], `/judgements/${id}/share`));
  for (const { declared, pointer } of rows)
    if (!isReadable(declared.judgement))
      diagnostics.push(unreadable(declared.name, declared.judgement, `${pointer}/judgement/share`));
  return diagnostics;
}
