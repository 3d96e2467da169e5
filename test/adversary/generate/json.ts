/** Rulebooks and forms as plain values, numbers as text, and the few things done with them everywhere. */

export type Json = string | boolean | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && !Array.isArray(value);

/** Keys whose value is there. */
export const present = (record: Record<string, Json | undefined>): JsonObject =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );

export const copied = <Value extends Json>(value: Value): Value => structuredClone(value);

/** Whole hundredths as decimal text: 1250 is 12.5. */
export function hundredths(count: number): string {
  const sign = count < 0 ? '-' : '';
  const digits = String(Math.abs(count)).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -2)}${fraction && `.${fraction}`}`;
}

/** Decimal text of at most two places as whole hundredths. */
export function inHundredths(text: string): number {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const count = Number(whole) * 100 + Number(`${fraction}00`.slice(0, 2));
  return text.startsWith('-') ? -count : count;
}

/** Every text in a value. */
export function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'boolean') return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(textsIn);
}

/** The value with every text replaced; keys of maps too where `keys` says so. */
export function mapTexts(value: Json, change: (text: string) => string, keys = false): Json {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change, keys));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [keys ? change(key) : key, mapTexts(one, change, keys)]),
  );
}
