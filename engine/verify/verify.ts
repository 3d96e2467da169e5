/** Compiled rulebook → what is wrong with what it does, each with the form that shows it. */
import type { Diagnostic, Proof, Rulebook, Verified } from '../../schemas/generated/types.ts';
import { acceptableErrors, compileRulebook, draftOf, type ScoringPlan } from '../compile/index.ts';
import { constantOf } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { diagnose, type Diagnostic as Found, hasErrors } from '../diagnostics/index.ts';
import { namesIn } from '../expression/index.ts';
import { capOf, type Line, linesOf } from '../lines/index.ts';
import { type Analysis, analysesOf, filled, scales } from '../possible/index.ts';
import { readDocument, type SourceDocument } from '../source/index.ts';
import { validateAgainst } from '../validate/schema.ts';
import { accept } from './acceptance.ts';
import { boundaries } from './boundaries.ts';
import { bounded, endsOf } from './bounded.ts';
import type { Claim } from './claim.ts';
import { cliffs } from './cliffs.ts';
import { compilerCodes, fromCompiler } from './compiler.ts';
import { zeroDivisors } from './divisors.ts';
import { monotone } from './monotone.ts';
import { provenance } from './provenance.ts';
import { cellsTotal, curveTotal, reach, redundant, undecided } from './total.ts';
import { conditions, grades, greatestTotal, limits } from './tree.ts';
import { type ScoredWitness, Witnesses } from './witness.ts';

/**
 * Reads, compiles and verifies a rulebook. One that is refused only for faults that verification shows is verified all
 * the same; `verified.usable` is false where it has others, and `diagnostics` says which.
 */
export async function verifyRulebook(
  input: string | Uint8Array,
  file: string,
): Promise<{ verified: Verified; plan?: ScoringPlan; diagnostics: Diagnostic[] }> {
  const { document, diagnostics } = readDocument(input, { file });
  const shape = document ? validateAgainst(document, 'rulebook') : [];
  const problems = [...diagnostics, ...shape];
  if (!document || hasErrors(problems)) return { verified: unusable(file), diagnostics: problems };
  const compiled = await compileRulebook(document);
  const all = [...problems, ...compiled.diagnostics];
  const others = all.filter(({ code, severity }) => severity === 'error' && !acceptableErrors.includes(code));
  const rulebook = document.value as unknown as Rulebook;
  const name = `${rulebook.rulebook}@${rulebook.edition}`;
  if (others.length > 0) return { verified: { ...unusable(file), rulebook: name }, diagnostics: all };
  const plan = compiled.plan ?? (await draftOf(document));
  const verified = { rulebook: name, file, usable: true, ...(await verify(plan, document, all)) };
  return {
    verified,
    ...(compiled.plan ? { plan: compiled.plan } : {}),
    diagnostics: all.filter(({ code }) => !compilerCodes.includes(code)),
  };
}

const unusable = (file: string): Verified => ({ rulebook: '', file, lines: 0, usable: false, proofs: [] });

/**
 * Verifies a compiled rulebook; `document` is what it was compiled from, and `diagnostics` what the compiler said of it.
 * Errors come first, then warnings, then infos; cliffs by size.
 */
export async function verify(
  plan: ScoringPlan,
  document: SourceDocument,
  diagnostics: readonly Found[] = [],
): Promise<Pick<Verified, 'lines' | 'proofs'>> {
  const lines = linesOf(plan);
  const found: Claim[] = [];
  const analysed: Analysis[] = [];
  const most = new Map<string, Exact | undefined>();
  for (const line of lines) {
    const whole = await analysesOf(plan, line);
    const analyses = whole.map(withoutEmpty);
    analysed.push(...analyses);
    found.push(...claimsOf(plan, line, analyses), ...scaling(line, whole[0]!));
    most.set(line.id, endsOf(analyses)?.most.points ?? capOf(line));
  }
  const top = greatestTotal(plan, most);
  found.push(...grades(plan, top), ...limits(plan, top), ...(await conditions(plan, most, top)));
  const compiler = fromCompiler(plan, diagnostics, found, analysed);
  const witnesses = new Witnesses(plan);
  const proofs: Proof[] = [];
  for (const claim of [...found, ...compiler]) proofs.push(await proofOf(claim, document, witnesses));
  const { proofs: explained, unused } = accept(plan.rulebook, proofs);
  for (const claim of unused) explained.push(await proofOf(claim, document, witnesses));
  return { lines: lines.length, proofs: inOrder(explained) };
}

