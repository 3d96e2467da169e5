/**
 * A plan in the names of another: inputs and lines get other ids wherever an expression, a condition, a message or an id says
 * them. What was written stays as it was written (`rulebook`, `pointer`, texts), and what was decided stays decided.
 */
import { renamedDecision } from '../conditions/index.ts';
import { type Expression, keyOf, renamed } from '../expression/index.ts';
import type {
  CheckPlan,
  DeclaredPlan,
  GroupPlan,
  IndicatorPlan,
  InputPlan,
  LeafPlan,
  LimitPlan,
  Message,
  NotApplicablePlan,
  Part,
  Rule,
  ScoringPlan,
  TargetPlan,
  Targets,
} from './plan.ts';

/** New ids for the inputs and the lines of a plan; no two may become the same. */
export interface Renaming {
  input(id: string): string;
  line(id: string): string;
}

/** The names of facts in the expressions of a plan: `cost`, `reason.quality`, `quality.rate`, `quality.rows.rate`. */
export const factRenaming =
  ({ inputs, byId }: ScoringPlan, { input, line }: Renaming) =>
  (name: string): string => {
    if (inputs.has(name)) return input(name);
    const dot = name.indexOf('.');
    if (dot < 0) return name;
    const [head, rest] = [name.slice(0, dot), name.slice(dot + 1)];
    if (head === 'reason' && byId.has(rest)) return `reason.${line(rest)}`;
    return byId.has(head) ? `${line(head)}.${rest}` : name;
  };

/** The same rule, its facts named otherwise. */
export function renamedRule(rule: Rule, name: (fact: string) => string): Rule {
  const rates = new Set(rule.rates);
  const rate = (expression: Expression): void => {
    if (rule.rates.has(keyOf(expression))) rates.add(keyOf(renamed(expression, name)));
  };
  const part = ({ decision, awards, ...rest }: Part): Part => {
    for (const fact of decision?.facts ?? []) if (fact.kind === 'number') rate(fact.expression);
    return {
      ...rest,
      ...(decision ? { decision: renamedDecision(decision, name) } : {}),
      awards: awards.map((award) => ({ ...award, points: award.points && renamed(award.points, name) })),
    };
  };
  return { ...rule, parts: rule.parts.map(part), cap: renamed(rule.cap, name), rates };
}

export function renamedPlan(plan: ScoringPlan, renaming: Renaming): ScoringPlan {
  return new PlanRenamer(plan, renaming).plan();
}

class PlanRenamer {
  private readonly from: ScoringPlan;
  private readonly renaming: Renaming;
  private readonly name: (fact: string) => string;
  /** Rules and targets that lines share stay shared. */
  private readonly rules = new Map<Rule, Rule>();
  private readonly targets = new Map<TargetPlan, TargetPlan>();
  private readonly byId = new Map<string, IndicatorPlan>();

  constructor(from: ScoringPlan, renaming: Renaming) {
    this.from = from;
    this.renaming = renaming;
    this.name = factRenaming(from, renaming);
  }

  plan(): ScoringPlan {
    const { from } = this;
    const indicators = from.indicators.map((one) => this.line(one));
    const { frame } = from;
    return {
      identity: from.identity,
      rulebook: from.rulebook,
      rounding: from.rounding,
      total: from.total,
      inputs: new Map([...from.inputs.values()].map((one) => [this.renaming.input(one.id), this.input(one)])),
      indicators,
      byId: this.byId,
      frame: frame && { ...frame, targets: this.kinds(frame.targets) },
      grades: from.grades,
      limits: from.limits.map((one) => this.limit(one)),
      checks: from.checks.map((one) => this.check(one, this.name)),
      dossierChecks: from.dossierChecks.map((one) => this.check(one, (name) => this.listName(name))),
    };
  }

  private input(input: InputPlan): InputPlan {
    const { restates } = input;
    return {
      ...input,
      id: this.renaming.input(input.id),
      restates: restates && renamed(restates, this.name),
    };
  }

  private line(one: IndicatorPlan): IndicatorPlan {
    const made = this.ofKind(one);
    this.byId.set(made.id, made);
    return made;
  }

  private ofKind(one: IndicatorPlan): IndicatorPlan {
    const { notApplicable } = one;
    const common = {
      id: this.renaming.line(one.id),
      notApplicable: notApplicable && this.notApplicable(notApplicable),
    };
    switch (one.kind) {
      case 'leaf':
        return {
          ...one,
          ...common,
          metric: one.metric && renamed(one.metric, this.name),
          rule: this.rule(one.rule),
        } satisfies LeafPlan;
      case 'declared':
        return { ...one, ...common, targets: this.kinds(one.targets) } satisfies DeclaredPlan;
      case 'group': {
        const { combine } = one;
        return {
          ...one,
          ...common,
          children: one.children.map((child) => this.line(child)),
          // A combination names the lines under it and nothing else.
          combine: typeof combine === 'string' ? combine : renamed(combine, (id) => this.renaming.line(id)),
        } satisfies GroupPlan;
      }
    }
  }

  private notApplicable({ when, policy }: NotApplicablePlan): NotApplicablePlan {
    return { when: when && renamedDecision(when, this.name), policy };
  }

  private rule(rule: Rule): Rule {
    let made = this.rules.get(rule);
    if (!made) {
      made = renamedRule(rule, this.name);
      this.rules.set(rule, made);
    }
    return made;
  }

  private kinds(targets: Targets): Targets {
    return Object.fromEntries(Object.entries(targets).map(([kind, plan]) => [kind, this.target(plan)]));
  }

  private target(plan: TargetPlan): TargetPlan {
    let made = this.targets.get(plan);
    if (!made) {
      const { owner, follows } = plan;
      const id = (of: string): string =>
        owner !== undefined && of.startsWith(`${owner}.`)
          ? this.renaming.line(owner) + of.slice(owner.length)
          : of;
      made = {
        ...plan,
        id: id(plan.id),
        owner: owner && this.renaming.line(owner),
        follows: follows && id(follows),
        metric: plan.metric && renamed(plan.metric, this.name),
        rule: this.rule(plan.rule),
      };
      this.targets.set(plan, made);
    }
    return made;
  }

  private limit(limit: LimitPlan): LimitPlan {
    return { ...limit, when: renamedDecision(limit.when, this.name) };
  }

  private check(check: CheckPlan, name: (fact: string) => string): CheckPlan {
    const message = (parts: Message): Message =>
      parts.map((part) =>
        typeof part === 'string' ? part : { ...part, expression: renamed(part.expression, name) },
      );
    const { at } = check;
    return {
      ...check,
      when: renamedDecision(check.when, name),
      message: { zh: message(check.message.zh), en: message(check.message.en) },
      at: at && (this.from.byId.has(at) ? this.renaming.line(at) : this.renaming.input(at)),
    };
  }

  /** A list over the forms of a dossier: `project.cost`. */
  private listName(name: string): string {
    const dot = name.indexOf('.');
    const id = name.slice(dot + 1);
    return dot >= 0 && this.from.inputs.has(id) ? `${name.slice(0, dot)}.${this.renaming.input(id)}` : name;
  }
}
