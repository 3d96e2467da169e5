/** Tokens → expression, by precedence climbing. Returns its mistakes; never throws, and refuses deep nesting. */
import { Exact } from '../decimal.ts';
import type { BinaryOperator, Expression, FunctionName } from './ast.ts';
import { dayNumber } from './days.ts';
import { lex, type Token } from './lex.ts';

export type SyntaxProblem =
  | { problem: 'unexpected-character'; found: string; at: number }
  | { problem: 'unexpected-end'; at: number }
  | { problem: 'unexpected-token'; found: string; at: number }
  | { problem: 'unknown-function'; found: string; at: number }
  | { problem: 'bad-number'; found: string; at: number }
  | { problem: 'no-such-day'; found: string; at: number }
  | { problem: 'too-deep'; at: number };

const functions: readonly string[] = ['min', 'max', 'abs', 'sum'] satisfies FunctionName[];
const precedence: Record<BinaryOperator, number> = { '+': 1, '-': 1, '*': 2, '/': 2 };
const deepest = 50;
const longest = 2000;

/** How many of the base number one written unit is; every other unit leaves the number as it is. */
const scales: Record<string, Exact> = {
  '%': Exact.of('0.01'),
  '‰': Exact.of('0.001'),
  百分点: Exact.of('0.01'),
  个百分点: Exact.of('0.01'),
};
const unitNames: Record<string, string> = { '‰': '%', 个百分点: '百分点' };

class Failure extends Error {
  readonly problem: SyntaxProblem;
  constructor(problem: SyntaxProblem) {
    super(problem.problem);
    this.problem = problem;
  }
}

class Parser {
  private next = 0;
  private depth = 0;
  private readonly tokens: Token[];
  private readonly end: number;
  constructor(tokens: Token[], end: number) {
    this.tokens = tokens;
    this.end = end;
  }

  whole(): Expression {
    const result = this.sum(0);
    const rest = this.tokens[this.next];
    if (rest) throw this.unexpected(rest);
    return result;
  }

  private sum(least: number): Expression {
    if (++this.depth > deepest)
      throw new Failure({ problem: 'too-deep', at: this.tokens[this.next]?.at ?? this.end });
    let left = this.operand();
    for (;;) {
      const token = this.tokens[this.next];
      if (token?.kind !== 'sign' || !(token.text in precedence)) break;
      const operator = token.text as BinaryOperator;
      if (precedence[operator] < least) break;
      this.next++;
      left = { kind: 'binary', operator, left, right: this.sum(precedence[operator] + 1), at: token.at };
    }
    this.depth--;
    return left;
  }

  private operand(): Expression {
    const token = this.tokens[this.next++];
    if (!token) throw new Failure({ problem: 'unexpected-end', at: this.end });
    if (token.kind === 'number') return readNumber(token);
    if (token.kind === 'name') {
      const opens = this.tokens[this.next];
      return opens?.kind === 'sign' && opens.text === '('
        ? this.call(token)
        : { kind: 'name', name: token.text, at: token.at };
    }
    if (token.text === '-') {
      if (++this.depth > deepest) throw new Failure({ problem: 'too-deep', at: token.at });
      const negated: Expression = { kind: 'negate', of: this.operand(), at: token.at };
      this.depth--;
      return negated;
    }
    if (token.text === '+') return this.operand();
    if (token.text !== '(') throw this.unexpected(token);
    const inner = this.sum(0);
    this.expect(')');
    return inner;
  }

  private call(token: Token): Expression {
    if (!functions.includes(token.text))
      throw new Failure({ problem: 'unknown-function', found: token.text, at: token.at });
    this.expect('(');
    const args = [this.sum(0)];
    while (token.text !== 'abs' && this.peekIs(',')) {
      this.next++;
      args.push(this.sum(0));
    }
    this.expect(')');
    return { kind: 'call', function: token.text as FunctionName, arguments: args, at: token.at };
  }

  private peekIs(sign: string): boolean {
    const token = this.tokens[this.next];
    return token?.kind === 'sign' && token.text === sign;
  }

  private expect(sign: string): void {
    const token = this.tokens[this.next];
    if (!token) throw new Failure({ problem: 'unexpected-end', at: this.end });
    if (token.kind !== 'sign' || token.text !== sign) throw this.unexpected(token);
    this.next++;
  }

  private unexpected(token: Token): Failure {
    return new Failure({ problem: 'unexpected-token', found: token.text, at: token.at });
  }
}

function readNumber(token: Extract<Token, { kind: 'number' }>): Expression {
  if (token.unit === '日期') {
    const day = dayNumber(token.text);
    if (day === undefined) throw new Failure({ problem: 'no-such-day', found: token.text, at: token.at });
    return { kind: 'number', value: Exact.of(day), unit: '日期', shown: token.text, at: token.at };
  }
  const value = Exact.parse(token.text);
  if (!value) throw new Failure({ problem: 'bad-number', found: token.text, at: token.at });
  if (!token.unit) return { kind: 'number', value, shown: token.text, at: token.at };
  // 10万 is not ten of anything: 100000 and 10万元 are.
  if (/^[十百千万亿]+$/.test(token.unit))
    throw new Failure({ problem: 'bad-number', found: token.text + token.unit, at: token.at });
  const scale = scales[token.unit];
  return {
    kind: 'number',
    value: scale ? value.times(scale) : value,
    unit: unitNames[token.unit] ?? token.unit,
    shown: token.text + token.unit,
    at: token.at,
  };
}

/** Parses one expression. `at` in a problem is the offset in `text`. */
export function parseExpression(text: string): { expression?: Expression; problem?: SyntaxProblem } {
  if (text.length > longest) return { problem: { problem: 'too-deep', at: longest } };
  const { tokens, error } = lex(text);
  if (error) return { problem: { problem: 'unexpected-character', found: error.character, at: error.at } };
  try {
    return { expression: new Parser(tokens, text.length).whole() };
  } catch (failure) {
    if (failure instanceof Failure) return { problem: failure.problem };
    throw failure;
  }
}
