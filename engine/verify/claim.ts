/** What a check of a line claims, before it is put into words, located and shown by a form. */

import type { Jump } from '../../schemas/generated/types.ts';
import type { Exact } from '../decimal.ts';
import type { Diagnostic, diagnose } from '../diagnostics/index.ts';
import type { Given, Line } from '../lines/index.ts';

/** Facts that show a claim, and the number they come to as a person reads it; of the whole form a total alone. */
export interface Shown {
  line?: Line;
  given?: Given | undefined;
  value?: string;
  /** What the line comes to, in points before rounding, or why it has none; undefined where the claim says nothing of it. */
  said?: Exact | string | undefined;
}

export interface Claim {
  /** Code, severity, message and help; the place is put in later. */
  diagnostic: Diagnostic;
  /** The id it is about, as acceptances name it. */
  at: string;
  /** JSON pointer into the rulebook. */
  pointer: string;
  shown?: readonly Shown[];
  jumps?: readonly Jump[];
}

/** Makes claims about one thing of a rulebook. */
export const claims =
  (at: string, pointer: string) =>
  <Make extends typeof diagnose>(
    diagnostic: ReturnType<Make>,
    more: Partial<Omit<Claim, 'diagnostic'>> = {},
  ): Claim => ({
    at,
    pointer,
    diagnostic,
    ...more,
  });
