/** Which forms a line does not apply to, by one edition and by the other. */
import { boundsIn, type IndicatorPlan, inputScope, type ScoringPlan } from '../../compile/index.ts';
import { type Decision, type DecisionFact, decider } from '../../conditions/index.ts';
import { Exact } from '../../decimal.ts';
import { decimals, namesIn, renamed } from '../../expression/index.ts';
import type { Given } from '../../lines/index.ts';
import { notApplicableMeaning } from './keys.ts';
import { isSame } from './meaning.ts';
import { type Rename, unchanged } from './names.ts';

/** `shown`: some form is such; `never`: none is; `open`: neither was found. */
type Found = 'shown' | 'never' | 'open';

export interface Regions {
  /** True where some form may be outside by both editions. */
  both: boolean;
  onlyBefore: Found;
  onlyAfter: Found;
  /** True where some form is such by one edition only, whatever the line's own data is. */
  isApart: boolean;
}

/** More combinations of facts than this are not tried. */
const mostTried = 4096;

/** Compares when an indicator does not apply; what a unit may declare by itself it may declare to both editions. */
export function regionsOf(
  before: IndicatorPlan,
  after: IndicatorPlan,
  plans: { before: ScoringPlan; after: ScoringPlan },
  name: Rename,
): Regions {
  const acts = ({ notApplicable: plan }: IndicatorPlan) => plan !== undefined && plan.policy !== 'forbidden';
  if (!acts(before) || !acts(after))
    return {
      both: false,
      onlyBefore: acts(before) ? 'shown' : 'never',
      onlyAfter: acts(after) ? 'shown' : 'never',
      isApart: true,
    };
  const [was, is] = [before.notApplicable!.when, after.notApplicable!.when];
  const when = (plan: IndicatorPlan, as: Rename) =>
    notApplicableMeaning({ notApplicable: { ...plan.notApplicable!, policy: 'zero' } }, as);
  const isUnchanged = isSame(when(before, name), when(after, unchanged));
  if (isUnchanged) return { both: true, onlyBefore: 'never', onlyAfter: 'never', isApart: true };
  const facts = [...(was?.facts ?? []).map((fact) => inLaterNames(fact, name)), ...(is?.facts ?? [])];
  const { tried, isAll } = triesOf(facts, plans.after);
  const holdsBefore = was
    ? holder({ ...was, facts: was.facts.map((fact) => inLaterNames(fact, name)) })
    : () => false;
  const holdsAfter = is ? holder(is) : () => false;
  const found = (wanted: (old: boolean, now: boolean) => boolean): Found =>
    tried.some((given) => wanted(holdsBefore(given), holdsAfter(given))) ? 'shown' : isAll ? 'never' : 'open';
  const own = new Set([...read(before, name), ...read(after, unchanged)]);
  return {
    both: true,
    isApart: facts.every((fact) => namesOf(fact).every((one) => !own.has(one))),
    onlyBefore: was ? found((old, now) => old && !now) : 'never',
    onlyAfter: is ? found((old, now) => now && !old) : 'never',
  };
}

const namesOf = (fact: DecisionFact): readonly string[] =>
  fact.kind === 'number' ? namesIn(fact.expression) : [fact.name];

/** The inputs a line reads, by their later names; of a group nothing is known. */
const read = (plan: IndicatorPlan, name: Rename): string[] =>
  plan.kind === 'leaf'
    ? [
        ...(plan.metric ? namesIn(plan.metric) : []),
        ...plan.rule.parts.flatMap(({ decision, awards }) => [
          ...(decision?.facts ?? []).flatMap(namesOf),
          ...awards.flatMap(({ points }) => (points ? namesIn(points) : [])),
        ]),
      ].map(name)
    : [];

function inLaterNames(fact: DecisionFact, name: Rename): DecisionFact {
  return fact.kind === 'number'
    ? { ...fact, expression: renamed(fact.expression, name) }
    : { ...fact, name: name(fact.name) };
}

/** Whether the condition holds for facts; every class of it must have been asked. */
function holder(decision: Decision): (given: Given) => boolean {
  const decide = decider(decision, decimals);
  return (given) => {
    const number = (key: string) => {
      const value = given.get(key);
      return value instanceof Exact ? value : undefined;
    };
    const word = (key: string) => {
      const value = given.get(key);
      return value instanceof Exact ? undefined : value;
    };
    const answer = decide(number, word);
    return Array.isArray(answer) && answer.length > 0;
  };
}

type Value = Exact | string | boolean | undefined;

/** Facts to try the conditions on: where each reads single inputs, one of every class and blanks, which is all there is. */
function triesOf(facts: readonly DecisionFact[], plan: ScoringPlan): { tried: Given[]; isAll: boolean } {
  const bounds = boundsIn(inputScope(plan.rulebook));
  const values = new Map<string, Value[]>();
  const numeric = new Set<string>();
  let isAll = true;
  for (const fact of facts) {
    if (fact.kind === 'number') {
      if (fact.expression.kind === 'name') {
        numeric.add(fact.expression.name);
        add(values, fact.expression.name, fact.thresholds);
      } else isAll = false;
    } else if (fact.kind === 'yesNo') add(values, fact.name, [true, false]);
    else if (fact.kind === 'category') {
      const options = plan.inputs.get(fact.name)?.options;
      add(values, fact.name, options ?? [...fact.values, `${fact.values.join('')}…`]);
    } else isAll = false;
  }
  for (const [name, list] of values) {
    const { min, max } = bounds(name);
    const isNumber = numeric.has(name);
    const ends = isNumber ? [min ?? max ?? Exact.zero, max ?? min ?? Exact.zero] : [];
    const thresholds = [...list.filter((one) => one instanceof Exact), ...ends];
    values.set(name, [
      ...list.filter((one) => !(one instanceof Exact)),
      ...around(thresholds).filter((one) => !(min && one.compare(min) < 0) && !(max && one.compare(max) > 0)),
      undefined,
    ]);
  }
  let tried: Map<string, Exact | string | boolean>[] = [new Map()];
  for (const [name, list] of values) {
    tried = tried.flatMap((given) =>
      list.map((value) => (value === undefined ? given : new Map([...given, [name, value]]))),
    );
    if (tried.length > mostTried) return { tried: tried.slice(0, mostTried), isAll: false };
  }
  return { tried, isAll };
}

const add = (values: Map<string, Value[]>, name: string, more: readonly Value[]): void => {
  values.set(name, [...(values.get(name) ?? []), ...more]);
};

/** Every threshold, and a number between each two and beyond the last. */
function around(thresholds: readonly Exact[]): Exact[] {
  const sorted = [...thresholds].sort((a, b) => a.compare(b));
  const half = Exact.of('0.5');
  return sorted.flatMap((one, index) => {
    const next = sorted[index + 1];
    const before = index === 0 ? [one.minus(Exact.one)] : [];
    return [...before, one, next ? one.plus(next).times(half) : one.plus(Exact.one)];
  });
}
