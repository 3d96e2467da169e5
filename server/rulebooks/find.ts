/** Finds the rulebook a request names, or says which one may have been meant. */
import { diagnose, type Form, type ScoringPlan, suggest } from '../../engine/index.ts';
import type { Diagnostic } from '../../schemas/generated/types.ts';
import type { Edition, Rulebooks } from '../library.ts';
import { Refused } from '../refusal.ts';

/** The edition of exactly that name. `place` is where the request names it. */
export async function findEdition(
  library: Rulebooks,
  rulebook: string,
  edition: string,
  place?: Diagnostic['place'],
): Promise<Edition> {
  const found = await library.edition(rulebook, edition);
  if (found && found.rulebook === rulebook && found.edition === edition) return found;
  const name = `${rulebook}@${edition}`;
  const kind = { zh: '评分规则', en: 'rulebook' };
  const suggestion = suggest(name, await library.names());
  const diagnostic = diagnose('unknown-reference', { kind, name, suggestion }, place);
  throw new Refused('unknown-rulebook', { detail: diagnostic.help, diagnostics: [diagnostic] });
}

/** The plan of an edition; an edition with errors has none. */
export function planOf({ plan, diagnostics }: Edition): ScoringPlan {
  if (!plan) throw new Refused('unusable-rulebook', { diagnostics });
  return plan;
}

/** The plan of the rulebook a form says it is for. */
export const planFor = async (library: Rulebooks, { submission, place }: Form): Promise<ScoringPlan> =>
  planOf(await findEdition(library, submission.rulebook, submission.edition, place('/rulebook')));
