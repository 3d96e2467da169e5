/** Checks that the units in an expression fit: 万元 with 元, % with 百分点, 人 with 个 may not be added or compared. */
import type { Expression } from './ast.ts';
import type { Scope } from './scope.ts';

/**
 * The unit of an expression: a name as people write it, `ratio` for the quotient of two equal units, `plain` for a
 * bare number, `open` where only a form can tell.
 */
export type Unit =
  | { is: 'named'; name: string }
  | { is: 'ratio' }
  | { is: 'plain'; zeroOrOne: boolean }
  | { is: 'open' };

/** How a unit is told to a person. */
export interface UnitName {
  zh: string;
  en: string;
}

export interface UnitProblem {
  left: UnitName;
  right: UnitName;
  at: number;
}

const ratio: Unit = { is: 'ratio' };
const open: Unit = { is: 'open' };
const percentagePoints = '百分点';

/** The unit of a written or declared unit name: `%` is a ratio, no name is a plain number. */
export const unitNamed = (name: string | undefined): Unit =>
  name === undefined
    ? open
    : name === '%'
      ? ratio
      : name === ''
        ? { is: 'plain', zeroOrOne: false }
        : { is: 'named', name };

export const describeUnit = (unit: Unit): UnitName => {
  if (unit.is === 'named') return { zh: unit.name, en: unit.name };
  if (unit.is === 'ratio') return { zh: '比率（%）', en: 'a rate (%)' };
  return unit.is === 'plain'
    ? { zh: '没有单位的数', en: 'a number without unit' }
    : { zh: '未知的单位', en: 'an unknown unit' };
};

/** True where a number of unit `left` may be compared with or added to one of unit `right`. */
export function fits(left: Unit, right: Unit): boolean {
  if (left.is === 'open' || right.is === 'open') return true;
  if (left.is === 'plain' && right.is === 'plain') return true;
  if (left.is === 'plain') return fits(right, left);
  if (right.is === 'plain') return left.is === 'ratio' ? right.zeroOrOne : true;
  if (left.is === 'ratio' && right.is === 'ratio') return true;
  return left.is === 'named' && right.is === 'named' && left.name === right.name;
}

/** The unit of an expression and every place in it where units do not fit. */
export function unitOf(expression: Expression, scope: Scope): { unit: Unit; problems: UnitProblem[] } {
  const problems: UnitProblem[] = [];
  const mismatch = (left: Unit, right: Unit, at: number): Unit => {
    problems.push({ left: describeUnit(left), right: describeUnit(right), at });
    return open;
  };
  const visit = (node: Expression): Unit => {
    switch (node.kind) {
      case 'number':
        if (node.unit !== undefined) return unitNamed(node.unit);
        return { is: 'plain', zeroOrOne: node.shown === '0' || node.shown === '1' };
      case 'name':
        return unitNamed(scope.resolve(node.name)?.unit);
      case 'negate':
        return visit(node.of);
      case 'call':
        return node.arguments
          .map(visit)
          .reduce((a, b) => (fits(a, b) ? (a.is === 'plain' ? b : a) : mismatch(a, b, node.at)));
      case 'binary': {
        const left = visit(node.left);
        const right = visit(node.right);
        if (node.operator === '*') return product(left, right);
        if (node.operator === '/') return quotient(left, right) ?? mismatch(left, right, node.at);
        if (left.is === 'ratio' && isPoints(right)) return ratio;
        if (!fits(left, right)) return mismatch(left, right, node.at);
        return left.is === 'plain' ? right : left;
      }
    }
  };
  return { unit: visit(expression), problems };
}

const isPoints = (unit: Unit): boolean => unit.is === 'named' && unit.name === percentagePoints;

function product(left: Unit, right: Unit): Unit {
  if (left.is === 'plain' || left.is === 'ratio') return right.is === 'plain' ? left : right;
  if (right.is === 'plain' || right.is === 'ratio') return left;
  return open;
}

const amounts = ['元', '千元', '万元', '百万元', '亿元'];

function quotient(left: Unit, right: Unit): Unit | undefined {
  if (right.is === 'plain' || right.is === 'ratio') return left;
  if (left.is === 'named' && right.is === 'named') {
    if (left.name === right.name) return ratio;
    if (amounts.includes(left.name) && amounts.includes(right.name)) return undefined;
  }
  return open;
}
