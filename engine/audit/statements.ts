/** What a report or goal says in words, held against the form and against what else is said. */
import type { Finding, Statement } from '../../schemas/generated/types.ts';
import { Exact, sum } from '../decimal.ts';
import { nodesOf, type ScoredForm, type ScoredNode } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { convert, type Reading, readCell, sameDimension } from '../read/index.ts';

/** An interval of numbers in one unit; a side left out is unbounded. */
interface Span {
  min?: Exact;
  max?: Exact;
  /** False where the end itself is left out. */
  minIn: boolean;
  maxIn: boolean;
}

export function statementFindings(scored: ScoredForm): Finding[] {
  const topics = new Map<string, Statement[]>();
  const all: Finding[] = [];
  for (const statement of scored.form.submission.statements ?? []) {
    const compared = againstForm(statement, scored);
    if (compared) all.push(...compared);
    else topics.set(statement.about, [...(topics.get(statement.about) ?? []), statement]);
  }
  for (const said of topics.values()) all.push(...againstEachOther(said));
  return all;
}

/** Held against the cell it is about; undefined where it is about a topic the form has no cell for. */
function againstForm(statement: Statement, scored: ScoredForm): Finding[] | undefined {
  const said = readCell(String(statement.value));
  if (statement.about === 'total')
    return compareNumber(statement, said, scored.whole.claimed, points, { zh: '总分', en: 'the total' });
  const input = scored.plan.inputs.get(statement.about);
  if (input) {
    const value = scored.sheet.numbers(input.id);
    const { name, unit } = input;
    if (input.type === 'date') return undefined;
    return compareNumber(statement, said, value instanceof Exact ? value : undefined, unit || undefined, {
      zh: name,
      en: name,
    });
  }
  const node = nodesOf(scored.whole).find(
    (one) => one.id === statement.about || (one.row && one.name === statement.about),
  );
  return node && compareNode(statement, said, node);
}

/** The unit of scores. */
const points = '分';

/** A figure of the form in the unit it has there, against what is said of it. */
function compareNumber(
  statement: Statement,
  said: Reading,
  value: Exact | undefined,
  unit: string | undefined,
  name: { zh: string; en: string },
  node?: ScoredNode<Exact>,
): Finding[] {
  if (!value) return [];
  const stated = spanOf(said, said.unit ?? unit, unit);
  const own = unit === undefined ? value : convert(value, unit, said.unit ?? unit);
  if (!stated || !own || agree(stated, exactly(own), said, said.unit ?? unit)) return [];
  const shown = unit === '%' ? `${value.times(Exact.hundred).toText()}%` : value.toText();
  const named = said.unit !== undefined && unit !== undefined && unit !== points && unit !== '%' ? unit : '';
  return [
    mismatch(statement, { zh: `${name.zh} ${shown}${named} `, en: `${name.en} ${shown}${named}` }, node),
  ];
}

function compareNode(statement: Statement, said: Reading, node: ScoredNode<Exact>): Finding[] {
  const of = statement.of ?? 'actual';
  const { row } = node;
  if (of === 'claimed' || !row)
    return compareNumber(
      statement,
      said,
      node.claimed,
      points,
      { zh: `「${node.name}」自评得分`, en: `the claimed score of "${node.name}"` },
      node,
    );
  const cell = of === 'target' ? row.target : row.actual;
  const other = of === 'target' ? row.actual : row.target;
  const own = cell.unit ?? (cell.kind === 'number' ? other.unit : undefined);
  const unit = said.unit ?? own;
  const stated = spanOf(said, unit, own);
  const written = spanOf(cell, unit, own ?? said.unit);
  if (!stated || !written || agree(stated, written, said, unit)) return [];
  const name = of === 'target' ? '目标值' : '完成值';
  return [
    mismatch(
      statement,
      { zh: `「${node.name}」${name}「${cell.text}」`, en: `the ${of} "${cell.text}" of "${node.name}"` },
      node,
    ),
  ];
}

