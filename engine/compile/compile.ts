/** Rulebook → ScoringPlan. All mistakes of a rulebook are found here, at once, each with its place. */
import type { Check, Rulebook } from '../../schemas/generated/types.ts';
import { constantOf, DecisionBuilder } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  capDiagnostics,
  type Diagnostic,
  hasErrors,
  sortDiagnostics,
  suggest,
} from '../diagnostics/index.ts';
import { type Expression, literal, name, type Scope } from '../expression/index.ts';
import type { SourceDocument } from '../source/index.ts';
import { reportUnused, withAcceptances } from './accepted.ts';
import { ConditionCompiler } from './conditions.ts';
import { CompileContext, type Definitions } from './context.ts';
import { contentHash } from './hash.ts';
import { IndicatorCompiler } from './indicators.ts';
import { compileInputs } from './inputs.ts';
import { compileMessage } from './messages.ts';
import { metricDefinitions } from './metrics.ts';
import type { CheckPlan, FramePlan, GradesPlan, InputPlan, LimitPlan, ScoringPlan, Targets } from './plan.ts';
import { provenanceOf } from './provenance.ts';
import { quotedRules } from './quoted.ts';
import { dossierScope, inputScope, resultScope } from './scopes.ts';
import { compareWithTexts } from './text-numbers.ts';
import { compileUnits } from './units.ts';

/** What a rulebook is compiled with in place of what it writes itself, in its own names. */
export interface Instead {
  /** Expressions of its named metrics. */
  metrics: ReadonlyMap<string, Expression>;
  /** Inputs that those expressions name and the rulebook does not have. */
  inputs: readonly InputPlan[];
}

/** Compiles a rulebook that has the right shape. There is a plan only where there is no error. */
export async function compileRulebook(
  document: SourceDocument,
  instead?: Instead,
): Promise<{ plan?: ScoringPlan; diagnostics: Diagnostic[] }> {
  const rulebook = document.value as unknown as Rulebook;
  const context = new CompileContext(document);
  const inputs = inputScope(rulebook, instead?.inputs);
  const defined = metricDefinitions(rulebook, inputs, context, instead?.metrics);
  const tree = new IndicatorCompiler(rulebook, context, inputs, defined);
  const indicators = await tree.compile();
  const results = resultScope(inputs, rulebook.indicators);
  const plan: ScoringPlan = {
    identity: {
      rulebook: rulebook.rulebook,
      edition: rulebook.edition,
      title: rulebook.title,
      hash: contentHash(rulebook),
    },
    rulebook,
    rounding: {
      decimals: Number(rulebook.rounding.decimals),
      mode: rulebook.rounding.mode,
      at: rulebook.rounding.at ?? 'indicator',
    },
    total: Exact.of(rulebook.total),
    inputs: compileInputs(rulebook, inputs, context, defined),
    indicators,
    byId: tree.byId,
    frame: compileFrame(rulebook, tree.frameTargets, inputs, context, defined),
    grades: await compileGrades(rulebook, context),
    limits: await compileLimits(rulebook, results, context, defined),
    checks: await compileChecks(rulebook.checks, '/checks', rulebook, tree.byId, results, context, defined),
    dossierChecks: await compileChecks(
      rulebook.dossier?.checks,
      '/dossier/checks',
      rulebook,
      tree.byId,
      dossierScope(rulebook),
      context,
      () => undefined,
    ),
  };
  checkRollup(rulebook, context);
  const isRefused = () => hasErrors(withAcceptances(context.diagnostics, rulebook, tree.byId));
  // What nothing reads may well be what could not be read.
  if (!isRefused())
    for (const [id, input] of Object.entries(rulebook.inputs ?? {}))
      if (!context.read.has(id) && !input.note && input.restates === undefined)
        context.report('unread-input', { name: input.name }, `/inputs/${id}`);
  compareWithTexts(quotedRules(rulebook, tree.byId), plan.total, context);
  reportUnused(rulebook, context, tree.byId);
  const found = withAcceptances(context.diagnostics, rulebook, tree.byId);
  const diagnostics = capDiagnostics(sortDiagnostics(found));
  return hasErrors(diagnostics) ? { diagnostics } : { plan, diagnostics };
}

function compileFrame(
  rulebook: Rulebook,
  targets: Targets,
  scope: Scope,
  context: CompileContext,
  defined: Definitions,
): FramePlan | undefined {
  const { frame } = rulebook;
  if (!frame) return undefined;
  const constant = (text: string, key: string): Exact => {
    const expression = context.expression(text, scope, `/frame/${key}`, defined);
    const value = expression && constantOf(expression);
    if (expression && !value) context.report('not-constant', { name: 'frame', key }, `/frame/${key}`);
    return value ?? Exact.one;
  };
  return {
    targets,
    met: frame.met ?? [],
    units: compileUnits(frame.units ?? [], context),
    missing: frame.missing ?? 'withhold',
    reasonBelow: constant(frame.reasonBelow ?? '100%', 'reasonBelow'),
    overTarget: constant(frame.overTarget ?? '130%', 'overTarget'),
  };
}

