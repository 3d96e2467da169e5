/**
 * Which indicator and input of one edition is which of the other: by `renamedFrom`, by id, and where neither tells, by
 * the best match of name and structure. Every thing is paired once; ties go to what is written first.
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
}

/** Alike enough to be the same thing under another id. */
const enough = 0.6;

export function pairEditions(before: ScoringPlan, after: ScoringPlan): Pairing {
  const inputs = pairInputs(before, after);
  const inputAfter = new Map(inputs.map((pair) => [pair.before, pair.after]));
  const indicators = pairIndicators(before, after, inputAfter);
  return {
    indicators,
    inputs,
    inputAfter,
    indicatorAfter: new Map(indicators.map((pair) => [pair.before, pair.after])),
  };
}

function pairInputs(before: ScoringPlan, after: ScoringPlan): Pair[] {
  const renames = ({ rulebook }: ScoringPlan) =>
    new Map(
      Object.entries(rulebook.inputs ?? {}).flatMap(([id, { renamedFrom }]): [string, string][] =>
        renamedFrom === undefined ? [] : [[id, renamedFrom]],
      ),
    );
  const declared = { before: renames(before), after: renames(after) };
  return pair([...before.inputs.keys()], [...after.inputs.keys()], declared, (one, other) => {
    const a = before.inputs.get(one)!;
    const b = after.inputs.get(other)!;
    if (a.type !== b.type || a.unit !== b.unit) return 0;
    // Inputs are carried over to other forms: only a name that is all but the same will do.
    return a.name === b.name ? 1 : similarity(a.name, b.name) >= 0.8 ? 0.8 : 0;
  });
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
  return pair([...parents.before.keys()], [...parents.after.keys()], declared, (one, other, known) => {
    const a = before.byId.get(one)!;
    const b = after.byId.get(other)!;
    if (a.kind !== b.kind) return 0;
    const parent = parents.before.get(one);
    const sameParent = (parent && known.get(parent)) === parents.after.get(other);
    const name = similarity(a.name, b.name);
    const sameWeight = a.weight && b.weight ? a.weight.equals(b.weight) : a.weight === b.weight;
    return (
      name * 0.7 + (sameParent ? 0.15 : 0) + (sameWeight ? 0.05 : 0) + structure(a, b, inputAfter) * 0.35
    );
  });
}

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
  alike: (before: string, after: string, known: ReadonlyMap<string, string>) => number,
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
