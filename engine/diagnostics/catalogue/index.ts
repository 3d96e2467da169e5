/** The closed catalogue of diagnostics. A new code is one entry in the part of its phase. */
import type { RepeatedCodes } from '../entry.ts';
import { rulebook } from './rulebook.ts';
import { schema } from './schema.ts';
import { source } from './source.ts';

/** Does not compile, naming the code, when two parts declare the same one. */
const repeated: [RepeatedCodes<[typeof source, typeof schema, typeof rulebook]>] extends [never]
  ? true
  : RepeatedCodes<[typeof source, typeof schema, typeof rulebook]> = true;
void repeated;

export const catalogue = { ...source, ...schema, ...rulebook };

/** Every code a diagnostic can have. */
export type DiagnosticCode = keyof typeof catalogue;
