/** Looks for a form that contradicts what was claimed of a rulebook, or of two. */
import { compare } from '../../engine/index.ts';
import { accounted } from './claims/account.ts';
import { agreed } from './claims/agree.ts';
import { comparedOf, shownOf } from './claims/compared.ts';
import { coveredOf } from './claims/covered.ts';
import { impactOf } from './claims/impacted.ts';
import { verifiedOf } from './claims/verified.ts';
import type { JsonObject } from './generate/json.ts';
import { formsOf, type Pair, pairOf, rulebookOf } from './generate/triple.ts';
import { type Contradiction, type Scene, type Side, sceneOf, sideOf, type Trial, trialOf } from './scene.ts';

/** A contradiction with the pair it was found on. */
export interface Found extends Contradiction {
  seed: number;
  pair: Pair;
}

/** Which claims are tried; all where it is left out. Coverage is dear and tried on every so many pairs. */
export type Wing = 'points' | 'verify' | 'diff' | 'cover' | 'impact';
export const wings: readonly Wing[] = ['points', 'verify', 'diff', 'cover', 'impact'];

export const formsPerPair = 50;
const coverEvery = 20;
const attempts = 5;

/** The seed of one of the pairs that a seed stands for. */
export const seedOf = (seed: number, index: number): number => seed * 100_000 + index;

/** Everything that the pair of this seed contradicts; undefined where it does not load. */
export async function challengeSeed(seed: number): Promise<Found[] | undefined> {
  const written = rulebookOf(seed);
  const before = await sideOf(written, 'before.json');
  if (!before) return undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const pair = pairOf(seed, attempt, written);
    const after = await sideOf(pair.after, 'after.json');
    if (!after) continue;
    const chosen = wings.filter((wing) => wing !== 'cover' || seed % coverEvery === 0);
    const found = await challenge(before, after, formsOf(seed, pair, formsPerPair), chosen);
    return found.map((one) => ({ ...one, seed, pair }));
  }
  return undefined;
}

const hasPartOfCount = ({ evaluation }: Trial): boolean =>
  evaluation?.findings.some(({ code }) => code === 'count-not-whole') ?? false;

/** What forms contradict of two loaded rulebooks. */
export async function challenge(
  before: Side,
  after: Side,
  forms: readonly JsonObject[],
  chosen: readonly Wing[] = wings,
): Promise<Contradiction[]> {
  const found: Contradiction[] = [];
  const attempt = async (name: string, ask: () => Promise<Contradiction[]>) => {
    try {
      found.push(...(await ask()));
    } catch (error) {
      const { message, stack } = error as Error;
      found.push({
        claim: `${name}: nothing throws`,
        told: `${message} ${
          stack
            ?.split('\n')
            .slice(1, 5)
            .map((line) => line.trim())
            .join(' ') ?? ''
        }`,
      });
    }
  };
  let scene: Scene | undefined;
  await attempt('score', async () => {
    scene = await sceneOf(before, after, forms);
    return [];
  });
  if (!scene) return found;
  const { forms: scored } = scene;
  // Counts are whole numbers: what is proved is proved of forms that keep to that.
  const whole = scored.filter((both) => !hasPartOfCount(both.before) && !hasPartOfCount(both.after));
  const asks: Record<Wing, () => Promise<Contradiction[]>> = {
    points: async () => {
      const all: Contradiction[] = [];
      for (const [index, { before: old, after: now }] of scored.entries()) {
        all.push(...accounted(before.plan, old), ...accounted(after.plan, now));
        // One form in many ways is dear: one side of each.
        all.push(...(await (index % 2 === 0 ? agreed(before.plan, old) : agreed(after.plan, now))));
      }
      return all;
    },
    verify: async () => [
      ...(await verifiedOf(
        before,
        whole.map((one) => one.before),
      )),
      ...(await verifiedOf(
        after,
        whole.map((one) => one.after),
      )),
    ],
    diff: async () => [
      ...(await comparedOf({ ...scene!, forms: whole })),
      ...(await shownOf(scene!, await compare(before.edition, after.edition), (form) =>
        trialOf(after.plan, form),
      )),
    ],
    cover: () =>
      coveredOf(
        after,
        whole.map((one) => one.after),
      ),
    impact: () => impactOf(scene!),
  };
  for (const wing of chosen) await attempt(wing, asks[wing]);
  return found;
}
