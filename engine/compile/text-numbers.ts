/**
 * The numbers of each rule held against those of the text it quotes: one that stands nowhere in the text, and one of the
 * text that no rule uses, is told. What a rule is known to leave unsaid is set aside: nothing, all, weights and totals.
 */
import type { Bilingual, Method } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { type MethodName, methods } from '../methods/index.ts';
import type { CompileContext } from './context.ts';
import { numbersIn, type TextNumber } from './numbers.ts';
import { type WrittenNumber, writtenNumbers } from './written-numbers.ts';

/** A rule that quotes a text. */
export interface QuotedRule {
  name: string;
  /** Pointer of the line or target that holds text and method. */
  pointer: string;
  text: string;
  reading: string | undefined;
  method: Method;
  /** What else of the line is computed or decided by: its metric, its target, when it does not apply. */
  besides: readonly string[];
  /** Its weight and those above it; none of a declared row. */
  weights: readonly Exact[];
}

/** A number of a rule that its text does not say. */
interface Absent {
  rule: QuotedRule;
  number: WrittenNumber;
}

export function compareWithTexts(rules: readonly QuotedRule[], total: Exact, context: CompileContext): void {
  const byText = new Map<string, QuotedRule[]>();
  for (const rule of rules)
    if (!isFree(rule)) byText.set(rule.text, [...(byText.get(rule.text) ?? []), rule]);
  for (const [text, quoting] of byText) compare(text, quoting, total, context);
}

function compare(text: string, rules: readonly QuotedRule[], total: Exact, context: CompileContext): void {
  const said = numbersIn(text);
  // A text without any number quotes no thresholds at all.
  if (said.length === 0) return;
  const explained = rules.flatMap(({ reading }) => (reading === undefined ? [] : numbersIn(reading)));
  const used = new Set<TextNumber>();
  const absent: Absent[] = [];
  for (const rule of rules) {
    const weight = rule.weights[0];
    const all = writtenNumbers(rule.method, `${rule.pointer}/method`);
    for (const number of all) {
      const found = said.filter((one) => isSaid(number, one, weight));
      for (const one of found) used.add(one);
      const inReading = explained.some((one) => isSaid(number, one, weight));
      if (found.length === 0 && !inReading && !isUnderstood(number, text, rule))
        absent.push({ rule, number });
    }
    for (const number of rule.besides.flatMap(numbersIn))
      for (const one of said) if (isSaid({ ...number, role: 'measure' }, one, weight)) used.add(one);
  }
  const unused = said.filter(
    (one) =>
      !used.has(one) && !isSetAside(one, rules, total) && !explained.some((other) => isAlike(one, other)),
  );
  for (const { rule, number } of absent) {
    const line = context.lineOf(`${rule.pointer}/text`);
    context.report(
      'number-not-in-text',
      { name: rule.name, numbers: listed([shown(number)]), line },
      number.pointer,
    );
  }
  if (unused.length === 0) return;
  const { name, pointer } = rules[0]!;
  const line = context.lineOf(`${pointer}/method`);
  const numbers = listed(unused.map((one) => one.text));
  context.report('text-number-unused', { name, numbers, line }, `${pointer}/text`);
}

const listed = (numbers: readonly string[]): Bilingual => {
  const quoted = [...new Set(numbers)];
  return {
    zh: quoted.map((one) => `「${one}」`).join('、'),
    en: quoted.map((one) => `"${one}"`).join(', '),
  };
};

/** A number of points is told as points. */
const shown = ({ text, role, is }: WrittenNumber): string =>
  role === 'points' && is === 'plain' ? `${text}分` : text;

const isAlike = (one: TextNumber, other: TextNumber): boolean =>
  one.is === other.is && one.value.equals(other.value);

/** True where the text says the number of the rule, as the number or as a share of the weight. */
function isSaid(
  number: Pick<WrittenNumber, 'is' | 'value' | 'role'>,
  said: TextNumber,
  weight: Exact | undefined,
): boolean {
  if (number.is === said.is) return number.value.equals(said.value);
  const isPlain = number.is === 'plain' || said.is === 'plain';
  if (number.role === 'points' && weight) {
    if (number.is === 'rate' && said.is !== 'money') return number.value.times(weight).equals(said.value);
    if (number.is === 'plain' && said.is === 'rate') return said.value.times(weight).equals(number.value);
  }
  return isPlain && number.is !== 'rate' && said.is !== 'rate' && sameFigure(number, said);
}

/** Money beside a bare number: 100万元 and 100 in an input of 万元. */
const sameFigure = (number: Pick<TextNumber, 'is' | 'value'>, said: TextNumber): boolean =>
  number.value.equals(said.is === 'money' && number.is === 'plain' ? figureOf(said) : said.value);

const figureOf = ({ text, value }: TextNumber): Exact =>
  Exact.parse(text.match(/\d+(?:\.\d+)?/)?.[0] ?? '') ?? value;

/** What a rule may say although its text does not: nothing, all of it, one of what “每” counts, its own weight. */
function isUnderstood(number: WrittenNumber, text: string, { weights }: QuotedRule): boolean {
  const { value, is, role } = number;
  if (value.isZero()) return true;
  if (is === 'rate' && value.equals(Exact.one)) return true;
  const isUnit = is === 'rate' ? value.times(Exact.hundred).equals(Exact.one) : value.equals(Exact.one);
  if (number.key === 'per' && isUnit && text.includes('每')) return true;
  return role === 'points' && weights[0] !== undefined && is === 'plain' && weights[0].equals(value);
}

/** What a text may say although no rule uses it. */
function isSetAside({ value, is, counts }: TextNumber, rules: readonly QuotedRule[], total: Exact): boolean {
  if (value.isZero() || counts) return true;
  if (is === 'rate') return value.equals(Exact.one) || rules.every(isCounted) || isEach(value, rules);
  if (is === 'plain' && value.equals(Exact.one)) return true;
  if (is !== 'score' && rules.every(isCounted)) return true;
  const weights = [total, ...rules.flatMap((rule) => rule.weights)];
  return is !== 'money' && weights.some((weight) => weight.equals(value));
}

/** One hundredth off for each hundredth: what a rule in proportion says by being one. */
const isEach = (value: Exact, rules: readonly QuotedRule[]): boolean =>
  value.times(Exact.hundred).equals(Exact.one) && rules.every(isByHundredths);

const methodsOf = ({ method }: QuotedRule) =>
  (Object.keys(method) as MethodName[]).map((name) => methods[name]);

/** Of the text of what is counted or answered by a person only the points are held against the rule. */
const isCounted = (rule: QuotedRule): boolean => methodsOf(rule).every((one) => one.isCounted === true);

const isByHundredths = ({ method }: QuotedRule): boolean =>
  Object.entries(method).every(
    ([name, parameters]) => methods[name as MethodName].isByHundredths?.(parameters) === true,
  );

/** A person's score has no numbers of its own. */
const isFree = (rule: QuotedRule): boolean =>
  methodsOf(rule).some(({ judged, called }) => judged === 'share' && called === undefined);