function claimsOf(plan: ScoringPlan, line: Line, analyses: readonly Analysis[]): Claim[] {
  const [first] = analyses as [Analysis, ...Analysis[]];
  const found: Claim[] = [];
  for (const analysis of analyses) {
    if (analysis.kind === 'undecided')
      found.push(undecided(line, { zh: '各种情形的得分', en: 'its points' }, analysis.why));
    else if (analysis.kind === 'cells') found.push(...cellsTotal(plan, analysis));
    else found.push(...curveTotal(plan, analysis), ...monotone(analysis));
  }
  found.push(...reach(analyses), ...bounded(analyses), ...provenance(line), ...zeroDivisors(plan, line));
  if (first.kind === 'curve') {
    found.push(...redundant(first), ...boundaries(first), ...cliffs(first));
  }
  return found;
}

/** The numbers that no form gives are no part of what a line does. */
const withoutEmpty = (analysis: Analysis): Analysis =>
  analysis.kind === 'curve'
    ? { ...analysis, curve: { ...analysis.curve, pieces: filled(analysis.curve) } }
    : analysis;

/** What is said of the sample row is said of every row only where the points scale with target and weight. */
const scaling = (line: Line, analysis: Analysis): Claim[] =>
  isScaling(line, analysis)
    ? []
    : [
        undecided(
          line,
          { zh: '目标值、分值换成别的数时的得分', en: 'its points at other targets and weights' },
          {
            zh: '得分不随目标值和分值同比例变化，以上只对目标值 100、分值 10 成立',
            en: 'they do not scale with target and weight; what is said holds for target 100 and weight 10',
          },
        ),
      ];

/** Where several inputs or answers decide a row, its points must each be so much of its weight. */
function isScaling(line: Line, analysis: Analysis): boolean {
  if (analysis.kind === 'curve') return scales(line, analysis.curve) !== false;
  if (analysis.kind === 'undecided' || !line.row) return true;
  return line.rule.parts.every(({ awards }) =>
    awards.every(
      ({ points }) => !points || namesIn(points).includes('weight') || constantOf(points)?.isZero() === true,
    ),
  );
}

async function proofOf(claim: Claim, document: SourceDocument, witnesses: Witnesses): Promise<Proof> {
  const { line, column } = document.locate(claim.pointer);
  const scored: ScoredWitness[] = [];
  for (const one of claim.shown ?? []) scored.push(await witnesses.of(one));
  const isDenied = scored.some((one) => one.isDenied);
  const { code, severity, message, help } = isDenied ? denied(claim) : claim.diagnostic;
  const shown = isDenied ? [] : scored.flatMap(({ witness }) => witness ?? []);
  return {
    code,
    severity,
    message,
    ...(help ? { help } : {}),
    place: { file: document.file, line, column, pointer: claim.pointer },
    at: claim.at,
    ...(shown.length > 0 ? { witnesses: shown } : {}),
    ...(claim.jumps && !isDenied ? { jumps: [...claim.jumps] } : {}),
  };
}

/** What the scorer does not bear out is not claimed. */
const denied = ({ diagnostic, shown, at }: Claim) =>
  diagnose('undecided', {
    name: shown?.find(({ line }) => line)?.line?.name ?? at,
    question: { zh: `${diagnostic.code} 是否成立`, en: `whether ${diagnostic.code} holds` },
    why: { zh: '照推算填的表，计分与推算不符', en: 'the form that should show it scores otherwise' },
  });

const ranks = ['error', 'warning', 'info'];

function inOrder(proofs: readonly Proof[]): Proof[] {
  const size = ({ jumps }: Proof) => Exact.parse(jumps?.[0]?.size ?? '') ?? Exact.zero;
  const isCliff = ({ code }: Proof) => Number(code === 'cliff');
  return [...proofs].sort(
    (a, b) =>
      ranks.indexOf(a.severity) - ranks.indexOf(b.severity) ||
      isCliff(a) - isCliff(b) ||
      size(b).compare(size(a)) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0),
  );
}
