/** The rules of declared rows in a mixture: kind by kind from either edition, where one kind may be scored as another. */
import { type TargetKind, type TargetPlan, type Targets, targetKinds } from '../compile/index.ts';
import type { Variant } from './editions.ts';
import { hasBoth, type Side } from './lines.ts';
import type { Chosen } from './parts.ts';

/** The group that has the rules; undefined for the frame. */
type Owner = string | undefined;

export class TargetChoice {
  private readonly variant: Variant;
  private readonly side: Chosen;
  /** Where a line comes from that only one edition has so. */
  private readonly placedFrom: (id: string) => Side;

  constructor(variant: Variant, side: Chosen, placedFrom: (id: string) => Side) {
    this.variant = variant;
    this.side = side;
    this.placedFrom = placedFrom;
  }

  /** Every kind that the owner scores: by its own rule, or by that of the frame. */
  of(owner: Owner): Targets {
    return Object.fromEntries(
      targetKinds.flatMap((kind) => {
        const plan = this.rule(owner, kind) ?? (owner === undefined ? undefined : this.rule(undefined, kind));
        return plan ? [[kind, { ...plan, kind }]] : [];
      }),
    );
  }

  /** The owner's own rule for a kind; undefined where it has none. */
  private rule(owner: Owner, kind: TargetKind): TargetPlan | undefined {
    const meant = this.followed(owner, kind);
    if (meant === undefined) return undefined;
    const side = this.from(owner, meant);
    const { plans, lines } = this.variant;
    if (owner === undefined) return plans[side].frame?.targets[meant];
    if (!this.written(owner, meant)) return this.rule(undefined, meant);
    const { plan } = lines[side].get(owner)!;
    return plan.kind === 'declared' ? plan.targets[meant] : undefined;
  }

  /** The kind that `as` leads to; undefined where nothing is written, or it leads in a circle. */
  private followed(owner: Owner, kind: TargetKind): TargetKind | undefined {
    if (!this.written(owner, kind)) return undefined;
    let at: TargetKind | undefined = kind;
    for (const _ of targetKinds) {
      const next: TargetKind | undefined = at && this.written(owner, at)?.as;
      if (next === undefined) return at;
      at = next;
    }
    return undefined;
  }

  private written(owner: Owner, kind: TargetKind) {
    const side = this.from(owner, kind);
    const { plans, lines } = this.variant;
    return owner === undefined
      ? plans[side].rulebook.frame?.targets[kind]
      : lines[side].get(owner)!.written.declared?.targets?.[kind];
  }

  private from(owner: Owner, kind: TargetKind): Side {
    const { plans, lines } = this.variant;
    if (owner !== undefined && !hasBoth(lines, owner)) return this.placedFrom(owner);
    if (owner === undefined && !(plans.before.frame && plans.after.frame))
      return this.side({ of: 'frame', key: 'frame' });
    return this.side({ of: 'targets', owner, kind });
  }
}
