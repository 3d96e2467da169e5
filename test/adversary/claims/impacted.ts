/** What an impact study says each edit brought, held against the scores themselves. */

import { Exact } from '../../../engine/decimal.ts';
import { assessor, prepareStudy, reportImpact, textOfUnits } from '../../../engine/index.ts';
import { changedKeys } from '../generate/schema.ts';
import type { Contradiction, Scene } from '../scene.ts';

/** Keys that no score depends on. */
const wording =
  /\/(text|source|reading|inferred|note|title|status|why|url|issuer|number|date|year|role)$|^rulebook#\/(sources|accepted|dossier|rollup|checks)/;

export async function impactOf({ before, after, forms }: Scene): Promise<Contradiction[]> {
  const found: Contradiction[] = [];
  const { study } = await prepareStudy(
    { content: before.text, file: 'before.json' },
    { content: after.text, file: 'after.json' },
  );
  if (!study) return [{ claim: 'impact: refused', told: 'two rulebooks that load were not studied' }];
  const assess = assessor(study);
  const assessed = [];
  const worded = changedKeys(before.written, after.written).every((key) => wording.test(key));
  for (const { before: old, after: now } of forms) {
    const one = await assess(old.form, 'forms.json');
    assessed.push(one);
    if (one.is !== 'compared') continue;
    const say = (claim: string, told: string) =>
      found.push({ claim: `impact: ${claim}`, told, form: old.value });
    const change = one.after - one.before;
    const parts = one.parts.reduce((all, part) => all + part, 0n);
    if (parts !== change)
      say('parts', `${one.parts.map(textOfUnits).join(' + ')} is not ${textOfUnits(change)}`);
    if (old.evaluation && textOfUnits(one.before) !== figure(old.evaluation.total))
      say('before', `${textOfUnits(one.before)}, scored ${old.evaluation.total}`);
    if (
      now.evaluation &&
      now.evaluation.status === 'complete' &&
      textOfUnits(one.after) !== figure(now.evaluation.total)
    )
      say('after', `${textOfUnits(one.after)}, scored ${now.evaluation.total}`);
    if (worded && one.parts.some((part) => part !== 0n))
      say('wording scores', one.parts.map(textOfUnits).join());
  }
  const { impact } = reportImpact(study, assessed);
  const texts = { before: words(before.text), after: words(after.text) };
  for (const { code, changes } of impact.edits)
    for (const change of changes)
      for (const side of ['before', 'after'] as const)
        for (const word of words(change[side] ?? ''))
          if (!texts[side].has(word))
            found.push({
              claim: 'impact: an edit nobody made',
              told: `${code} tells "${change[side]}" ${side}; no such "${word}" was written`,
            });
  return found;
}

const figure = (total: string): string => Exact.of(total).round({ decimals: 10, mode: 'half-up' }).toText();

/** Words in Latin letters: names and words of the language. */
const words = (text: string): Set<string> =>
  new Set(text.replace(/[A-Za-z-]*…/g, '').match(/[A-Za-z][A-Za-z-]{2,}/g) ?? []);
