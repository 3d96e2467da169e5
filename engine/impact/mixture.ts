/**
 * A plan whose parts are taken from either of two: everything is taken as it was compiled, and what must agree across parts,
 * weights and the rules that depend on them, is worked out for the choice.
 */
import {
  type DeclaredPlan,
  type FramePlan,
  type GroupPlan,
  type IndicatorPlan,
  type LeafPlan,
  type LimitPlan,
  misreadIn,
  namesInDecision,
  optionalKinds,
  type ScoringPlan,
  targetKinds,
  weightOf,
  weightsUnder,
} from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import type { PlanPart } from '../edits/index.ts';
import { namesIn } from '../expression/index.ts';
import type { Editions, Variant } from './editions.ts';
import { hasBoth, type LineProperty, type Placed, type Side, sides } from './lines.ts';
import { type Chosen, chosenBy, partKey } from './parts.ts';
import { readFrameKeys, readInputKeys } from './same.ts';
import { TargetChoice } from './targets.ts';

/** A mixture; no plan where its parts do not go together. */
export interface Mixture {
  plan?: ScoringPlan;
  /** How much is wrong with it. */
  problems: number;
}

/** Makes mixtures; each once. */
export class Mixtures {
  private readonly editions: Editions;
  private readonly moved: ReadonlySet<string>;
  private readonly known = new Map<string, Promise<Mixture>>();

  constructor(editions: Editions, moved: ReadonlySet<string>) {
    this.editions = editions;
    this.moved = moved;
  }

  /** The mixture with these parts from the later edition and all others from the earlier. */
  of(parts: Iterable<PlanPart>): Promise<Mixture> {
    const later = new Set([...parts].map(partKey));
    const name = [...later].sort().join('\n');
    let known = this.known.get(name);
    if (!known) {
      known = this.make(chosenBy(later));
      this.known.set(name, known);
    }
    return known;
  }

  private async make(side: Chosen): Promise<Mixture> {
    const { metrics } = this.editions;
    const later = metrics.filter((id) => side({ of: 'metric', id }) === 'after');
    const variant = await this.editions.variant(new Set(later));
    if (!variant) return { problems: 1 };
    return new Composition(variant, this.moved, side).mixture();
  }
}

class Composition {
  private readonly variant: Variant;
  private readonly moved: ReadonlySet<string>;
  private readonly side: Chosen;
  private readonly targets: TargetChoice;
  private readonly placed = new Map<string, { line: Placed; from: Side }>();
  private readonly byId = new Map<string, IndicatorPlan>();
  private problems = 0;

  constructor(variant: Variant, moved: ReadonlySet<string>, side: Chosen) {
    this.variant = variant;
    this.moved = moved;
    this.side = side;
    this.targets = new TargetChoice(variant, side, (id) => this.placed.get(id)!.from);
  }

  async mixture(): Promise<Mixture> {
    const { before, after } = this.variant.plans;
    for (const from of sides)
      for (const [id, line] of this.variant.lines[from])
        if ((this.moved.has(id) ? this.side({ of: 'line', id, key: 'place' }) : 'before') === from)
          this.placed.set(id, { line, from });
    const whole = this.side({ of: 'whole', key: 'total' }) === 'after' ? after : before;
    const frame = this.frame();
    const indicators = await this.under(undefined, whole.total, undefined);
    this.expect(weightsUnder(indicators, whole.total, undefined).addUp);
    const plan: ScoringPlan = {
      identity: after.identity,
      rulebook: {
        ...after.rulebook,
        subjects: [...new Set([...before.rulebook.subjects, ...after.rulebook.subjects])],
      },
      rounding: (this.side({ of: 'whole', key: 'rounding' }) === 'after' ? after : before).rounding,
      total: whole.total,
      inputs: this.inputs(),
      indicators,
      byId: this.byId,
      frame,
      // Grades move no points; they are told apart.
      grades: undefined,
      limits: this.limits(),
      checks: [],
      dossierChecks: [],
    };
    return { ...(this.problems === 0 ? { plan } : {}), problems: this.problems };
  }

  private expect(isRight: boolean): void {
    if (!isRight) this.problems += 1;
  }

  private inputs(): ScoringPlan['inputs'] {
    const { before, after } = this.variant.plans;
    const inputs = new Map([...after.inputs, ...before.inputs]);
    for (const [id, later] of after.inputs) {
      const one = inputs.get(id)!;
      const taken = readInputKeys.filter((key) => this.side({ of: 'input', id, key }) === 'after');
      if (taken.length > 0)
        inputs.set(id, { ...one, ...Object.fromEntries(taken.map((key) => [key, later[key]])) });
    }
    return inputs;
  }

  private frame(): FramePlan | undefined {
    const { before, after } = {
      before: this.variant.plans.before.frame,
      after: this.variant.plans.after.frame,
    };
    if (!before || !after) return this.side({ of: 'frame', key: 'frame' }) === 'after' ? after : before;
    const taken = readFrameKeys.filter((key) => this.side({ of: 'frame', key }) === 'after');
    return {
      ...before,
      ...Object.fromEntries(taken.map((key) => [key, after[key]])),
      targets: this.targets.of(undefined),
    };
  }

