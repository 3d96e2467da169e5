/**
 * Two canonical rulebooks as units that can be exchanged one by one, and any mixture of them as a rulebook again. A unit is
 * named by a key: `line:execution` (that the line is there, and where), `@execution.method`, `frame.targets.atLeast`, `rounding`…
 */
import type { Indicator, Rulebook } from '../../schemas/generated/types.ts';
import { contentHash } from '../compile/index.ts';

export const sides = ['before', 'after'] as const;
export type Side = (typeof sides)[number];

/** A line of one rulebook, without the lines under it. */
export interface Line {
  id: string;
  /** Undefined at the top. */
  parent: string | undefined;
  kind: 'group' | 'declared' | 'leaf';
  written: Indicator;
  children: readonly string[];
}

export interface Units {
  rulebooks: Record<Side, Rulebook>;
  lines: Record<Side, ReadonlyMap<string, Line>>;
  /** Lines whose presence, place or kind is not the same in both. */
  moved: ReadonlySet<string>;
  /** Keys of the units that differ. */
  differing: readonly string[];
}

/** The properties of a line that can be exchanged without touching its place; `targets` go kind by kind. */
const properties = [
  ...['weight', 'outOf', 'line', 'combine', 'optional', 'role', 'notApplicable', 'metric', 'zeroDivision'],
  ...['missing', 'method'],
] as const;
type Property = (typeof properties)[number];

const kinds = ['atLeast', 'atMost', 'plain', 'equal', 'date', 'words'] as const;

