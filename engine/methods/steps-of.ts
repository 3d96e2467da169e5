/** How many whole, started or fractional steps a distance is. */
import type { Partial } from '../../schemas/generated/types.ts';
import { call, type Expression, over } from '../expression/index.ts';

/** `ignored` drops the part of a step, `whole` counts it as one, `proRata` counts it as it is. */
export function stepsOf(distance: Expression, per: Expression, partial: Partial): Expression {
  const steps = over(distance, per);
  if (partial === 'proRata') return steps;
  return call(partial === 'ignored' ? 'floor' : 'ceiling', steps);
}
