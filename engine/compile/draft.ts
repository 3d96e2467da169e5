/**
 * A plan of a rulebook that is refused only for what verification shows: so that a gap can be shown by a form that falls
 * in it. It has no checks and no limits, and nobody may score with it.
 */
import type { Rulebook } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import type { SourceDocument } from '../source/index.ts';
import { CompileContext } from './context.ts';
import { IndicatorCompiler } from './indicators.ts';
import { metricDefinitions } from './metrics.ts';
import type { InputPlan, ScoringPlan } from './plan.ts';
import { boundOf, inputScope, unitOfInput } from './scopes.ts';

export async function draftOf(document: SourceDocument): Promise<ScoringPlan> {
  const rulebook = document.value as unknown as Rulebook;
  const context = new CompileContext(document);
  const scope = inputScope(rulebook);
  const tree = new IndicatorCompiler(rulebook, context, scope, metricDefinitions(rulebook, scope, context));
  const indicators = await tree.compile();
  const { decimals, mode, at = 'indicator' } = rulebook.rounding;
  return {
    identity: { rulebook: rulebook.rulebook, edition: rulebook.edition, title: rulebook.title, hash: '' },
    rulebook,
    rounding: { decimals: Number(decimals), mode, at },
    total: Exact.of(rulebook.total),
    inputs: new Map(Object.entries(rulebook.inputs ?? {}).map(([id, input]) => [id, inputPlan(id, input)])),
    indicators,
    byId: tree.byId,
    frame: rulebook.frame && {
      targets: tree.frameTargets,
      met: [],
      units: new Map(),
      missing: 'withhold',
      reasonBelow: Exact.one,
      overTarget: Exact.one,
    },
    grades: undefined,
    limits: [],
    checks: [],
    dossierChecks: [],
  };
}

function inputPlan(id: string, input: NonNullable<Rulebook['inputs']>[string]): InputPlan {
  const { name, type, options, subjects } = input;
  const bounds = { min: boundOf(input, input.min), max: boundOf(input, input.max) };
  const empty = { blank: boundOf(input, input.blank), restates: undefined };
  return { id, name, type, unit: unitOfInput(input), ...bounds, options, subjects, ...empty };
}
