/** The parts of two plans that can be taken from either one by one, and which of them differ. */
import { type LeafPlan, type ScoringPlan, type TargetKind, targetKinds } from '../compile/index.ts';
import type { PlanPart, WholeKey } from '../edits/index.ts';
import { valueKeyOf } from '../expression/index.ts';
import type { Editions, Variant } from './editions.ts';
import { type LineProperty, lineProperties, type Placed, partOfPlan, type Side, sides } from './lines.ts';
import { frameKeyText, inputText, readFrameKeys, readInputKeys, readText } from './same.ts';

/** Names a part: two parts are one where their keys are. */
export function partKey(part: PlanPart): string {
  switch (part.of) {
    case 'whole':
    case 'frame':
      return `${part.of} ${part.key}`;
    case 'line':
    case 'input':
      return `${part.of} ${part.key} ${part.id}`;
    case 'targets':
      return `${part.of} ${part.kind} ${part.owner ?? ''}`;
    case 'rollup':
      return part.of;
    default:
      return `${part.of} ${part.id}`;
  }
}

/** Which edition each part is taken from. */
export type Chosen = (part: PlanPart) => Side;

export const chosenBy =
  (later: ReadonlySet<string>): Chosen =>
  (part) =>
    later.has(partKey(part)) ? 'after' : 'before';

/** Keys of the rulebook itself that move points. */
export const wholeKeys = Object.values(partOfPlan).filter(
  (one): one is Exclude<typeof one, 'each' | 'apart'> => one !== 'each' && one !== 'apart',
) satisfies WholeKey[];

/** Lines whose presence, place or kind is not the same in both. */
export function movedLines({ lines }: Pick<Editions, 'lines'>): Set<string> {
  const moved = new Set<string>();
  for (const id of new Set(sides.flatMap((side) => [...lines[side].keys()]))) {
    const [one, other] = [lines.before.get(id), lines.after.get(id)];
    if (!one || !other || one.parent !== other.parent || one.plan.kind !== other.plan.kind) moved.add(id);
  }
  return moved;
}

/** Every part in which the two differ so that a form could score otherwise. */
export async function differingParts(editions: Editions, moved: ReadonlySet<string>): Promise<PlanPart[]> {
  const { plans } = editions;
  const held = (await editions.variant(new Set(editions.metrics)))!;
  const parts: PlanPart[] = wholeKeys.flatMap((key) =>
    wholeText(plans.before, key) === wholeText(plans.after, key) ? [] : [{ of: 'whole', key }],
  );
  parts.push(...frameParts(plans), ...limitParts(held));
  parts.push(...editions.metrics.map((id): PlanPart => ({ of: 'metric', id })));
  parts.push(...inputParts(plans));
  parts.push(...[...moved].map((id): PlanPart => ({ of: 'line', id, key: 'place' })));
  for (const [id, one] of held.lines.before) {
    const other = held.lines.after.get(id);
    if (!other || one.plan.kind !== other.plan.kind) continue;
    for (const key of lineProperties)
      if (await differs(held, one, other, key)) parts.push({ of: 'line', id, key });
    if (one.plan.kind === 'declared')
      parts.push(
        ...targetKinds.flatMap((kind): PlanPart[] =>
          targetText(held, 'before', id, kind) === targetText(held, 'after', id, kind)
            ? []
            : [{ of: 'targets', owner: id, kind }],
        ),
      );
  }
  return parts;
}

function wholeText({ rounding, total }: ScoringPlan, key: (typeof wholeKeys)[number]): string {
  return key === 'total' ? readText.number(total) : readText.plain(rounding);
}

function frameParts(plans: Record<Side, ScoringPlan>): PlanPart[] {
  const { before, after } = { before: plans.before.frame, after: plans.after.frame };
  if (!before && !after) return [];
  if (!before || !after) return [{ of: 'frame', key: 'frame' }];
  return [
    ...readFrameKeys.flatMap((key): PlanPart[] =>
      frameKeyText(before, key) === frameKeyText(after, key) ? [] : [{ of: 'frame', key }],
    ),
    ...targetKinds.flatMap((kind): PlanPart[] =>
      frameText(plans.before, kind) === frameText(plans.after, kind)
        ? []
        : [{ of: 'targets', owner: undefined, kind }],
    ),
  ];
}

