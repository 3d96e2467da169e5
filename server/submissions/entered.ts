/** What a unit wrote on each line of a filed form, beside its points. */
import type { LedgerNode, Submission } from '../../engine/index.ts';
import type { ComparisonRow } from '../../schemas/generated/types.ts';

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

/** What a line is scored by, as it was typed, each with its unit; nothing of a row that has a target of its own. */
export function readOn({ declared, steps }: LedgerNode): NonNullable<ComparisonRow['read']> {
  if (declared) return [];
  return steps.flatMap((step) => {
    if (step.step !== 'read' || step.text === undefined) return [];
    const { name, text, unit = '' } = step;
    return [{ name, text: text.endsWith(unit) ? text : text + unit }];
  });
}

/** What stands on a line of a filing: what was typed, and what was claimed. */
export interface Standing extends Entered {
  claimed?: string | undefined;
  read: NonNullable<ComparisonRow['read']>;
}

const parts = [
  { part: 'target', name: { zh: '目标值', en: 'Target' } },
  { part: 'actual', name: { zh: '完成值', en: 'Actual' } },
  { part: 'claimed', name: { zh: '自评得分', en: 'Claimed points' } },
  { part: 'unitReason', name: { zh: '单位说明', en: 'Reason' } },
] as const;

/** What is otherwise on a line than it was: cell by cell, in the order of the form. */
export function changesOn(before: Standing, after: Standing): NonNullable<ComparisonRow['changes']> {
  const names = new Set([...after.read, ...before.read].map(({ name }) => name));
  const readOf = (of: Standing, name: string) => of.read.find((one) => one.name === name)?.text;
  return [
    ...[...names].map((name) => ({
      name: { zh: name, en: name },
      before: readOf(before, name) ?? '',
      after: readOf(after, name) ?? '',
    })),
    ...parts.map(({ part, name }) => ({ name, before: before[part] ?? '', after: after[part] ?? '' })),
  ].filter((one) => one.before !== one.after);
}
