/** What a form page asks for as a form is typed: the points line by line, and what to do next, without the long account. */
import type { Evaluation, Finding, LedgerNode } from '../../engine/index.ts';
import type { Preview, PreviewLine, PreviewScore } from '../../schemas/generated/types.ts';
import type { Scored } from './form.ts';
import { isLack, isOwed, placedFinding } from './placed.ts';

/** The lean answer to a form that is being typed. */
export function previewOf({ evaluation, diagnostics, places }: Scored): Preview {
  if (!evaluation) return { diagnostics, lines: [], lacking: [], owed: [], findings: [], losses: [] };
  const findings = evaluation.findings.map((one) => placedFinding(one, places));
  const chosen = (is: (code: string) => boolean): Finding[] => findings.filter(({ code }) => is(code));
  return {
    diagnostics,
    score: scoreOf(evaluation),
    lines: (evaluation.ledger.children ?? []).flatMap((child) => linesUnder(child)),
    lacking: chosen(isLack),
    owed: chosen(isOwed),
    findings: chosen((code) => !isLack(code) && !isOwed(code)),
    losses: evaluation.losses ?? [],
  };
}

const scoreOf = (evaluation: Evaluation): PreviewScore => {
  const { status, total, outOf, range, claimed, grade, gradeWithheld, ledger } = evaluation;
  const { lost, unscored } = ledger;
  return {
    ...{ status, total, outOf, lost },
    ...(unscored === undefined ? {} : { unscored }),
    ...(range ? { range } : {}),
    ...(claimed === undefined ? {} : { claimed }),
    ...(grade === undefined ? {} : { grade }),
    ...(gradeWithheld ? { gradeWithheld } : {}),
  };
};

function linesUnder(node: LedgerNode, parent?: string): PreviewLine[] {
  const {
    id,
    name,
    status,
    weight,
    points,
    lost,
    unscored,
    claimed,
    because,
    declared,
    children = [],
  } = node;
  const line: PreviewLine = {
    id,
    ...(parent === undefined ? {} : { parent }),
    ...{ name, status, weight, points, lost },
    ...(unscored === undefined ? {} : { unscored }),
    ...(claimed === undefined ? {} : { claimed }),
    ...(because ? { because } : {}),
    ...(declared ? { declared } : {}),
  };
  return [line, ...children.flatMap((child) => linesUnder(child, id))];
}
