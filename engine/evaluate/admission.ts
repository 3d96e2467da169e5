/** What must hold of a form before it is scored: it is for this rulebook, and what it names is there and readable. */

import type { Diagnostic, Finding, Judgement } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { diagnose, suggest } from '../diagnostics/index.ts';
import { find } from '../findings/index.ts';
import type { Form } from './form.ts';
import { isShare } from './judgements.ts';
import type { Row } from './rows.ts';
import { standAlone } from './together.ts';

/** With the word a form writes behind the Chinese one. */
const subjectName = (subject: keyof typeof words.subject) => {
  const { zh, en } = words.subject[subject];
  return { zh: `${zh}（${subject}）`, en };
};

/** The form must be for this rulebook and a subject it knows. */
export function admission(plan: ScoringPlan, form: Form): Diagnostic[] {
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
export function strangers(plan: ScoringPlan, form: Form, rows: readonly Row<unknown>[]): Diagnostic[] {
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
    ...strangersAmong(rows, form),
    ...strange(Object.keys(judgements), (id) => `/judgements/${id}`),
    ...strange(Object.keys(reasons), (id) => `/reasons/${id}`),
    ...strange(Object.keys(claimed?.points ?? {}), (id) => `/claimed/points/${id}`),
    ...strange(notApplicable, (id) => `/notApplicable/${notApplicable.indexOf(id)}`),
  ];
}

/** Rows that are to belong to a row which their group has not. */
function strangersAmong(rows: readonly Row<unknown>[], form: Form): Diagnostic[] {
  if (standAlone(rows)) return [];
  const ids = new Map(rows.map(({ id, group }) => [id, group.id]));
  return rows.flatMap(({ declared, pointer, group, id: own }) =>
    (['partOf', 'scoredWith'] as const).flatMap((key) => {
      const id = declared[key];
      if (id === undefined || (id !== own && ids.get(id) === group.id)) return [];
      const kind = { zh: `「${group.name}」下的行`, en: `row of "${group.name}"` };
      const suggestion = suggest(
        id,
        [...ids].flatMap(([one, of]) => (of === group.id && one !== own ? [one] : [])),
      );
      return [diagnose('unknown-reference', { kind, name: id, suggestion }, form.place(`${pointer}/${key}`))];
    }),
  );
}

/** Judgements whose share is not a number: they count for nothing, which is said. */
export function unreadableShares(plan: ScoringPlan, form: Form, rows: readonly Row<unknown>[]): Finding[] {
  const isReadable = (judgement: Judgement | undefined) =>
    judgement?.share === undefined || isShare(judgement.share);
  const unreadable = (id: string, name: string, judgement: Judgement | undefined): Finding =>
    find('number-unreadable', { name, text: judgement?.share ?? '' }, { indicator: id, name, cell: 'share' });
  const findings: Finding[] = [];
  const { judgements = {} } = form.submission;
  for (const id of Object.keys(judgements))
    if (!isReadable(judgements[id]))
      findings.push(unreadable(id, plan.byId.get(id)?.name ?? id, judgements[id]));
  for (const { id, declared } of rows)
    if (!isReadable(declared.judgement)) findings.push(unreadable(id, declared.name, declared.judgement));
  return findings;
}
