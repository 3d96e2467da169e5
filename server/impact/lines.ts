/** A stream of bytes → batches of whole lines, with the number of the first. Never holds more than a batch and a line. */
import { mostBytes } from '../cases/files.ts';

export interface LineBatch {
  bytes: Uint8Array;
  file: string;
  /** The line of the file that the batch begins with; the first is 1. */
  line: number;
}

/** Small enough that every worker soon has one. The same bytes always give the same batches. */
const batchBytes = 256 * 1024;
const newline = 0x0a;

export async function* lineBatches(
  stream: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<LineBatch> {
  let held: Uint8Array[] = [];
  let size = 0;
  let line = 1;
  /** Bytes of a line longer than anything that can be read are passed over. */
  let skipping = false;
  const take = (): LineBatch => {
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const one of held) {
      bytes.set(one, at);
      at += one.length;
    }
    const batch = { bytes, file, line };
    for (let found = bytes.indexOf(newline); found >= 0; found = bytes.indexOf(newline, found + 1)) line += 1;
    held = [];
    size = 0;
    return batch;
  };
  for await (const chunk of stream) {
    let rest = chunk;
    if (skipping) {
      const end = rest.indexOf(newline);
      if (end < 0) continue;
      skipping = false;
      rest = rest.subarray(end);
    }
    const last = rest.lastIndexOf(newline);
    if (last >= 0 && size + last >= batchBytes) {
      held.push(rest.subarray(0, last + 1));
      size += last + 1;
      yield take();
      rest = rest.subarray(last + 1);
    }
    held.push(rest);
    size += rest.length;
    if (last < 0 && size > 2 * mostBytes) {
      skipping = true;
      yield take();
    }
  }
  if (size > 0) yield take();
}

/** The lines of a batch that are not blank: as text, or as bytes where they are no UTF-8. */
export function linesOf({ bytes, line }: LineBatch): { text: string | Uint8Array; line: number }[] {
  const lines: { text: string | Uint8Array; line: number }[] = [];
  let number = line;
  for (let start = 0; start < bytes.length; number += 1) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    const text = decoded(bytes.subarray(start, end));
    if (typeof text !== 'string' || text.trim() !== '') lines.push({ text, line: number });
    start = end + 1;
  }
  return lines;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function decoded(bytes: Uint8Array): string | Uint8Array {
  try {
    return decoder.decode(bytes);
  } catch {
    return bytes;
  }
}
