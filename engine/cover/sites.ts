/** Where a rulebook scores: each rule once, with the lines that use it and the names in its reach. */
import type { DeclaredPlan, LeafPlan, Rule, ScoringPlan, TargetKind } from '../compile/index.ts';
import { inputScope, leafScope, rowScope } from '../compile/scopes.ts';
import type { Expression, Scope } from '../expression/index.ts';

/** One rule of a rulebook: of a fixed leaf, or of a kind of target, which several groups may share. */
export interface Site {
  /** `budget-rate`, `frame.atLeast`, `cost.plain`: the same as long as nobody renames it. */
  key: string;
  pointer: string;
  name: string;
  rule: Rule;
  metric: Expression | undefined;
  leaf: LeafPlan | undefined;
  /** Of a target kind: the first group that uses it, and the kinds it stands for there. */
  group: DeclaredPlan | undefined;
  kinds: readonly TargetKind[];
  scope: Scope;
}

/** The rules of a plan in the order of its indicators; those of the frame first. */
export function sitesOf(plan: ScoringPlan): Site[] {
  const inputs = inputScope(plan.rulebook);
  const leaves: Site[] = [];
  const declared = new Map<Rule, Site & { kinds: TargetKind[] }>();
  for (const indicator of plan.byId.values()) {
    if (indicator.kind === 'leaf')
      leaves.push({
        key: indicator.id,
        pointer: indicator.pointer,
        name: indicator.name,
        rule: indicator.rule,
        metric: indicator.metric,
        leaf: indicator,
        group: undefined,
        kinds: [],
        scope: leafScope(inputs),
      });
    if (indicator.kind !== 'declared') continue;
    for (const target of Object.values(indicator.targets)) {
      const known = declared.get(target.rule);
      if (known) {
        if (known.group === indicator) known.kinds.push(target.kind);
        continue;
      }
      const pointer = pointerOf(target.rule, indicator);
      const isFrame = pointer.startsWith('/frame/');
      const kind = pointer.split('/').at(-1) as TargetKind;
      declared.set(target.rule, {
        key: `${isFrame ? 'frame' : indicator.id}.${kind}`,
        pointer,
        name: target.name ?? indicator.name,
        rule: target.rule,
        metric: undefined,
        leaf: undefined,
        group: indicator,
        kinds: [target.kind],
        scope: rowScope(inputs, kind === 'date' ? 'date' : 'number'),
      });
    }
  }
  return [...declared.values(), ...leaves];
}

/** A rule is written where its awards are: `…/targets/atLeast/method/proportional`. */
const pointerOf = ({ parts }: Rule, group: DeclaredPlan): string =>
  /^(.*)\/method\//.exec(parts[0]?.awards[0]?.pointer ?? '')?.[1] ?? group.pointer;
