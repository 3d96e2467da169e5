/**
 * Two plans in one namespace, with any choice of their named metrics: those of the later plan, and the earlier one renamed into
 * them. What a plan cannot say by itself, a rule at another weight or for another metric, its rulebook says again.
 */
import {
  factRenaming,
  type InputPlan,
  type Instead,
  type LeafPlan,
  metricOf,
  metricsOf,
  type Renaming,
  type Rule,
  renamedPlan,
  renamedRule,
  ruleIn,
  type ScoringPlan,
  withMetrics,
} from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import type { Pairing } from '../edits/index.ts';
import { type Expression, namesIn, renamed, valueKeyOf } from '../expression/index.ts';
import { type Lines, otherSide, placedLines, type Side, sides } from './lines.ts';
import { readText } from './same.ts';

/** What a line's rule is made of, each part from either side. */
export interface RuleChoice {
  method: Side;
  metric: Side;
  weight: Exact;
  penalty: boolean;
}

export interface MadeRule {
  rule: Rule;
  metric: Expression | undefined;
}

/** One choice of named metrics: both plans with it, in the shared names. */
export interface Variant {
  plans: Record<Side, ScoringPlan>;
  lines: Record<Side, Lines>;
  /** The metric that a leaf writes; undefined where it writes none. */
  metric(side: Side, id: string): Expression | undefined;
  /** The rule of a leaf that both have; undefined where that would be a mistake. */
  rule(id: string, choice: RuleChoice): Promise<MadeRule | undefined>;
}

export class Editions {
  readonly lines: Record<Side, Lines>;
  /** Ids of the named metrics that both have and that say something else in each. */
  readonly metrics: readonly string[];
  private readonly own: Record<Side, ScoringPlan>;
  private readonly shared: Record<Side, ScoringPlan>;
  private readonly names: Names;
  private readonly written: Record<Side, ReadonlyMap<string, Expression>>;
  private readonly variants = new Map<string, Promise<Variant | undefined>>();

  /** Where the metrics of either cannot stand in the other, lines keep those of their own edition. */
  static async of(before: ScoringPlan, after: ScoringPlan, pairing: Pairing): Promise<Editions> {
    const editions = new Editions(before, after, pairing, true);
    const whole = [new Set<string>(), new Set(editions.metrics)];
    const variants = await Promise.all(whole.map((later) => editions.variant(later)));
    return variants.includes(undefined) ? new Editions(before, after, pairing, false) : editions;
  }

  private constructor(before: ScoringPlan, after: ScoringPlan, pairing: Pairing, exchanging: boolean) {
    this.own = { before, after };
    this.names = new Names(before, after, pairing);
    this.shared = { before: renamedPlan(before, this.names.toShared), after };
    this.lines = { before: placedLines(this.shared.before), after: placedLines(after) };
    const both = new Set(exchanging ? metricIds(before).filter((id) => metricIds(after).includes(id)) : []);
    this.written = { before: metricsOf(before, both), after: metricsOf(after, both) };
    const inLater = (id: string) =>
      valueKeyOf(renamed(this.written.before.get(id)!, this.names.inShared.before));
    this.metrics = [...both].filter((id) => inLater(id) !== valueKeyOf(this.written.after.get(id)!));
  }

  /** Both plans in the shared names, each with its own metrics. */
  get plans(): Record<Side, ScoringPlan> {
    return this.shared;
  }

  /** The plans with these metrics from the later edition and all others from the earlier; undefined where one cannot be used. */
  variant(later: ReadonlySet<string>): Promise<Variant | undefined> {
    const chosen = this.metrics.filter((id) => later.has(id));
    const key = chosen.join('\n');
    let known = this.variants.get(key);
    if (!known) {
      known = this.make(new Set(chosen));
      this.variants.set(key, known);
    }
    return known;
  }

  /** The named metrics that one leads to in either edition, itself among them. */
  metricsBehind(id: string): Set<string> {
    const found = new Set([id]);
    for (const one of found)
      for (const side of sides)
        for (const name of namesIn(this.written[side].get(one)!))
          if (this.written[side].has(name)) found.add(name);
    return found;
  }

  /** True where a named metric reads an input in either edition, itself or through another. */
  metricReads(id: string, input: string): boolean {
    const { inShared } = this.names;
    return [...this.metricsBehind(id)].some((one) =>
      sides.some((side) => namesIn(renamed(this.written[side].get(one)!, inShared[side])).includes(input)),
    );
  }

