/** A fingerprint of content: the same for the same data, whatever its layout, comments or order of keys. */
import { createHash } from 'node:crypto';

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record).sort();
  const entries = keys.flatMap((key) =>
    record[key] === undefined ? [] : `${JSON.stringify(key)}:${canonical(record[key])}`,
  );
  return `{${entries.join(',')}}`;
}

/** SHA-256 in hexadecimal. */
export const contentHash = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex');
