/** The forms of one unit and year, audited together. */
import type { Audit, Bilingual, Diagnostic, Dossier } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { askClass, type Unasked } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  type Absence,
  checkFindings,
  type Form,
  quoted,
  type Results,
  type ScoredForm,
  scoreForm,
} from '../evaluate/index.ts';
import { sortFindings } from '../findings/index.ts';
import { audited } from './audit.ts';

/** Audits each form, then what only shows across them. A form that cannot be read leaves the others audited. */
export async function auditDossier(
  plan: ScoringPlan,
  dossier: Pick<Dossier, 'dossier' | 'report'>,
  forms: readonly Form[],
): Promise<{ audit: Audit; diagnostics: Diagnostic[] }> {
  const scored: ScoredForm[] = [];
  const unusable: Form[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const form of forms) {
    const result = await scoreForm(plan, form);
    diagnostics.push(...result.diagnostics);
    if (result.scored) scored.push(result.scored);
    else unusable.push(form);
  }
  const results = resultsAcross(plan, scored, dossier.report?.text, unusable);
  for (;;) {
    const unasked: Unasked[] = [];
    const findings = sortFindings(
      checkFindings(plan.dossierChecks, results, { unasked }, (at) => ({ name: at })),
    );
    if (unasked.length === 0)
      return { audit: { name: dossier.dossier, evaluations: scored.map(audited), findings }, diagnostics };
    for (const one of unasked) await askClass(one);
  }
}

/**
 * `project.budget` is the list of that input over the project forms. It is unknown where a form does not give it, or cannot be
 * scored at all, and where there are no such forms.
 */
export function resultsAcross(
  plan: ScoringPlan,
  scored: readonly ScoredForm[],
  report: string | undefined,
  unusable: readonly Form[] = [],
): Results {
  const listOf = (key: string) => {
    const [subject, figure = ''] = key.split('.');
    const isOf = ({ submission }: Form) => submission.subject === subject;
    const missing: Absence[] = unusable.filter(isOf).map(({ submission }) => unusableForm(submission.name));
    const numbers: Exact[] = [];
    for (const one of scored.filter(({ form }) => isOf(form))) {
      const number = figureOf(figure, one);
      if (number) numbers.push(number);
      else missing.push(absenceOf(figure, one));
    }
    return { numbers, missing };
  };
  return {
    numbers: (key) => {
      const { numbers, missing } = listOf(key);
      return missing.length > 0 || numbers.length === 0 ? undefined : numbers;
    },
    absences: (key) => {
      if (key === 'report')
        return [{ what: { zh: '报告', en: 'the report' }, why: 'empty', isNotAsked: true }];
      const { missing } = listOf(key);
      return missing.length > 0 ? missing : [emptyAcross(plan, key)];
    },
    words: (key) => (key === 'report' ? report || undefined : undefined),
    label: (key) => namedAcross(plan, key).zh,
  };
}

function figureOf(figure: string, { whole, sheet }: ScoredForm): Exact | undefined {
  if (figure === 'total') return whole.open ? undefined : whole.points;
  if (figure === 'claimedTotal') return whole.claimed;
  const number = sheet.numbers(figure);
  return number instanceof Exact ? number : undefined;
}

const unusableForm = (name: string): Absence => ({ what: quoted(name), why: 'form-unreadable' });

function absenceOf(figure: string, { plan, form }: ScoredForm): Absence {
  const { name } = form.submission;
  if (figure === 'total')
    return { what: { zh: `「${name}」总分`, en: `the total of "${name}"` }, why: 'unscored' };
  const input = plan.inputs.get(figure)?.name ?? figure;
  const what = figure === 'claimedTotal' ? words.cell.total : { zh: input, en: input };
  return { what: { zh: `「${name}」的「${what.zh}」`, en: `"${what.en}" of "${name}"` }, why: 'empty' };
}

/** What a figure of the unit's forms is called. */
function namedAcross({ inputs }: ScoringPlan, key: string): Bilingual {
  const [subject, figure = ''] = key.split('.');
  const input = inputs.get(figure)?.name;
  const what = input === undefined ? { zh: '总分', en: 'the total' } : { zh: input, en: `"${input}"` };
  return subject === 'project'
    ? { zh: `各项目${what.zh}`, en: `${what.en} of the projects` }
    : { zh: `部门${what.zh}`, en: `${what.en} of the department` };
}

/** That there is nothing under it. */
function emptyAcross(plan: ScoringPlan, key: string): Absence {
  const { zh, en } = namedAcross(plan, key);
  return { what: { zh: `「${zh}」`, en }, why: 'empty' };
}
