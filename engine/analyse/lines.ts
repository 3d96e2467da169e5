/** What is analysed: each fixed leaf, and each kind of target of a frame on a row that stands for all of them. */
import type {
  DeclaredPlan,
  LeafPlan,
  Provenance,
  Rule,
  ScoringPlan,
  TargetKind,
  TargetPlan,
} from '../compile/index.ts';
import { constantOf } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { dayNumber, type Expression, isConstant, name } from '../expression/index.ts';
import type { Bounds } from './bounds.ts';

/** One line of a form and the rule that scores it. */
export interface Line {
  /** The indicator's id; `frame.atLeast`, or `<group>.atLeast` where a group has a rule of its own. */
  id: string;
  name: string;
  kind: 'leaf' | TargetKind;
  rule: Rule;
  /** The number the rule looks at; undefined where it looks at answers or at several numbers. */
  metric: Expression | undefined;
  /** Of a leaf its weight; of a row the weight it is analysed with. */
  weight: Exact;
  /** The target a row is analysed with: a number, or a day. Undefined for leaves and for words. */
  target: Exact | undefined;
  provenance: Provenance;
  /** JSON pointer of what is written about it. */
  pointer: string;
  bounds: Bounds;
  /** The unit of an input, `%` for a rate. */
  units: (name: string) => string | undefined;
  leaf?: LeafPlan;
  row?: { plan: TargetPlan; group: DeclaredPlan };
}

/** What a row is analysed with; every rule of a row is checked to scale with both (see `scaling`). */
export const sampleWeight = Exact.of(10);
export const sampleTarget = Exact.hundred;
export const sampleDay = Exact.of(dayNumber('2000-12-31')!);

const kinds: readonly TargetKind[] = ['atLeast', 'atMost', 'plain', 'equal', 'date', 'words'];

/** The bounds of the inputs, and of what a rule may name besides. */
export function boundsOfPlan(plan: ScoringPlan, rowKind?: TargetKind): Bounds {
  const numeric = rowKind !== undefined && rowKind !== 'date' && rowKind !== 'words';
  return (key) => {
    const input = plan.inputs.get(key);
    if (input) return { min: input.min, max: input.max };
    if (key === 'judged.share') return { min: Exact.zero, max: Exact.one };
    if (key === 'weight' || (numeric && (key === 'actual' || key === 'target'))) return { min: Exact.zero };
    return {};
  };
}

/** Every line of a rulebook: leaves in the order of the form, then the kinds of targets, each rule once. */
export function linesOf(plan: ScoringPlan): Line[] {
  const lines: Line[] = [];
  const seen = new Set<TargetPlan>();
  for (const indicator of plan.byId.values())
    if (indicator.kind === 'leaf') lines.push(lineOfLeaf(plan, indicator));
  for (const group of plan.byId.values()) {
    if (group.kind !== 'declared') continue;
    const own = writtenTargets(plan, group);
    for (const kind of kinds) {
      const target = group.targets[kind];
      if (!target || seen.has(target)) continue;
      seen.add(target);
      lines.push(lineOfTarget(plan, group, target, own.has(kind)));
    }
  }
  return lines;
}

/** The kinds a group has rules of its own for. */
function writtenTargets({ rulebook }: ScoringPlan, { pointer }: DeclaredPlan): Set<string> {
  let node: unknown = rulebook;
  for (const key of pointer.split('/').slice(1)) node = (node as Record<string, unknown>)[key];
  const { declared } = node as { declared?: { targets?: object } };
  return new Set(Object.keys(declared?.targets ?? {}));
}

function lineOfLeaf(plan: ScoringPlan, leaf: LeafPlan): Line {
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
    bounds: boundsOfPlan(plan),
    units: (input) => plan.inputs.get(input)?.unit,
    leaf,
  };
}

function lineOfTarget(plan: ScoringPlan, group: DeclaredPlan, target: TargetPlan, own: boolean): Line {
  const { kind, rule } = target;
  const judged = rule.judged !== undefined;
  return {
    id: `${own ? group.id : 'frame'}.${kind}`,
    name: own ? `${group.name}：${target.name ?? kind}` : (target.name ?? kind),
    kind,
    rule,
    metric: rule.judged === 'share' ? name('judged.share') : judged ? undefined : name('actual'),
    weight: sampleWeight,
    target: kind === 'words' ? undefined : kind === 'date' ? sampleDay : sampleTarget,
    provenance: target,
    pointer: own ? `${group.pointer}/declared/targets/${kind}` : `/frame/targets/${kind}`,
    bounds: boundsOfPlan(plan, kind),
    units: (input) => plan.inputs.get(input)?.unit,
    row: { plan: target, group },
  };
}

/** The same row with another target or weight. */
export const rowWith = (line: Line, change: { target?: Exact; weight?: Exact }): Line => ({
  ...line,
  ...change,
});

/** The most points a line can win; undefined where that is left to the form. */
export function capOf({ rule, weight }: Line): Exact | undefined {
  if (isConstant(rule.cap)) return constantOf(rule.cap);
  const cap = substituted(rule.cap, new Map([['weight', weight]]));
  return isConstant(cap) ? constantOf(cap) : undefined;
}

/** The same expression with numbers put in for names. */
export function substituted(expression: Expression, values: ReadonlyMap<string, Exact>): Expression {
  const visit = (node: Expression): Expression => {
    switch (node.kind) {
      case 'number':
        return node;
      case 'name': {
        const value = values.get(node.name);
        return value ? { kind: 'number', value, shown: value.toText(), at: node.at } : node;
      }
      case 'negate':
        return { ...node, of: visit(node.of) };
      case 'binary':
        return { ...node, left: visit(node.left), right: visit(node.right) };
      case 'call':
        return { ...node, arguments: node.arguments.map(visit) };
    }
  };
  return visit(expression);
}

/** What a row fixes of its rule's names. */
export const fixedNames = ({ weight, target }: Line): ReadonlyMap<string, Exact> =>
  new Map([['weight', weight], ...(target ? [['target', target] as const] : [])]);
