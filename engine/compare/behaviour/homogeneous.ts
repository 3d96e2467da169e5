/**
 * Whether the rule of a row means the same for every weight and target: proved from how its expressions are built, so that
 * the curve of one row stands for all. Several times the weight must give as many times the points, and several times
 * both target and actual the same; of dates, other days the same number of days apart.
 */
import { namesInRule, type Rule } from '../../compile/index.ts';
import { type Expression, renamed } from '../../expression/index.ts';
import type { Line } from '../../lines/index.ts';

/** With so many powers of the weight, and of the target and actual, an expression grows. */
interface Degree {
  weight: number;
  target: number;
}

/** `any` is of the number zero, which grows as one likes. */
type Degrees = Degree | 'any' | undefined;

export function isHomogeneous({ rule, kind }: Line): boolean {
  // Two ends may stand in any relation: one range stands for all only where none of them is read.
  if (kind === 'range' && namesInRule(rule).some((name) => name === 'least' || name === 'most')) return false;
  return kind === 'date' ? isOfDays(rule) : isOfNumbers(rule);
}

function isOfNumbers({ parts, cap }: Rule): boolean {
  const isPoints = (expression: Expression) => fits(degreeOf(expression), { weight: 1, target: 0 });
  return (
    isPoints(cap) &&
    parts.every(
      ({ decision, awards }) =>
        awards.every(({ points }) => !points || isPoints(points)) &&
        (decision?.facts ?? []).every((fact) => {
          if (fact.kind !== 'number') return true;
          const degree = degreeOf(fact.expression);
          // A comparison with zero only asks for the sign.
          if (fact.thresholds.every((one) => one.isZero())) return degree !== undefined;
          return fits(degree, { weight: 0, target: 0 });
        }),
    )
  );
}

const fits = (degree: Degrees, wanted: Degree): boolean =>
  degree === 'any' || (degree?.weight === wanted.weight && degree.target === wanted.target);

/** What is told in the unit of the target. */
const growing: ReadonlySet<string> = new Set(['target', 'actual', 'least', 'most', 'outside']);

function degreeOf(node: Expression): Degrees {
  switch (node.kind) {
    case 'number':
      return node.value.isZero() ? 'any' : { weight: 0, target: 0 };
    case 'name':
      return {
        weight: node.name === 'weight' ? 1 : 0,
        target: growing.has(node.name) ? 1 : 0,
      };
    case 'negate':
      return degreeOf(node.of);
    case 'binary':
      return degreeOfBinary(node.operator, degreeOf(node.left), degreeOf(node.right));
    case 'call': {
      const degree = together(node.arguments.map(degreeOf));
      const isStepped = node.function === 'floor' || node.function === 'ceiling';
      return isStepped && !fits(degree, { weight: 0, target: 0 }) ? undefined : degree;
    }
  }
}

function degreeOfBinary(operator: '+' | '-' | '*' | '/', a: Degrees, b: Degrees): Degrees {
  if (operator === '+' || operator === '-') return together([a, b]);
  if (a === undefined || b === undefined) return undefined;
  if (a === 'any' || b === 'any') return b === 'any' && operator === '/' ? undefined : 'any';
  const sign = operator === '*' ? 1 : -1;
  return { weight: a.weight + sign * b.weight, target: a.target + sign * b.target };
}

/** Of what is added or compared: all must grow alike. */
function together(all: readonly Degrees[]): Degrees {
  const [first, ...rest] = all.filter((one) => one !== 'any');
  if (all.includes(undefined)) return undefined;
  if (!first) return 'any';
  return rest.every((one) => fits(one, first as Degree)) ? first : undefined;
}

function isOfDays({ parts, cap }: Rule): boolean {
  const isStill = (expression: Expression) => {
    const weight = degreeOf(withoutDays(expression));
    return shiftOf(expression) === 0 && fits(weight, { weight: 1, target: 0 });
  };
  return (
    isStill(cap) &&
    parts.every(
      ({ decision, awards }) =>
        awards.every(({ points }) => !points || isStill(points)) &&
        (decision?.facts ?? []).every(
          (fact) =>
            fact.kind !== 'number' ||
            (shiftOf(fact.expression) === 0 &&
              fits(degreeOf(withoutDays(fact.expression)), { weight: 0, target: 0 })),
        ),
    )
  );
}

/** Days apart are numbers that neither weight nor target makes grow. */
const withoutDays = (expression: Expression): Expression =>
  renamed(expression, (name) => (name === 'target' || name === 'actual' ? 'day' : name));

/** By how much an expression moves when target and actual move by one day; undefined where that is no fixed number. */
function shiftOf(node: Expression): number | undefined {
  switch (node.kind) {
    case 'number':
      return 0;
    case 'name':
      return node.name === 'target' || node.name === 'actual' ? 1 : 0;
    case 'negate': {
      const inner = shiftOf(node.of);
      return inner === undefined ? undefined : -inner;
    }
    case 'binary': {
      const [a, b] = [shiftOf(node.left), shiftOf(node.right)];
      if (a === undefined || b === undefined) return undefined;
      if (node.operator === '+') return a + b;
      if (node.operator === '-') return a - b;
      return a === 0 && b === 0 ? 0 : undefined;
    }
    case 'call':
      return node.arguments.every((one) => shiftOf(one) === 0) ? 0 : undefined;
  }
}
