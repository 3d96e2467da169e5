/** Expressions of the rulebook language, read and worked out in one go by recursive descent. */
import {
  ceiling,
  compare,
  floor,
  least,
  minus,
  most,
  negative,
  number,
  over,
  plus,
  type Rational,
  rational,
  times,
  zero,
} from './rational.ts';

/** A number, or why there is none. */
export type Value = Rational | 'missing' | 'zero-division';

export const isNumber = (value: Value): value is Rational => typeof value !== 'string';

/** The facts by name: a number, several, or nothing. */
export type Facts = (name: string) => Value | readonly Rational[] | undefined;

const tokens =
  /\s*(?:(\d{4}-\d{2}-\d{2})|(\d+(?:\.\d+)?)([%％‰\p{Script=Han}]*)|([\p{L}_][\p{L}\p{N}_]*(?:[-.][\p{L}_][\p{L}\p{N}_]*)*)|(.))/uy;

const plainSigns: Record<string, string> = {
  '＋': '+',
  '−': '-',
  '－': '-',
  '×': '*',
  '÷': '/',
  '／': '/',
  '（': '(',
  '）': ')',
  '，': ',',
};

type Token = { number: Rational } | { name: string } | { sign: string };

/** Days since 2000-01-01; only differences matter. */
export const day = (iso: string): Rational =>
  rational(BigInt(Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(2000, 0, 1)) / 86_400_000)));

const scaled = (digits: string, unit: string): Rational => {
  if (unit === '%' || unit === '％' || unit.endsWith('百分点'))
    return times(number(digits), rational(1n, 100n));
  return unit === '‰' ? times(number(digits), rational(1n, 1000n)) : number(digits);
};

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  tokens.lastIndex = 0;
  for (;;) {
    const match = tokens.lastIndex < text.length ? tokens.exec(text) : null;
    if (!match) return found;
    const [, date, digits, unit, name, sign] = match;
    if (date) found.push({ number: day(date) });
    else if (digits) found.push({ number: scaled(digits, unit ?? '') });
    else if (name) found.push({ name });
    else if (sign) found.push({ sign: plainSigns[sign] ?? sign });
  }
}

/** Works an expression out. The left side is looked at before the right: that decides which reason is given. */
export function work(text: string | number, facts: Facts): Value {
  const all = tokensOf(String(text));
  let at = 0;
  const sign = (wanted: string): boolean => {
    const token = all[at];
    if (!token || !('sign' in token) || token.sign !== wanted) return false;
    at += 1;
    return true;
  };
  const both = (left: Value, right: Value, join: (a: Rational, b: Rational) => Value): Value =>
    !isNumber(left) ? left : !isNumber(right) ? right : join(left, right);
  const total = (): Value => {
    let left = product();
    for (;;) {
      if (sign('+')) left = both(left, product(), plus);
      else if (sign('-')) left = both(left, product(), minus);
      else return left;
    }
  };
  const product = (): Value => {
    let left = operand();
    for (;;) {
      if (sign('*')) left = both(left, operand(), times);
      else if (sign('/')) left = both(left, operand(), (a, b) => over(a, b) ?? 'zero-division');
      else return left;
    }
  };
  const operand = (): Value => {
    if (sign('-')) {
      const value = operand();
      return isNumber(value) ? negative(value) : value;
    }
    if (sign('+')) return operand();
    if (sign('(')) {
      const value = total();
      sign(')');
      return value;
    }
    const token = all[at++];
    if (!token || 'sign' in token) throw new Error(`cannot read ${text}`);
    if ('number' in token) return token.number;
    if (sign('(')) return call(token.name);
    const value = facts(token.name);
    return value === undefined || Array.isArray(value) ? 'missing' : (value as Value);
  };
  const call = (name: string): Value => {
    const values: Rational[] = [];
    let nothing: Value | undefined;
    do {
      const token = all[at];
      const list = token && 'name' in token ? facts(token.name) : undefined;
      if (Array.isArray(list)) {
        at += 1;
        values.push(...(list as Rational[]));
        continue;
      }
      const value = total();
      if (isNumber(value)) values.push(value);
      else nothing ??= value;
    } while (sign(','));
    sign(')');
    if (nothing !== undefined) return nothing;
    const [first, ...rest] = values;
    if (!first) return 'missing';
    if (name === 'abs') return compare(first, zero) < 0 ? negative(first) : first;
    return rest.reduce(name === 'sum' ? plus : name === 'min' ? least : most, first);
  };
  return total();
}

/** The value of an expression that reads nothing. */
export function constant(text: string | number): Rational {
  const value = work(text, () => undefined);
  if (!isNumber(value)) throw new Error(`not a constant: ${text}`);
  return value;
}

/** The names an expression reads. */
export const namesOf = (text: string | number): string[] =>
  tokensOf(String(text)).flatMap((token) => ('name' in token ? [token.name] : []));

/** How many steps of a size a distance is; undefined for steps of no size. */
export function stepsIn(distance: Rational, size: Rational, partial: string): Rational | undefined {
  const steps = over(distance, size);
  if (!steps) return undefined;
  if (partial === 'proRata') return steps;
  return rational(partial === 'ignored' ? floor(steps) : ceiling(steps));
}