export function unitsOf(before: Rulebook, after: Rulebook): Units {
  const lines = { before: linesOf(before), after: linesOf(after) };
  const moved = new Set<string>();
  for (const id of new Set([...lines.before.keys(), ...lines.after.keys()])) {
    const [one, other] = [lines.before.get(id), lines.after.get(id)];
    if (!one || !other || one.parent !== other.parent || one.kind !== other.kind) moved.add(id);
  }
  const rulebooks = { before, after };
  const differing = keysOf(before, after).filter(
    (key) => !same(unitValue(before, key), unitValue(after, key)),
  );
  for (const id of moved) differing.push(`line:${id}`);
  for (const [id, one] of lines.before) {
    const other = lines.after.get(id);
    if (!other || one.kind !== other.kind) continue;
    for (const key of lineKeys(one, other)) {
      const { property } = lineOfKey(key)!;
      if (!same(lineValue(one.written, property), lineValue(other.written, property))) differing.push(key);
    }
  }
  return { rulebooks, lines, moved, differing };
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || (one !== undefined && other !== undefined && contentHash(one) === contentHash(other));

function linesOf(rulebook: Rulebook): Map<string, Line> {
  const found = new Map<string, Line>();
  const visit = (indicators: readonly Indicator[], parent: string | undefined): void => {
    for (const { indicators: below, ...written } of indicators) {
      const kind = below ? 'group' : written.declared ? 'declared' : 'leaf';
      found.set(written.id, {
        id: written.id,
        parent,
        kind,
        written,
        children: (below ?? []).map(({ id }) => id),
      });
      visit(below ?? [], written.id);
    }
  };
  visit(rulebook.indicators, undefined);
  return found;
}

/** Keys of what is not a line. What only one rulebook asks is there in every mixture: nobody else reads it. */
const keysOf = (before: Rulebook, after: Rulebook): string[] => [
  'total',
  'rounding',
  ...(before.frame && after.frame
    ? ['frame.met', 'frame.missing', ...kinds.map((kind) => `frame.targets.${kind}`)]
    : ['frame']),
  ...new Set([...(before.limits ?? []), ...(after.limits ?? [])].map(({ id }) => `limits.${id}`)),
  ...shared(before.metrics, after.metrics).map((id) => `metrics.${id}`),
  ...shared(before.inputs, after.inputs).map((id) => `inputs.${id}`),
];

function unitValue(rulebook: Rulebook, key: string): unknown {
  const [head, ...rest] = key.split('.');
  const name = rest.join('.');
  switch (head) {
    case 'frame': {
      const { frame } = rulebook;
      if (name === '') return frame !== undefined;
      if (name === 'met' || name === 'missing') return frame?.[name];
      return frame?.targets[rest[1] as (typeof kinds)[number]];
    }
    case 'limits':
      return rulebook.limits?.find(({ id }) => id === name);
    case 'metrics':
      return rulebook.metrics?.[name];
    case 'inputs':
      return rulebook.inputs?.[name];
    default:
      return rulebook[head as 'total' | 'rounding'];
  }
}

const lineKeys = (one: Line, other: Line): string[] => [
  ...properties.map((property) => `@${one.id}.${property}`),
  ...(one.kind === 'declared' && other.kind === 'declared'
    ? [`@${one.id}.weights`, ...kinds.map((kind) => `@${one.id}.targets.${kind}`)]
    : []),
];

function lineValue(written: Indicator, property: string): unknown {
  if (property === 'weights') return written.declared?.weights ?? 'declared';
  if (property.startsWith('targets.'))
    return written.declared?.targets?.[property.slice('targets.'.length) as (typeof kinds)[number]];
  return written[property as Property];
}

/** The rulebook in which the units of these keys are the later ones, and all others the earlier ones. */
export function mixture({ rulebooks, lines, moved }: Units, later: ReadonlySet<string>): Rulebook {
  const { before, after } = rulebooks;
  const pick = (key: string): unknown => unitValue(later.has(key) ? after : before, key);
  /** What is there, by id, as it was chosen. */
  const gather = (head: string, ids: Iterable<string>): Record<string, unknown> =>
    Object.fromEntries(
      [...new Set(ids)].flatMap((id) => {
        const value = pick(`${head}.${id}`);
        return value === undefined ? [] : [[id, value]];
      }),
    );
  const placed = new Map<string, Line>();
  for (const side of sides)
    for (const [id, line] of lines[side]) {
      const chosen: Side = moved.has(id) && later.has(`line:${id}`) ? 'after' : 'before';
      if (chosen === side) placed.set(id, line);
    }
  const build = (parent: string | undefined): Indicator[] =>
    [...placed.values()]
      .filter((line) => line.parent === parent)
      .map((line) => {
        const written = writtenLine(line, lines, later);
        return line.kind === 'group' ? { ...written, indicators: build(line.id) } : written;
      });
  const limits = Object.values(
    gather(
      'limits',
      [...(before.limits ?? []), ...(after.limits ?? [])].map(({ id }) => id),
    ),
  );
  return {
    ...before,
    total: pick('total'),
    rounding: pick('rounding'),
    grades: undefined,
    inputs: { ...after.inputs, ...before.inputs, ...chosenInputs(rulebooks, later) },
    metrics: {
      ...after.metrics,
      ...before.metrics,
      ...gather('metrics', shared(before.metrics, after.metrics)),
    },
    frame:
      before.frame && after.frame
        ? {
            targets: gather('frame.targets', kinds),
            ...(pick('frame.met') ? { met: pick('frame.met') } : {}),
            ...(pick('frame.missing') ? { missing: pick('frame.missing') } : {}),
          }
        : (later.has('frame') ? after : before).frame,
    indicators: build(undefined),
    limits: limits.length > 0 ? limits : undefined,
  } as Rulebook;
}

const shared = (one: object | undefined, other: object | undefined): string[] =>
  Object.keys(one ?? {}).filter((id) => other && Object.hasOwn(other, id));

const chosenInputs = ({ before, after }: Record<Side, Rulebook>, later: ReadonlySet<string>) =>
  Object.fromEntries(
    shared(before.inputs, after.inputs).map((id) => [
      id,
      (later.has(`inputs.${id}`) ? after : before).inputs![id],
    ]),
  );

/** A line of both rulebooks takes each property from the one chosen for it. */
function writtenLine(line: Line, lines: Units['lines'], later: ReadonlySet<string>): Indicator {
  const [one, other] = [lines.before.get(line.id), lines.after.get(line.id)];
  if (!one || !other || one.kind !== other.kind) return line.written;
  const choose = (property: string): unknown =>
    lineValue((later.has(`@${line.id}.${property}`) ? other : one).written, property);
  const entries = properties.flatMap((property) => {
    const value = choose(property);
    return value === undefined ? [] : [[property, value]];
  });
  const plain = { id: line.id, name: line.id, ...Object.fromEntries(entries) } as Indicator;
  if (line.kind !== 'declared') return plain;
  const targets = Object.fromEntries(
    kinds.flatMap((kind) => {
      const value = choose(`targets.${kind}`);
      return value === undefined ? [] : [[kind, value]];
    }),
  );
  return {
    ...plain,
    declared: { weights: choose('weights'), ...(Object.keys(targets).length > 0 ? { targets } : {}) },
  } as Indicator;
}

/** The line of a key, and which of its properties: `@execution.method` → execution, method. */
export function lineOfKey(key: string): { id: string; property: string } | undefined {
  if (key.startsWith('line:')) return { id: key.slice('line:'.length), property: 'line' };
  if (!key.startsWith('@')) return undefined;
  const dot = key.indexOf('.');
  return { id: key.slice(1, dot), property: key.slice(dot + 1) };
}
