export { type Arithmetic, decimals } from './arithmetic.ts';
export * from './ast.ts';
export { dayNumber, isoDay } from './days.ts';
export { type Evaluator, evaluator, isNothing, type Lookup, type Nothing } from './evaluate.ts';
export { formatExpression, formatter, keyOf } from './format.ts';
export { type Fraction, fractionText, integers } from './integers.ts';
export { parseExpression, type SyntaxProblem } from './parse.ts';
export { type FactDefinition, type FactKind, Scope } from './scope.ts';
export { describeUnit, fits, type Unit, type UnitProblem, unitNamed, unitOf } from './units.ts';
