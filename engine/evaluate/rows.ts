/** Declared indicators: which group they hang under, how their target and actual are read, what they weigh. */
import type { Declared, Diagnostic } from '../../schemas/generated/types.ts';
import type { DeclaredPlan, ScoringPlan, TargetKind, TargetPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import { type Arithmetic, dayNumber } from '../expression/index.ts';
import { convert, type Reading, readDayOf, withoutNoise } from '../read/index.ts';
import { against, isNone, type RowRemark, type Standing } from './against.ts';
import { type CellReader, type NumberCell, readScore } from './cells.ts';
import { readCells } from './declared-cells.ts';
import { figuresMissed, isDeadlineUnclear, isDirectionUnclear, isVague, isWithinMonthOf } from './doubts.ts';
import type { Form } from './form.ts';
import { type Judgement, readJudgement } from './judgements.ts';
import { endAsTarget, type RangeStanding, rangeStanding, scoredAs } from './range-row.ts';
import { groupIndex, otherWith, strangeGroup } from './row-groups.ts';

export interface Row<N> {
  id: string;
  declared: Declared;
  /** JSON pointer into the submission. */
  pointer: string;
  group: DeclaredPlan;
  target: Reading;
  actual: Reading;
  kind: TargetKind;
  plan: TargetPlan;
  /** In the target's unit; dates as days. Undefined where the cell is blank or cannot be compared. */
  targetNumber: N | undefined;
  actualNumber: N | undefined;
  /** How the actual stands to a target that is a range; undefined for other targets, and where it cannot be told. */
  range: RangeStanding<N> | undefined;
  /** As written on the form; undefined where the form prints none. */
  weight: N | undefined;
  claimed: N | undefined;
  judgement: Judgement<N> | undefined;
  remarks: ReadonlySet<RowRemark>;
  /** What a number without a % sign was read as, or could be; as fractions. */
  rates: readonly Exact[] | undefined;
}

export interface RowReader<N> {
  arithmetic: Arithmetic<N>;
  cell: CellReader<N>;
}

/** Why a row has a target and an actual and yet cannot be scored. */
const barring = [
  'target-unread',
  'unit-mismatch',
  'rate-unclear',
  'direction-unclear',
  'range-without-rule',
  'negative-undirected',
] as const;

export const isIncomparable = ({ remarks }: Row<unknown>): boolean =>
  remarks.size > 0 && barring.some((remark) => remarks.has(remark));

/** Reads every declared indicator of the form. */
export function readRows<N>(
  plan: ScoringPlan,
  form: Form,
  reader: RowReader<N>,
): { rows: Row<N>[]; diagnostics: Diagnostic[] } {
  const rows: Row<N>[] = [];
  const diagnostics: Diagnostic[] = [];
  const ids = new Map<string, number>();
  const groups = groupIndex(plan);
  const { declared: all = [] } = form.submission;
  for (let index = 0; index < all.length; index++) {
    const declared = all[index]!;
    const pointer = `/declared/${index}`;
    const group = groups.get(declared.under);
    const id = declared.id ?? `row-${index + 1}`;
    const other = otherWith(id, ids, plan);
    if (other)
      diagnostics.push(diagnose('duplicate-row', { row: index + 1, id, other }, form.place(`${pointer}/id`)));
    else ids.set(id, index);
    if (!group) {
      diagnostics.push(strangeGroup(declared.under, groups, index, form.place(`${pointer}/under`)));
      continue;
    }
    rows.push(readRow(id, declared, pointer, group, plan, form, reader));
  }
  return { rows, diagnostics };
}

const noRemarks: ReadonlySet<RowRemark> = new Set();

/** Remarks on a row as they come; most rows have none. */
class Remarks<N> {
  private made: Set<RowRemark> | undefined = undefined;
  rates: readonly Exact[] | undefined = undefined;

  /** The number of an actual beside its target, its remark kept. */
  of({ number, remark, rates }: Standing<N>): N | undefined {
    if (remark) this.add(remark);
    this.rates = rates;
    return number;
  }

  add(remark: RowRemark): void {
    this.made ??= new Set();
    this.made.add(remark);
  }

  get all(): ReadonlySet<RowRemark> {
    return this.made ?? noRemarks;
  }
}

function readRow<N>(
  id: string,
  declared: Declared,
  pointer: string,
  group: DeclaredPlan,
  plan: ScoringPlan,
  form: Form,
  reader: RowReader<N>,
): Row<N> {
  const { arithmetic } = reader;
  const { year } = form.submission;
  const { target, actual } = readCells(declared, reader.cell, year);
  const written = kindOf(target.reading);
  const scored = scoredAs(written, target.reading, group);
  const kind = scored ?? written;
  const remarks = new Remarks<N>();
  if (isUnreadTarget(target.reading)) remarks.add('target-unread');
  if (!group.targets[kind]) remarks.add('range-without-rule');
  const weight =
    declared.weight === undefined ? undefined : arithmetic.parse(withoutNoise(String(declared.weight)));
  const score = readScore(declared.claimed, reader.cell);
  if (score === 'unreadable') remarks.add('claim-unreadable');
  const claimed = score === 'unreadable' ? undefined : score;
  const targetNumber = kind === 'date' ? dayOf(target.reading, arithmetic) : target.number;
  const met = plan.frame?.met.includes(actual.reading.text) ?? false;
  const actualNumber =
    kind === 'words'
      ? undefined
      : compared(target.reading, actual, targetNumber, met, remarks, arithmetic, year);
  if (
    scored === undefined &&
    actualNumber !== undefined &&
    arithmetic.compare(actualNumber, targetNumber!) !== 0
  )
    remarks.add('negative-undirected');
  if (isDoubtful(target.reading, actual.reading))
    addDoubts(target.reading, actual.reading, declared.name, remarks);
  return {
    id,
    declared,
    pointer,
    group,
    target: target.reading,
    actual: actual.reading,
    kind,
    // What no rule scores is barred from being scored; it stands beside what is left to people.
    plan: (group.targets[kind] ?? group.targets.words)!,
    targetNumber,
    actualNumber,
    range: rangeStanding(kind, target.reading, actualNumber, remarks.all, arithmetic),
    weight,
    claimed,
    judgement: readJudgement(declared.judgement, arithmetic),
    remarks: remarks.all,
    rates: remarks.rates,
  };
}

/** Most rows are two plain numbers, and nobody asks about them. */
const isDoubtful = (target: Reading, actual: Reading): boolean =>
  target.kind !== 'number' ||
  target.label !== undefined ||
  actual.label !== undefined ||
  actual.approximate === true;

function addDoubts<N>(target: Reading, actual: Reading, name: string, remarks: Remarks<N>): void {
  if (figuresMissed(target, actual).length > 0) remarks.add('figures-missed');
  if (isDeadlineUnclear(target, actual)) remarks.add('deadline-unclear');
  if (target.kind !== 'number' || actual.kind !== 'number') return;
  if (isDirectionUnclear(target, actual, name)) remarks.add('direction-unclear');
  const reached = convert(actual.number!, actual.unit, target.unit) ?? actual.number!;
  if (isVague(target, actual, reached)) remarks.add('actual-vague');
}

/** Which kind of target the cell is, by its comparator. */
function kindOf({ kind, comparator }: Reading): TargetKind {
  if (kind === 'date' || kind === 'range') return kind;
  if (kind !== 'number') return 'words';
  switch (comparator) {
    case '>=':
    case '>':
      return 'atLeast';
    case '<=':
    case '<':
      return 'atMost';
    case '=':
      return 'equal';
    default:
      return 'plain';
  }
}

const dayOf = <N>({ date }: Pick<Reading, 'date'>, arithmetic: Arithmetic<N>): N | undefined => {
  const day = date === undefined ? undefined : dayNumber(date);
  return day === undefined ? undefined : arithmetic.of(Exact.of(day));
};

/** The actual as a number to be held against the target, with remarks on what was odd about it. */
function compared<N>(
  target: Reading,
  actual: NumberCell<N>,
  targetNumber: N | undefined,
  met: boolean,
  remarks: Remarks<N>,
  arithmetic: Arithmetic<N>,
  year: string | undefined,
): N | undefined {
  const { reading } = actual;
  if (reading.kind === 'blank') return undefined;
  if (target.kind === 'date') {
    if (met) remarks.add('met-in-words');
    if (met) return targetNumber;
    const day = readDayOf(reading, { year });
    if (day !== target.date && reading.comparator !== undefined) remarks.add('operator-in-actual');
    if (reading.date === undefined && isWithinMonthOf(target, day)) remarks.add('deadline-unclear');
    return dayOf({ date: day }, arithmetic);
  }
  if (reading.kind !== 'number' || !reading.number) {
    if (isNone(target, reading)) {
      remarks.add('none-as-zero');
      return arithmetic.of(Exact.zero);
    }
    remarks.add('not-numeric');
    if (met) remarks.add('met-in-words');
    return met ? targetNumber : undefined;
  }
  if (reading.comparator !== undefined) remarks.add('operator-in-actual');
  return remarks.of(against(target.kind === 'range' ? endAsTarget(target) : target, actual, arithmetic));
}

/** Notes of a cell that names a number or a day and yet says none for certain. */
const unreadNotes: ReadonlySet<Reading['notes'][number]> = new Set([
  'unread',
  'two-readings',
  'year-missing',
  'no-such-date',
]);

/** True of a target that cannot be made out: it is no target in words, that a person could judge. */
const isUnreadTarget = ({ kind, notes }: Reading): boolean =>
  kind === 'words' && notes.some((note) => unreadNotes.has(note));
