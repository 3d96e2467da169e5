/** A form that shows a claim, with the points that the scorer itself gives for it. */
import type { Witness } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { isAsSaid, scoreFacts } from '../forms/index.ts';
import type { Shown } from './claim.ts';

/** A witness; `isDenied` where the form scores otherwise than the claim says: then neither may be told. */
export interface ScoredWitness {
  witness?: Witness;
  isDenied: boolean;
}

/** Fills the facts in and scores the form; without one where no unit can fill in such a form. */
export async function witnessOf(
  plan: ScoringPlan,
  { line, given, value, said }: Shown,
): Promise<ScoredWitness> {
  const told = value === undefined ? {} : { value };
  const scored = line && given && (await scoreFacts(plan, line, given));
  if (!scored) return { isDenied: false, ...(value === undefined ? {} : { witness: told }) };
  const { submission, outcome } = scored;
  if (said !== undefined && !isAsSaid(plan, line, outcome, said)) return { isDenied: true };
  const { inputs, judgements, declared } = submission;
  const witness: Witness = {
    given: {
      ...(inputs ? { inputs: inputs as Record<string, string | boolean> } : {}),
      ...(judgements ? { judgements } : {}),
      ...(declared ? { declared } : {}),
    },
    ...told,
    ...('points' in outcome
      ? { points: outcome.points.toText() }
      : { absence: outcome.absence as 'missing' }),
  };
  return { isDenied: false, witness };
}

/** The same facts are put on a form once. */
export class Witnesses {
  private readonly plan: ScoringPlan;
  private readonly made = new Map<string, ScoredWitness>();

  constructor(plan: ScoringPlan) {
    this.plan = plan;
  }

  async of(shown: Shown): Promise<ScoredWitness> {
    const { line, given, value, said } = shown;
    const text = (fact: Exact | string | boolean | undefined) =>
      fact instanceof Exact ? fact.toText(30) : fact;
    const facts = [...(given ?? [])].map(([key, fact]) => `${key}=${text(fact)}`);
    const key = `${line?.id} ${line?.target?.toText()} ${facts.join()} ${value} ${text(said)}`;
    const known = this.made.get(key) ?? (await witnessOf(this.plan, shown));
    this.made.set(key, known);
    return known;
  }
}
