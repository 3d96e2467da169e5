/** What scoring reads of a part of a plan, as text: two parts with one text score alike, by what a comparison knows of each key. */
import {
  frameKeys,
  inputKeys,
  limitKeys,
  type Meaning,
  meaningOf,
  notApplicableMeaning,
  numberMeaning,
  ruleKeys,
  unchanged,
} from '../compare/index.ts';
import type { FramePlan, InputPlan, LeafPlan, LimitPlan, Rule, TargetPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';

const written = (meaning: Meaning): string => (meaning === null ? '' : JSON.stringify(meaning));
const rule = (value: Rule): string => written(meaningOf(value, ruleKeys, unchanged));

/** Nothing is an empty text. */
export const readText = {
  rule,
  /** Its rule reads the metric where it does. */
  target: (value: TargetPlan | undefined): string => (value ? rule(value.rule) : ''),
  notApplicable: (value: LeafPlan['notApplicable']): string =>
    written(notApplicableMeaning({ notApplicable: value }, unchanged)),
  limit: (value: LimitPlan | undefined): string =>
    value ? written(meaningOf(value, limitKeys, unchanged)) : '',
  number: (value: Exact | undefined): string => written(numberMeaning(value)),
  plain: (value: unknown): string => (value === undefined ? '' : JSON.stringify(value)),
};

const scoring = <Name extends string>(keys: { readonly [Key in Name]: unknown }): Name[] =>
  (Object.keys(keys) as Name[]).filter((key) => typeof keys[key] === 'object');

/** The keys of an input that say how it is read, each of them a part of its own. */
export const readInputKeys: readonly (keyof InputPlan)[] = scoring(inputKeys);
/** The keys of the frame that move points; the rules of its kinds of targets are parts of their own. */
export const readFrameKeys = scoring(frameKeys) as Exclude<
  keyof FramePlan,
  'targets' | 'reasonBelow' | 'overTarget'
>[];

/** What the value of a key says, as the comparison of that key reads it. */
const textOf = (says: unknown, value: unknown): string =>
  written((says as { scores(value: unknown, name: typeof unchanged): Meaning }).scores(value, unchanged));

/** What a key of an input says. */
export const inputText = (input: InputPlan, key: keyof InputPlan): string =>
  textOf(inputKeys[key], input[key]);

/** What a key of the frame says. */
export const frameKeyText = (frame: FramePlan, key: (typeof readFrameKeys)[number]): string =>
  textOf(frameKeys[key], frame[key]);