async function compileGrades({ grades }: Rulebook, context: CompileContext): Promise<GradesPlan | undefined> {
  if (!grades) return undefined;
  const starts = grades.map((grade) => Exact.of(grade.from));
  const rising = starts.findIndex((start, index) => index > 0 && start.compare(starts[index - 1]!) >= 0);
  if (rising >= 0 || !starts.at(-1)!.isZero())
    context.report('grades-order', {}, `/grades/${rising >= 0 ? rising : starts.length - 1}/from`);
  const decision = new DecisionBuilder();
  const total = name('total');
  starts.forEach((start, index) => {
    const reached = decision.compare(total, 'greaterThanInclusive', literal(start));
    const higher = starts[index - 1];
    decision.outcome(
      higher ? { all: [reached, decision.compare(total, 'lessThan', literal(higher))] } : reached,
    );
  });
  return { decision: await decision.build(context.budget), names: grades.map((grade) => grade.name) };
}

async function compileLimits(
  rulebook: Rulebook,
  scope: Scope,
  context: CompileContext,
  defined: Definitions,
): Promise<LimitPlan[]> {
  const plans: LimitPlan[] = [];
  for (const [index, limit] of (rulebook.limits ?? []).entries()) {
    const pointer = `/limits/${index}`;
    const { id, name: label, grade } = limit;
    if (rulebook.limits!.findIndex((one) => one.id === id) < index)
      context.report('duplicate-id', { id }, `${pointer}/id`);
    if (limit.total === undefined && grade === undefined)
      context.report('limit-without-effect', { name: label }, pointer);
    const names = rulebook.grades?.map((one) => one.name) ?? [];
    if (grade !== undefined && !names.includes(grade))
      context.report(
        'unknown-reference',
        { name: grade, kind: { zh: '等次', en: 'grade' }, suggestion: suggest(grade, names) },
        `${pointer}/grade`,
      );
    const when = await new ConditionCompiler(context, scope, defined).single(
      limit.when,
      label,
      `${pointer}/when`,
    );
    const total = limit.total === undefined ? undefined : Exact.of(limit.total);
    plans.push({ ...provenanceOf(limit, rulebook, context, pointer), id, name: label, when, total, grade });
  }
  return plans;
}

async function compileChecks(
  checks: readonly Check[] | undefined,
  pointer: string,
  rulebook: Rulebook,
  indicators: ReadonlyMap<string, unknown>,
  scope: Scope,
  context: CompileContext,
  defined: Definitions,
): Promise<CheckPlan[]> {
  const plans: CheckPlan[] = [];
  const ids = new Set<string>();
  for (const [index, check] of (checks ?? []).entries()) {
    const at = `${pointer}/${index}`;
    if (ids.has(check.id)) context.report('duplicate-id', { id: check.id }, `${at}/id`);
    ids.add(check.id);
    checkPlace(check.finding.at, rulebook, indicators, context, `${at}/finding/at`);
    const { code, severity, message } = check.finding;
    plans.push({
      ...provenanceOf(check, rulebook, context, at),
      id: check.id,
      name: check.name ?? check.id,
      subjects: check.subjects,
      when: await new ConditionCompiler(context, scope, defined).single(
        check.when,
        check.name ?? check.id,
        `${at}/when`,
      ),
      code,
      severity,
      message: compileMessage(message, scope, context, `${at}/finding/message`, defined),
      at: check.finding.at,
    });
  }
  return plans;
}

/** A finding is about an indicator, an input, or nothing in particular. */
function checkPlace(
  at: string | undefined,
  { inputs = {} }: Rulebook,
  indicators: ReadonlyMap<string, unknown>,
  context: CompileContext,
  pointer: string,
): void {
  if (at === undefined || indicators.has(at) || Object.hasOwn(inputs, at)) return;
  const kind = { zh: '指标或填报项', en: 'indicator or input' };
  const suggestion = suggest(at, [...indicators.keys(), ...Object.keys(inputs)]);
  context.report('unknown-reference', { name: at, kind, suggestion }, pointer);
}

function checkRollup(rulebook: Rulebook, context: CompileContext): void {
  if (!rulebook.rollup) return;
  provenanceOf(rulebook.rollup, rulebook, context, '/rollup');
  const { amount } = rulebook.rollup;
  const ids = Object.keys(rulebook.inputs ?? {});
  context.read.add(amount);
  if (!ids.includes(amount))
    context.report(
      'unknown-reference',
      { name: amount, kind: { zh: '填报项', en: 'input' }, suggestion: suggest(amount, ids) },
      '/rollup/amount',
    );
}
