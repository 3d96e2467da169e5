/** The tree of indicators: ids, weights that add up, methods. */
import type { Indicator, Rulebook } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { literal, Scope } from '../expression/index.ts';
import { checkCombination } from './combination.ts';
import { ConditionCompiler } from './conditions.ts';
import type { CompileContext, Definitions } from './context.ts';
import type {
  DeclaredPlan,
  GroupPlan,
  IndicatorPlan,
  LeafPlan,
  NotApplicablePlan,
  TargetKind,
  Targets,
} from './plan.ts';
import { provenanceOf } from './provenance.ts';
import { compileRule } from './rule.ts';
import { leafScope } from './scopes.ts';
import { kindNames, optionalKinds, TargetCompiler, targetKinds } from './targets.ts';
import { weightOf, weightsUnder } from './weights.ts';

export class IndicatorCompiler {
  readonly byId = new Map<string, IndicatorPlan>();
  private readonly rulebook: Rulebook;
  private readonly context: CompileContext;
  private readonly inputs: Scope;
  private readonly defined: Definitions;
  private readonly targets: TargetCompiler;
  /** The rules of the frame, once compiled. */
  frameTargets: Targets = {};

  constructor(rulebook: Rulebook, context: CompileContext, inputs: Scope, defined: Definitions) {
    this.rulebook = rulebook;
    this.context = context;
    this.inputs = inputs;
    this.defined = defined;
    this.targets = new TargetCompiler(rulebook, context, inputs, defined);
  }

  async compile(): Promise<IndicatorPlan[]> {
    if (this.rulebook.frame)
      this.frameTargets = await this.targets.compile(
        this.rulebook.frame.targets,
        '/frame/targets',
        undefined,
      );
    const total = Exact.of(this.rulebook.total);
    const plans = await this.children(this.rulebook.indicators, total, '/indicators');
    this.checkSum(plans, total, this.rulebook.title, '/total');
    return plans;
  }

  private async children(
    written: readonly Indicator[],
    parentWeight: Exact | undefined,
    pointer: string,
    parentLine?: Indicator['line'],
  ): Promise<IndicatorPlan[]> {
    const plans: IndicatorPlan[] = [];
    for (const [index, indicator] of written.entries()) {
      const plan = await this.indicator(indicator, parentWeight, `${pointer}/${index}`, parentLine);
      if (plan) plans.push(plan);
    }
    return plans;
  }

  private async indicator(
    written: Indicator,
    parentWeight: Exact | undefined,
    pointer: string,
    parentLine: Indicator['line'],
  ): Promise<IndicatorPlan | undefined> {
    const { id, name } = written;
    const shapes = [written.indicators, written.declared, written.method].filter((one) => one !== undefined);
    if (shapes.length !== 1) {
      this.context.report('indicator-shape', { name }, pointer);
      return undefined;
    }
    const common = {
      ...provenanceOf(written, this.rulebook, this.context, pointer),
      id,
      name,
      weight: weightOf(written.weight, parentWeight),
      // What stands under a bonus or penalty is one too.
      line: written.line ?? parentLine,
      role: written.role,
      optional: written.optional ?? false,
      notApplicable: await this.notApplicable(written, pointer),
      pointer,
    };
    const plan = written.indicators
      ? await this.group(common, written, pointer)
      : written.declared
        ? await this.declared(common, written, pointer)
        : await this.leaf(common, written, pointer);
    if (!plan) return undefined;
    if (this.byId.has(id)) this.context.report('duplicate-id', { id }, `${pointer}/id`);
    this.byId.set(id, plan);
    return plan;
  }