  private limits(): LimitPlan[] {
    const { before, after } = this.variant.plans;
    const ids = new Set([...before.limits, ...after.limits].map(({ id }) => id));
    const limits = [...ids].flatMap((id) => {
      const { limits } = this.variant.plans[this.side({ of: 'limit', id })];
      return limits.find((one) => one.id === id) ?? [];
    });
    for (const { when } of limits) this.expect(namesInDecision(when).every((name) => this.isThere(name)));
    return limits;
  }

  /** False for a result of a line that is not in the mixture. */
  private isThere(name: string): boolean {
    const line = name.startsWith('reason.') ? name.slice('reason.'.length) : name.split('.')[0]!;
    const { before, after } = this.variant.lines;
    return this.byId.has(line) || !(before.has(line) || after.has(line));
  }

  private async under(
    parent: string | undefined,
    weight: Exact | undefined,
    line: IndicatorPlan['line'],
  ): Promise<IndicatorPlan[]> {
    const plans: IndicatorPlan[] = [];
    for (const [id, one] of this.placed) {
      if (one.line.parent !== parent) continue;
      const plan = await this.line(one.line, weight, line);
      if (!plan) {
        this.expect(false);
        continue;
      }
      this.byId.set(id, plan);
      plans.push(plan);
    }
    return plans;
  }

  /** Where a property of a line comes from: of a line that only one edition has so, from that one. */
  private from(id: string, key: LineProperty): Side {
    return hasBoth(this.variant.lines, id) ? this.side({ of: 'line', id, key }) : this.placed.get(id)!.from;
  }

  private plan<Kind extends IndicatorPlan['kind']>(
    id: string,
    key: LineProperty,
  ): Extract<IndicatorPlan, { kind: Kind }> {
    return this.variant.lines[this.from(id, key)].get(id)!.plan as Extract<IndicatorPlan, { kind: Kind }>;
  }

  private async line(
    { id, plan }: Placed,
    parentWeight: Exact | undefined,
    parentLine: IndicatorPlan['line'],
  ): Promise<IndicatorPlan | undefined> {
    const written = (key: 'weight' | 'line') => this.variant.lines[this.from(id, key)].get(id)!.written[key];
    const common = {
      ...{ id, name: plan.name, text: plan.text, source: plan.source, reading: plan.reading },
      ...{ inferred: plan.inferred, pointer: plan.pointer },
      weight: weightOf(written('weight') as string | undefined, parentWeight),
      line: (written('line') as IndicatorPlan['line']) ?? parentLine,
      role: this.plan(id, 'role').role,
      optional: this.plan(id, 'optional').optional,
      notApplicable: this.plan(id, 'notApplicable').notApplicable,
    };
    switch (plan.kind) {
      case 'leaf':
        return this.leaf(common);
      case 'declared': {
        const targets = this.targets.of(id);
        this.expect(targetKinds.every((kind) => optionalKinds.has(kind) || targets[kind] !== undefined));
        return {
          ...common,
          kind: 'declared',
          weights: this.plan<'declared'>(id, 'weights').weights,
          targets,
        } satisfies DeclaredPlan;
      }
      case 'group':
        return this.group(common);
    }
  }

  private async leaf(common: Common): Promise<LeafPlan | undefined> {
    const { id, weight, line } = common;
    if (!weight) return undefined;
    const made = await this.variant.rule(id, {
      method: this.from(id, 'method'),
      metric: this.from(id, 'metric'),
      weight,
      penalty: line === 'penalty',
    });
    return (
      made && {
        ...common,
        kind: 'leaf',
        rule: made.rule,
        metric: made.metric,
        zeroDivision: this.plan<'leaf'>(id, 'zeroDivision').zeroDivision,
        missing: this.plan<'leaf'>(id, 'missing').missing,
      }
    );
  }

  private async group(common: Common): Promise<GroupPlan> {
    const { id, weight, line } = common;
    const outOf = this.plan<'group'>(id, 'outOf').outOf;
    const combine = this.plan<'group'>(id, 'combine').combine;
    const expected = outOf ?? weight;
    const children = await this.under(id, expected, line);
    this.expect(weight !== undefined || (outOf === undefined && combine === 'sum'));
    if (combine === 'sum' && expected) this.expect(weightsUnder(children, expected, line).addUp);
    if (typeof combine !== 'string')
      this.expect(namesIn(combine).every((name) => children.some((child) => child.id === name)));
    const plan: GroupPlan = { ...common, kind: 'group', children, outOf, combine };
    this.problems += misreadIn(plan).length;
    return plan;
  }
}

/** What every line has. */
type Common = Omit<DeclaredPlan, 'kind' | 'weights' | 'targets'>;
