/** A half-typed form → a form that can be scored, and a diagnostic for everything that is left out of it. */
import type { Diagnostic, Finding, Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { diagnose } from '../diagnostics/index.ts';
import type { Form } from '../evaluate/index.ts';
import type { FindingCode } from '../findings/index.ts';
import { keysOf, type Places, placesIn, rowIdOf } from '../layout/index.ts';
import { validateNamed } from '../validate/schema.ts';
import { nameInForm } from './naming.ts';
import { Pruned } from './prune.ts';

export interface TypedForm {
  /** What can be scored; undefined where nothing can. Its places are those of the form as typed. */
  form?: Form;
  /** What was left out, and why; empty cells are left out in silence. */
  diagnostics: Diagnostic[];
  places: Places;
}

/** Times that what does not fit is taken out cell by cell; then whole parts of the form go. */
const rounds = 20;

/**
 * Reads a form of any content. An empty cell, or one of nothing, is as if it were not there; what has not its shape is
 * left out and said; a row without a name is scored under its number, one without a group is left out.
 */
export function readTypedForm(value: unknown, plan: ScoringPlan): TypedForm {
  const pruned = new Pruned(value);
  const places = placesIn(plan, value);
  const diagnostics: Diagnostic[] = [];
  const say = (diagnostic: Diagnostic, pointer: string) => {
    diagnostics.push({ ...diagnostic, place: places.at(pointer) });
  };
  completeRows(pruned, say);
  for (let round = 0; ; round++) {
    const naming = (pointer: string) => nameInForm(plan, pruned.original(pointer));
    const wrong = validateNamed(pruned.value, 'submission', naming).filter(isPlaced);
    if (wrong.length === 0) break;
    const out = wrong.map(({ place }) => place.pointer);
    if (out.includes('')) return { diagnostics: [...diagnostics, ...wrong], places };
    for (const one of wrong)
      if (!isEmpty(pruned.get(one.place.pointer))) say(one, pruned.original(one.place.pointer));
    pruned.remove(round < rounds ? out : out.map((pointer) => `/${pointer.split('/')[1]}`));
  }
  nameRows(pruned);
  const place = (pointer: string) => places.at(pruned.original(pointer));
  return { form: { submission: pruned.value as Submission, place }, diagnostics, places };
}

type Placed = Diagnostic & { place: { pointer: string } };

const isPlaced = (one: Diagnostic): one is Placed =>
  one.severity === 'error' && one.place?.pointer !== undefined;

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

/** The rows as they are typed. */
const rowsOf = (pruned: Pruned): unknown[] => {
  const rows = pruned.get('/declared');
  return Array.isArray(rows) ? rows : [];
};

/** Gives a row without a name one by its number, and takes out what has no group to stand in. */
function completeRows(pruned: Pruned, say: (diagnostic: Diagnostic, pointer: string) => void): void {
  const out: string[] = [];
  for (const [index, row] of rowsOf(pruned).entries()) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) continue;
    const cells = row as Record<string, unknown>;
    if (isAbsent(cells.under)) {
      say(diagnose('row-without-group', { row: index + 1 }), `/declared/${index}/under`);
      out.push(`/declared/${index}`);
    } else if (isAbsent(cells.name)) {
      say(diagnose('row-without-name', { row: index + 1 }), `/declared/${index}/name`);
      cells.name = `第 ${index + 1} 行`;
    }
  }
  pruned.remove(out);
}

const isAbsent = (value: unknown): boolean => value === undefined || isEmpty(value);

/** Rows without an id keep the number they have on the form, also where one before them was left out. */
function nameRows(pruned: Pruned): void {
  const rows = rowsOf(pruned) as Record<string, unknown>[];
  for (const [index, row] of rows.entries()) {
    const stood = pruned.originOf(rows, index);
    if (stood !== index) row.id ??= rowIdOf(undefined, stood);
  }
}

/** What is said of a cell that holds something that cannot be read. */
const ofUnreadableCells: ReadonlySet<string> = new Set([
  'input-unreadable',
  'input-not-an-option',
  'input-out-of-range',
  'number-unreadable',
] satisfies FindingCode[]);

/** True of a finding about a cell that cannot be read: a form may be audited with it, and not be filed. */
export const isUnreadable = ({ code }: Finding): boolean => ofUnreadableCells.has(code);

/** The inputs that hold something that cannot be read: what is said of them, or a diagnostic at the cell. */
export const unreadableInputs = (said: readonly (Diagnostic | Finding)[]): Set<string> =>
  new Set(
    said.flatMap(({ severity, place }) => {
      if (severity !== 'error') return [];
      const [part, id] = keysOf(place?.pointer ?? '');
      if (part === 'inputs' && id !== undefined) return [id];
      return place && 'input' in place && place.input !== undefined ? [place.input] : [];
    }),
  );
