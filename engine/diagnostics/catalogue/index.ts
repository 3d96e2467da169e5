/** The closed catalogue of diagnostics. A new code is one entry in the part of its phase. */
import type { RepeatedCodes } from '../entry.ts';
import { rulebook } from './rulebook.ts';
import { schema } from './schema.ts';
import { source } from './source.ts';
import { submission } from './submission.ts';

/** Does not compile, naming the code, when two parts declare the same one. */
const repeated: [RepeatedCodes<[typeof source, typeof schema, typeof rulebook, typeof submission]>] extends [
  never,
]
  ? true
  : RepeatedCodes<[typeof source, typeof schema, typeof rulebook, typeof submission]> = true;
void repeated;

export const catalogue = { ...source, ...schema, ...rulebook, ...submission };

/** Every code a diagnostic can have. */
export type DiagnosticCode = keyof typeof catalogue;
