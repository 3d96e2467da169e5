/** The facts a line is scored by. */
import type { Exact } from '../decimal.ts';

/** Facts by their keys: numbers (dates as days), texts, answers. */
export type Given = ReadonlyMap<string, Exact | string | boolean>;
