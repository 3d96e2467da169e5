/** Runs the cases beside a rulebook. */
import {
  type CaseResult,
  type Diagnostic,
  type Dossier,
  type Examples,
  type Filed,
  type Form,
  hasErrors,
  type Results,
  type ScoringPlan,
} from '../../engine/index.ts';
import type { Edition } from '../library.ts';
import { type Example, runExample } from './examples.ts';
import { type Outcome, runDossier, runFiled } from './filed.ts';
import { disk, type Files } from './files.ts';
import { caseFiles } from './folders.ts';
import { type Holding, readHolding, type Sources } from './read.ts';

/** Told of every case that was run, with what it asks of the rulebook. */
export type Watch = (result: CaseResult, ran: Ran) => Promise<void>;

export type Ran =
  | { kind: 'form'; form: Form; expect: Filed['expect'] }
  | { kind: 'dossier'; dossier: Dossier; forms: readonly Form[] }
  | { kind: 'example'; examples: Examples; indicator: string; example: Example };

const nobody: Watch = async () => {};

/** Every case of an edition that can be used. */
export async function runCases(
  edition: Pick<Edition, 'name' | 'file' | 'plan'>,
  sources: Sources,
  { watch = nobody, files = disk }: { watch?: Watch; files?: Files } = {},
): Promise<CaseResult[]> {
  const { plan } = edition;
  if (!plan) return [];
  const results: CaseResult[] = [];
  for (const path of caseFiles(edition.file, files)) {
    const { holding, diagnostics } = readHolding(path, sources, files);
    const file = holding?.file ?? path;
    if (holding && !hasErrors(diagnostics))
      results.push(...(await runHolding(plan, edition.name, holding, watch)));
    else results.push(unreadable(edition.name, file, diagnostics));
  }
  return results;
}

/** The results with their counts. */
export const countResults = (results: CaseResult[]): Results => ({
  passed: results.filter(({ passed }) => passed).length,
  failed: results.filter(({ passed }) => !passed).length,
  results,
});

async function runHolding(
  plan: ScoringPlan,
  rulebook: string,
  holding: Holding,
  watch: Watch,
): Promise<CaseResult[]> {
  const { file } = holding;
  switch (holding.holds) {
    case 'form': {
      const filed = holding.case?.case;
      const expect = filed && 'expect' in filed ? filed.expect : {};
      const name = filed?.case ?? holding.form.submission.name;
      const outcome = await runFiled(plan, holding.form, expect);
      const result = resultOf({ rulebook, file, kind: 'form', name }, outcome);
      await watch(result, { kind: 'form', form: holding.form, expect });
      return [result];
    }
    case 'dossier': {
      const name = holding.dossier.dossier;
      const forms = holding.forms.map(({ form }) => form);
      const outcome = await runDossier(plan, holding.dossier, forms);
      const result = resultOf({ rulebook, file, kind: 'dossier', name }, outcome);
      await watch(result, { kind: 'dossier', dossier: holding.dossier, forms });
      return [result];
    }
    case 'examples':
      return runTables(plan, rulebook, holding, watch);
    case 'rulebook':
      return [];
  }
}

async function runTables(
  plan: ScoringPlan,
  rulebook: string,
  { file, case: loaded }: Extract<Holding, { holds: 'examples' }>,
  watch: Watch,
): Promise<CaseResult[]> {
  const examples = loaded.case as Examples;
  const results: CaseResult[] = [];
  for (const [at, table] of examples.tables.entries())
    for (const [index, example] of table.examples.entries()) {
      const { line } = loaded.document.locate(`/tables/${at}/examples/${index}`);
      const name = `${table.indicator} #${index + 1}${example.note ? ` ${example.note}` : ''}`;
      const outcome = await runExample(plan, examples, table.indicator, example);
      const result = resultOf({ rulebook, file, line, kind: 'example', name }, outcome);
      await watch(result, { kind: 'example', examples, indicator: table.indicator, example });
      results.push(result);
    }
  return results;
}

const resultOf = (
  which: Pick<CaseResult, 'rulebook' | 'file' | 'line' | 'kind' | 'name'>,
  { differences, diagnostics }: Outcome,
): CaseResult => ({
  ...which,
  passed: differences.length === 0 && !hasErrors(diagnostics),
  differences,
  diagnostics,
});

const unreadable = (rulebook: string, file: string, diagnostics: Diagnostic[]): CaseResult => ({
  rulebook,
  file,
  kind: 'unreadable',
  name: file,
  passed: false,
  differences: [],
  diagnostics,
});
