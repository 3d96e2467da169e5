/**
 * Whole numbers small enough that a double holds them exactly, for the quick path of exact numbers. Nothing here may
 * lose anything: what would pass the bound is told by {@link isHeld}, or the answer is undefined.
 */
/** How the last kept digit is decided. `half-up` is 四舍五入 (ties away from zero); `half-even` is 四舍六入五成双. */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up';

/** Decimal places to keep (0 or more) and how to decide the last one. */
export interface Rounding {
  decimals: number;
  mode: RoundingMode;
}

const most = Number.MAX_SAFE_INTEGER;

/** True where a sum, difference or product of whole numbers came out exactly; false for NaN. */
export const isHeld = (number: number): boolean => number <= most && number >= -most;

/** No whole number of more digits is held. */
export const digitsHeld = 16;

/** 1, 10, 100, …: those that are held. */
export const powersOfTen: readonly number[] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
];

/** How many decimal places a quotient by this number has; undefined where it is not a power of ten. */
export function placesOf(bottom: number): number | undefined {
  let places = 0;
  while (powersOfTen[places]! < bottom) places++;
  return powersOfTen[places] === bottom ? places : undefined;
}

const zero = 48;
const point = '.'.charCodeAt(0) - zero;

/** The digits of short plain decimal text as one whole number, without the point; undefined for any other text. */
export function digitsOf(text: string): number | undefined {
  const start = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  if (text.length > digitsHeld || text.length === start) return undefined;
  let digits = 0;
  let points = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === point && points === 0 && at > start && at < text.length - 1) points = 1;
    else return undefined;
  }
  if (!isHeld(digits)) return undefined;
  return text.startsWith('-') ? -digits : digits;
}

/** The smaller of two divisors where it divides the other, as powers of ten do; else 1. */
export function sharedDivisor(a: number, b: number): number {
  if (a === b) return a;
  if (a < b) return b % a === 0 ? a : 1;
  return a % b === 0 ? b : 1;
}

/** The greatest whole number not above the quotient. */
export function floorOf(top: number, bottom: number): number {
  const rest = top % bottom;
  const whole = (top - rest) / bottom;
  return rest < 0 ? whole - 1 : whole;
}

/** The quotient times `scale`, rounded once to a whole number; undefined where that is not held. */
export function scaledAndRounded(
  top: number,
  bottom: number,
  scale: number,
  mode: RoundingMode,
): number | undefined {
  const size = (top < 0 ? -top : top) * scale;
  if (!isHeld(size)) return undefined;
  const rest = size % bottom;
  const whole = (size - rest) / bottom;
  const twice = rest * 2;
  const up =
    mode === 'up'
      ? rest > 0
      : mode === 'half-up'
        ? twice >= bottom
        : mode === 'half-even' && (twice > bottom || (twice === bottom && whole % 2 === 1));
  const kept = up ? whole + 1 : whole;
  return top < 0 ? -kept : kept;
}

/**
 * The quotient cut after so many decimals, where its decimals do not end: where something besides twos and fives is left below.
 * Undefined where they end, or where that many are not held.
 */
export function endlessText(top: number, bottom: number, decimals: number): string | undefined {
  if (top % withoutTwosAndFives(bottom) === 0) return undefined;
  const digits = scaledAndRounded(top, bottom, powersOfTen[decimals] ?? Number.NaN, 'down');
  return digits === undefined ? undefined : pointed(digits, decimals);
}

/** All digits of a quotient whose decimals end; undefined where they do not, or are more than are held. */
export function endingText(top: number, bottom: number): string | undefined {
  const left = withoutTwosAndFives(bottom);
  if (top % left !== 0) return undefined;
  const below = bottom / left;
  const places = powersOfTen.findIndex((power) => power % below === 0);
  const digits = (top / left) * (powersOfTen[places]! / below);
  return places >= 0 && isHeld(digits) ? pointedShortest(digits, places) : undefined;
}

function withoutTwosAndFives(bottom: number): number {
  let left = bottom;
  while (left % 2 === 0) left /= 2;
  while (left % 5 === 0) left /= 5;
  return left;
}

/** Decimal text of `digits` with the point before the last `decimals` of them; -0 keeps its sign. */
export function pointed(digits: number, decimals: number): string {
  const size = digits < 0 ? -digits : digits;
  const sign = digits < 0 || Object.is(digits, -0) ? '-' : '';
  if (decimals === 0) return sign + size;
  const scale = powersOfTen[decimals];
  if (scale === undefined) {
    const padded = String(size).padStart(decimals + 1, '0');
    return `${sign}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
  }
  const rest = size % scale;
  return `${sign}${(size - rest) / scale}.${String(scale + rest).slice(1)}`;
}

/** As {@link pointed}, without zeros at the end of the decimals. */
export function pointedShortest(digits: number, decimals: number): string {
  let shortest = digits;
  let left = decimals;
  for (; left > 0 && shortest % 10 === 0; left--) shortest /= 10;
  return pointed(shortest, left);
}
