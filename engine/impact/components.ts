/**
 * The parts a total is the plain sum of, and which edits can move which part. Lines under pure sums stand for themselves, rows
 * that units declare by the kind of their target; a group that does more than add (折算、最低、扣减…) is one part with all below it.
 * Where in doubt, edits are said to touch: that costs time, never truth.
 */
import type { Indicator, Rulebook } from '../../schemas/generated/types.ts';
import type { ScoredNode } from '../evaluate/index.ts';
import type { Edit } from './edits.ts';
import { type Line, lineOfKey, type Side, type Units } from './units.ts';

const sides: readonly Side[] = ['before', 'after'];
const kinds = ['atLeast', 'atMost', 'plain', 'equal', 'date', 'words'] as const;
type Kind = (typeof kinds)[number];

/** The part that is the whole form. */
export const whole = 'total';

export interface Components {
  /** Lines that are one part with everything under them; `total` where the whole form is. */
  coarse: ReadonlySet<string>;
  /** For each part, the indices of the edits that can move it, rising. */
  touching: ReadonlyMap<string, readonly number[]>;
}

/** Adds the points of a scored form up by part; `nameOf` puts ids into the shared namespace. */
export function sumByComponent<N>(
  node: ScoredNode<N>,
  coarse: ReadonlySet<string>,
  nameOf: (id: string) => string,
  add: (component: string, points: N) => void,
): void {
  if (coarse.has(whole)) {
    add(whole, node.points);
    return;
  }
  const visit = (one: ScoredNode<N>): void => {
    const id = nameOf(one.id);
    if (one.plan?.kind === 'leaf' || coarse.has(id)) add(id, one.points);
    else if (one.plan?.kind === 'declared')
      for (const row of one.children) add(`${id}/${row.row!.kind}`, row.points);
    else one.children.forEach(visit);
  };
  node.children.forEach(visit);
}

export function componentsOf(units: Units, edits: readonly Edit[]): Components {
  const coarse = coarseLines(units);
  const reach = new Reach(units, coarse);
  const touching = new Map<string, number[]>();
  edits.forEach((edit, index) => {
    for (const component of new Set(edit.flatMap((key) => [...reach.of(key)]))) {
      const known = touching.get(component);
      if (known) known.push(index);
      else touching.set(component, [index]);
    }
  });
  return { coarse, touching };
}

/** What both versions of a line say together: a mixture may hold either. */
interface Joint {
  versions: readonly Line[];
  has(test: (written: Indicator) => unknown): boolean;
}

function jointOf({ lines }: Units, id: string): Joint {
  const versions = sides.flatMap((side) => lines[side].get(id) ?? []);
  return { versions, has: (test) => versions.some(({ written }) => test(written)) };
}

const rescales = ({ notApplicable }: Indicator) => notApplicable?.policy === 'rescale';

function coarseLines(units: Units): Set<string> {
  const { rulebooks, lines } = units;
  const coarse = new Set<string>();
  const ids = new Set(sides.flatMap((side) => [...lines[side].keys()]));
  const below = (id: string | undefined): Set<string> =>
    new Set(
      sides.flatMap((side) =>
        [...lines[side].values()].filter(({ parent }) => parent === id).map((one) => one.id),
      ),
    );
  const isCoarse = (id: string | undefined): boolean => {
    const children = [...below(id)];
    return children.some(
      (child) =>
        jointOf(units, child).has(({ line }) => line === 'penalty') ||
        leavesWeight(units, child, below) === 'yes',
    );
  };
  for (const id of ids) {
    const { versions, has } = jointOf(units, id);
    if (versions.every(({ kind }) => kind === 'leaf')) continue;
    const withheld = has(({ notApplicable }) => notApplicable && notApplicable.policy !== 'forbidden');
    const combined = has(({ combine, outOf }) => outOf !== undefined || (combine ?? 'sum') !== 'sum');
    if (withheld || combined || isCoarse(id)) coarse.add(id);
  }
  const limited = sides.some((side) => rulebooks[side].limits || rulebooks[side].rounding.at === 'total');
  const displaced = coarse.size > 0 && [...units.moved].some((id) => jointOf(units, id).versions.length > 1);
  if (limited || displaced || isCoarse(undefined)) coarse.add(whole);
  return coarse;
}

/** Whether a line may be left out so that its siblings take over its weight; `weightless` where there is none to take. */
function leavesWeight(
  units: Units,
  id: string,
  below: (id: string) => Set<string>,
): 'yes' | 'weightless' | 'no' {
  const { versions, has } = jointOf(units, id);
  if (has(rescales)) return 'yes';
  const optional = has((written) => written.optional);
  const weighs = has(({ weight }) => weight !== undefined);
  const answers: ('yes' | 'weightless' | 'no')[] = versions.map(({ kind }) => {
    if (kind === 'leaf') return optional ? 'yes' : 'no';
    if (kind === 'declared') return optional ? (weighs ? 'yes' : 'weightless') : 'no';
    const children = [...below(id)].map((child) => leavesWeight(units, child, below));
    const steady = [...below(id)].every((child) => !units.moved.has(child));
    const all = steady ? children.every((one) => one !== 'no') : children.some((one) => one !== 'no');
    if (!all) return 'no';
    return weighs || children.includes('yes') ? 'yes' : 'weightless';
  });
  return answers.includes('yes') ? 'yes' : answers.includes('weightless') ? 'weightless' : 'no';
}

/** Which parts a unit can move. */
class Reach {
  private readonly units: Units;
  private readonly coarse: ReadonlySet<string>;

