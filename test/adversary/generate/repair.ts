/** Mends what an edit upsets elsewhere: weights that no longer add up, criteria that no longer add to their line, a frame that is asked for. */
import { bank } from './bank.ts';
import { copied, hundredths, inHundredths, isObject, type Json, type JsonObject } from './json.ts';
import { weightIn } from './outline.ts';

/** The rulebook, changed in place. */
export function repaired(rulebook: JsonObject): JsonObject {
  const tree = rulebook.indicators as JsonObject[];
  children(tree, inHundredths(String(rulebook.total)), undefined);
  const declares = JSON.stringify(tree).includes('"declared":{');
  if (declares && !rulebook.frame) rulebook.frame = copied(bank().keys.get('rulebook#/frame')![0]!);
  return rulebook;
}

function children(tree: readonly JsonObject[], of: number, line: Json | undefined): void {
  const counted = tree.filter((one) => one.line === undefined || one.line === line);
  const weights = counted.map((one) => weightIn(one, of));
  const sum = weights.reduce<number>((all, weight) => all + (weight ?? 0), 0);
  const open = weights.includes(undefined);
  const excess = sum - of;
  if (excess !== 0 && (!open || excess > 0)) settle(counted, weights, excess);
  for (const one of tree) below(one, weightIn(one, of) ?? of);
}

/** Takes the excess from the weights, from the last on. */
function settle(
  counted: readonly JsonObject[],
  weights: readonly (number | undefined)[],
  excess: number,
): void {
  let left = excess;
  for (const [index, one] of [...counted.entries()].reverse()) {
    const weight = weights[index];
    if (weight === undefined || left === 0) continue;
    const taken = Math.min(weight, left);
    one.weight = hundredths(weight - taken);
    left -= taken;
  }
}

function below(one: JsonObject, weight: number): void {
  if (Array.isArray(one.indicators)) {
    children(
      one.indicators as JsonObject[],
      one.outOf === undefined ? weight : inHundredths(String(one.outOf)),
      one.line,
    );
    return;
  }
  const { method } = one;
  if (!isObject(method) || !isObject(method.checklist)) return;
  const criteria = method.checklist.criteria as JsonObject[];
  const points = criteria.map((each) => weightIn({ weight: each.points! }, weight)!);
  const excess = points.reduce((all, each) => all + each, 0) - weight;
  if (excess !== 0) criteria.at(-1)!.points = hundredths(Math.max(0, points.at(-1)! - excess));
}
