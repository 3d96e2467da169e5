/** The number a curve runs over: whether two editions look at the same one, what it is called, in what it is told. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { rangeNames, type ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { type Expression, formatExpression, inEnglish, keyOf, namesIn } from '../../expression/index.ts';
import { casesOf } from '../../linear/index.ts';
import type { Line } from '../../lines/index.ts';
import { own } from '../../own.ts';
import type { Curve } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { exactText } from './form-text.ts';

/** One edition's line with its curve. */
export interface CurveSide {
  line: Line;
  curve: Curve;
}

/**
 * How the earlier curve's number becomes the later one's: y = k·x + s. One and the same number under another name, or one
 * that is a line of the other: 调整后÷年初 is (调整后−年初)÷年初 + 1.
 */
export function changeOfVariable(before: CurveSide, after: CurveSide): { k: Exact; s: Exact } | undefined {
  const [x, y] = [before.curve.variable, after.curve.variable];
  if (keyOf(x) === keyOf(y)) return { k: Exact.one, s: Exact.zero };
  const [xs, ys] = [casesOf(x), casesOf(y)];
  if (!xs || xs.length !== ys?.length) return undefined;
  let found: { k: Exact; s: Exact } | undefined;
  for (const [index, one] of xs.entries()) {
    const other = ys[index]!;
    const guards = (list: typeof one.guards) => JSON.stringify(list.map(constraintKey).sort());
    if (guards(one.guards) !== guards(other.guards)) return undefined;
    if (linearKey(one.bottom) !== linearKey(other.bottom)) return undefined;
    const line = lineBetween(one, other);
    if (!line || line.k.isZero()) return undefined;
    if (found && !(found.k.equals(line.k) && found.s.equals(line.s))) return undefined;
    found = line;
  }
  return found;
}

type Case = NonNullable<ReturnType<typeof casesOf>>[number];

const linearKey = ({ terms, constant }: Case['top']): string =>
  [...[...terms].map(([name, value]) => `${name} ${exactText(value)}`).sort(), exactText(constant)].join();
const constraintKey = (one: Case['guards'][number]): string => `${linearKey(one)} ${one.relation}`;

/** k and s with top′ = k·top + s·bottom. */
function lineBetween({ top, bottom }: Case, { top: wanted }: Case): { k: Exact; s: Exact } | undefined {
  const names = [...new Set([...top.terms.keys(), ...bottom.terms.keys(), ...wanted.terms.keys()])];
  const of = ({ terms }: Case['top'], name: string) => terms.get(name) ?? Exact.zero;
  const rows = [
    ...names.map((name) => [of(top, name), of(bottom, name), of(wanted, name)] as const),
    [top.constant, bottom.constant, wanted.constant] as const,
  ];
  for (const [i, [a, b, w]] of rows.entries())
    for (const [c, d, v] of rows.slice(i + 1)) {
      const k = w
        .times(d)
        .minus(v.times(b))
        .over(a.times(d).minus(c.times(b)));
      if (!k) continue;
      const s = a
        .times(v)
        .minus(c.times(w))
        .over(a.times(d).minus(c.times(b)))!;
      return rows.every(([p, q, r]) => r.equals(k.times(p).plus(s.times(q)))) ? { k, s } : undefined;
    }
  return undefined;
}

/** True where the number is a whole one on every form: counts and days, and sums of them. */
export function isWholeNumber({ line, curve }: CurveSide): boolean {
  const isWhole = (node: Expression): boolean => {
    switch (node.kind) {
      case 'number':
        return node.value.equals(node.value.floor());
      case 'name':
        return line.kind === 'date' && node.name === 'actual' ? true : line.bounds(node.name).whole === true;
      case 'negate':
        return isWhole(node.of);
      case 'binary':
        return node.operator !== '/' && isWhole(node.left) && isWhole(node.right);
      case 'call':
        return node.function === 'floor' || node.function === 'ceiling' || node.arguments.every(isWhole);
    }
  };
  return isWhole(curve.variable);
}

/** What the number of a line is called. */
export function nameOfVariable({ line, curve }: CurveSide, plan: ScoringPlan): Bilingual {
  const { variable } = curve;
  if (variable.kind === 'name' && variable.name === 'judged.share')
    return both('评价人所给比例', 'the share a person gives');
  const ofRange = variable.kind === 'name' ? own(rangeNames, variable.name) : undefined;
  if (line.range && ofRange !== undefined) return both(ofRange, inEnglish(ofRange));
  if (line.row)
    return line.kind === 'date' ? both('完成日期', 'the date of completion') : both('完成值', 'actual');
  // A metric is called by the line it belongs to: several lines may look at the same number.
  const isOwn =
    line.metric !== undefined && variable.kind !== 'name' && keyOf(line.metric) === keyOf(variable);
  const text = isOwn ? line.name : formatExpression(variable, (name) => plan.inputs.get(name)?.name ?? name);
  return both(text, text);
}

/** `%`, `日期`, the unit of what is added up, or nothing. */
export function unitOfVariable({ curve, line }: CurveSide, plan: ScoringPlan): string {
  if (curve.isRate || line.row) return '';
  const { variable } = curve;
  if (variable.kind === 'name') {
    const input = plan.inputs.get(variable.name);
    return input?.type === 'date' ? '日期' : (input?.unit ?? '');
  }
  // A sum of amounts is in their unit; anything else is a bare number.
  const isSum = (node: Expression): boolean =>
    node.kind === 'name' ||
    (node.kind === 'binary' &&
      (node.operator === '+' || node.operator === '-') &&
      isSum(node.left) &&
      isSum(node.right)) ||
    (node.kind === 'call' && node.arguments.every(isSum));
  const units = new Set(namesIn(variable).map((name) => plan.inputs.get(name)?.unit));
  return isSum(variable) && units.size === 1 ? ([...units][0] ?? '') : '';
}
