/** What a finding is about, in general: the engine's own by the shared words, those of a rulebook by the names of its checks. */
import type { Bilingual } from '../../engine/index.ts';
import { words } from '../../schemas/generated/words.ts';
import type { Rulebooks } from '../library.ts';

const own: Readonly<Record<string, Bilingual>> = words.findingTitle;

/** Editions that make findings of a code. */
export class FindingEditions {
  private readonly all = new Map<string, Map<string, { rulebook: string; edition: string }>>();

  add(code: string, { rulebook, edition }: { rulebook: string; edition: string }): void {
    const known = this.all.get(code) ?? new Map<string, { rulebook: string; edition: string }>();
    known.set(`${rulebook}@${edition}`, { rulebook, edition });
    this.all.set(code, known);
  }

  /** Titles by code. What several checks find is called by the first of them, and how many there are. */
  async titles(library: Rulebooks): Promise<Map<string, Bilingual>> {
    const titles = new Map<string, Bilingual>();
    for (const [code, editions] of this.all) {
      const title = own[code] ?? titleOf(await checkNames(library, code, [...editions.values()]));
      if (title) titles.set(code, title);
    }
    return titles;
  }
}

/** The names of the checks with that code, each once, by the order of the editions' names. */
async function checkNames(
  library: Rulebooks,
  code: string,
  editions: readonly { rulebook: string; edition: string }[],
): Promise<string[]> {
  const names = new Set<string>();
  const inOrder = [...editions].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const { rulebook, edition } of inOrder) {
    const plan = (await library.edition(rulebook, edition))?.plan;
    for (const check of [...(plan?.checks ?? []), ...(plan?.dossierChecks ?? [])])
      if (check.code === code) names.add(check.name);
  }
  return [...names];
}

const keyOf = ({ rulebook, edition }: { rulebook: string; edition: string }) => `${rulebook}@${edition}`;

function titleOf(names: readonly string[]): Bilingual | undefined {
  const [first] = names;
  if (first === undefined || names.length === 1)
    return first === undefined ? undefined : { zh: first, en: first };
  return { zh: `${first}等 ${names.length} 项校验`, en: `${first} and ${names.length - 1} more` };
}
