/** What a form page asks for as a form is typed: the points line by line, and what to do next, without the long account. */
import { calculation, type Evaluation, Exact, type Finding, type LedgerNode } from '../../engine/index.ts';
import type { Preview, PreviewLine, PreviewScore } from '../../schemas/generated/types.ts';
import { type Scored, whyNotFileable } from './form.ts';
import { isLack, isOwed, placedFinding } from './placed.ts';

/** The lean answer to a form that is being typed. */
export function previewOf(scored: Scored): Preview {
  const { evaluation, diagnostics, places, fullMarks } = scored;
  const refusals = whyNotFileable(scored);
  if (!evaluation)
    return { diagnostics, lines: [], lacking: [], owed: [], findings: [], losses: [], refusals };
  const findings = evaluation.findings.map((one) => placedFinding(one, places));
  const chosen = (is: (code: string) => boolean): Finding[] => findings.filter(({ code }) => is(code));
  const lacking = chosen(isLack);
  const unjudged = waitsForPerson(lacking);
  return {
    diagnostics,
    score: scoreOf(evaluation, fullMarks),
    lines: (evaluation.ledger.children ?? []).flatMap((child) => linesUnder(child, unjudged)),
    lacking,
    owed: chosen(isOwed),
    findings: chosen((code) => !isLack(code) && !isOwed(code)),
    losses: evaluation.losses ?? [],
    refusals,
  };
}

/** Lines that have all they need but a person's judgement. */
const waitsForPerson = (lacking: readonly Finding[]): ReadonlySet<string> =>
  new Set(lacking.flatMap(({ place }) => (place?.cell === 'share' ? [place.indicator ?? ''] : [])));

const scoreOf = (evaluation: Evaluation, fullMarks: Exact | undefined): PreviewScore => {
  const { status, total, outOf, range, claimed, grade, gradeWithheld, ledger } = evaluation;
  const { lost, unscored } = ledger;
  return {
    ...{ status, total, outOf, ...wholeOf(outOf, fullMarks), lost },
    ...(unscored === undefined ? {} : { unscored }),
    ...(range ? { range } : {}),
    ...(claimed === undefined ? {} : { claimed }),
    ...(grade === undefined ? {} : { grade }),
    ...(gradeWithheld ? { gradeWithheld } : {}),
  };
};

/** The full marks of the rulebook where the lines do not come to them, and by how much they fall short. */
function wholeOf(outOf: string, fullMarks: Exact | undefined): Pick<PreviewScore, 'fullMarks' | 'unwritten'> {
  const short = fullMarks?.minus(Exact.of(outOf));
  if (!fullMarks || !short || short.isZero()) return {};
  return {
    fullMarks: fullMarks.toText(),
    ...(short.sign() < 0 ? {} : { unwritten: short.toText() }),
  };
}

function linesUnder(node: LedgerNode, unjudged: ReadonlySet<string>, parent?: string): PreviewLine[] {
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
    ...(node.judged || unjudged.has(id) ? { judged: true } : {}),
    ...(node.judged ? chosenIn(node) : {}),
    ...derivationOf(node),
  };
  return [line, ...children.flatMap((child) => linesUnder(child, unjudged, id))];
}

/** How cells were read where that is not how they are written, and the calculation in one line. */
function derivationOf({ steps, children }: LedgerNode): Pick<PreviewLine, 'read' | 'computed'> {
  if (children) return {};
  const read = steps.flatMap((step) =>
    step.step === 'read' && step.how ? [{ name: step.name, text: step.how }] : [],
  );
  const zh = calculation(steps, 'zh');
  return {
    ...(read.length > 0 ? { read } : {}),
    ...(zh === undefined ? {} : { computed: { zh, en: calculation(steps, 'en')! } }),
  };
}

/** The tier a judgement fell in. */
function chosenIn({ steps }: LedgerNode): Pick<PreviewLine, 'chosen'> {
  const last = steps.findLast((step) => step.step === 'choose');
  return last?.step === 'choose' ? { chosen: last.label } : {};
}
