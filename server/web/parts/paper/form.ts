/** A form as it goes to paper: what was typed, what the server says of it, and where it stands. Nothing is computed here. */
import type {
  Filing,
  FormDescription,
  FormInput,
  FormLine,
  Preview,
  PreviewLine,
  SubmissionRecord,
} from '../../../../schemas/generated/types.ts';
import type { Bilingual } from '../../data/language.ts';
import { word } from '../../data/words.ts';

/** What a reviewer set on a line. */
export interface Reviewed {
  points?: string | undefined;
  reason?: string | undefined;
}

export interface PaperForm {
  record: SubmissionRecord;
  description: FormDescription;
  /** The content of the form, as it is typed or as it was filed. */
  form: unknown;
  /** What it scores; undefined where that is not known. */
  preview: Preview | undefined;
  /** The filing that is shown; undefined while nothing is filed, or more was typed since. */
  filing: Filing | undefined;
  /** By the line; undefined where there is no review to show. */
  reviewed: ReadonlyMap<string, Reviewed> | undefined;
  /** What the reviewer says of the whole, and the total reviewed. */
  review: { note?: string | undefined; total?: string | undefined; by?: string | undefined } | undefined;
}

/** Which columns a form needs. */
export interface Columns {
  hasTargets: boolean;
  hasClaims: boolean;
  hasReview: boolean;
}

/** The review of a filing, as paper shows it; of one that was returned, what was said of it, not the points. */
export function reviewOf(filing: Filing | undefined): Pick<PaperForm, 'reviewed' | 'review'> {
  const review = filing?.review;
  if (!review) return { reviewed: undefined, review: undefined };
  const { state, rows, note, total, reviewer } = review;
  const isReturned = state === 'returned';
  return {
    reviewed: new Map(
      rows.map(({ line, points, reason }) => [line, isReturned ? { reason } : { points, reason }]),
    ),
    review: { note, by: reviewer?.name, total: isReturned ? undefined : total },
  };
}

const within = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as { readonly [key: string]: unknown })[step]
    : undefined;

const at = (form: unknown, steps: readonly string[]): unknown => steps.reduce(within, form);

/** What stands at a place of a form, as it was typed; nothing where it is empty. */
export function typedAt(form: unknown, ...steps: string[]): string {
  const value = at(form, steps);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** The rows of a list of a form. */
export function rowsAt(form: unknown, ...steps: string[]): readonly unknown[] {
  const value = at(form, steps);
  return Array.isArray(value) ? value : [];
}

/** What was typed into an input: in words where it is a yes or a no, with its unit where that was not typed as well. */
export function inputText(
  form: unknown,
  { id, type, unit = '' }: FormInput,
  t: (text: Bilingual) => string,
): string {
  const text = typedAt(form, 'inputs', id);
  if (text === '') return '—';
  if (type === 'yesNo') return t(word('yesNo', text));
  return text.endsWith(unit) ? text : `${text} ${unit}`;
}

/** A line of the paper: of the rulebook, or one that the unit declared. */
export interface PaperLine {
  id: string;
  name: string;
  depth: number;
  now: PreviewLine | undefined;
  fixed: FormLine | undefined;
  /** What the unit declared; undefined for lines of the rulebook. */
  row: unknown;
}

/** The server's name of a row: its own, or by its number. */
const rowId = (row: unknown, index: number): string => typedAt(row, 'id') || `row-${index + 1}`;

/** Every line in the order of the form, and whatever of it the server said nothing of. */
export function linesOf({ description, form, preview }: PaperForm): PaperLine[] {
  const fixed = new Map(description.lines.map((line) => [line.id, line]));
  const rows = new Map(rowsAt(form, 'declared').map((row, index) => [rowId(row, index), row]));
  const depths = new Map<string, number>();
  const depthUnder = (parent: string | undefined): number =>
    parent === undefined ? 1 : (depths.get(parent) ?? 0) + 1;
  const told = (preview?.lines ?? []).map((now) => {
    const depth = depthUnder(now.parent);
    depths.set(now.id, depth);
    const { id, name } = now;
    return { id, name, depth, now, fixed: fixed.get(id), row: now.declared ? rows.get(id) : undefined };
  });
  const ids = new Set(told.map(({ id }) => id));
  const untold = told.length > 0 ? [] : description.lines;
  return [
    ...told,
    ...untold.map((line) => ({ ...plain(line.id, line.name, line.depth), fixed: line })),
    ...[...rows]
      .filter(([id]) => !ids.has(id))
      .map(([id, row]) => ({ ...plain(id, typedAt(row, 'name'), 1), row: row ?? {} })),
  ];
}

const plain = (id: string, name: string, depth: number): PaperLine => ({
  ...{ id, name, depth },
  now: undefined,
  fixed: undefined,
  row: undefined,
});

/** Groups that the form leaves out and the unit wrote nothing below: there is nothing of them to put on paper. */
export function writtenOf(lines: readonly PaperLine[]): PaperLine[] {
  const kept = new Set<string>();
  for (const { id, now, fixed, row } of lines.toReversed()) {
    const isEmpty = row === undefined && fixed?.shape !== 'leaf' && now?.status === 'excluded';
    if (isEmpty && !kept.has(id)) continue;
    kept.add(id);
    if (now?.parent !== undefined) kept.add(now.parent);
  }
  return lines.filter(({ id }) => kept.has(id));
}

/** The inputs that a subject fills in. */
export const inputsOf = ({ description, record }: PaperForm): FormInput[] =>
  description.sections
    .flatMap(({ inputs }) => inputs)
    .filter(({ subjects }) => !subjects || subjects.includes(record.subject));
