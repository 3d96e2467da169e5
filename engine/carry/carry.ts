/** Cell by cell: what stood where, and where it would stand now. Values in other units, and rows without a group, stay behind. */
import type { EarlierRow, EarlierValue, Submission } from '../../schemas/generated/types.ts';
import type { InputPlan, ScoringPlan } from '../compile/index.ts';
import { type Pairing, pairEditions } from '../edits/index.ts';

export interface Carried {
  values: EarlierValue[];
  rows: EarlierRow[];
  /** Names of what has no place in the later form. */
  lost: string[];
}

/** What of an earlier form can be offered for a form of the same subject under the later plan. */
export function carryOver(before: ScoringPlan, after: ScoringPlan, earlier: Submission): Carried {
  const pairing = pairEditions(before, after);
  const values = valuesOf(before, after, earlier, pairing);
  const rows = rowsOf(before, after, earlier, pairing);
  return { values: values.found, rows: rows.found, lost: [...new Set([...values.lost, ...rows.lost])] };
}

interface Found<One> {
  found: One[];
  lost: string[];
}

const isEmpty = (cell: unknown): boolean => String(cell ?? '').trim() === '';

function valuesOf(
  before: ScoringPlan,
  after: ScoringPlan,
  { inputs = {}, subject }: Submission,
  { inputs: pairs }: Pairing,
): Found<EarlierValue> {
  const carried = new Map<string, EarlierValue>();
  const lost: string[] = [];
  for (const [id, cell] of Object.entries(inputs)) {
    const was = before.inputs.get(id);
    if (!was || isEmpty(cell)) continue;
    const pair = pairs.find((one) => one.before === id);
    const now = pair && after.inputs.get(pair.after);
    if (!pair || !now || !isSameKind(was, now) || (now.subjects && !now.subjects.includes(subject))) {
      lost.push(was.name);
      continue;
    }
    carried.set(now.id, {
      pointer: `/inputs/${now.id}`,
      name: now.name,
      value: String(cell),
      was: { pointer: `/inputs/${id}`, name: was.name },
      by: pair.by,
    });
  }
  return { found: [...after.inputs.keys()].flatMap((id) => carried.get(id) ?? []), lost };
}

/** A bare number means the unit of its input. */
const isSameKind = (was: InputPlan, now: InputPlan): boolean =>
  was.type === now.type && was.unit === now.unit;

function rowsOf(
  before: ScoringPlan,
  after: ScoringPlan,
  { declared = [] }: Submission,
  { indicators: pairs }: Pairing,
): Found<EarlierRow> {
  const groups = [...before.byId.values()].filter(({ kind }) => kind === 'declared');
  const lost: string[] = [];
  const found = declared.flatMap((row, index): EarlierRow[] => {
    const named = groups.filter(({ name }) => name === row.under);
    const group = groups.find(({ id }) => id === row.under) ?? (named.length === 1 ? named[0] : undefined);
    const pair = group && pairs.find((one) => one.before === group.id);
    const now = pair && after.byId.get(pair.after);
    if (!pair || now?.kind !== 'declared') {
      lost.push(group?.name ?? row.under);
      return [];
    }
    return [
      {
        ...{ under: now.id, name: row.name },
        ...(isEmpty(row.target) ? {} : { target: String(row.target) }),
        ...(row.weight === undefined ? {} : { weight: String(row.weight) }),
        ...(isEmpty(row.actual) ? {} : { actual: String(row.actual) }),
        was: { index, under: group.name },
        by: pair.by,
      },
    ];
  });
  return { found, lost };
}