  private async make(later: ReadonlySet<string>): Promise<Variant | undefined> {
    const instead: Record<Side, Instead> = {
      before: this.instead('before', (id) => later.has(id)),
      after: this.instead('after', (id) => !later.has(id)),
    };
    const plan = async (side: Side) =>
      instead[side].metrics.size === 0 ? this.own[side] : withMetrics(this.own[side], instead[side]);
    const [before, after] = [await plan('before'), await plan('after')];
    if (!before || !after) return undefined;
    const own = { before, after };
    const plans = {
      before: before === this.own.before ? this.shared.before : renamedPlan(before, this.names.toShared),
      after,
    };
    const lines = { before: placedLines(plans.before), after: placedLines(after) };
    const made = new Map<string, Promise<MadeRule | undefined>>();
    return {
      plans,
      lines,
      metric: (side, id) => {
        const leaf = own[side].byId.get(this.names.own[side](id)) as LeafPlan;
        const metric = metricOf(own[side], leaf, instead[side]);
        return metric && renamed(metric, this.names.inShared[side]);
      },
      rule: (id, choice) => {
        const key = `${id} ${choice.method} ${choice.metric} ${readText.number(choice.weight)} ${choice.penalty}`;
        let known = made.get(key);
        if (!known) {
          known = this.ruleOf(id, choice, own, lines, instead);
          made.set(key, known);
        }
        return known;
      },
    };
  }

  private async ruleOf(
    id: string,
    { method, metric, weight, penalty }: RuleChoice,
    own: Record<Side, ScoringPlan>,
    lines: Record<Side, Lines>,
    instead: Record<Side, Instead>,
  ): Promise<MadeRule | undefined> {
    const leaf = (side: Side) => own[side].byId.get(this.names.own[side](id)) as LeafPlan;
    const is = leaf(method);
    const ofMetric = (side: Side) => {
      const found = metricOf(own[side], leaf(side), instead[side]);
      return found && renamed(found, this.names.inShared[side]);
    };
    const looked = ofMetric(metric);
    const isOwn = metric === method || textOf(looked) === textOf(ofMetric(method));
    if (isOwn && is.weight!.compare(weight) === 0 && (is.line === 'penalty') === penalty)
      return lines[method].get(id)!.plan as LeafPlan;
    const made = await ruleIn(
      own[method],
      is,
      { weight, penalty, metric: looked && renamed(looked, this.names.inOwn[method]) },
      instead[method],
    );
    if (!made) return undefined;
    const name = this.names.inShared[method];
    return { rule: renamedRule(made.rule, name), metric: made.metric && renamed(made.metric, name) };
  }

  private instead(side: Side, isTaken: (metric: string) => boolean): Instead {
    const other = otherSide(side);
    const { inShared, inOwn } = this.names;
    return {
      metrics: new Map(
        this.metrics
          .filter(isTaken)
          .map((id) => [id, renamed(renamed(this.written[other].get(id)!, inShared[other]), inOwn[side])]),
      ),
      inputs: this.names.foreign[side],
    };
  }
}

const textOf = (expression: Expression | undefined): string => (expression ? valueKeyOf(expression) : '');

const metricIds = ({ rulebook }: ScoringPlan): string[] => Object.keys(rulebook.metrics ?? {});

/** How names of either plan are said in the shared namespace, and the other way round. */
class Names {
  readonly toShared: Renaming;
  /** A shared id of a line in the names of a side. */
  readonly own: Record<Side, (id: string) => string>;
  readonly inShared: Record<Side, (name: string) => string>;
  readonly inOwn: Record<Side, (name: string) => string>;
  /** For each side, the inputs that only the other has, in its own names. */
  readonly foreign: Record<Side, InputPlan[]>;

  constructor(before: ScoringPlan, after: ScoringPlan, { sharedInput, sharedLine }: Pairing) {
    this.toShared = { input: sharedInput, line: sharedLine };
    const lines = new Map([...before.byId.keys()].map((id) => [sharedLine(id), id]));
    const inputs = new Map([...before.inputs.keys()].map((id) => [sharedInput(id), id]));
    const apart = new Map<string, string>();
    // An input that the earlier plan does not have may bear the id of one it has.
    for (const id of after.inputs.keys())
      if (!inputs.has(id)) apart.set(id, before.inputs.has(id) ? `${id} (after)` : id);
    const back = new Map([...apart].map(([id, own]) => [own, id]));
    const facts = factRenaming(before, this.toShared);
    const earlier: Renaming = {
      input: (id) => inputs.get(id) ?? apart.get(id) ?? id,
      line: (id) => lines.get(id) ?? id,
    };
    this.own = { before: earlier.line, after: (id) => id };
    this.inShared = { before: (name) => back.get(name) ?? facts(name), after: (name) => name };
    this.inOwn = {
      before: (name) => (inputs.has(name) || apart.has(name) ? earlier.input(name) : name),
      after: (name) => name,
    };
    this.foreign = {
      before: [...apart].map(([id, own]) => ({ ...after.inputs.get(id)!, id: own })),
      after: [...before.inputs.values()].flatMap((input) => {
        const id = sharedInput(input.id);
        return after.inputs.has(id) ? [] : [{ ...input, id }];
      }),
    };
  }
}
