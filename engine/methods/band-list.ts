/** The bands of a method under construction: a condition and its award are added together, so they cannot get out of step. */
import { type Condition, DecisionBuilder } from '../conditions/index.ts';
import type { Award, MethodContext, PartDraft } from './method.ts';

export class BandList {
  readonly decision = new DecisionBuilder();
  private readonly awards: Award[] = [];
  private readonly pointer: string;

  /** `key` says where in the method's parameters these bands are written. */
  constructor(context: MethodContext, key = '') {
    this.pointer = context.pointer(key);
  }

  add(condition: Condition, award: Omit<Award, 'pointer'>): void {
    this.decision.outcome(condition);
    this.awards.push({ ...award, pointer: this.pointer });
  }

  part(): PartDraft {
    return { decision: this.decision, awards: this.awards };
  }
}
