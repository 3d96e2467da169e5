/** What a unit typed → a form that can be scored. The record says what it is a form of, whatever the form says itself. */
import {
  auditReadable,
  type Diagnostic,
  diagnose,
  type Evaluation,
  type Exact,
  explainLine,
  type Finding,
  hasErrors,
  isUnreadable,
  type Places,
  placesIn,
  readTypedForm,
  type ScoringPlan,
  type Submission,
  unreadableInputs,
} from '../../engine/index.ts';
import type { LineExplanation } from '../../schemas/generated/types.ts';
import { nodesOf } from '../cases/filed.ts';
import { isLack } from './placed.ts';
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

/** What a form scores as it stands: all that can be read of it. The diagnostics say what cannot, and where. */
export interface Scored {
  /** Undefined only where nothing of the form can be scored. */
  evaluation?: Evaluation;
  diagnostics: Diagnostic[];
  places: Places;
  /** The full marks of the rulebook. */
  fullMarks?: Exact;
}

export interface ScoredSubmission extends Scored {
  /** The form as it was scored. */
  submission?: Submission;
  /** What is said of one line, in full. */
  explain?(line: string): Promise<LineExplanation | undefined>;
}

/** Audits a form by the rulebook of its record; what is half typed is left out, and said at its place. */
export async function scoreForm(
  plan: ScoringPlan,
  identity: Identity,
  document: FormDocument,
): Promise<ScoredSubmission> {
  const { rolledUp, ...typed } = withIdentity(document, identity);
  const { form, diagnostics, places } = readTypedForm(typed, plan);
  const all =
    rolledUp === undefined
      ? diagnostics
      : [...diagnostics, diagnose('rolled-up-form', {}, { pointer: '/rolledUp' })];
  if (!form) return { diagnostics: all, places, fullMarks: plan.total };
  const audited = await auditReadable(plan, form);
  const { findings } = audited.evaluation;
  const unreadable = findings.filter(isUnreadable);
  const placesOf = placesIn(plan, typed, unreadableInputs([...all, ...audited.diagnostics, ...unreadable]));
  const said = [...all, ...audited.diagnostics, ...unreadable.map((one) => asDiagnostic(one, placesOf))];
  return {
    submission: form.submission,
    evaluation: { ...audited.evaluation, findings: findings.filter((one) => !isUnreadable(one)) },
    explain: (line) => explainLine(audited.scored, audited.evaluation, line),
    diagnostics: said,
    places: placesOf,
    fullMarks: plan.total,
  };
}

/** What cannot be read is said at its cell, and mended before the form is filed. */
const asDiagnostic = ({ code, severity, message, help, place }: Finding, places: Places): Diagnostic => ({
  code,
  severity,
  message,
  ...(help ? { help } : {}),
  place: places.of(place, true),
});

/** Why a form may not be filed: what cannot be read, and lines that lack what they are scored by. Empty where it may. */
export function whyNotFileable({ evaluation, diagnostics, places }: Scored): Diagnostic[] {
  if (!evaluation || evaluation.status === 'complete')
    return hasErrors(diagnostics) || !evaluation ? diagnostics : [];
  const open = nodesOf(evaluation.ledger).filter(
    ({ status, children }) => status === 'missing' && !children?.length,
  );
  return [...diagnostics, ...open.map(({ id, name }) => lacking({ id, name }, evaluation.findings, places))];
}

/** What a line lacks, as the evaluation says it where it does. */
function lacking(
  { id, name }: { id: string; name: string },
  findings: readonly Finding[],
  places: Places,
): Diagnostic {
  const told = findings.find(({ code, place }) => isLack(code) && place?.indicator === id);
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
    place: places.of(told?.place ?? { indicator: id, name }, true),
  };
}
