/**
 * What scoring reads of a part of a plan, as text: two parts with one text score alike. Each key of a plan's type is told to be
 * read or not, so that a key that comes later does not compile until somebody says which.
 */
import type {
  FramePlan,
  InputPlan,
  LimitPlan,
  NotApplicablePlan,
  Part,
  Rule,
  TargetPlan,
} from '../compile/index.ts';
import type { Comparison, Condition, Decision, DecisionFact } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import type { Expression } from '../expression/index.ts';

type Read<Value> = (value: Value) => unknown;
type Shape<Whole> = { [Key in keyof Required<Whole>]: 'unread' | Read<Exclude<Whole[Key], undefined>> };

/** What is read of a thing, key by key. */
const shaped =
  <Whole extends object>(shape: Shape<Whole>): Read<Whole> =>
  (whole) =>
    Object.fromEntries(
      (Object.keys(shape) as (keyof Whole & string)[]).flatMap((key) => {
        const read = shape[key];
        const value = whole[key];
        return read === 'unread' || value === undefined
          ? []
          : [[key, read(value as Exclude<Whole[typeof key], undefined>)]];
      }),
    );

const each =
  <Item>(read: Read<Item>): Read<readonly Item[]> =>
  (items) =>
    items.map(read);
const itself: Read<unknown> = (value) => value;
const number: Read<Exact> = (value) => value.inLowestTerms().join('/');

export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return `${number(expression.value)}`;
    case 'name':
      return `[${expression.name}]`;
    case 'negate':
      return `(-${expressionText(expression.of)})`;
    case 'binary':
      return `(${expressionText(expression.left)} ${expression.operator} ${expressionText(expression.right)})`;
    case 'call':
      return `${expression.function}(${expression.arguments.map(expressionText).join(', ')})`;
  }
}

const fact = (one: DecisionFact): unknown => {
  switch (one.kind) {
    case 'number':
      return [one.kind, expressionText(one.expression), one.thresholds.map(number), one.blank];
    case 'category':
      return [one.kind, one.name, one.values, one.blank];
    case 'phrases':
      return [one.kind, one.name, one.phrases];
    case 'yesNo':
      return [one.kind, one.name, one.blank];
  }
};

/** Facts are told by their place among the facts of the decision. */
const conditions =
  (keys: readonly string[]): Read<Condition> =>
  (one) => {
    const inner = conditions(keys);
    if ('all' in one) return { all: one.all.map(inner) };
    if ('any' in one) return { any: one.any.map(inner) };
    if ('not' in one) return { not: inner(one.not) };
    return comparison(keys)(one);
  };
const comparison = (keys: readonly string[]) =>
  shaped<Comparison>({
    fact: (key) => keys.indexOf(key),
    operator: itself,
    value: (value) => (value instanceof Exact ? number(value) : value),
  });

const decision = (one: Decision): unknown =>
  shaped<Decision>({
    facts: each(fact),
    outcomes: each(conditions(one.facts.map(({ key }) => key))),
    size: 'unread',
    answers: 'unread',
    unsettled: 'unread',
    ask: 'unread',
  })(one);

const provenance = { text: 'unread', source: 'unread', reading: 'unread', inferred: 'unread' } as const;

const award = shaped<Part['awards'][number]>({
  label: 'unread',
  choice: itself,
  points: expressionText,
  pointer: 'unread',
  zeroDivision: 'unread',
  implied: 'unread',
  reasonOwed: 'unread',
});
const part = shaped<Part>({ name: 'unread', decision, awards: each(award) });
const rule = shaped<Rule>({
  method: 'unread',
  label: 'unread',
  judged: itself,
  course: 'unread',
  parts: each(part),
  cap: expressionText,
  rates: 'unread',
});
const target = shaped<TargetPlan>({
  ...provenance,
  id: 'unread',
  owner: 'unread',
  follows: 'unread',
  pointer: 'unread',
  kind: 'unread',
  name: 'unread',
  // Its rule reads it where it does.
  metric: 'unread',
  rule,
});
const notApplicable = shaped<NotApplicablePlan>({ when: decision, policy: itself });
const limit = shaped<LimitPlan>({
  ...provenance,
  id: 'unread',
  name: 'unread',
  when: decision,
  total: number,
  grade: itself,
});

/** The keys of an input that say how it is read, each of them a part of its own. */
export const inputKeys = {
  id: 'unread',
  name: 'unread',
  type: itself,
  unit: itself,
  min: number,
  max: number,
  options: itself,
  subjects: itself,
  blank: number,
  // What it states once more is checked, never scored.
  restates: 'unread',
} as const satisfies Shape<InputPlan>;

/** The keys of the frame that move points; the rules of its kinds of targets are parts of their own. */
export const frameKeys = {
  targets: 'unread',
  met: itself,
  missing: itself,
  reasonBelow: 'unread',
  overTarget: 'unread',
} as const satisfies Shape<FramePlan>;

const text =
  <Value>(read: Read<Value>) =>
  (value: Value | undefined): string =>
    value === undefined ? '' : JSON.stringify(read(value));

export const readText = {
  rule: text(rule),
  target: text(target),
  notApplicable: text(notApplicable),
  limit: text(limit),
  number: text(number),
  plain: text(itself),
};
