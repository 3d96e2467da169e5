/** Which components of a form an edit can move. Where in doubt it is said to: that costs time, never truth. */
import { namesInLine, type TargetKind, targetKinds } from '../compile/index.ts';
import type { PlanPart } from '../edits/index.ts';
import type { Bundle } from './bundles.ts';
import { rowComponent, Versions, whole } from './components.ts';
import type { Editions, Variant } from './editions.ts';
import { type Side, sides } from './lines.ts';
import { readText } from './same.ts';

/** For each component, the indices of the edits that can move it, rising. */
export type Touching = ReadonlyMap<string, readonly number[]>;

export async function touchingOf(
  editions: Editions,
  coarse: ReadonlySet<string>,
  bundles: readonly Bundle[],
): Promise<Touching> {
  const reach = new Reach(editions, coarse, await readersOf(editions));
  const touching = new Map<string, number[]>();
  bundles.forEach((bundle, index) => {
    for (const component of new Set(bundle.flatMap((part) => [...reach.of(part)]))) {
      const known = touching.get(component);
      if (known) known.push(index);
      else touching.set(component, [index]);
    }
  });
  return touching;
}

/** The lines that another definition of a named metric changes, in some mixture. */
async function readersOf(editions: Editions): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { metrics } = editions;
  const readers = new Map<string, Set<string>>();
  for (const id of metrics) {
    const rest = metrics.filter((one) => one !== id);
    const lines = new Set<string>();
    // Alone, and as the last: against either plan.
    for (const others of [new Set<string>(), new Set(rest)])
      for (const line of changedLines(
        await editions.variant(others),
        await editions.variant(new Set([...others, id])),
        editions,
      ))
        lines.add(line);
    readers.set(id, lines);
  }
  for (const id of metrics)
    for (const behind of editions.metricsBehind(id))
      for (const line of readers.get(id)!) readers.get(behind)?.add(line);
  return readers;
}

function changedLines(one: Variant | undefined, other: Variant | undefined, { lines }: Editions): string[] {
  const all = [...new Set(sides.flatMap((side) => [...lines[side].keys()]))];
  if (!one || !other) return all;
  return all.filter((id) => sides.some((side) => lineText(one, side, id) !== lineText(other, side, id)));
}

/** All of a line's own plan that names can stand in. */
function lineText({ lines }: Variant, side: Side, id: string): string {
  const plan = lines[side].get(id)?.plan;
  if (!plan) return '';
  const rules =
    plan.kind === 'leaf'
      ? [readText.rule(plan.rule)]
      : plan.kind === 'declared'
        ? targetKinds.map((kind) => readText.target(plan.targets[kind]))
        : [];
  return [readText.notApplicable(plan.notApplicable), ...rules].join('\n');
}

class Reach {
  private readonly editions: Editions;
  private readonly coarse: ReadonlySet<string>;
  private readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly versions: Versions;

  constructor(
    editions: Editions,
    coarse: ReadonlySet<string>,
    readers: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    this.editions = editions;
    this.coarse = coarse;
    this.readers = readers;
    this.versions = new Versions(editions);
  }

  of(part: PlanPart): Set<string> {
    if (this.coarse.has(whole)) return new Set([whole]);
    switch (part.of) {
      case 'line':
        return part.key === 'weight'
          ? this.each((side) => this.byWeight(side, part.id))
          : this.each((side) => this.under(side, part.id));
      case 'targets':
        return part.owner === undefined ? this.ofFrame(part.kind) : this.ofTargets(part.owner, part.kind);
      case 'frame':
        return this.everyRow();
      case 'metric':
        return this.underAll(this.readers.get(part.id) ?? []);
      case 'input':
        return this.ofInput(part.id);
      case 'whole':
        return part.key === 'total'
          ? this.each((side) =>
              this.versions
                .below(undefined)
                .flatMap((id) => (this.isShare(id) ? this.byWeight(side, id) : [])),
            )
          : this.everything();
      default:
        return this.everything();
    }
  }

  private each(list: (side: Side) => readonly string[]): Set<string> {
    return new Set(sides.flatMap(list));
  }

