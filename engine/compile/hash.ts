/** A fingerprint of content: the same for the same data, whatever its layout, comments or order of keys. */
import { createHash } from 'node:crypto';

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/** SHA-256 in hexadecimal. */
export const contentHash = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex');
