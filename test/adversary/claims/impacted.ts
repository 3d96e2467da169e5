/** What an impact study says each edit brought, held against the scores themselves. */

import { compareWritten } from '../../../engine/compare/written/index.ts';
import { writtenAt } from '../../../engine/compile/index.ts';
import { Exact } from '../../../engine/decimal.ts';
import { pairEditions } from '../../../engine/edits/index.ts';
import {
  type Assessed,
  assessor,
  prepareStudy,
  reportImpact,
  textOfUnits,
  type WrittenChange,
} from '../../../engine/index.ts';
import { changedKeys } from '../generate/schema.ts';
import type { Both, Contradiction, Scene, Side } from '../scene.ts';

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
  found.push(...notMade(impact.edits, before, after));
  return found;
}

type Edit = Awaited<ReturnType<typeof reportImpact>>['impact']['edits'][number];

/** What an edit is said to have changed is what a comparison tells, and stands otherwise in the two rulebooks. */
function notMade(edits: readonly Edit[], before: Side, after: Side): Contradiction[] {
  const pairing = pairEditions(before.plan, after.plan);
  const told = new Map(
    compareWritten(before.edition, after.edition, pairing).map((one) => [textOf(one), one]),
  );
  const found: Contradiction[] = [];
  const say = (claim: string, told: string) => found.push({ claim: `impact: ${claim}`, told });
  for (const { code, changes } of edits) {
    if (changes.length === 0) say('an edit nobody made', `${code}, where nothing was written otherwise`);
    for (const change of changes) {
      const one = told.get(textOf(change));
      if (!one) say('an edit not compared', `${code}: ${change.code} ${change.message.zh}`);
      // A line that only stands elsewhere is the same where it stands.
      else if (
        !one.code.startsWith('indicator-moved:') &&
        valueText(before, one.beforePlace) === valueText(after, one.afterPlace)
      )
        say('an edit of nothing', `${code}: ${change.code} ${change.message.zh}`);
    }
  }
  return found;
}

const textOf = ({ code, subject, message }: Pick<WrittenChange, 'code' | 'subject' | 'message'>): string =>
  JSON.stringify([code, subject, message]);

/** What stands at a place, with its key: of two methods without parameters only that differs; undefined where nothing does. */
const valueText = ({ plan }: Side, place: WrittenChange['beforePlace']): string | undefined => {
  const pointer = place?.pointer;
  if (pointer === undefined) return undefined;
  const key = /\/([^/\d][^/]*)$/.exec(pointer)?.[1] ?? '';
  return `${key} ${JSON.stringify(writtenAt(plan.rulebook, pointer))}`;
};

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

const figure = (total: string): string => Exact.of(total).round({ decimals: 10, mode: 'half-up' }).toText();
