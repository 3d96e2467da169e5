/** What a form has to fill in under a rulebook: lines that are judged, groups that declare, what may be left out, and edges. */
import { inHundredths, isObject, type Json, type JsonObject, textsIn } from './json.ts';

export interface Outline {
  inputs: [string, JsonObject][];
  /** Fixed lines that a person scores: id, method and weight. */
  judged: { id: string; method: JsonObject; weight: number }[];
  /** Groups of declared rows: id, name, weight in hundredths where it is known. */
  declared: { id: string; name: string; weight: number | undefined; optional: boolean; equal: boolean }[];
  /** Ids that may be declared not applicable. */
  notApplicable: string[];
  leaves: { id: string; weight: number }[];
  ids: string[];
  total: number;
  grades: string[];
  /** Numbers the rulebook speaks of: percentages, and others. */
  rates: string[];
  numbers: string[];
}

const judgedMethods = ['tiers', 'judgement', 'proportion'];

export function outlineOf(rulebook: JsonObject): Outline {
  const texts = textsIn([
    rulebook.indicators!,
    rulebook.frame ?? [],
    rulebook.limits ?? [],
    rulebook.checks ?? [],
  ]);
  const found = texts.flatMap((text) => text.match(/\d+(\.\d+)?%?/g) ?? []);
  const total = inHundredths(String(rulebook.total));
  const outline: Outline = {
    inputs: Object.entries((rulebook.inputs ?? {}) as Record<string, JsonObject>),
    judged: [],
    declared: [],
    notApplicable: [],
    leaves: [],
    ids: [],
    total,
    grades: ((rulebook.grades ?? []) as JsonObject[]).map(({ name }) => String(name)),
    rates: [...new Set(found.filter((text) => text.endsWith('%')).map((text) => text.slice(0, -1)))],
    numbers: [...new Set(found.filter((text) => !text.endsWith('%') && text.length < 6))],
  };
  visit(rulebook.indicators as JsonObject[], total, outline);
  return outline;
}

function visit(tree: readonly JsonObject[], of: number, outline: Outline): void {
  const weights = tree.map((one) => weightIn(one, of));
  const known = tree.reduce(
    (sum, one, index) => sum + (one.line === undefined ? (weights[index] ?? 0) : 0),
    0,
  );
  tree.forEach((one, index) => {
    const id = String(one.id);
    const weight = weights[index] ?? Math.max(0, of - known);
    outline.ids.push(id);
    if (isObject(one.notApplicable) && one.notApplicable.when === undefined) outline.notApplicable.push(id);
    if (Array.isArray(one.indicators))
      visit(
        one.indicators as JsonObject[],
        one.outOf === undefined ? weight : inHundredths(String(one.outOf)),
        outline,
      );
    else if (isObject(one.declared))
      outline.declared.push({
        id,
        name: String(one.name),
        weight: weights[index] ?? weight,
        optional: one.optional === true,
        equal: one.declared.weights === 'equal',
      });
    else {
      outline.leaves.push({ id, weight });
      const { method } = one;
      if (isObject(method) && judgedMethods.some((name) => method[name] !== undefined))
        outline.judged.push({ id, method, weight });
    }
  });
}

/** A written weight in hundredths of a point; undefined where there is none. */
export function weightIn({ weight }: { weight?: Json }, of: number): number | undefined {
  if (weight === undefined) return undefined;
  const text = String(weight);
  return text.endsWith('%') ? Math.trunc((inHundredths(text.slice(0, -1)) * of) / 10000) : inHundredths(text);
}
