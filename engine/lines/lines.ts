/** Every line that a rulebook scores, once: each fixed leaf, and each kind of target of the frame or of a group. */
import {
  boundsIn,
  type DeclaredPlan,
  inputScope,
  kindScored,
  type LeafPlan,
  leafScope,
  type Provenance,
  type Rule,
  rowScope,
  type ScoringPlan,
  type TargetKind,
  type TargetPlan,
  targetKinds,
} from '../compile/index.ts';
import { constantOf } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  dayNumber,
  type Expression,
  isConstant,
  name,
  type Scope,
  substituted,
} from '../expression/index.ts';
import type { Bounds } from '../linear/index.ts';

/** One line of a form and the rule that scores it. */
export interface Line {
  /** The indicator's id; `frame.atLeast`, or `<group>.atLeast` where a group has a rule of its own. */
  id: string;
  name: string;
  kind: 'leaf' | TargetKind;
  rule: Rule;
  /** The number the rule looks at; undefined where it looks at answers or at several numbers. */
  metric: Expression | undefined;
  /** Of a leaf its weight; of a row the weight it is looked at with. */
  weight: Exact;
  /** The target a row is looked at with: a number, or a day. Undefined for leaves, for ranges and for words. */
  target: Exact | undefined;
  /** The ends of the range a row is looked at with. */
  range?: Readonly<Record<'least' | 'most', Exact>>;
  provenance: Provenance;
  /** JSON pointer of what is written about it. */
  pointer: string;
  bounds: Bounds;
  /** The names in reach of its rule. */
  scope: Scope;
  /** The unit of an input, `%` for a rate. */
  units: (name: string) => string | undefined;
  leaf?: LeafPlan;
  /** Of a kind of target: its plan, and the first group that uses it. */
  row?: { plan: TargetPlan; group: DeclaredPlan };
}

/** What a row is looked at with; every rule of a row is checked to scale with both. */
export const sampleWeight = Exact.of(10);
export const sampleTarget = Exact.hundred;
/** The range a row is looked at with. */
export const sampleRange = { least: Exact.hundred, most: Exact.of(200) };
export const sampleDay = Exact.of(dayNumber('2000-12-31')!);

/** Every line of a rulebook: leaves in the order of the form, then the kinds of targets, each once. */
export function linesOf(plan: ScoringPlan): Line[] {
  const inputs = inputScope(plan.rulebook);
  const lines: Line[] = [];
  const seen = new Set<TargetPlan>();
  for (const indicator of plan.byId.values())
    if (indicator.kind === 'leaf') lines.push(lineOfLeaf(plan, indicator, inputs));
  for (const group of plan.byId.values()) {
    if (group.kind !== 'declared') continue;
    for (const kind of targetKinds) {
      const target = group.targets[kind];
      if (!target || seen.has(target)) continue;
      seen.add(target);
      lines.push(lineOfTarget(plan, group, target, inputs));
    }
  }
  return lines;
}

function lineOfLeaf(plan: ScoringPlan, leaf: LeafPlan, inputs: Scope): Line {
  const scope = leafScope(inputs);
  return {
    id: leaf.id,
    name: leaf.name,
    kind: 'leaf',
    rule: leaf.rule,
    metric: leaf.rule.judged === 'share' ? name('judged.share') : leaf.metric,
    weight: leaf.weight!,
    target: undefined,
    provenance: leaf,
    pointer: leaf.pointer,
    bounds: boundsIn(scope),
    scope,
    units: (input) => plan.inputs.get(input)?.unit,
    leaf,
  };
}

function lineOfTarget(plan: ScoringPlan, group: DeclaredPlan, target: TargetPlan, inputs: Scope): Line {
  const { id, kind, rule, owner, pointer } = target;
  const judged = rule.judged !== undefined;
  const called = target.name ?? kind;
  const scope = rowScope(inputs, kind);
  return {
    id,
    name: owner === undefined ? called : `${group.name}：${called}`,
    kind,
    rule,
    metric:
      rule.judged === 'share' ? name('judged.share') : judged ? undefined : (target.metric ?? name('actual')),
    weight: sampleWeight,
    target: kind === 'words' || kind === 'range' ? undefined : kind === 'date' ? sampleDay : sampleTarget,
    ...(kind === 'range' ? { range: sampleRange } : {}),
    provenance: target,
    pointer,
    bounds: boundsIn(scope),
    scope,
    units: (input) => plan.inputs.get(input)?.unit,
    row: { plan: target, group },
  };
}

/** The same row with another target or weight. */
export const rowWith = (line: Line, change: Partial<Pick<Line, 'target' | 'weight' | 'range'>>): Line => ({
  ...line,
  ...change,
});

/** A row whose target is below zero, and whose actual may be. */
const rowBelowZero = (line: Line): Line => ({
  ...rowWith(line, { target: sampleTarget.negated() }),
  bounds: (name) => (name === 'target' || name === 'actual' ? {} : line.bounds(name)),
});

/**
 * The same row at a target of zero and at one below it, where the target is a number. What another rule scores is left
 * out; where its own scores nothing but an actual that equals the target, that is the only one.
 */
export function otherRows(line: Line): Line[] {
  if (!line.row || !line.target || line.kind === 'date') return [];
  return [rowWith(line, { target: Exact.zero }), rowBelowZero(line)].flatMap((row) => asScored(row) ?? []);
}

/** The row with the actuals that its own rule scores; undefined where that is another's. */
export function asScored(line: Line): Line | undefined {
  const { kind, target, row } = line;
  if (kind === 'leaf' || !row || !target || kind === 'date') return line;
  const scored = kindScored(kind, target, row.group.targets);
  if (scored === kind) return line;
  const only = { min: target, max: target };
  if (scored !== undefined) return undefined;
  return { ...line, bounds: (name) => (name === 'actual' ? only : line.bounds(name)) };
}

/** The most points the rule of a line gives; undefined where that is left to the form. */
export function capOf({ rule, weight }: Line): Exact | undefined {
  if (isConstant(rule.cap)) return constantOf(rule.cap);
  const cap = substituted(rule.cap, new Map([['weight', weight]]));
  return isConstant(cap) ? constantOf(cap) : undefined;
}

/** What a row fixes of its rule's names. */
export const fixedNames = ({
  weight,
  target,
  range,
}: Pick<Line, 'weight' | 'target' | 'range'>): ReadonlyMap<string, Exact> =>
  new Map([
    ['weight', weight],
    ...(target ? [['target', target] as const] : []),
    ...(range ? (['least', 'most'] as const).map((end) => [end, range[end]] as const) : []),
  ]);
