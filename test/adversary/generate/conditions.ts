/** Random conditions: comparisons of every operator over numbers, answers, texts and results, nested with all, any, not. */
import { expressions, inputsOf, type Kind, kinds, options, thresholds } from './facts.ts';
import type { Json, JsonObject } from './json.ts';
import type { Random } from './random.ts';

const ordering = [
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'equal',
  'notEqual',
];

/** `results` names the indicators whose results may be asked about too: in limits and checks. */
export function condition(random: Random, results: readonly string[] | undefined, depth = 2): JsonObject {
  if (depth === 0 || random.chance(55)) return comparison(random, results);
  const several = (): Json[] =>
    Array.from({ length: random.between(1, 2) }, () => condition(random, results, depth - 1));
  switch (random.below(3)) {
    case 0:
      return { all: several() };
    case 1:
      return { any: several() };
    default:
      return { not: condition(random, results, depth - 1) };
  }
}

/** A condition that the same form cannot meet together with the given ones. */
export const unless = (earlier: readonly Json[], own: JsonObject): JsonObject =>
  earlier.length === 0 ? own : { all: [{ not: { any: [...earlier] } }, own] };

export function comparison(random: Random, results: readonly string[] | undefined): JsonObject {
  const choice = random.below(results ? 13 : 9);
  if (choice <= 3) return number(random, random.pick(kinds));
  if (choice === 4)
    return presence(random, random.pick(inputsOf('amount', 'count', 'date', 'yesNo', 'text', 'choice')));
  if (choice === 5)
    return {
      fact: random.pick(inputsOf('yesNo')),
      operator: random.pick(['equal', 'notEqual']),
      value: random.chance(50),
    };
  if (choice === 6) return category(random);
  if (choice === 7) return text(random);
  if (choice === 8)
    return { fact: 'finished', operator: random.pick(ordering), value: random.pick(['due', '2024-12-31']) };
  return result(random, results!);
}

export function number(random: Random, kind: Kind): JsonObject {
  const [value] = thresholds(random, kind, 1, true);
  return { fact: random.pick(expressions[kind]), operator: random.pick(ordering), value: value! };
}

const presence = (random: Random, fact: string): JsonObject => ({
  fact,
  operator: random.pick(['isBlank', 'isPresent']),
});

const category = (random: Random): JsonObject =>
  random.chance(50)
    ? { fact: 'star', operator: random.pick(['equal', 'notEqual']), value: random.pick(options.slice(0, 3)) }
    : {
        fact: 'star',
        operator: random.pick(['in', 'notIn']),
        value: random.some(options.slice(0, 3), random.between(1, 2)),
      };

const text = (random: Random): JsonObject =>
  random.chance(60)
    ? { fact: 'memo', operator: 'contains', value: random.chance(50) ? '违规' : ['违规', '整改'] }
    : { fact: 'memo', operator: random.pick(['equal', 'notEqual']), value: '无' };

function result(random: Random, ids: readonly string[]): JsonObject {
  const id = random.pick(ids);
  const operator = random.pick(ordering.slice(0, 4));
  switch (random.below(8)) {
    case 0:
      return { fact: `${id}.rate`, operator, value: random.pick(['60%', '80%', '100%']) };
    case 1:
      return { fact: `${id}.points`, operator, value: random.pick(['0', '5', `${id}.weight`]) };
    case 2:
      return presence(random, `reason.${id}`);
    case 3:
      return { fact: 'claimedTotal', operator, value: random.pick(['total', '90']) };
    case 4:
      return {
        fact: `sum(${random.pick(['declared', id])}.${random.pick(['weight', 'points', 'actual'])})`,
        operator,
        value: '10',
      };
    case 5:
      return { fact: 'achievement', operator, value: '90%' };
    case 6:
      return { fact: 'report', operator: 'contains', value: '违规' };
    default:
      return { fact: 'total', operator, value: random.pick(['60', '90', 'outOf', 'outOf × 0.9']) };
  }
}
