/** What is blank or cannot be read behind a question that could not be decided, in words. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import type { DecisionFact, Undecided } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
import { type Expression, formatExpression, type Lookup } from '../expression/index.ts';
import { namesOf } from './once.ts';

/** One thing that has no value, and why. */
export interface Absence {
  what: Bilingual;
  why: keyof typeof reasons;
  /** Where it is an input: which one. */
  input?: { id: string; name: string };
  /** True where the form need not have it: an input that others fill in, a report. */
  isNotAsked?: boolean;
}

const reasons = {
  empty: { zh: '未填报', en: 'not filled in' },
  unreadable: { zh: '读不出数', en: 'not a number' },
  foreign: { zh: '单位不能合并', en: 'in a unit that does not add to the others' },
  unscored: { zh: '未计分', en: 'not scored' },
  'no-rows': { zh: '没有填报指标', en: 'has no indicators' },
  'zero-division': { zh: '除数为零', en: 'divides by zero' },
  'form-unreadable': { zh: '表不能计分', en: 'a form that cannot be scored' },
} as const satisfies Record<string, Bilingual>;

/** What the facts of a question are looked up in, and what is missing of each. */
export interface Answering {
  numbers: Lookup<Exact>;
  absences: (key: string) => readonly Absence[];
  label: (key: string) => string;
}

export const quoted = (name: string): Bilingual => ({ zh: `「${name}」`, en: `"${name}"` });

/** What is missing behind a question that is undecided. */
export const absencesOf = (
  facts: readonly DecisionFact[],
  { blanks }: Undecided,
  answering: Answering,
): readonly Absence[] => {
  const found: Absence[] = [];
  for (const position of blanks) {
    const fact = facts[position]!;
    const ofFact =
      fact.kind === 'number' ? absencesIn(fact.expression, answering) : answering.absences(fact.name);
    for (const absence of ofFact) found.push(absence);
  }
  return found;
};

/** Why an expression has no value. */
export function absencesIn(expression: Expression, { numbers, absences, label }: Answering): Absence[] {
  const found: Absence[] = [];
  let isMissed = false;
  for (const name of namesOf(expression)) {
    if (!isMissing(numbers(name))) continue;
    isMissed = true;
    for (const absence of absences(name)) found.push(absence);
  }
  if (isMissed) return found;
  return [{ what: quoted(formatExpression(expression, label)), why: 'zero-division' }];
}

const isMissing = (value: ReturnType<Lookup<Exact>>): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** Where nothing can be named that is missing. */
const nothingNamed: Bilingual = { zh: '要用的数据还没有填全', en: 'what it rests on is not filled in yet' };

/** `「甲」、「乙」未填报；「丙」完成值「3台」单位不能合并`. */
export function tellAbsences(absences: readonly Absence[]): Bilingual {
  if (absences.length === 0) return nothingNamed;
  const byReason = new Map<Absence['why'], Map<string, string>>();
  for (const { what, why } of absences) {
    const told = byReason.get(why) ?? new Map<string, string>();
    byReason.set(why, told.set(what.zh, what.en));
  }
  const all = [...byReason].map(([why, told]) => ({
    zh: `${[...told.keys()].join('、')}${reasons[why].zh}`,
    en: `${[...told.values()].join(', ')}: ${reasons[why].en}`,
  }));
  return { zh: all.map(({ zh }) => zh).join('；'), en: all.map(({ en }) => en).join('; ') };
}
