/**
 * The quick way for plain JSON: the same value as the slow way gives, with numbers as the text they were written as, or
 * nothing, and then the slow way says what is wrong. It knows no places; they are looked for when somebody asks.
 */
import type { Limits } from './limits.ts';
import { controlCharacter, isPlainKey, type Value } from './value.ts';

/** A string, a number where one may stand, or what follows a key. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[\s,\]}])|:/g;

/** White space and line ends that the two formats do not take alike. */
const differing = /[\t\u0085\u2028\u2029]/;

/** Levels this side of the limit at which the slow way, which counts tokens, is asked instead. */
const margin = 4;

/** Longer keys are for the slow way, which limits them. */
const longestKey = 500;

/** The map in a text of plain JSON; undefined where it is anything else, or anything is wrong with it. */
export function readPlainJson(text: string, { depth, tokens }: Limits): Value | undefined {
  // No text has more tokens than characters.
  if (text.length > tokens || !/^[ \n\r]*\{/.test(text) || differing.test(text)) return undefined;
  let colons = 0;
  const quoted = text.replace(token, (found) => {
    if (found === ':') colons += 1;
    return found === ':' || found.startsWith('"') ? found : `"${found}"`;
  });
  let value: Value;
  try {
    value = JSON.parse(quoted) as Value;
  } catch {
    return undefined;
  }
  // A key that stood there twice is only once in the value.
  return keysOf(value, depth - margin, text.includes('\\')) === colons ? value : undefined;
}

/** How many keys there are in all; not a number where one of them, a text or the depth is not plain. */
function keysOf(value: Value, depth: number, escaped: boolean): number {
  if (typeof value === 'string') return escaped && controlCharacter.test(value) ? Number.NaN : 0;
  if (value === null || typeof value !== 'object') return 0;
  if (depth === 0) return Number.NaN;
  let keys = 0;
  if (Array.isArray(value)) for (const one of value) keys += keysOf(one, depth - 1, escaped);
  else
    for (const key of Object.keys(value)) {
      if (key.length > longestKey || !isPlainKey(key) || (escaped && controlCharacter.test(key)))
        return Number.NaN;
      keys += 1 + keysOf(value[key]!, depth - 1, escaped);
    }
  return keys;
}
