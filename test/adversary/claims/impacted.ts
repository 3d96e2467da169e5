/** What an impact study says each edit brought, held against the scores themselves. */

import { Exact } from '../../../engine/decimal.ts';
import {
  type Assessed,
  assessor,
  type Impact,
  prepareStudy,
  reportImpact,
  textOfUnits,
} from '../../../engine/index.ts';
import { changedKeys } from '../generate/schema.ts';
import type { Both, Contradiction, Scene } from '../scene.ts';

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
  const assessed: Assessed[] = [];
  const isWorded = changedKeys(before.written, after.written).every((key) => wording.test(key));
  for (const both of forms) {
    const one = await assess(both.before.form, 'forms.json');
    assessed.push(one);
    if (one.is === 'compared')
      parts(one, both, isWorded, (claim, told) =>
        found.push({ claim: `impact: ${claim}`, told, form: both.before.value }),
      );
  }
  const { impact } = reportImpact(study, assessed);
  found.push(...written(impact, { before: words(before.text), after: words(after.text) }));
  return found;
}

type Compared = Extract<Assessed, { is: 'compared' }>;

/** The parts of a change add to it, and both its ends are scores. */
function parts(
  one: Compared,
  { before: old, after: now }: Both,
  isWorded: boolean,
  say: (claim: string, told: string) => void,
): void {
  const change = one.after - one.before;
  const all = one.parts.reduce((sum, part) => sum + part, 0n);
  if (all !== change) say('parts', `${one.parts.map(textOfUnits).join(' + ')} is not ${textOfUnits(change)}`);
  if (old.evaluation && textOfUnits(one.before) !== figure(old.evaluation.total))
    say('before', `${textOfUnits(one.before)}, scored ${old.evaluation.total}`);
  if (now.evaluation?.status === 'complete' && textOfUnits(one.after) !== figure(now.evaluation.total))
    say('after', `${textOfUnits(one.after)}, scored ${now.evaluation.total}`);
  if (isWorded && one.parts.some((part) => part !== 0n))
    say('wording scores', one.parts.map(textOfUnits).join());
}

/** An edit tells only what was written. */
const written = (
  { edits }: Impact,
  texts: Record<'before' | 'after', ReadonlySet<string>>,
): Contradiction[] =>
  edits.flatMap(({ code, changes }) =>
    changes.flatMap((change) =>
      (['before', 'after'] as const).flatMap((side) =>
        [...words(change[side] ?? '')]
          .filter((word) => !texts[side].has(word))
          .map((word) => ({
            claim: 'impact: an edit nobody made',
            told: `${code} tells "${change[side]}" ${side}; no such "${word}" was written`,
          })),
      ),
    ),
  );

const figure = (total: string): string => Exact.of(total).round({ decimals: 10, mode: 'half-up' }).toText();

/** Words in Latin letters: names and words of the language. */
const words = (text: string): Set<string> =>
  new Set(text.replace(/[A-Za-z-]*…/g, '').match(/[A-Za-z][A-Za-z-]{2,}/g) ?? []);
