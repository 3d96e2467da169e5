/**
 * Which indicator and input of one edition is which of the other: by `renamedFrom`, by id, and where neither tells, by
 * the best match of name and structure. Every thing is paired once; ties go to what is written first. What is paired is one thing
 * to every reader: a comparison calls it the same, and what a form says of it is carried over.
 */
import type { Indicator } from '../../schemas/generated/types.ts';
import type { IndicatorPlan, ScoringPlan } from '../compile/index.ts';
import { keyOf, renamed } from '../expression/index.ts';
import { similarity } from './similarity.ts';

export type PairedBy = 'renamedFrom' | 'id' | 'match';

export interface Pair {
  before: string;
  after: string;
  by: PairedBy;
}

export interface Pairing {
  /** In the order of the later edition. */
  indicators: readonly Pair[];
  inputs: readonly Pair[];
  /** The id in the later edition of an indicator of the earlier one. */
  indicatorAfter: ReadonlyMap<string, string>;
  inputAfter: ReadonlyMap<string, string>;
  /** An id of the earlier edition in the namespace both share: no two different things have one id there. */
  sharedLine(id: string): string;
  sharedInput(id: string): string;
}

/** Alike enough to be the same thing under another id. */
const enough = 0.6;
/** All but the same name: what it takes where forms write something under it that would go to the other. */
const sameName = 0.8;

export function pairEditions(before: ScoringPlan, after: ScoringPlan): Pairing {
  const inputs = pairInputs(before, after);
  const inputAfter = new Map(inputs.map((pair) => [pair.before, pair.after]));
  const indicators = pairIndicators(before, after, inputAfter);
  const indicatorAfter = new Map(indicators.map((pair) => [pair.before, pair.after]));
  return {
    indicators,
    inputs,
    inputAfter,
    indicatorAfter,
    sharedLine: sharing(indicatorAfter, after.byId, '-before'),
    sharedInput: sharing(inputAfter, after.inputs, 'Before'),
  };
}

/** The later id of what is paired; else its own, with the suffix while the later edition calls something else by it. */
function sharing(
  pairs: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, unknown>,
  suffix: string,
): (id: string) => string {
  return (id) => {
    let free = pairs.get(id) ?? id;
    while (!pairs.has(id) && after.has(free)) free += suffix;
    return free;
  };
}

/** How much two things are the same, from 0 to 1; `known` is what was paired before. */
type Alike = (before: string, after: string, known: ReadonlyMap<string, string>) => number;

function pairInputs(before: ScoringPlan, after: ScoringPlan): Pair[] {
  const renames = ({ rulebook }: ScoringPlan) =>
    new Map(
      Object.entries(rulebook.inputs ?? {}).flatMap(([id, { renamedFrom }]): [string, string][] =>
        renamedFrom === undefined ? [] : [[id, renamedFrom]],
      ),
    );
  const declared = { before: renames(before), after: renames(after) };
  const alike: Alike = (one, other) => {
    const a = before.inputs.get(one)!;
    const b = after.inputs.get(other)!;
    if (a.type !== b.type || a.unit !== b.unit) return 0;
    return a.name === b.name ? 1 : similarity(a.name, b.name) >= sameName ? sameName : 0;
  };
  return pair([...before.inputs.keys()], [...after.inputs.keys()], declared, alike);
}

function pairIndicators(
  before: ScoringPlan,
  after: ScoringPlan,
  inputAfter: ReadonlyMap<string, string>,
): Pair[] {
  const parents = { before: parentsOf(before), after: parentsOf(after) };
  const declared = {
    before: renamedIndicators(before.rulebook.indicators),
    after: renamedIndicators(after.rulebook.indicators),
  };
  const alike: Alike = (one, other, known) => {
    const a = before.byId.get(one)!;
    const b = after.byId.get(other)!;
    if (a.kind !== b.kind) return 0;
    const parent = parents.before.get(one);
    const sameParent = (parent && known.get(parent)) === parents.after.get(other);
    const name = similarity(a.name, b.name);
    if ((isFilledIn(a) || isFilledIn(b)) && name < sameName) return 0;
    const sameWeight = a.weight && b.weight ? a.weight.equals(b.weight) : a.weight === b.weight;
    return (
      name * 0.7 + (sameParent ? 0.15 : 0) + (sameWeight ? 0.05 : 0) + structure(a, b, inputAfter) * 0.35
    );
  };
  return pair([...parents.before.keys()], [...parents.after.keys()], declared, alike);
}

