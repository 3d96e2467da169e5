/** Passwords and secrets: what is stored is never enough to sign in with. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id, 19 MiB, two passes: what OWASP's Password Storage Cheat Sheet asks for at least. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

let unused: Promise<string> | undefined;

/** Whether the password fits. Takes as long where there is none, so that time tells nobody which names exist. */
export async function passwordFits(password: string, stored: string | null | undefined): Promise<boolean> {
  unused ??= hashPassword(newSecret());
  const fits = await verify(stored ?? (await unused), password.normalize('NFKC')).catch(() => false);
  return fits && stored !== null && stored !== undefined;
}

/** 256 random bits, to be shown once. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: it has too many bits to be guessed, so a plain hash will do. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether two secrets are the same, in a time that tells nothing. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(one)), Buffer.from(hashSecret(other)));

/** A code a person copies from the terminal: five groups of four letters and digits that look like no other. */
export function newCode(): string {
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
  // 240 is the largest multiple of 30 in a byte: what lies above is thrown again.
  const picked: string[] = [];
  while (picked.length < 20) {
    const byte = randomBytes(1)[0]!;
    if (byte < 240) picked.push(letters[byte % letters.length]!);
  }
  return picked.join('').replace(/(.{4})(?=.)/g, '$1-');
}
