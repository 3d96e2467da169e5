/** The inputs of a roll-up: absolute values add, relative values are averaged, words and dates stay where all agree. */
import type { Submission } from '../../schemas/generated/types.ts';
import { type InputPlan, isNumeric, type ScoringPlan, type Subject } from '../compile/index.ts';
import { Exact, sum } from '../decimal.ts';
import { own } from '../own.ts';
import type { Account } from './account.ts';
import { average, decimalText, percentText } from './average.ts';
import type { Part } from './parts.ts';
import { isLeftOut } from './points.ts';
import { decidingNames, leavesWithInputs } from './reads.ts';
import { isRelative } from './units.ts';

export interface RolledInputs {
  values: NonNullable<Submission['inputs']>;
  /** Given in several forms, but not as one value that holds for all of them. */
  differing: ReadonlySet<string>;
}

export function rolledInputs(
  plan: ScoringPlan,
  parts: readonly Part[],
  subject: Subject,
  account: Account,
): RolledInputs {
  const leaves = leavesWithInputs(plan);
  const deciding = decidingNames(plan);
  const readersOf = (id: string) => leaves.filter(({ reads }) => reads.has(id)).map(({ leaf }) => leaf.id);
  const values: NonNullable<Submission['inputs']> = {};
  const differing = new Set<string>();
  for (const input of plan.inputs.values()) {
    if (input.subjects && !input.subjects.includes(subject)) continue;
    const readers = readersOf(input.id);
    // What only states other inputs once more, and decides nothing, follows from them.
    if (input.restates && readers.length === 0 && !deciding.has(input.id)) continue;
    const asked = parts.filter(({ scored }) => isAsked(input, scored.form.submission.subject));
    const given = asked.filter((part) => factOf(input, part) !== undefined);
    if (given.length === 0) continue;
    const lacking = asked.filter((part) => !given.includes(part) && !isLeftOutOf(part, readers));
    const isNumber = isNumeric(input);
    if (isNumber && lacking.length > 0) {
      for (const part of lacking) account.lacks(part, { input: input.id, name: input.name });
      continue;
    }
    const value = isNumber ? together(input, plan, given) : agreed(input, asked);
    if (value === undefined) differing.add(input.id);
    else values[input.id] = value;
  }
  return { values, differing };
}

const isAsked = ({ subjects }: InputPlan, subject: Subject): boolean =>
  subjects === undefined || subjects.includes(subject);

/** True where every line that reads the input is left out of that form. */
const isLeftOutOf = ({ lines }: Part, readers: readonly string[]): boolean =>
  readers.length > 0 && readers.every((id) => !lines.has(id) || isLeftOut(lines.get(id)!));

function factOf({ id }: InputPlan, { scored: { sheet } }: Part): string | undefined {
  const number = sheet.numbers(id);
  const fact = number instanceof Exact ? number.toText() : sheet.words(id);
  return fact === undefined ? undefined : String(fact);
}

/** Undefined where the sum is more than the input can be. */
function together(input: InputPlan, plan: ScoringPlan, parts: readonly Part[]): string | undefined {
  const values = parts.flatMap(({ scored, amount }) => {
    const value = scored.sheet.numbers(input.id);
    return value instanceof Exact ? [{ value, amount }] : [];
  });
  const own = parts.length === 1 ? writtenIn(parts[0]!, input) : undefined;
  if (own !== undefined) return own;
  if (input.type === 'rate' || isRelative(input.unit)) {
    const rate = average(values, plan.rulebook.rollup!.relative)!;
    return input.unit === '%' ? percentText(rate) : decimalText(rate);
  }
  const all = sum(values.map(({ value }) => value));
  return input.max && all.compare(input.max) > 0 ? undefined : all.toText();
}

/** As written, where every form gives the same. */
function agreed(input: InputPlan, parts: readonly Part[]): string | undefined {
  const facts = new Set(parts.map((part) => factOf(input, part)));
  return facts.size === 1 ? writtenIn(parts[0]!, input) : undefined;
}

function writtenIn({ scored }: Part, { id }: InputPlan): string | undefined {
  const text = own(scored.form.submission.inputs, id);
  return text === undefined || String(text).trim() === '' ? undefined : String(text);
}
