/** A form of one rulebook as a form of the other: things that were renamed are written under their other names. */
import { pairEditions } from '../../engine/compare/pairing.ts';
import type { ScoringPlan } from '../../engine/index.ts';
import { isObject, type Json, type JsonObject, present } from './generate/json.ts';

type Names = ReadonlyMap<string, string>;

export function carriers(
  before: ScoringPlan,
  after: ScoringPlan,
): { forward: (form: JsonObject) => JsonObject; back: (form: JsonObject) => JsonObject } {
  const { inputs, indicators } = pairEditions(before, after);
  const map = (pairs: readonly { before: string; after: string }[], turned: boolean): Names =>
    new Map(pairs.map((pair) => (turned ? [pair.after, pair.before] : [pair.before, pair.after])));
  return {
    forward: (form) => carried(form, before, after, map(inputs, false), map(indicators, false)),
    back: (form) => {
      const own = form.rulebook === before.identity.rulebook && form.edition === before.identity.edition;
      const same =
        before.identity.rulebook === after.identity.rulebook &&
        before.identity.edition === after.identity.edition;
      return own && !same
        ? form
        : carried(
            form,
            after,
            before,
            fallback(map(inputs, true), before),
            fallback(map(indicators, true), before),
          );
    },
  };
}

/** Names that the earlier rulebook has itself stay as they are. */
const fallback = (names: Names, plan: ScoringPlan): Names =>
  new Map([
    ...[...plan.inputs.keys(), ...plan.byId.keys()].map((id): [string, string] => [id, id]),
    ...names,
  ]);

function carried(
  form: JsonObject,
  from: ScoringPlan,
  to: ScoringPlan,
  inputs: Names,
  indicators: Names,
): JsonObject {
  const renamed = (value: Json | undefined, names: Names): JsonObject | undefined =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([id, one]): [string, Json][] =>
            names.has(id) ? [[names.get(id)!, one]] : [],
          ),
        )
      : undefined;
  const idOf = (name: string) =>
    from.byId.has(name)
      ? name
      : ([...from.byId.values()].find((one) => one.kind === 'declared' && one.name === name)?.id ?? name);
  const { claimed, declared, notApplicable } = form;
  return present({
    ...form,
    rulebook: to.identity.rulebook,
    edition: to.identity.edition,
    inputs: renamed(form.inputs, inputs),
    judgements: renamed(form.judgements, indicators),
    reasons: renamed(form.reasons, indicators),
    declared: Array.isArray(declared)
      ? (declared as JsonObject[]).flatMap((row) => {
          const under = indicators.get(idOf(String(row.under)));
          return under === undefined ? [] : [{ ...row, under }];
        })
      : undefined,
    notApplicable: Array.isArray(notApplicable)
      ? notApplicable.flatMap((id) => indicators.get(String(id)) ?? [])
      : undefined,
    claimed: isObject(claimed)
      ? present({ ...claimed, points: renamed(claimed.points, indicators) })
      : undefined,
  });
}
