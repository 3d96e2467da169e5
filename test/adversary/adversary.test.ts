/**
 * 10,000 triples of a fixed seed: no form contradicts what was claimed; the command for a fresh seed is printed. A kind of
 * contradiction that is known and not yet mended stands in known.json with the number of pairs that show it; what is mended leaves it.
 * `TRIPLES` says how many are tried.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { challengeSeed, type Found, formsPerPair, seedOf } from './adversary.ts';

const file = new URL('known.json', import.meta.url);
const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
const triples = Number(process.env.TRIPLES ?? 10_000);
const fixedSeed = 2024;

/** The kinds of contradiction among so many triples, each with the pairs that show it. */
async function contradictions(seed: number, count: number): Promise<Map<string, Found[]>> {
  const kinds = new Map<string, Found[]>();
  let done = 0;
  for (let index = 0; done < count; index++) {
    const found = await challengeSeed(seedOf(seed, index));
    if (!found) continue;
    done += formsPerPair;
    for (const one of found) {
      const all = kinds.get(one.claim) ?? [];
      if (all.every((other) => other.seed !== one.seed)) kinds.set(one.claim, [...all, one]);
    }
  }
  return kinds;
}

const told = (found: readonly Found[]): string =>
  found.map(({ seed, told: out, pair }) => `pair ${seed} (${pair.what.join('; ')}): ${out}`).join('\n');

test('no form contradicts what was claimed of the rulebooks', { timeout: 1_800_000 }, async () => {
  const fresh = Date.now() % 1_000_000;
  console.log(`a fresh seed: npx tsx test/adversary/run.ts --triples 10000 --seed ${fresh}`);
  const kinds = await contradictions(fixedSeed, triples);
  const counted = Object.fromEntries([...kinds].map(([claim, found]) => [claim, found.length]).sort());
  if (process.env.UPDATE_GOLDENS) writeFileSync(file, `${JSON.stringify(counted, undefined, 2)}\n`);
  const others = [...kinds].filter(([claim]) => known[claim] === undefined);
  expect(others.map(([claim, found]) => `${claim}\n${told(found.slice(0, 3))}`).join('\n\n')).toBe('');
  // Fewer triples than the suite tries show fewer of the known ones.
  if (triples === 10_000) expect(counted).toEqual(known);
});
