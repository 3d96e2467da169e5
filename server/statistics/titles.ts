/** What a finding is about, in words: from the engine's catalogue, else from the check of the rulebook that makes it. */
import { type Bilingual, findings } from '../../engine/index.ts';
import type { Rulebooks } from '../library.ts';

const catalogue: Readonly<Record<string, { message: Bilingual }>> = findings;

/** A message without what is put into it for one form. */
const general = (message: string): string => message.replace(/\{[^}]*\}/g, '…');

/** Titles by code; `editionOf` names an edition that makes the finding. */
export async function titlesOf(
  library: Rulebooks,
  editionOf: ReadonlyMap<string, { rulebook: string; edition: string }>,
): Promise<Map<string, Bilingual>> {
  const titles = new Map<string, Bilingual>();
  for (const [code, { rulebook, edition }] of editionOf) {
    const known = catalogue[code]?.message;
    if (known) {
      titles.set(code, { zh: general(known.zh), en: general(known.en) });
      continue;
    }
    const plan = (await library.edition(rulebook, edition))?.plan;
    const message = plan?.checks.find((check) => check.code === code)?.message;
    if (!message) continue;
    const said = (parts: typeof message.zh) =>
      parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
    titles.set(code, { zh: said(message.zh), en: said(message.en) });
  }
  return titles;
}
