/** The forms of a bureau as its queue shows them: narrowed, put in order, counted. Differences are exact. */
import { Exact } from '../../engine/index.ts';
import type { QueueFacets } from '../../schemas/generated/types.ts';
import { type Facet, facetsOf } from './facets.ts';
import type { FiledLine } from './filing.ts';
import type { QueueRow } from './listing.ts';
import type { QueuedForm } from './queued.ts';
import { rateOf } from './rate.ts';

/** What narrows a queue beyond whose forms they are; a list holds what may be, any of it. */
export interface Narrowing {
  state?: readonly string[] | undefined;
  grade?: readonly string[] | undefined;
  /** `clean` is neither errors nor warnings. */
  severity?: readonly string[] | undefined;
  finding?: readonly string[] | undefined;
  difference?: readonly string[] | undefined;
  /** Ids of people, or `none`. */
  assignee?: readonly string[] | undefined;
  /** The least difference, either way. */
  differenceFrom?: Exact | undefined;
  /** Percentages of what can be had: from, and up to but not including. */
  rateFrom?: Exact | undefined;
  rateTo?: Exact | undefined;
  /** A line on which points were lost. */
  lostOn?: string | undefined;
  /** Words, each of which stands in the name of the unit, its code, or that of the form. */
  words?: readonly string[] | undefined;
}

export const orders = [
  'begun',
  'difference',
  'total',
  'rate',
  'severity',
  'filed',
  'unit',
  'updated',
] as const;
export type Order = (typeof orders)[number];

const within = (wanted: readonly string[] | undefined, values: readonly string[]): boolean =>
  !wanted || values.some((value) => wanted.includes(value));

/** What a form is under each filter that has counts. */
const values: { [Name in Facet]: (form: QueuedForm) => readonly string[] } = {
  state: ({ row }) => [row.state],
  grade: ({ row }) => (row.total === null ? [] : [row.grade ?? 'none']),
  severity: ({ row, counts }) => {
    const found = (['error', 'warning', 'info'] as const).filter((one) => counts[one] > 0);
    return row.total !== null && counts.error + counts.warning === 0 ? [...found, 'clean'] : found;
  },
  difference: ({ standing }) => (standing ? [standing] : []),
  assignee: ({ row }) => [row.assigneeId ?? 'none'],
  finding: ({ findings }) => [...new Set(findings.map(({ code }) => code))],
};

/** What a filter may name: a finding by its code, or by `code:severity` where one code is made in two ways. */
const named = (name: Facet, form: QueuedForm): readonly string[] =>
  name === 'finding'
    ? form.findings.flatMap(({ code, severity }) => [code, `${code}:${severity}`])
    : values[name](form);

const names = Object.keys(values) as Facet[];

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The words of a search, as they are compared. */
export const wordsOf = (text: string): string[] => folded(text).split(/\s+/).filter(Boolean);

/** The forms that fit, in order, and how many there would be under each value of each filter, the others standing. */
export function narrowed(
  forms: readonly QueuedForm[],
  wanted: Narrowing,
): { forms: QueuedForm[]; facets: QueueFacets } {
  const others = forms.filter((form) => fitsOthers(form, wanted));
  const misses = others.map((form) => names.filter((name) => !within(wanted[name], named(name, form))));
  const fitting = others.filter((_, index) => misses[index]!.length === 0);
  const counted = (name: Facet) =>
    others.filter((_, index) => misses[index]!.every((missed) => missed === name));
  return { forms: fitting, facets: facetsOf(counted, (name, form) => values[name](form)) };
}

function fitsOthers(form: QueuedForm, wanted: Narrowing): boolean {
  const { row, difference } = form;
  const { differenceFrom, rateFrom, rateTo, lostOn, words } = wanted;
  if (words) {
    const text = folded(`${row.unitName} ${row.unitCode ?? ''} ${row.name}`);
    if (!words.every((word) => text.includes(word))) return false;
  }
  if (differenceFrom && !(difference && difference.absolute().compare(differenceFrom) >= 0)) return false;
  if (rateFrom || rateTo) {
    const rate = rateOfRow(row);
    if (!rate) return false;
    if (rateFrom && rate.compare(rateFrom) < 0) return false;
    if (rateTo && rate.compare(rateTo) >= 0) return false;
  }
  return lostOn === undefined || lostPoints(row, lostOn);
}

const rateOfRow = ({ total, outOf }: QueueRow): Exact | undefined =>
  total === null || outOf === null ? undefined : rateOf({ total, outOf });

function lostPoints({ lines }: QueueRow, line: string): boolean {
  const found = lines == null ? undefined : (JSON.parse(lines) as FiledLine[]).find(({ id }) => id === line);
  return found !== undefined && Exact.of(found.points).compare(Exact.of(found.weight)) < 0;
}

type Key = Exact | number | string | undefined;

const keys: { [Name in Order]: (form: QueuedForm) => Key } = {
  begun: ({ row }) => row.id,
  difference: ({ difference }) => difference?.absolute(),
  total: ({ row }) => (row.total === null ? undefined : Exact.of(row.total)),
  rate: ({ row }) => rateOfRow(row),
  severity: ({ row, counts }) =>
    row.total === null ? undefined : (counts.error * 10_000 + counts.warning) * 10_000 + counts.info,
  filed: ({ row }) => row.filedAt ?? undefined,
  unit: ({ row }) => row.unitName,
  updated: ({ row }) => row.updatedAt,
};

function compareKeys(a: Key, b: Key): number {
  if (a instanceof Exact && b instanceof Exact) return a.compare(b);
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}

/** In that order; what has nothing to be compared comes last either way, and what is equal in the order it was begun. */
export function ordered(
  forms: readonly QueuedForm[],
  { by, descending }: { by: Order; descending: boolean },
): QueuedForm[] {
  const keyed = forms.map((form) => ({ form, key: keys[by](form) }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined)
      return (
        (a.key === undefined ? 1 : 0) - (b.key === undefined ? 1 : 0) ||
        compareKeys(a.form.row.id, b.form.row.id)
      );
    const order = compareKeys(a.key, b.key);
    return (descending ? -order : order) || compareKeys(a.form.row.id, b.form.row.id);
  });
  return keyed.map(({ form }) => form);
}
