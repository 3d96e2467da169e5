/** One line of NDJSON as a form: quickly where it is sound, and through the careful reader where anything is odd. */
import type { Submission } from '../../schemas/generated/types.ts';
import { validators } from '../../schemas/generated/validators.ts';
import type { Form } from '../evaluate/index.ts';
import { type Loaded, readForm } from '../load.ts';

/** Texts, and the numbers between them. */
const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** `line` is the line of the file it stands on; bytes are given where they are no UTF-8. */
export function readFormLine(text: string | Uint8Array, file: string, line: number): Loaded<Form> {
  const submission = typeof text === 'string' ? readQuickly(text) : undefined;
  if (submission)
    return {
      value: { submission, place: (pointer) => ({ file, line, column: 1, pointer }) },
      diagnostics: [],
    };
  const { value, diagnostics } = readForm(text, file);
  return {
    value: value && {
      ...value,
      place: (pointer) => ({ ...value.place(pointer), line }),
    },
    diagnostics: diagnostics.map((one) => (one.place ? { ...one, place: { ...one.place, line } } : one)),
  };
}

/** Undefined where the line is not a sound form. Numbers are kept as the text they were written as. */
function readQuickly(text: string): Submission | undefined {
  let keys = 0;
  const quoted = text.replace(tokens, (token: string, colon: string | undefined) => {
    if (colon !== undefined) keys += 1;
    return token.startsWith('"') ? token : `"${token}"`;
  });
  let value: unknown;
  try {
    value = JSON.parse(quoted);
  } catch {
    return undefined;
  }
  // A key written twice would be lost in silence.
  if (keysIn(value) !== keys || !validators.submission(value)) return undefined;
  return value as Submission;
}

function keysIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  let count = Array.isArray(value) ? 0 : Object.keys(value).length;
  for (const one of Object.values(value)) if (typeof one === 'object') count += keysIn(one);
  return count;
}