  private everything(): Set<string> {
    return this.underAll(this.versions.below(undefined));
  }

  private underAll(ids: Iterable<string>): Set<string> {
    return new Set([...ids].flatMap((id) => [...this.each((side) => this.under(side, id))]));
  }

  /** The components that a line is, or is in. */
  private under(side: Side, id: string): string[] {
    const line = this.editions.lines[side].get(id);
    if (!line) return [];
    const component = this.outermost(side, id);
    if (component !== undefined) return [component];
    if (line.plan.kind === 'leaf') return [id];
    if (line.plan.kind === 'declared') return targetKinds.map((kind) => rowComponent(id, kind));
    return line.children.flatMap((child) => this.under(side, child));
  }

  /** The outermost line that is one component, at or above the given one. */
  private outermost(side: Side, id: string): string | undefined {
    const lines = this.editions.lines[side];
    let found: string | undefined;
    for (let at = lines.get(id); at; at = at.parent === undefined ? undefined : lines.get(at.parent))
      if (this.coarse.has(at.id)) found = at.id;
    return found;
  }

  /** What a line's weight moves: itself, rows that share it, and lines under it that weigh a share of it. */
  private byWeight(side: Side, id: string): string[] {
    const line = this.editions.lines[side].get(id);
    if (!line) return [];
    const own = this.under(side, id);
    if (line.plan.kind !== 'group' || own.length === 1) return own;
    return line.children.flatMap((child) => (this.isShare(child) ? this.byWeight(side, child) : []));
  }

  private isShare(id: string): boolean {
    return this.versions.some(id, ({ written }) => written.weight?.endsWith('%') ?? false);
  }

  private declared(): string[] {
    return [
      ...this.each((side) =>
        [...this.editions.lines[side].values()]
          .filter(({ plan }) => plan.kind === 'declared')
          .map(({ id }) => id),
      ),
    ];
  }

  private everyRow(): Set<string> {
    return this.underAll(this.declared());
  }

  private ofTargets(owner: string, kind: TargetKind): Set<string> {
    return new Set(this.rows(owner, this.following(owner, kind)));
  }

  private ofFrame(kind: TargetKind): Set<string> {
    return new Set(
      this.declared().flatMap((id) => {
        const hasOwn = (one: TargetKind) =>
          this.versions.of(id).every(({ written }) => written.declared?.targets?.[one]?.method);
        return [...this.rows(id, new Set([...this.following(id, kind)].filter((one) => !hasOwn(one))))];
      }),
    );
  }

  /** The rows of these kinds in a group: where the group is one component, that. */
  private rows(id: string, of: ReadonlySet<TargetKind>): string[] {
    const other = new Set(targetKinds.filter((kind) => !of.has(kind)).map((kind) => rowComponent(id, kind)));
    return [...this.each((side) => this.under(side, id))].filter((component) => !other.has(component));
  }

  /** The kind, and every kind that is scored as it in some version. */
  private following(id: string, kind: TargetKind): Set<TargetKind> {
    const written = [
      ...sides.map((side) => this.editions.plans[side].rulebook.frame?.targets),
      ...this.versions.of(id).map((line) => line.written.declared?.targets),
    ];
    const found = new Set<TargetKind>([kind]);
    for (let size = 0; size < found.size; ) {
      size = found.size;
      for (const one of targetKinds)
        for (const targets of written) {
          const as = targets?.[one]?.as;
          if (as && found.has(as)) found.add(one);
        }
    }
    return found;
  }

  /** Every component whose lines read the input: as compiled, or by a named metric of the other edition. */
  private ofInput(id: string): Set<string> {
    const readers = sides.flatMap((side) =>
      [...this.editions.lines[side].values()]
        .filter(({ plan }) => namesInLine(plan).has(id))
        .map((line) => line.id),
    );
    const metrics = this.editions.metrics.filter((metric) => this.editions.metricReads(metric, id));
    return this.underAll([...readers, ...metrics.flatMap((metric) => [...this.readers.get(metric)!])]);
  }
}
