/** Times and ids. Times are UTC in ISO 8601 with milliseconds; later ids sort after earlier ones. */
import { randomBytes } from 'node:crypto';

export type Clock = () => Date;

export const isoTime = (clock: Clock): string => clock().toISOString();

/** A new id: a UUID of version 7 (RFC 9562), whose first part is the time. */
export function newId(clock: Clock): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(clock().getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
