/** Bytes → text: UTF-8 or a diagnostic that says what it looks like instead. */
import { type Diagnostic, diagnose } from '../diagnostics/index.ts';
import { LineIndex } from './positions.ts';

/** The text, without byte order mark, or why there is none. */
export function decode(
  input: string | Uint8Array,
  file: string,
  limit: number,
): { text: string; diagnostics?: undefined } | { text?: undefined; diagnostics: Diagnostic[] } {
  const size = typeof input === 'string' ? sizeOf(input, limit) : input.byteLength;
  if (size > limit) return { diagnostics: [diagnose('file-too-large', { size, limit }, { file })] };
  if (typeof input === 'string') return { text: input.startsWith('\uFEFF') ? input.slice(1) : input };
  const text = new TextDecoder('utf-8').decode(input);
  if (!text.includes(replacement)) return { text };
  try {
    // Bytes that are no text were replaced; or the text has that character itself.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(input) };
  } catch {
    const encoding = guessEncoding(input);
    const place = encoding === 'UTF-16' ? { file } : placeOfFirstBadByte(input, file);
    return { diagnostics: [diagnose('not-utf8', { encoding }, place)] };
  }
}

/** What a decoder writes in place of bytes that are no text. */
const replacement = '\uFFFD';

/** Bytes of UTF-8; of a text that is too long in any case, its length. */
const sizeOf = (text: string, limit: number): number =>
  text.length > limit ? text.length : new TextEncoder().encode(text).byteLength;

function guessEncoding(bytes: Uint8Array) {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  if (bytes.includes(0)) return { zh: '二进制文件', en: 'a binary file' };
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return 'GBK';
  } catch {
    return { zh: '其他编码', en: 'another encoding' };
  }
}

function placeOfFirstBadByte(bytes: Uint8Array, file: string) {
  const text = new TextDecoder('utf-8').decode(bytes);
  return new LineIndex(file, text).place(Math.max(0, text.indexOf(replacement)));
}
