/** What everything that scores one form shares: its arithmetic, its questions, and the steps of its ledger. */
import type { LedgerNode } from '../../schemas/generated/types.ts';
import type { Unasked } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import type { Arithmetic } from '../expression/index.ts';

export type Step = LedgerNode['steps'][number];

/** Shared by everything that scores one form. */
export interface Run<N> {
  arithmetic: Arithmetic<N>;
  /** Classes the rules engine must be asked about before this form can be scored. */
  unasked: Unasked[];
  /** Gets the Chinese name of a fact, where a ledger is kept. Without it no steps are made. */
  label: ((key: string) => string) | undefined;
}

/** Why a rule gave no points. */
export type Unscored = 'missing' | 'zero-division' | 'no-band' | 'withheld';

/** The text of a number in a ledger; ledgers are only made with exact decimals. */
export const textOf = (value: unknown): string => (value instanceof Exact ? value.toText() : String(value));
