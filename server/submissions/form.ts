/** What a unit typed → a form that can be scored. The record says what it is a form of, whatever the form says itself. */
import {
  audit,
  type Diagnostic,
  diagnose,
  type Evaluation,
  type Finding,
  readFormValue,
  type ScoringPlan,
  type Submission,
} from '../../engine/index.ts';
import { nodesOf } from '../cases/filed.ts';
import type { StoredSubmission } from './record.ts';

/** A form as a unit left it: any mapping, numbers as text. */
export type FormDocument = Readonly<Record<string, unknown>>;

export type Identity = Pick<
  StoredSubmission,
  'rulebook' | 'edition' | 'subject' | 'year' | 'name' | 'unitName'
>;

/** The document with rulebook, edition, subject, year, name and unit of the record: these are not for the form to choose. */
export const withIdentity = (
  document: FormDocument,
  { rulebook, edition, subject, year, name, unitName }: Identity,
): FormDocument => ({ ...document, rulebook, edition, subject, year, name, unit: unitName });

/** What a form scores as it stands; no evaluation while it cannot be scored, and then the diagnostics say why. */
export interface Scored {
  evaluation?: Evaluation;
  diagnostics: Diagnostic[];
}

export interface ScoredSubmission extends Scored {
  /** The form as it was scored. */
  submission?: Submission;
}

/** Audits a form by the rulebook of its record. */
export async function scoreForm(
  plan: ScoringPlan,
  identity: Identity,
  document: FormDocument,
): Promise<ScoredSubmission> {
  const { value: form, diagnostics } = readFormValue(withIdentity(document, identity));
  if (!form) return { diagnostics };
  if (form.submission.rolledUp)
    return { diagnostics: [...diagnostics, diagnose('rolled-up-form', {}, form.place('/rolledUp'))] };
  const audited = await audit(plan, form);
  return {
    submission: form.submission,
    ...(audited.evaluation ? { evaluation: audited.evaluation } : {}),
    diagnostics: [...diagnostics, ...audited.diagnostics],
  };
}

/** Why a form may not be filed: it cannot be scored, or lines lack what they are scored by. Empty where it may. */
export function whyNotFileable({ evaluation, diagnostics }: Scored): Diagnostic[] {
  if (!evaluation) return diagnostics;
  if (evaluation.status === 'complete') return [];
  const open = nodesOf(evaluation.ledger).filter(
    ({ status, children }) => status === 'missing' && !children?.length,
  );
  return open.map(({ id, name }) => lacking(id, name, evaluation.findings));
}

/** What a line lacks, as the evaluation says it where it does. */
function lacking(id: string, name: string, findings: readonly Finding[]): Diagnostic {
  const told = findings.find(({ code, place }) => lack.has(code) && place?.indicator === id);
  return {
    code: told?.code ?? 'data-missing',
    severity: 'error',
    message: told?.message ?? {
      zh: `「${name}」缺数据，未计分`,
      en: `"${name}" lacks data and was not scored`,
    },
    help: told?.help ?? {
      zh: '补填这一行的数据后再报。',
      en: 'fill in what the line is scored by, then file.',
    },
  };
}

/** Findings that say why a line has no points. */
const lack = new Set(['data-missing', 'not-numeric', 'score-without-value', 'weight-missing', 'no-band']);
