/** Scores or audits what was read: forms one by one, the forms of a dossier together. */
import {
  type Audit,
  audit,
  auditDossier,
  type Diagnostic,
  type Evaluation,
  evaluate,
  type Finding,
  type Form,
  type ScoringPlan,
} from '../../engine/index.ts';
import type { FormOrDossier } from '../cases/folder.ts';
import type { FiledForm } from '../cases/read.ts';
import { askedBy, boundTo, planFor } from './input.ts';
import type { ExitCode, Session } from './session.ts';

/** How one form is assessed: the engine's `evaluate` or `audit`. */
export type Assess = typeof evaluate;

export interface AssessedForm {
  file: string;
  form: Form;
  evaluation: Evaluation;
}
export interface Assessed {
  /** Of a dossier. */
  name?: string;
  forms: AssessedForm[];
  /** What only shows across the forms of a dossier. */
  findings: Finding[];
}

/** Assesses each form and dossier; what cannot be assessed is told and leaves the others. */
export async function assessAll(
  session: Session,
  holdings: readonly FormOrDossier[],
  assess: Assess,
  named: string | undefined,
): Promise<{ assessed: Assessed[]; diagnostics: Diagnostic[] }> {
  const assessed: Assessed[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const holding of holdings) {
    const one =
      holding.holds === 'form'
        ? await assessForms(session, [holding], assess, named)
        : await assessDossier(session, holding, assess, named);
    diagnostics.push(...one.diagnostics);
    if (one.assessed.forms.length > 0) assessed.push(one.assessed);
  }
  return { assessed, diagnostics };
}

async function assessForms(
  session: Session,
  forms: readonly FiledForm[],
  assess: Assess,
  named: string | undefined,
): Promise<{ assessed: Assessed; diagnostics: Diagnostic[] }> {
  const assessed: Assessed = { forms: [], findings: [] };
  const diagnostics: Diagnostic[] = [];
  for (const { file, form: asFiled } of forms) {
    const found = await planFor(session, askedBy(asFiled), named);
    diagnostics.push(...found.diagnostics);
    if (!found.plan) continue;
    const form = named ? boundTo(asFiled, found.plan) : asFiled;
    const { evaluation, diagnostics: problems } = await assess(found.plan, form);
    diagnostics.push(...problems);
    if (evaluation) assessed.forms.push({ file, form, evaluation });
  }
  return { assessed, diagnostics };
}

async function assessDossier(
  session: Session,
  { dossier, forms }: Extract<FormOrDossier, { holds: 'dossier' }>,
  assess: Assess,
  named: string | undefined,
): Promise<{ assessed: Assessed; diagnostics: Diagnostic[] }> {
  const name = dossier.dossier;
  if (assess !== audit) {
    const { assessed, diagnostics } = await assessForms(session, forms, assess, named);
    return { assessed: { ...assessed, name }, diagnostics };
  }
  const found = await planFor(session, dossier, named);
  if (!found.plan) return { assessed: { name, forms: [], findings: [] }, diagnostics: found.diagnostics };
  return auditTogether(found.plan, dossier, named ? bindAll(forms, found.plan) : forms);
}

const bindAll = (forms: readonly FiledForm[], plan: ScoringPlan): FiledForm[] =>
  forms.map((one) => ({ ...one, form: boundTo(one.form, plan) }));

async function auditTogether(
  plan: ScoringPlan,
  dossier: Parameters<typeof auditDossier>[1],
  forms: readonly FiledForm[],
): Promise<{ assessed: Assessed; diagnostics: Diagnostic[] }> {
  const usable: FiledForm[] = [];
  for (const one of forms) if ((await evaluate(plan, one.form)).evaluation) usable.push(one);
  const { audit, diagnostics } = await auditDossier(
    plan,
    dossier,
    forms.map(({ form }) => form),
  );
  const name = dossier.dossier;
  return {
    assessed: {
      name,
      forms: usable.map((one, index) => ({ ...one, evaluation: audit.evaluations[index]! })),
      findings: audit.findings.map((finding) => ofDossier(finding, name)),
    },
    diagnostics,
  };
}

/** A finding across forms stands in the dossier; what it is about is an input of its forms. */
const ofDossier = (finding: Finding, name: string): Finding => {
  const about = finding.place?.input ?? finding.place?.name;
  return { ...finding, place: { ...(about ? { input: about } : {}), name } };
};

/** Everything as one audit, as `audit.schema.json` has it. */
export function auditOf(
  assessed: readonly Assessed[],
  diagnostics: readonly Diagnostic[],
  name?: string,
): Audit {
  return {
    ...(name === undefined ? {} : { name }),
    evaluations: assessed.flatMap(({ forms }) => forms.map(({ evaluation }) => evaluation)),
    findings: assessed.flatMap(({ findings }) => findings),
    ...(diagnostics.length > 0 ? { diagnostics: [...diagnostics] } : {}),
  };
}

/** 1 where a reviewer would send something back: an error, or a form that lacks data. */
export function exitCodeOf(assessed: readonly Assessed[]): ExitCode {
  const evaluations = assessed.flatMap(({ forms }) => forms.map(({ evaluation }) => evaluation));
  const findings = [
    ...assessed.flatMap((one) => one.findings),
    ...evaluations.flatMap((evaluation) => evaluation.findings),
  ];
  const isIncomplete = evaluations.some(({ status }) => status === 'incomplete');
  return isIncomplete || findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