  constructor(units: Units, coarse: ReadonlySet<string>) {
    this.units = units;
    this.coarse = coarse;
  }

  of(key: string): Set<string> {
    if (this.coarse.has(whole)) return new Set([whole]);
    const line = lineOfKey(key);
    if (line) return this.ofLine(line.id, line.property);
    const [head, name, kind] = key.split('.');
    switch (head) {
      case 'total':
        return this.each((side) =>
          this.top(side).flatMap((id) => (this.isShare(id) ? this.byWeight(side, id) : [])),
        );
      case 'frame':
        return name === 'targets' ? this.ofFrame(kind as Kind) : this.everyRow();
      case 'metrics':
      case 'inputs':
        return this.ofFact(name!);
      default:
        return this.each((side) => this.top(side).flatMap((id) => this.under(side, id)));
    }
  }

  private each(list: (side: Side) => readonly string[]): Set<string> {
    return new Set(sides.flatMap(list));
  }

  private top(side: Side): string[] {
    return [...this.units.lines[side].values()]
      .filter(({ parent }) => parent === undefined)
      .map(({ id }) => id);
  }

  /** The parts that a line is, or is in. */
  private under(side: Side, id: string): string[] {
    const lines = this.units.lines[side];
    const line = lines.get(id);
    if (!line) return [];
    const part = outermost(lines, id, this.coarse);
    if (part !== undefined) return [part];
    if (line.kind === 'leaf') return [id];
    if (line.kind === 'declared') return kinds.map((kind) => `${id}/${kind}`);
    return line.children.flatMap((child) => this.under(side, child));
  }

  private ofLine(id: string, property: string): Set<string> {
    if (property === 'weight') return this.each((side) => this.byWeight(side, id));
    const all = this.each((side) => this.under(side, id));
    if (!property.startsWith('targets.')) return all;
    const kind = property.slice('targets.'.length) as Kind;
    const following = this.following(kind, id);
    return new Set(
      [...all].filter((part) => !part.startsWith(`${id}/`) || following.has(part.split('/')[1] as Kind)),
    );
  }

  /** What a line's weight moves: itself, rows that share it, and lines under it that weigh a share of it. */
  private byWeight(side: Side, id: string): string[] {
    const line = this.units.lines[side].get(id);
    if (!line) return [];
    const own = this.under(side, id);
    if (line.kind !== 'group' || own.length === 1) return own;
    return line.children.flatMap((child) => (this.isShare(child) ? this.byWeight(side, child) : []));
  }

  private isShare(id: string): boolean {
    return jointOf(this.units, id).has(({ weight }) => weight?.endsWith('%'));
  }

  private declared(): string[] {
    return [
      ...this.each((side) =>
        [...this.units.lines[side].values()].filter((one) => one.kind === 'declared').map(({ id }) => id),
      ),
    ];
  }

  private everyRow(): Set<string> {
    return new Set(this.declared().flatMap((id) => [...this.each((side) => this.under(side, id))]));
  }

  private ofFrame(kind: Kind): Set<string> {
    return new Set(
      this.declared().flatMap((id) => {
        const versions = jointOf(this.units, id).versions;
        const own = (one: Kind) => versions.every(({ written }) => written.declared?.targets?.[one]?.method);
        const following = [...this.following(kind, id)].filter((one) => !own(one));
        return [...this.each((side) => this.under(side, id))].filter(
          (part) => !part.startsWith(`${id}/`) || following.includes(part.split('/')[1] as Kind),
        );
      }),
    );
  }

  /** The kind, and every kind that is scored as it in some version. */
  private following(kind: Kind, id: string): Set<Kind> {
    const { rulebooks } = this.units;
    const written = [
      ...sides.map((side) => rulebooks[side].frame?.targets),
      ...jointOf(this.units, id).versions.map((line) => line.written.declared?.targets),
    ];
    const found = new Set<Kind>([kind]);
    for (let size = 0; size < found.size; ) {
      size = found.size;
      for (const one of kinds)
        for (const targets of written) if (targets?.[one]?.as && found.has(targets[one].as)) found.add(one);
    }
    return found;
  }

  /** Every part whose lines name the input or metric, directly or through a metric. */
  private ofFact(name: string): Set<string> {
    const { rulebooks, lines } = this.units;
    const names = new Set([name]);
    for (let size = 0; size < names.size; ) {
      size = names.size;
      for (const side of sides)
        for (const [id, { expression }] of Object.entries(rulebooks[side].metrics ?? {}))
          if (mentions(expression, names)) names.add(id);
    }
    const inFrame = sides.some((side) => mentions(frameOf(rulebooks[side]), names));
    const named = sides.flatMap((side) =>
      [...lines[side].values()].filter(({ written }) => mentions(written, names)).map(({ id }) => id),
    );
    return new Set([
      ...named.flatMap((id) => [...this.each((side) => this.under(side, id))]),
      ...(inFrame ? this.everyRow() : []),
    ]);
  }
}

const frameOf = ({ frame }: Rulebook): unknown => frame?.targets ?? null;

const mentions = (value: unknown, names: ReadonlySet<string>): boolean => {
  const text = JSON.stringify(value) ?? '';
  return (text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []).some((word) => names.has(word));
};

/** The outermost line that is one part, at or above the given one. */
function outermost(
  lines: ReadonlyMap<string, Line>,
  id: string,
  coarse: ReadonlySet<string>,
): string | undefined {
  let found: string | undefined;
  for (let at = lines.get(id); at; at = at.parent === undefined ? undefined : lines.get(at.parent))
    if (coarse.has(at.id)) found = at.id;
  return found;
}
