/** What a unit wrote on each line of a filed form, beside its points. */
import type { Submission } from '../../engine/index.ts';

export interface Entered {
  target?: string;
  actual?: string;
  unitReason?: string;
}

/** By the ids of the lines; a declared row without one is numbered as the ledger numbers it. */
export function enteredOn(form: Partial<Submission>): Map<string, Entered> {
  const entered = new Map<string, Entered>();
  const add = (line: string, given: { [name in keyof Entered]: unknown }) => {
    const some = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
    if (some.length > 0)
      entered.set(line, {
        ...entered.get(line),
        ...Object.fromEntries(some.map(([name, value]) => [name, String(value)])),
      });
  };
  for (const [index, row] of (form.declared ?? []).entries()) {
    const { id = `row-${index + 1}`, target, actual, reason, judgement } = row;
    add(id, { target, actual, unitReason: reason ?? judgement?.reason });
  }
  for (const [line, { reason }] of Object.entries(form.judgements ?? {})) add(line, { unitReason: reason });
  for (const [line, reason] of Object.entries(form.reasons ?? {})) add(line, { unitReason: reason });
  return entered;
}
