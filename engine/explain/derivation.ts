/** How the points of a line came about, one sentence a step. */
import type { LedgerNode } from '../../schemas/generated/types.ts';
import { calculation, type Language, sentence } from './sentences.ts';

/** What was read and decided, then the calculation; what only repeats another step is left out. */
export function derivationOf(node: Pick<LedgerNode, 'steps' | 'declared'>, language: Language): string[] {
  const { steps } = node;
  const last = steps.findLastIndex((step) => step.step === 'compute');
  const formulas = steps.flatMap((step) => (step.step === 'compute' ? [step.formula] : []));
  const shown = steps.filter(
    (step, index) =>
      step.step === 'read' ||
      step.step === 'choose' ||
      step.step === 'rescale' ||
      (step.step === 'compute' && index !== last) ||
      (step.step === 'clamp' && index < last) ||
      (step.step === 'compare' && !node.declared && !formulas.includes(step.fact)),
  );
  const computed = calculation(steps, language);
  return [...shown.map((step) => sentence(step, language)), ...(computed === undefined ? [] : [computed])];
}
