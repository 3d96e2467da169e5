/** A form that shows a claim: facts written as a unit would write them, and the points the engine gives for it. */
import type { Declared, Judgement, Submission, Witness } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { formOfValue, nodesOf, scoreForm } from '../evaluate/index.ts';
import { isoDay } from '../expression/index.ts';
import { type Line, sampleDay, sampleTarget } from '../lines/index.ts';
import type { Given } from '../possible/index.ts';
import type { Shown } from './claim.ts';

const signs: Partial<Record<Line['kind'], string>> = { atLeast: '≥', atMost: '≤', equal: '=' };
const rowId = 'witness-row';

/** Facts as they stand on a form. */
interface Cells {
  inputs: Record<string, string | boolean>;
  judgement: Judgement;
  row: Partial<Declared>;
}

/** Writes one fact down; false where it has no finite decimal text, or is nothing that a unit fills in. */
function write(
  plan: ScoringPlan,
  line: Line,
  cells: Cells,
  key: string,
  value: Exact | string | boolean,
): boolean {
  const input = plan.inputs.get(key);
  if (!(value instanceof Exact)) {
    if (input) cells.inputs[key] = value;
    else if (key === 'judged.tier') cells.judgement.tier = String(value);
    return input !== undefined || key === 'judged.tier';
  }
  if (value.toText().endsWith('…')) return false;
  const isCell = key === 'actual' || key === 'target' || key === 'weight';
  if (key === 'judged.share') cells.judgement.share = `${value.times(Exact.hundred).toText()}%`;
  else if (!input && !isCell) return false;
  else {
    const written = input ? writtenInput(value, input) : writtenCell(line, key as 'actual', value);
    if (written === undefined) return false;
    if (input) cells.inputs[key] = written;
    else cells.row[key as 'actual'] = written;
  }
  return true;
}

/** What a unit would fill in; undefined where a fact has no finite decimal text, or cannot be filled in. */
export function submissionOf(plan: ScoringPlan, line: Line, given: Given): Submission | undefined {
  const cells: Cells = { inputs: {}, judgement: {}, row: {} };
  for (const [key, value] of given) if (!write(plan, line, cells, key, value)) return undefined;
  const { inputs, judgement, row } = cells;
  const { rulebook, edition } = plan.identity;
  const { subjects } = plan.rulebook;
  const asks = (one: (typeof subjects)[number]) =>
    Object.keys(inputs).every((id) => plan.inputs.get(id)?.subjects?.includes(one) ?? true);
  const judged = Object.keys(judgement).length > 0 ? judgement : undefined;
  return {
    rulebook,
    edition,
    name: line.name,
    subject: subjects.find(asks) ?? subjects[0]!,
    ...(Object.keys(inputs).length > 0 ? { inputs } : {}),
    ...(line.row ? { declared: [rowOf(line, row, judged)] } : {}),
    ...(judged && !line.row ? { judgements: { [line.id]: judged } } : {}),
  };
}

function rowOf(line: Line, cells: Partial<Declared>, judgement: Judgement | undefined): Declared {
  const group = line.row!.group.id;
  const words = line.kind === 'words' ? { target: '按要求完成', actual: '按要求完成' } : {};
  // A judged row needs something in its cells, whatever it is.
  const any = judgement && line.kind !== 'words' ? anyCells(line) : {};
  const name = line.name;
  return {
    id: rowId,
    under: group,
    name,
    weight: line.weight.toText(),
    ...words,
    ...any,
    ...cells,
    ...(judgement ? { judgement } : {}),
  };
}

const anyCells = (line: Line): Partial<Declared> => {
  const text = line.kind === 'date' ? isoDay(Number(sampleDay.toText())) : sampleTarget.toText();
  return { target: `${signs[line.kind] ?? ''}${text}`, actual: text };
};

function writtenInput(
  value: Exact,
  { unit, type }: { unit: string | undefined; type: string },
): string | undefined {
  if (type === 'date') return isWhole(value) ? isoDay(Number(value.toText())) : undefined;
  return unit === '%' ? `${value.times(Exact.hundred).toText()}%` : value.toText();
}

function writtenCell(line: Line, key: 'actual' | 'target' | 'weight', value: Exact): string | undefined {
  if (key === 'weight') return value.toText();
  if (line.kind === 'date') return isWhole(value) ? isoDay(Number(value.toText())) : undefined;
  return key === 'target' ? `${signs[line.kind] ?? ''}${value.toText()}` : value.toText();
}

const isWhole = (value: Exact): boolean => value.floor().equals(value);

/** Fills the facts in and scores the form; undefined where they cannot be written on one. */
export async function witnessOf(
  plan: ScoringPlan,
  { line, given, value }: Shown,
): Promise<Witness | undefined> {
  const told = value === undefined ? {} : { value };
  const submission = line && given && submissionOf(plan, line, given);
  if (!line || !submission) return value === undefined ? undefined : told;
  const { scored } = await scoreForm(plan, formOfValue(submission));
  const node = scored && nodesOf(scored.whole).find(({ id }) => id === (line.row ? rowId : line.id));
  if (!node) return value === undefined ? undefined : told;
  const { inputs, judgements, declared } = submission;
  return {
    given: {
      ...(inputs ? { inputs: inputs as Record<string, string | boolean> } : {}),
      ...(judgements ? { judgements } : {}),
      ...(declared ? { declared } : {}),
    },
    ...told,
    ...(node.status === 'scored'
      ? { points: node.points.toText() }
      : { absence: node.unscored ?? 'missing' }),
  };
}