  private async group(common: Common, written: Indicator, pointer: string): Promise<GroupPlan> {
    const outOf = written.outOf === undefined ? undefined : Exact.of(written.outOf);
    const children = await this.children(
      written.indicators!,
      outOf ?? common.weight,
      `${pointer}/indicators`,
      common.line,
    );
    const combine = written.combine ?? 'sum';
    if (!common.weight && (outOf || combine !== 'sum'))
      this.context.report('weight-missing', { name: common.name }, pointer);
    const expected = outOf ?? common.weight;
    if (combine === 'sum' && expected)
      this.checkSum(children, expected, common.name, `${pointer}/${outOf ? 'outOf' : 'weight'}`, common.line);
    if (typeof combine === 'string') {
      const group: GroupPlan = { ...common, kind: 'group', children, outOf, combine };
      checkCombination(group, this.context);
      return group;
    }
    const scope = new Scope();
    for (const child of children)
      scope.define({ key: child.id, label: child.name, kind: 'number', unit: '' }, child.name);
    const expression = this.context.expression(combine.expression, scope, `${pointer}/combine/expression`);
    const group: GroupPlan = {
      ...common,
      kind: 'group',
      children,
      outOf,
      combine: expression ?? literal(Exact.zero),
    };
    if (expression) checkCombination(group, this.context);
    return group;
  }

  private async declared(common: Common, written: Indicator, pointer: string): Promise<DeclaredPlan> {
    const own = await this.targets.compile(
      written.declared?.targets ?? {},
      `${pointer}/declared/targets`,
      common,
      this.frameTargets,
    );
    const targets = { ...this.frameTargets, ...own };
    const isWritten = (kind: TargetKind) =>
      written.declared?.targets?.[kind] ?? this.rulebook.frame?.targets[kind];
    const missing = targetKinds
      .filter((kind) => !optionalKinds.has(kind) && !targets[kind] && !isWritten(kind))
      .map((kind) => kindNames[kind]);
    if (missing.length > 0) {
      const kind = {
        zh: missing.map((one) => `「${one.zh}」`).join('、'),
        en: missing.map((one) => `"${one.en}"`).join(', '),
      };
      this.context.report('frame-missing', { name: common.name, kind }, `${pointer}/declared`);
    }
    return { ...common, kind: 'declared', weights: written.declared?.weights ?? 'declared', targets };
  }

  private async leaf(common: Common, written: Indicator, pointer: string): Promise<LeafPlan | undefined> {
    if (!common.weight) {
      this.context.report('weight-missing', { name: common.name }, pointer);
      return undefined;
    }
    const compiled = await compileRule(
      {
        name: common.name,
        method: written.method!,
        pointer: `${pointer}/method`,
        scope: leafScope(this.inputs),
        defined: this.defined,
        metric: written.metric,
        metricPointer: `${pointer}/metric`,
        declared: undefined,
        penalty: common.line === 'penalty',
        weight: common.weight,
      },
      this.context,
    );
    if (!compiled) return undefined;
    const { zeroDivision, missing = 'withhold' } = written;
    return { ...common, kind: 'leaf', ...compiled, zeroDivision, missing };
  }

  private async notApplicable(written: Indicator, pointer: string): Promise<NotApplicablePlan | undefined> {
    if (!written.notApplicable) return undefined;
    const { when, policy } = written.notApplicable;
    if (!when) return { when: undefined, policy };
    const conditions = new ConditionCompiler(this.context, this.inputs, this.defined);
    return { when: await conditions.single(when, written.name, `${pointer}/notApplicable/when`), policy };
  }

  /** The weights of a parent's children must add to it; children whose rows bring their own weights are left to the form. */
  private checkSum(
    children: readonly IndicatorPlan[],
    expected: Exact,
    name: string,
    pointer: string,
    line?: Indicator['line'],
  ): void {
    const { weights, known, addUp } = weightsUnder(children, expected, line);
    if (!addUp)
      this.context.report(
        'weight-sum',
        {
          name,
          terms: weights.map((weight) => weight?.toText() ?? '?').join(' + '),
          sum: known.toText(),
          weight: expected.toText(),
        },
        pointer,
      );
  }
}

type Common = Omit<LeafPlan, 'kind' | 'metric' | 'rule' | 'zeroDivision' | 'missing'>;
