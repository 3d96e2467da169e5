/** Compiled rulebook → what is wrong with what it does, each with the form that shows it. */
import type { Diagnostic, Proof, Rulebook, Verified, Witness } from '../../schemas/generated/types.ts';
import { compileRulebook, type ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { type Diagnostic as Found, hasErrors } from '../diagnostics/index.ts';
import { type Line, linesOf, rowWith } from '../lines/index.ts';
import { type Analysis, analyse, optionsOf, scales } from '../possible/index.ts';
import { readDocument, type SourceDocument } from '../source/index.ts';
import { validateAgainst } from '../validate/schema.ts';
import { accept } from './acceptance.ts';
import { boundaries } from './boundaries.ts';
import { bounded, endsOf } from './bounded.ts';
import type { Claim } from './claim.ts';
import { cliffs } from './cliffs.ts';
import { compilerCodes, fromCompiler } from './compiler.ts';
import { zeroDivisors } from './divisors.ts';
import { draftOf, shownFaults } from './draft.ts';
import { monotone } from './monotone.ts';
import { provenance } from './provenance.ts';
import { cellsTotal, curveTotal, reach, redundant, undecided } from './total.ts';
import { conditions, grades, greatestTotal, limits, perPointOf } from './tree.ts';
import { witnessOf } from './witness.ts';

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
  const others = all.filter(({ code, severity }) => severity === 'error' && !shownFaults.includes(code));
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
  const most = new Map<string, Exact>();
  const rows: { line: Line; most: Exact }[] = [];
  for (const line of lines) {
    const analyses = await analysesOf(line, plan);
    analysed.push(...analyses);
    found.push(...claimsOf(plan, line, analyses));
    const ends = endsOf(analyses);
    if (ends && line.leaf) most.set(line.id, ends.most.points);
    if (ends && line.row) rows.push({ line, most: ends.most.points });
  }
  const top = greatestTotal(plan, most, perPointOf(rows));
  found.push(...grades(plan, top), ...limits(plan, top), ...(await conditions(plan, most, top)));
  const compiler = fromCompiler(plan, diagnostics, found, analysed);
  const witnesses = new Witnesses(plan);
  const proofs: Proof[] = [];
  for (const claim of [...found, ...compiler]) proofs.push(await proofOf(claim, document, witnesses));
  const { proofs: explained, unused } = accept(plan.rulebook, proofs);
  for (const claim of unused) explained.push(await proofOf(claim, document, witnesses));
  return { lines: lines.length, proofs: inOrder(explained) };
}

/** A row is analysed at its target and, where that is a number, at a target of zero. */
async function analysesOf(line: Line, plan: ScoringPlan): Promise<Analysis[]> {
  const options = optionsOf(plan);
  const first = await analyse(line, options);
  const isNumber = line.row && line.target && line.kind !== 'date' && !line.rule.judged;
  return isNumber ? [first, await analyse(rowWith(line, { target: Exact.zero }), options)] : [first];
}

function claimsOf(plan: ScoringPlan, line: Line, analyses: readonly Analysis[]): Claim[] {
  const [first] = analyses as [Analysis, ...Analysis[]];
  const found: Claim[] = [];
  for (const analysis of analyses) {
    if (analysis.kind === 'undecided')
      found.push(undecided(line, { zh: '各种情形的得分', en: 'its points' }, analysis.why));
    else if (analysis.kind === 'cells') found.push(...cellsTotal(plan, analysis));
    else found.push(...curveTotal(plan, analysis), ...monotone(analysis, stepsDirection(plan, line)));
  }
  found.push(...reach(analyses), ...bounded(analyses), ...provenance(line), ...zeroDivisors(plan, line));
  if (first.kind === 'curve') {
    found.push(...redundant(first), ...boundaries(first), ...cliffs(first));
    if (scales(line, first.curve) === false)
      found.push(
        undecided(
          line,
          { zh: '目标值、分值换成别的数时的得分', en: 'its points at other targets and weights' },
          {
            zh: '得分不随目标值和分值同比例变化，以上只对目标值 100、分值 10 成立',
            en: 'they do not scale with target and weight; what is said holds for target 100 and weight 10',
          },
        ),
      );
  }
  return found;
}

function stepsDirection({ rulebook }: ScoringPlan, { pointer }: Line): 'above' | 'below' | undefined {
  let node: unknown = rulebook;
  for (const key of pointer.split('/').slice(1)) node = (node as Record<string, unknown> | undefined)?.[key];
  return (node as { method?: { steps?: { direction?: 'above' | 'below' } } } | undefined)?.method?.steps
    ?.direction;
}

/** The same facts are put on a form once. */
class Witnesses {
  private readonly plan: ScoringPlan;
  private readonly made = new Map<string, Witness | undefined>();

  constructor(plan: ScoringPlan) {
    this.plan = plan;
  }

  async of(shown: NonNullable<Claim['shown']>[number]): Promise<Witness | undefined> {
    const { line, given, value } = shown;
    const facts = [...(given ?? [])].map(
      ([key, fact]) => `${key}=${fact instanceof Exact ? fact.toText(30) : fact}`,
    );
    const key = `${line?.id} ${line?.target?.toText()} ${facts.join()} ${value}`;
    if (!this.made.has(key)) this.made.set(key, await witnessOf(this.plan, shown));
    return this.made.get(key);
  }
}

async function proofOf(claim: Claim, document: SourceDocument, witnesses: Witnesses): Promise<Proof> {
  const { code, severity, message, help } = claim.diagnostic;
  const { line, column } = document.locate(claim.pointer);
  const shown: Witness[] = [];
  for (const one of claim.shown ?? []) {
    const witness = await witnesses.of(one);
    if (witness) shown.push(witness);
  }
  return {
    code,
    severity,
    message,
    ...(help ? { help } : {}),
    place: { file: document.file, line, column, pointer: claim.pointer },
    at: claim.at,
    ...(shown.length > 0 ? { witnesses: shown } : {}),
    ...(claim.jumps ? { jumps: [...claim.jumps] } : {}),
  };
}

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
