/** The closed catalogue of diagnostics. A new code is one entry in the part of its phase. */
import type { RepeatedCodes } from '../entry.ts';
import { files } from './files.ts';
import { methods } from './methods.ts';
import { rollup } from './rollup.ts';
import { rulebook } from './rulebook.ts';
import { schema } from './schema.ts';
import { source } from './source.ts';
import { submission } from './submission.ts';
import { texts } from './texts.ts';
import { typed } from './typed.ts';
import { usage } from './usage.ts';
import { verify } from './verify.ts';

type Parts = [
  typeof source,
  typeof schema,
  typeof rulebook,
  typeof methods,
  typeof submission,
  typeof typed,
  typeof rollup,
  typeof files,
  typeof usage,
  typeof verify,
  typeof texts,
];
/** Does not compile, naming the code, when two parts declare the same one. */
const repeated: [RepeatedCodes<Parts>] extends [never] ? true : RepeatedCodes<Parts> = true;
void repeated;

export const catalogue = {
  ...source,
  ...schema,
  ...rulebook,
  ...methods,
  ...submission,
  ...typed,
  ...texts,
  ...rollup,
  ...files,
  ...usage,
  ...verify,
};

/** Every code a diagnostic can have. */
export type DiagnosticCode = keyof typeof catalogue;
