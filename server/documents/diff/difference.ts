/** Two editions held against each other, shown by the forms filed under the earlier one. */
import { compare, type Difference, readDocument, type ScoringPlan } from '../../../engine/index.ts';
import { type FormOnFile, illustrate } from './illustrate.ts';

export interface Compared {
  plan: ScoringPlan;
  /** What the plan was compiled from, and the name it has in messages. */
  text: string;
  file: string;
}

export async function differenceOf(
  before: Compared,
  after: Compared,
  forms: readonly FormOnFile[],
): Promise<Difference> {
  const comparable = ({ plan, text, file }: Compared) => ({
    plan,
    document: readDocument(text, { file }).document,
  });
  const difference = await compare(comparable(before), comparable(after));
  const illustrations = await illustrate(before.plan, after.plan, forms);
  return illustrations.length > 0 ? { ...difference, illustrations } : difference;
}
