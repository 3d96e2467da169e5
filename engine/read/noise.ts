/** Numbers that a spreadsheet hands over with the remainder of its binary arithmetic: 33.300000000000004 for 33.3. */
import { Exact } from '../decimal.ts';

/** Digits that a binary fraction is exact to; what people type has fewer. */
const significant = 15;
const looksLikeNoise = /^[-+]?\d{1,17}\.\d{9,30}$/;
/** A number that was meant has no more decimals than this. */
const meant = 6;
const near = 9;

/** The short number within 10⁻⁹ of one with fifteen digits or more; any other text as it is. */
export function withoutNoise(text: string): string {
  if (text.length <= significant || !looksLikeNoise.test(text)) return text;
  if (text.replace(/[-+.]/g, '').replace(/^0+/, '').length < significant) return text;
  const short = Exact.parse(text.replace('+', ''))?.round({ decimals: near, mode: 'half-up' });
  const told = short?.toText();
  return told !== undefined && (told.split('.')[1]?.length ?? 0) <= meant ? told : text;
}
