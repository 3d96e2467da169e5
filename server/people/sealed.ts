/** Small things given to a browser to bring back: it can neither read nor change them, nor bring them back too late. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const [algorithm, ivLength, tagLength] = ['aes-256-gcm', 12, 16] as const;

export class Sealed {
  private readonly key: Buffer;

  /** Whoever knows the secret can open what is sealed for this purpose, so several servers can share it. */
  constructor(secret: string, purpose: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  }

  /** `until` is in milliseconds since 1970. */
  seal(value: object, until: number): string {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv(algorithm, this.key, iv);
    const text = cipher.update(JSON.stringify({ until, value }), 'utf8');
    return Buffer.concat([iv, text, cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /** What was sealed; undefined where it was not sealed here, or it is too late. */
  open(sealed: string, now: number): object | undefined {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(algorithm, this.key, bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      });
      decipher.setAuthTag(bytes.subarray(-tagLength));
      const text = decipher.update(bytes.subarray(ivLength, -tagLength), undefined, 'utf8');
      const { until, value } = JSON.parse(text + decipher.final('utf8')) as { until: number; value: object };
      return now < until ? value : undefined;
    } catch {
      return undefined;
    }
  }
}
