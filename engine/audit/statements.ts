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
    return scored.whole.claimed
      ? compareNumber(statement, said, scored.whole.claimed, '总分', 'the total')
      : [];
  const input = scored.plan.inputs.get(statement.about);
  if (input) {
    const value = scored.sheet.numbers(input.id);
    return value instanceof Exact ? compareNumber(statement, said, value, input.name, input.name) : [];
  }
  const node = nodesOf(scored.whole).find(
    (one) => one.id === statement.about || (one.row && one.name === statement.about),
  );
  return node && compareNode(statement, said, node);
}

/** A stated figure may be rounded: it must equal the form's to the decimals it is written with. */
function compareNumber(
  statement: Statement,
  said: Reading,
  value: Exact,
  zh: string,
  en: string,
  node?: ScoredNode<Exact>,
): Finding[] {
  if (!said.number) return [];
  const decimals = (said.decimals ?? 0) + (said.unit === '%' ? 2 : 0);
  if (value.equals(said.number) || value.round({ decimals, mode: 'half-up' }).equals(said.number)) return [];
  const shown = said.unit === '%' ? `${value.times(Exact.hundred).toText()}%` : value.toText();
  return [mismatch(statement, { zh: `${zh} ${shown} `, en: `${en} ${shown}` }, node)];
}

function compareNode(statement: Statement, said: Reading, node: ScoredNode<Exact>): Finding[] {
  const of = statement.of ?? 'actual';
  if (of === 'claimed' || !node.row)
    return node.claimed
      ? compareNumber(
          statement,
          said,
          node.claimed,
          `「${node.name}」自评得分`,
          `the claimed score of "${node.name}"`,
          node,
        )
      : [];
  const cell = of === 'target' ? node.row.target : node.row.actual;
  const spans = spanOf(said, said.unit);
  const own = spanOf(cell, said.unit);
  if (!spans || !own || meet(spans, own)) return [];
  const name = of === 'target' ? '目标值' : '完成值';
  return [
    mismatch(
      statement,
      { zh: `「${node.name}」${name}「${cell.text}」`, en: `the ${of} "${cell.text}" of "${node.name}"` },
      node,
    ),
  ];
}

/** Statements on one topic that cannot all be true. */
function againstEachOther(statements: readonly Statement[]): Finding[] {
  const [first, ...others] = statements;
  if (!first) return [];
  const said = readCell(String(first.value));
  const own = spanOf(said, said.unit);
  const against = others.filter((other) => {
    const span = spanOf(readCell(String(other.value)), said.unit);
    return own && span && !meet(own, span);
  });
  if (against.length === 0) return [];
  return [
    mismatch(first, {
      zh: against.map((other) => `${other.where}「${other.text}」`).join('、'),
      en: against.map((other) => `"${other.text}" in ${other.where}`).join(', '),
    }),
  ];
}

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

/** The numbers a cell allows, in the given unit; the parts of a compound cell in that unit are added. */
function spanOf(reading: Reading, unit: string | undefined): Span | undefined {
  const parts = (reading.parts ?? []).filter((part) => sameDimension(part.unit, unit) || part.unit === unit);
  const number = reading.number
    ? convert(reading.number, reading.unit ?? unit, unit)
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

/** True where some number lies in both. */
const meet = (a: Span, b: Span): boolean => !liesBelow(a, b) && !liesBelow(b, a);

function liesBelow(low: Span, high: Span): boolean {
  if (!low.max || !high.min) return false;
  const sign = low.max.compare(high.min);
  return sign < 0 || (sign === 0 && !(low.maxIn && high.minIn));
}
