/** A key with nothing behind it is as if it were not there: so a form writes a cell that was left empty. */
import type { Value } from './value.ts';

export function withoutBlanks(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutBlanks);
  const kept: { [key: string]: Value } = {};
  for (const [key, one] of Object.entries(value)) if (one !== null) kept[key] = withoutBlanks(one);
  return kept;
}