/** True for a line that is scored by what forms write under its id: rows, a judgement, a claim. */
const isFilledIn = (line: IndicatorPlan): boolean =>
  line.kind === 'declared' ||
  (line.kind === 'leaf' && (line.rule.judged !== undefined || line.missing === 'claimed'));

/** How alike two lines are apart from their names: what they look at, and how. */
function structure(a: IndicatorPlan, b: IndicatorPlan, inputAfter: ReadonlyMap<string, string>): number {
  if (a.kind !== 'leaf' || b.kind !== 'leaf') return 0;
  const metric = a.metric && keyOf(renamed(a.metric, (name) => inputAfter.get(name) ?? name));
  const sameMetric = metric !== undefined && metric === (b.metric && keyOf(b.metric));
  const sameMethod = a.rule.method === b.rule.method;
  const sameText = a.text !== undefined && a.text === b.text;
  return (sameMetric ? 0.6 : 0) + (sameMethod ? 0.2 : 0) + (sameText ? 0.8 : 0);
}

function pair(
  before: readonly string[],
  after: readonly string[],
  renamedFrom: Readonly<Record<'before' | 'after', ReadonlyMap<string, string>>>,
  alike: Alike,
): Pair[] {
  const openBefore = new Set(before);
  const openAfter = new Set(after);
  const known = new Map<string, string>();
  const pairs: Pair[] = [];
  const take = (one: string, other: string, by: PairedBy): void => {
    openBefore.delete(one);
    openAfter.delete(other);
    known.set(one, other);
    pairs.push({ before: one, after: other, by });
  };
  const bestMatch = () => {
    let best: { one: string; other: string; score: number } | undefined;
    for (const one of openBefore)
      for (const other of openAfter) {
        const score = alike(one, other, known);
        if (score >= enough && score > (best?.score ?? 0)) best = { one, other, score };
      }
    return best;
  };
  for (const [id, old] of renamedFrom.after)
    if (openBefore.has(old) && openAfter.has(id)) take(old, id, 'renamedFrom');
  // The newer of the two may be the one named first.
  for (const [id, old] of renamedFrom.before)
    if (openBefore.has(id) && openAfter.has(old)) take(id, old, 'renamedFrom');
  for (const id of after) if (openAfter.has(id) && openBefore.has(id)) take(id, id, 'id');
  for (let best = bestMatch(); best; best = bestMatch()) take(best.one, best.other, 'match');
  const order = new Map(after.map((id, index) => [id, index]));
  return pairs.sort((a, b) => order.get(a.after)! - order.get(b.after)!);
}

/** The id of what each indicator stands under, in the order of the form; undefined at the top. */
export function parentsOf(plan: ScoringPlan): Map<string, string | undefined> {
  const parents = new Map<string, string | undefined>();
  const visit = (indicators: readonly IndicatorPlan[], parent: string | undefined): void => {
    for (const one of indicators) {
      parents.set(one.id, parent);
      if (one.kind === 'group') visit(one.children, one.id);
    }
  };
  visit(plan.indicators, undefined);
  return parents;
}

function renamedIndicators(
  indicators: readonly Indicator[],
  found = new Map<string, string>(),
): Map<string, string> {
  for (const one of indicators) {
    if (one.renamedFrom !== undefined) found.set(one.id, one.renamedFrom);
    renamedIndicators(one.indicators ?? [], found);
  }
  return found;
}
