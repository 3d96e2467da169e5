/** What is known about two rulebooks before any form is looked at: their edits, the mixtures to score, what the later one needs. */
import type { Bilingual, Diagnostic, Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { hasErrors } from '../diagnostics/index.ts';
import { type Pairing, pairEditions } from '../edits/index.ts';
import { loadRulebook } from '../load.ts';
import { readDocument } from '../source/index.ts';
import { type Bundle, merged, smallestBundles, standingBundles } from './bundles.ts';
import { type Carriers, carriers } from './carry.ts';
import { coarseLines } from './components.ts';
import { type DescribedEdit, Describer, type Edition } from './describe.ts';
import { Editions } from './editions.ts';
import { type Game, gamesOf, mostPlayers, type Schedule, scheduleOf } from './game.ts';
import { Mixtures } from './mixture.ts';
import { type Need, needsOf } from './needs.ts';
import { differingParts, movedLines } from './parts.ts';
import { type PointsOf, pointsOf } from './points.ts';
import { touchingOf } from './reach.ts';

/** A rulebook as text, with the name it has in messages. */
export interface RulebookText {
  content: string | Uint8Array;
  file: string;
}

export interface Study {
  before: Edition;
  after: Edition;
  edits: readonly DescribedEdit[];
  /** True where edits that meet on one part were too many, and some are told as one. */
  bundled: boolean;
  games: readonly Game[];
  schedule: Schedule;
  carry: Carriers;
  needs: readonly Need[];
  /** For the earlier rulebook, the later one, and each further mixture. */
  points: readonly PointsOf[];
  /** The form as each of those reads it. */
  formFor(index: number, submission: Submission, after: Submission): Submission;
  /** True where the tables of grades differ. */
  gradesChanged: boolean;
  /** How that is told. */
  gradesWritten: DescribedEdit['changes'];
}

export async function prepareStudy(
  before: RulebookText,
  after: RulebookText,
): Promise<{ study?: Study; diagnostics: Diagnostic[] }> {
  const [one, other] = [await edition(before), await edition(after)];
  const diagnostics = [...one.diagnostics, ...other.diagnostics].filter(
    ({ severity }) => severity === 'error',
  );
  if (!one.edition || !other.edition || hasErrors(diagnostics)) return { diagnostics };
  return { study: await studyOf(one.edition, other.edition), diagnostics: [] };
}

async function edition({
  content,
  file,
}: RulebookText): Promise<{ edition?: Edition; diagnostics: Diagnostic[] }> {
  const { value: plan, diagnostics } = await loadRulebook(content, file);
  const { document } = readDocument(content, { file });
  return { edition: plan && document && { plan, document }, diagnostics };
}

async function studyOf(before: Edition, after: Edition): Promise<Study> {
  const pairing = pairEditions(before.plan, after.plan);
  const editions = await Editions.of(before.plan, after.plan, pairing);
  const moved = movedLines(editions);
  const mixtures = new Mixtures(editions, moved);
  const coarse = coarseLines(editions, moved);
  const parts = await differingParts(editions, moved);
  let bundles = await standingBundles(smallestBundles(parts, editions), mixtures);
  let bundled = false;
  for (;;) {
    const games = gamesOf(await touchingOf(editions, coarse, bundles));
    const crowded = games.find((game) => game.edits.length > mostPlayers);
    if (crowded) {
      bundles = merged(bundles, bundleIn(crowded, bundles));
      bundled = true;
      continue;
    }
    const schedule = scheduleOf(games, bundles.length);
    const plans = await plansOf(schedule, bundles, mixtures);
    if ('unusable' in plans) {
      const together = plans.unusable.size > 1 ? [...plans.unusable] : bundles.map((_, index) => index);
      bundles = merged(
        bundles,
        together.flatMap((index) => bundles[index]!),
      );
      continue;
    }
    return assemble(before, after, { pairing, editions, bundles, bundled, coarse, games, schedule, plans });
  }
}

/** The plans of the mixtures beyond the two rulebooks, or the edits that do not go together. */
async function plansOf(
  { mixtures: sets }: Schedule,
  bundles: readonly Bundle[],
  mixtures: Mixtures,
): Promise<ScoringPlan[] | { unusable: ReadonlySet<number> }> {
  const plans: ScoringPlan[] = [];
  for (const set of sets.slice(2)) {
    const { plan } = await mixtures.of([...set].flatMap((index) => bundles[index]!));
    if (!plan) return { unusable: set };
    plans.push(plan);
  }
  return plans;
}

/** Edits to be told as one where too many meet: those of one line, or all. */
function bundleIn(game: Game, bundles: readonly Bundle[]): Bundle {
  const byLine = new Map<string, number[]>();
  for (const index of game.edits)
    for (const id of new Set(bundles[index]!.flatMap((part) => (part.of === 'line' ? [part.id] : []))))
      byLine.set(id, [...(byLine.get(id) ?? []), index]);
  const several = [...byLine.values()].find((indices) => indices.length > 1);
  return (several ?? game.edits).flatMap((index) => bundles[index]!);
}

interface Parts {
  pairing: Pairing;
  editions: Editions;
  bundles: readonly Bundle[];
  bundled: boolean;
  coarse: ReadonlySet<string>;
  games: readonly Game[];
  schedule: Schedule;
  plans: readonly ScoringPlan[];
}

function assemble(before: Edition, after: Edition, parts: Parts): Study {
  const { pairing, editions, bundles, bundled, coarse, games, schedule, plans } = parts;
  const describer = new Describer(editions, { before, after }, pairing);
  const carry = carriers(before.plan, after.plan, pairing);
  return {
    before,
    after,
    edits: bundles.map((bundle) => describer.describe(bundle)),
    bundled,
    games,
    schedule,
    carry,
    needs: needsOf(before.plan, after.plan, pairing),
    points: [
      pointsOf(before.plan, coarse, pairing.sharedLine),
      pointsOf(after.plan, coarse),
      ...plans.map((plan) => pointsOf(plan, coarse)),
    ],
    formFor: (index, submission, carried) =>
      index === 0 ? submission : index === 1 ? carried : carry.mixture(submission, plans[index - 2]!),
    gradesChanged:
      JSON.stringify(before.plan.rulebook.grades ?? []) !== JSON.stringify(after.plan.rulebook.grades ?? []),
    gradesWritten: describer.changesOf({ of: 'whole', key: 'grades' }),
  };
}

/** How the change of each form is told apart, for the reader of a result. */
export const methodOf = ({ bundled, games }: Study): Bilingual => ({
  zh: `归因用沙普利值：两版之间的每一处改动，取它在一切先后次序中所带来的变化的平均数，与次序无关；各处之和恰等于总分的变化。影响不到同一部分的改动互不相干，${
    games.some(({ edits }) => edits.length > 1)
      ? '影响到同一部分的改动逐一试过全部取舍'
      : '本次没有两处改动影响到同一部分'
  }；全程以分数精确计算，除不尽的按最大余数法分到小数第四位，合计不差。${bundled ? `同一部分上超过 ${mostPlayers} 处的改动，归并成一处来说。` : ''}`,
  en: `The change is attributed by Shapley value: each edit counts for the average of what it brings over every order in which the edits could be made, so no order matters and the parts add exactly to the change of the total. Edits that move different parts of a form do not meet; ${
    games.some(({ edits }) => edits.length > 1)
      ? 'for those that do, every choice of them is scored'
      : 'here no two edits move the same part'
  }. All of it in exact fractions; what does not end is shared out to four decimals by largest remainder, so that nothing is lost.${bundled ? ` Where more than ${mostPlayers} edits meet, some are told as one.` : ''}`,
});