/** What is written of a kind of target: that it is scored as another kind, or its rule. */
const frameText = ({ rulebook, frame }: ScoringPlan, kind: TargetKind): string => {
  const written = rulebook.frame?.targets[kind];
  return written?.as ?? (written ? readText.target(frame?.targets[kind]) : '');
};
function targetText({ lines }: Variant, side: Side, id: string, kind: TargetKind): string {
  const { plan, written } = lines[side].get(id)!;
  const own = written.declared?.targets?.[kind];
  return own?.as ?? (own && plan.kind === 'declared' ? readText.target(plan.targets[kind]) : '');
}

function limitParts({ plans: { before, after } }: Variant): PlanPart[] {
  const ids = new Set([...before.limits, ...after.limits].map(({ id }) => id));
  const of = (plan: ScoringPlan, id: string) => readText.limit(plan.limits.find((one) => one.id === id));
  return [...ids].flatMap((id): PlanPart[] =>
    of(before, id) === of(after, id) ? [] : [{ of: 'limit', id }],
  );
}

/** What only one edition asks is there in every mixture: nothing of the other reads it. */
function inputParts({ before, after }: Record<Side, ScoringPlan>): PlanPart[] {
  return [...before.inputs].flatMap(([id, one]) => {
    const other = after.inputs.get(id);
    if (!other) return [];
    return readInputKeys.flatMap((key): PlanPart[] =>
      inputText(one, key) === inputText(other, key) ? [] : [{ of: 'input', id, key }],
    );
  });
}

/** Held with the same named metrics, so that only what the line itself says can differ. */
async function differs(variant: Variant, one: Placed, other: Placed, key: LineProperty): Promise<boolean> {
  const [a, b] = [one.plan, other.plan];
  switch (key) {
    case 'weight':
      return weighsOtherwise(variant, one, other);
    case 'line':
      return one.written.line !== other.written.line;
    case 'method':
      return a.kind === 'leaf' && b.kind === 'leaf' && methodDiffers(variant, a, b);
    case 'metric': {
      if (a.kind !== 'leaf') return false;
      const [is, was] = sides.map((side) => variant.metric(side, one.id));
      return (is && valueKeyOf(is)) !== (was && valueKeyOf(was));
    }
    case 'notApplicable':
      return readText.notApplicable(a.notApplicable) !== readText.notApplicable(b.notApplicable);
    case 'combine': {
      const text = (plan: typeof a) =>
        plan.kind !== 'group'
          ? ''
          : typeof plan.combine === 'string'
            ? plan.combine
            : valueKeyOf(plan.combine);
      return text(a) !== text(b);
    }
    case 'outOf':
      return (
        a.kind === 'group' && b.kind === 'group' && readText.number(a.outOf) !== readText.number(b.outOf)
      );
    case 'weights':
      return a.kind === 'declared' && b.kind === 'declared' && a.weights !== b.weights;
    case 'zeroDivision':
    case 'missing':
      return a.kind === 'leaf' && b.kind === 'leaf' && a[key] !== b[key];
    case 'optional':
    case 'role':
      return a[key] !== b[key];
  }
}

/** True of other points, and of a share that is another once what it is a share of changes. */
function weighsOtherwise({ plans, lines }: Variant, one: Placed, other: Placed): boolean {
  const base = (side: Side, { parent }: Placed): string => {
    const group = parent === undefined ? undefined : lines[side].get(parent)!.plan;
    const scale = group?.kind === 'group' ? (group.outOf ?? group.weight) : plans[side].total;
    return readText.number(scale);
  };
  const isOfOne = base('before', one) === base('after', other);
  const text = isOfOne ? ({ plan }: Placed) => readText.number(plan.weight) : weightText;
  return text(one) !== text(other);
}

/** A weight as written: points, or a share of what it stands under. */
const weightText = ({ written: { weight }, plan }: Placed): string =>
  weight === undefined ? '' : weight.endsWith('%') ? weight : readText.number(plan.weight);

/** The same method gives the same rule in the setting of either line; one that cannot stand there is another. */
async function methodDiffers(variant: Variant, one: LeafPlan, other: LeafPlan): Promise<boolean> {
  for (const [side, leaf] of [['before', one] as const, ['after', other] as const]) {
    const setting = { metric: side, weight: leaf.weight!, penalty: leaf.line === 'penalty' };
    const [a, b] = [
      await variant.rule(one.id, { ...setting, method: 'before' }),
      await variant.rule(one.id, { ...setting, method: 'after' }),
    ];
    if (!a || !b || readText.rule(a.rule) !== readText.rule(b.rule)) return true;
  }
  return false;
}