/** Statements on one topic that cannot all be true: the first that another contradicts, with all that do. */
function againstEachOther(statements: readonly Statement[]): Finding[] {
  for (const [index, one] of statements.entries()) {
    const against = statements.slice(index + 1).filter((other) => contradict(one, other));
    if (against.length > 0)
      return [
        mismatch(one, {
          zh: against.map((other) => `${other.where}「${other.text}」`).join('、'),
          en: against.map((other) => `"${other.text}" in ${other.where}`).join(', '),
        }),
      ];
  }
  return [];
}

function contradict(one: Statement, other: Statement): boolean {
  const [a, b] = [readCell(String(one.value)), readCell(String(other.value))];
  const unit = a.unit ?? b.unit;
  const [first, second] = [spanOf(a, unit, b.unit), spanOf(b, unit, a.unit)];
  if (!first || !second) return false;
  return !agree(first, second, a, unit) && !agree(second, first, b, unit);
}

/**
 * True where both can be true: some number lies in both, or the one number of `written` is the one that was said, to
 * the decimals it was said with.
 */
function agree(stated: Span, written: Span, said: Reading, unit: string | undefined): boolean {
  if (meet(stated, written)) return true;
  const [one, other] = [onlyOf(stated), onlyOf(written)];
  const decimals = (said.decimals ?? 0) + (unit === '%' || unit === '百分点' ? 2 : 0);
  return one !== undefined && other?.round({ decimals, mode: 'half-up' }).equals(one) === true;
}

const exactly = (number: Exact): Span => ({ min: number, max: number, minIn: true, maxIn: true });

/** The number, of a span that holds one only. */
const onlyOf = ({ min, max }: Span): Exact | undefined => (min && max && min.equals(max) ? min : undefined);

const mismatch = (
  statement: Statement,
  against: { zh: string; en: string },
  node?: ScoredNode<Exact>,
): Finding =>
  find(
    'claim-mismatch',
    { where: statement.where, text: statement.text, against },
    node ? { indicator: node.id, name: node.name } : { cell: 'report' },
  );

/** A little more than a round number: 120余人 is from 120 to a tenth above it. */
const aboutATenthMore = Exact.of('1.1');

/**
 * The numbers a cell allows, in the given unit; the parts of a compound cell in that unit are added. What is written
 * without a unit is in `bare`, a percentage in hundredths. Undefined where there is no number, or one in another measure.
 */
function spanOf(reading: Reading, unit: string | undefined, bare: string | undefined): Span | undefined {
  const parts = (reading.parts ?? []).filter((part) => sameDimension(part.unit, unit) || part.unit === unit);
  const number = reading.number
    ? convert(inHundredths(reading, bare), reading.unit ?? bare, unit)
    : parts.length > 0
      ? sum(parts.map((part) => convert(part.number, part.unit, unit) ?? part.number))
      : undefined;
  if (!number) return undefined;
  if (reading.approximate || parts.some((part) => part.approximate))
    return { min: number, max: number.times(aboutATenthMore), minIn: true, maxIn: true };
  switch (reading.comparator) {
    case '>':
      return { min: number, minIn: false, maxIn: false };
    case '>=':
      return { min: number, minIn: true, maxIn: false };
    case '<':
      return { max: number, minIn: false, maxIn: false };
    case '<=':
      return { max: number, minIn: false, maxIn: true };
    default:
      return { min: number, max: number, minIn: true, maxIn: true };
  }
}

/** Bare figures beside percentages are so many hundredths. */
const inHundredths = ({ number, unit }: Reading, bare: string | undefined): Exact =>
  unit === undefined && (bare === '%' || bare === '百分点') ? number!.over(Exact.hundred)! : number!;

/** True where some number lies in both. */
const meet = (a: Span, b: Span): boolean => !liesBelow(a, b) && !liesBelow(b, a);

function liesBelow(low: Span, high: Span): boolean {
  if (!low.max || !high.min) return false;
  const sign = low.max.compare(high.min);
  return sign < 0 || (sign === 0 && !(low.maxIn && high.minIn));
}
