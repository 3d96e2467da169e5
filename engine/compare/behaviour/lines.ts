/** The lines to hold against each other: fixed leaves that are the same indicator, and each kind of target of each group. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { words } from '../../../schemas/generated/words.ts';
import {
  type DeclaredPlan,
  type GroupPlan,
  type IndicatorPlan,
  renamedRule,
  type ScoringPlan,
  type TargetKind,
  type TargetPlan,
} from '../../compile/index.ts';
import { type Pairing, targetKinds } from '../../edits/index.ts';
import { keyOf, renamed } from '../../expression/index.ts';
import { type Line, linesOf } from '../../lines/index.ts';
import { same } from '../edition.ts';
import { laterInputs } from './names.ts';

export interface LinePair {
  /** In the later edition where it has the line: `execution`, `frame.words`, `cost.plain`. */
  id: string;
  kind: 'leaf' | TargetKind;
  subject: Bilingual;
  /** Rewritten in the names of the later edition. */
  before: Line | undefined;
  after: Line | undefined;
  /** Of a target: the groups of the later edition that score it so. */
  groups: { before: DeclaredPlan; after: DeclaredPlan }[];
}

export function pairLines(before: ScoringPlan, after: ScoringPlan, pairing: Pairing): LinePair[] {
  const old = linesOf(before).map((line) => inLaterNames(line, pairing));
  const now = linesOf(after);
  return [...leaves(before, after, old, now, pairing), ...targets(before, after, old, now, pairing)];
}

function leaves(
  before: ScoringPlan,
  after: ScoringPlan,
  old: readonly Line[],
  now: readonly Line[],
  pairing: Pairing,
): LinePair[] {
  const earlier = new Map(pairing.indicators.map((pair) => [pair.after, pair.before]));
  const lineIn = (lines: readonly Line[], id: string | undefined) =>
    lines.find((line) => line.kind === 'leaf' && line.id === id);
  const pairs: LinePair[] = [];
  for (const id of after.byId.keys()) {
    const after = lineIn(now, id);
    const before = lineIn(old, earlier.get(id));
    const known = after ?? before;
    if (!known) continue;
    pairs.push({ id, kind: 'leaf', subject: same(known.name), before, after, groups: [] });
  }
  const kept = new Set(pairing.indicators.map((pair) => pair.before));
  for (const id of before.byId.keys()) {
    const line = lineIn(old, id);
    if (line && !kept.has(id))
      pairs.push({ id, kind: 'leaf', subject: same(line.name), before: line, after: undefined, groups: [] });
  }
  return pairs;
}

function targets(
  before: ScoringPlan,
  after: ScoringPlan,
  old: readonly Line[],
  now: readonly Line[],
  pairing: Pairing,
): LinePair[] {
  const lineOf = (lines: readonly Line[], plan: TargetPlan | undefined) =>
    plan && lines.find((line) => line.row?.plan === plan);
  const pairs = new Map<string, LinePair>();
  for (const pair of pairing.indicators) {
    const was = before.byId.get(pair.before);
    const is = after.byId.get(pair.after);
    if (was?.kind !== 'declared' || is?.kind !== 'declared') continue;
    for (const kind of targetKinds) {
      const one = lineOf(old, was.targets[kind]);
      const other = lineOf(now, is.targets[kind]);
      if (!one || !other) continue;
      const isFrame = one.id.startsWith('frame.') && other.id.startsWith('frame.');
      const key = `${one.id} ${other.id}`;
      const groups = { before: was, after: is };
      const known = pairs.get(key);
      if (known) {
        known.groups.push(groups);
        continue;
      }
      const id = `${isFrame ? 'frame' : is.id}.${kind}`;
      const word = words.targetKind[kind];
      const owner = isFrame ? { zh: '自设指标', en: 'declared lines' } : same(is.name);
      const subject = { zh: `${owner.zh} · ${word.zh}`, en: `${owner.en} · ${word.en}` };
      pairs.set(key, { id, kind, subject, before: one, after: other, groups: [groups] });
    }
  }
  return [...pairs.values()].sort(
    (a, b) =>
      Number(!a.id.startsWith('frame.')) - Number(!b.id.startsWith('frame.')) ||
      targetKinds.indexOf(a.kind as TargetKind) - targetKinds.indexOf(b.kind as TargetKind) ||
      0,
  );
}

/** A line of the earlier edition as if it had been written with the later one's input ids. */
function inLaterNames(line: Line, pairing: Pairing): Line {
  const { inputAfter } = pairing;
  if ([...inputAfter].every(([old, now]) => old === now)) return line;
  const name = laterInputs(pairing);
  const back = new Map([...inputAfter].map(([old, now]) => [now, old]));
  const { metric } = line;
  const rule = renamedRule(line.rule, name);
  const isRate = metric !== undefined && line.rule.rates.has(keyOf(metric));
  return {
    ...line,
    metric: metric && renamed(metric, name),
    rule: isRate ? { ...rule, rates: new Set([...rule.rates, keyOf(renamed(metric, name))]) } : rule,
    bounds: (key) => line.bounds(back.get(key) ?? key),
  };
}

/** The groups over a line, and over the groups that score a kind of target; only those that may not apply matter. */
export function groupsOver(
  { groups, before, after }: LinePair,
  side: 'before' | 'after',
  plan: ScoringPlan,
): (GroupPlan | DeclaredPlan)[] {
  const line = side === 'before' ? before : after;
  const ids = line?.leaf ? [line.leaf.id] : groups.map((group) => group[side].id);
  const found = new Set<GroupPlan | DeclaredPlan>();
  const visit = (list: readonly IndicatorPlan[], over: readonly (GroupPlan | DeclaredPlan)[]): void => {
    for (const one of list) {
      if (ids.includes(one.id))
        for (const group of one.kind === 'declared' ? [...over, one] : over) found.add(group);
      if (one.kind === 'group') visit(one.children, [...over, one]);
    }
  };
  visit(plan.indicators, []);
  return [...found];
}
