/** The cases beside a rulebook, run, and what they reach of it. */
import {
  type CaseResult,
  type CoveringCase,
  cover,
  type RulebookCoverage,
  reachedByDossier,
  reachedByExample,
  reachedByForm,
  type ScoringPlan,
} from '../../engine/index.ts';
import { type Edition, shownPath } from '../library.ts';
import type { Sources } from './read.ts';
import { type Ran, runCases } from './run.ts';

/** The results of the cases, and their coverage; a case that fails covers nothing. */
export async function coverCases(
  edition: Edition,
  sources: Sources,
): Promise<{ results: CaseResult[]; coverage: RulebookCoverage | undefined }> {
  const { plan, text, file } = edition;
  if (!plan) return { results: [], coverage: undefined };
  const cases: CoveringCase[] = [];
  const results = await runCases(edition, sources, {
    watch: async (result, ran) => {
      if (!result.passed) return;
      const at = `${result.file}:${result.line ?? 1}`;
      cases.push({ at, name: result.name, reached: await reachedBy(plan, ran) });
    },
  });
  return { results, coverage: await cover(plan, cases, { text, file: shownPath(file) }) };
}

function reachedBy(plan: ScoringPlan, ran: Ran): Promise<ReadonlySet<string>> {
  switch (ran.kind) {
    case 'form':
      return reachedByForm(plan, ran.form, ran.expect);
    case 'dossier':
      return reachedByDossier(plan, ran.dossier, ran.forms);
    case 'example':
      return reachedByExample(plan, ran.examples, ran.indicator, ran.example);
  }
}
