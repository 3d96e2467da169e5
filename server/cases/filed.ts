/** A case with a form, or a dossier: audits it and says where the outcome differs from what is expected. */
import {
  audit,
  auditDossier,
  type Bilingual,
  type Diagnostic,
  type Dossier,
  type Evaluation,
  type Filed,
  type Form,
  hasErrors,
  type LedgerNode,
  type ScoringPlan,
} from '../../engine/index.ts';
import { compareFindings, compareNumber, compareText, type Difference } from './compare.ts';

export interface Outcome {
  differences: Difference[];
  diagnostics: Diagnostic[];
}

export async function runFiled(plan: ScoringPlan, form: Form, expect: Filed['expect']): Promise<Outcome> {
  const { evaluation, diagnostics } = await audit(plan, form);
  return { differences: evaluation ? compareEvaluation(expect, evaluation) : [], diagnostics };
}

export async function runDossier(
  plan: ScoringPlan,
  dossier: Dossier,
  forms: readonly Form[],
): Promise<Outcome> {
  const { audit, diagnostics } = await auditDossier(plan, dossier, forms);
  const expected = dossier.expect?.findings;
  if (!expected || hasErrors(diagnostics)) return { differences: [], diagnostics };
  return { differences: compareFindings(expected, audit.findings), diagnostics };
}

function compareEvaluation(expect: Filed['expect'], evaluation: Evaluation): Difference[] {
  const nodes = new Map(nodesOf(evaluation.ledger).map((node) => [node.id, node]));
  const { total, outOf, grade, points, findings } = expect;
  return [
    ...(total === undefined ? [] : compareNumber({ zh: '总分', en: 'total' }, total, evaluation.total)),
    ...(outOf === undefined ? [] : compareNumber({ zh: '满分', en: 'out of' }, outOf, evaluation.outOf)),
    ...(grade === undefined ? [] : compareGrade(grade, evaluation.grade)),
    ...Object.entries(points ?? {}).flatMap(([id, expected]) =>
      compareNumber(pointsOf(id), expected, nodes.get(id)?.points),
    ),
    ...(findings === undefined ? [] : compareFindings(findings, evaluation.findings)),
  ];
}

/** `false` is a grade withheld. */
const compareGrade = (expected: string | false, got: string | undefined): Difference[] =>
  compareText({ zh: '等次', en: 'grade' }, expected === false ? '—' : expected, got ?? '—');

const pointsOf = (id: string): Bilingual => ({ zh: `${id} 得分`, en: `points of ${id}` });

export const nodesOf = (node: LedgerNode): LedgerNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)];
