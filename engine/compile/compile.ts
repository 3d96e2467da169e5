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
import { compileMessage } from './messages.ts';
import { metricDefinitions } from './metrics.ts';
import type { CheckPlan, FramePlan, GradesPlan, InputPlan, LimitPlan, ScoringPlan, Targets } from './plan.ts';
import { provenanceOf } from './provenance.ts';
import { quotedRules } from './quoted.ts';
import {
  boundOf,
  dossierScope,
  inputScope,
  isNumeric,
  reservedNames,
  resultScope,
  unitOfInput,
} from './scopes.ts';
import { reportSilencing } from './silenced.ts';
import { compareWithTexts } from './text-numbers.ts';

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

function compileInputs(
  rulebook: Rulebook,
  scope: Scope,
  context: CompileContext,
  defined: Definitions,
): Map<string, InputPlan> {
  const plans = new Map<string, InputPlan>();
  for (const id of [...Object.keys(rulebook.inputs ?? {}), ...Object.keys(rulebook.metrics ?? {})])
    if (reservedNames.has(id))
      context.report(
        'reserved-name',
        { name: id },
        Object.hasOwn(rulebook.inputs ?? {}, id) ? `/inputs/${id}` : `/metrics/${id}`,
      );
  for (const id of Object.keys(rulebook.metrics ?? {}))
    if (Object.hasOwn(rulebook.inputs ?? {}, id)) context.report('duplicate-id', { id }, `/metrics/${id}`);
  for (const [id, input] of Object.entries(rulebook.inputs ?? {})) {
    const pointer = `/inputs/${id}`;
    provenanceOf({ source: input.source }, rulebook, context, pointer);
    const min = boundOf(input, input.min);
    const max = boundOf(input, input.max);
    if (min && max && min.compare(max) > 0)
      context.report(
        'bounds-reversed',
        { name: input.name, min: input.min!, max: input.max! },
        `${pointer}/min`,
      );
    const restates = compileRestates(input, scope, defined, context, `${pointer}/restates`);
    const blank = compileBlank(input, min, max, context, `${pointer}/blank`);
    const { name: label, type, options, subjects } = input;
    const unit = unitOfInput(input);
    plans.set(id, { id, name: label, type, unit, min, max, blank, options, subjects, restates });
  }
  return plans;
}

/** What an input states once more: a number that others give. */
function compileRestates(
  input: NonNullable<Rulebook['inputs']>[string],
  scope: Scope,
  defined: Parameters<CompileContext['expression']>[3],
  context: CompileContext,
  pointer: string,
): Expression | undefined {
  const { name, restates: written } = input;
  if (written === undefined) return undefined;
  if (!isNumeric(input)) context.report('restates-unfit', { name, restates: written }, pointer);
  const restates = context.expression(written, scope, pointer, defined);
  if (restates) reportSilencing(restates, name, scope, context, pointer);
  return restates;
}

/** What an input counts as where it is left empty. */
function compileBlank(
  input: NonNullable<Rulebook['inputs']>[string],
  min: Exact | undefined,
  max: Exact | undefined,
  context: CompileContext,
  pointer: string,
): Exact | undefined {
  const blank = boundOf(input, input.blank);
  if (!blank) return undefined;
  const isOutside = (min && blank.compare(min) < 0) || (max && blank.compare(max) > 0);
  const isWhole = input.type !== 'count' || blank.floor().equals(blank);
  const why = !isNumeric(input)
    ? { zh: '此类填报项不是数', en: 'it is not a number' }
    : isOutside
      ? { zh: '不在最小与最大之间', en: 'it is not between min and max' }
      : isWhole
        ? undefined
        : { zh: '计数应为整数', en: 'a count is a whole number' };
  if (why) context.report('blank-unfit', { name: input.name, blank: input.blank!, why }, pointer);
  return blank;
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
