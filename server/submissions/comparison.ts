/** One filing three ways: what the unit claimed, what was recomputed, what the reviewer gave. */
import {
  type Evaluation,
  Exact,
  type Finding,
  type LedgerNode,
  type Submission,
} from '../../engine/index.ts';
import type {
  ComparisonRow,
  DifferenceSums,
  EarlierRemark,
  Review,
  ReviewRow,
  Schemas,
} from '../../schemas/generated/types.ts';
import { nodesOf } from '../cases/filed.ts';
import { changesOn, type Entered, enteredOn, readOn, type Standing } from './entered.ts';

/** What is known of a filing beside its evaluation. */
export interface Compared {
  number: number;
  evaluation: Evaluation;
  review: Review | undefined;
  /** What reviews of earlier filings said of each line. */
  earlier: ReadonlyMap<string, readonly EarlierRemark[]>;
  /** What the unit wrote on each line. */
  entered: ReadonlyMap<string, Entered>;
  /** What stood on each line of the filing before; undefined for the first. */
  before?: ReadonlyMap<string, Standing> | undefined;
}

/** What stands on each line of a filing. */
export function standingOn(form: Partial<Submission>, { ledger }: Evaluation): Map<string, Standing> {
  const entered = enteredOn(form);
  return new Map(nodesOf(ledger).map((line) => [line.id, standingOf(line, entered.get(line.id))]));
}

const standingOf = (line: LedgerNode, entered: Entered | undefined): Standing => ({
  ...entered,
  claimed: line.claimed,
  read: readOn(line),
});

export function compareFiling({
  number,
  evaluation,
  review,
  earlier,
  entered,
  before,
}: Compared): Schemas['filingComparison'] {
  const { total, outOf, claimed, grade, ledger, findings } = evaluation;
  const ids = new Set(nodesOf(ledger).map(({ id }) => id));
  ids.delete(ledger.id);
  const reviewed = new Map(review?.rows.map((row) => [row.line, row]));
  const rows = (ledger.children ?? []).flatMap((child) =>
    rowsUnder(child, { depth: 1, reviewed, earlier, entered, before, findings }),
  );
  const difference = lessBy(claimed, total);
  return {
    number,
    rows,
    sums: sumsOf(rows),
    ...(claimed === undefined ? {} : { claimed }),
    computed: total,
    ...(difference === undefined ? {} : { difference }),
    ...(review?.total === undefined ? {} : { reviewed: review.total }),
    outOf,
    ...(grade === undefined ? {} : { grade }),
    ...(review ? { review: withoutRows(review) } : {}),
    findings: findings.filter(({ place }) => !place?.indicator || !ids.has(place.indicator)),
  };
}

/** What was said of the form as a whole; what was said of its lines stands on them. */
const withoutRows = ({ rows: _, total: __, ...whole }: Review): Schemas['filingComparison']['review'] =>
  whole;

interface Beside {
  depth: number;
  parent?: string;
  reviewed: ReadonlyMap<string, ReviewRow>;
  earlier: Compared['earlier'];
  entered: Compared['entered'];
  before: Compared['before'];
  findings: readonly Finding[];
}

function rowsUnder(line: LedgerNode, beside: Beside): ComparisonRow[] {
  const { depth, parent, reviewed, earlier, entered, before, findings } = beside;
  const {
    id,
    name,
    weight,
    status,
    points: computed,
    lost,
    unscored,
    because,
    claimed,
    children = [],
  } = line;
  const { points, reason } = reviewed.get(id) ?? {};
  const remarks = earlier.get(id);
  const standing = standingOf(line, entered.get(id));
  const changes = before ? changesOn(before.get(id) ?? { read: [] }, standing) : [];
  const difference = lessBy(claimed, computed);
  const adjustment = lessBy(points, computed);
  const row: ComparisonRow = {
    ...{ line: id, name, depth },
    ...(parent === undefined ? {} : { parent }),
    leaf: children.length === 0,
    ...(line.declared ? { declared: true } : {}),
    ...{ status, weight },
    ...entered.get(id),
    ...(standing.read.length > 0 ? { read: standing.read } : {}),
    ...(changes.length > 0 ? { changes } : {}),
    ...(claimed === undefined ? {} : { claimed }),
    ...{ computed, lost },
    ...(unscored === undefined ? {} : { unscored }),
    ...(because ? { because } : {}),
    ...(difference === undefined ? {} : { difference }),
    ...(points === undefined ? {} : { reviewed: points }),
    ...(adjustment === undefined ? {} : { adjustment }),
    ...(reason === undefined ? {} : { reason }),
    ...(remarks ? { earlier: [...remarks] } : {}),
    findings: findings.filter(({ place }) => place?.indicator === id),
  };
  return [row, ...children.flatMap((child) => rowsUnder(child, { ...beside, depth: depth + 1, parent: id }))];
}

/** The one less the other, exactly; undefined where there is none, or it is no number. */
function lessBy(one: string | undefined, other: string): string | undefined {
  const value = one === undefined ? undefined : Exact.parse(one);
  const base = Exact.parse(other);
  return value && base && value.minus(base).toText();
}

/** Over the lines that have points of their own. */
function sumsOf(rows: readonly ComparisonRow[]): DifferenceSums {
  const sums = { rows: 0, over: Exact.zero, under: Exact.zero, adjusted: Exact.zero };
  for (const { leaf, difference, adjustment } of rows) {
    if (!leaf) continue;
    sums.adjusted = sums.adjusted.plus(Exact.of(adjustment ?? '0'));
    const by = Exact.of(difference ?? '0');
    if (by.isZero()) continue;
    sums.rows++;
    if (by.sign() > 0) sums.over = sums.over.plus(by);
    else sums.under = sums.under.plus(by);
  }
  const { over, under, adjusted } = sums;
  return { rows: sums.rows, over: over.toText(), under: under.toText(), adjusted: adjusted.toText() };
}
