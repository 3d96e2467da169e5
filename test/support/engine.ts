/** The engine as its callers use it, for tests: what should work must work, or the test shows why not. */
import { expect } from 'vitest';
import {
  type Evaluation,
  type Form,
  type LedgerNode,
  loadRulebook,
  readForm,
  render,
  type ScoringPlan,
} from '../../engine/index.ts';

/** A compiled rulebook without errors; warnings must be those expected. */
export async function planOf(text: string, warnings: readonly string[] = []): Promise<ScoringPlan> {
  const { value, diagnostics } = await loadRulebook(text, 'rulebook.yaml');
  const shown = diagnostics.map((one) => render(one, 'zh', text)).join('\n');
  expect(diagnostics.map(({ code }) => code).sort(), shown).toEqual([...warnings].sort());
  return value!;
}

/** A form of the right shape. */
export function formFrom(value: object): Form {
  const text = JSON.stringify(value, undefined, 1);
  const { value: form, diagnostics } = readForm(text, 'form.json');
  expect(diagnostics.map((one) => render(one, 'zh', text)).join('\n')).toBe('');
  return form!;
}

/** Every node of a ledger, parents first. */
export const nodesOf = (node: LedgerNode): LedgerNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

/** The line of that id; fails where there is none. */
export function lineOf(evaluation: Evaluation, id: string): LedgerNode {
  const found = nodesOf(evaluation.ledger).find((node) => node.id === id);
  expect(found, `no line ${id} in the ledger`).toBeDefined();
  return found!;
}

/** The codes of an evaluation's findings, in order of the alphabet. */
export const codesOf = (evaluation: Evaluation): string[] =>
  evaluation.findings.map(({ code }) => code).sort();
