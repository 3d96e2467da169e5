/** What a case reaches: only what it also says the outcome of. A case that expects nothing reaches nothing. */
import type { Dossier, Examples, Filed } from '../../schemas/generated/types.ts';
import { resultsAcross } from '../audit/index.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { type Form, formOfValue, nodesOf, type ScoredForm, scoreForm } from '../evaluate/index.ts';
import { exampleLine, exampleSubmission } from './example.ts';
import { askDossier } from './form-witness.ts';
import { reachedAcross, reachedBy } from './reach.ts';

type Example = Examples['tables'][number]['examples'][number];

const none: ReadonlySet<string> = new Set();

/** A form with its expected evaluation: lines by their points or the total, checks by the findings, the grade. */
export async function reachedByForm(
  plan: ScoringPlan,
  form: Form,
  { total, grade, points, findings }: Filed['expect'],
): Promise<ReadonlySet<string>> {
  const { scored } = await scoreForm(plan, form);
  if (!scored) return none;
  const reached = reachedBy(scored);
  const lines = total === undefined ? linesUnder(scored, Object.keys(points ?? {})) : reached.lines.keys();
  return new Set([
    ...[...lines].flatMap((id) => [...(reached.lines.get(id) ?? [])]),
    ...(total === undefined ? none : reached.total),
    ...(grade === undefined ? none : reached.grade),
    ...(findings === undefined ? none : reached.findings),
  ]);
}

/** The lines whose points are stated, and those that add to them. */
function linesUnder({ whole }: ScoredForm, stated: readonly string[]): string[] {
  return nodesOf(whole)
    .filter(({ id }) => stated.includes(id))
    .flatMap((node) => nodesOf(node).map(({ id }) => id));
}

/** A line of examples: what its one line reaches. */
export async function reachedByExample(
  plan: ScoringPlan,
  examples: Pick<Examples, 'rulebook' | 'edition'>,
  indicator: string,
  { given }: Pick<Example, 'given'>,
): Promise<ReadonlySet<string>> {
  const { scored } = await scoreForm(plan, formOfValue(exampleSubmission(plan, examples, indicator, given)));
  if (!scored) return none;
  const { lines } = reachedBy(scored);
  const id = exampleLine(plan, indicator);
  return new Set(linesUnder(scored, [id]).flatMap((line) => [...(lines.get(line) ?? [])]));
}

/** A dossier with the findings expected across its forms. */
export async function reachedByDossier(
  plan: ScoringPlan,
  dossier: Pick<Dossier, 'report' | 'expect'>,
  forms: readonly Form[],
): Promise<ReadonlySet<string>> {
  if (!dossier.expect) return none;
  const all: ScoredForm[] = [];
  for (const form of forms) {
    const { scored } = await scoreForm(plan, form);
    if (scored) all.push(scored);
  }
  const results = resultsAcross(plan, all, dossier.report?.text);
  await askDossier(plan, results);
  return reachedAcross(plan, results);
}
