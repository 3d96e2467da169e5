/**
 * Many more triples than the suite tries, on all cores: `npx tsx test/adversary/run.ts --triples 1000000 --seed 1`. Prints its
 * rate, stops at the first contradictions of several kinds, and shows each as small as it could be made. Exits 1 where one was found.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { challengeSeed, type Found, formsPerPair, seedOf } from './adversary.ts';
import { shrunk, wingOf } from './shrink.ts';

const { values } = parseArgs({
  options: {
    triples: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    /** Stops after so many kinds of contradiction. */
    kinds: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(availableParallelism()) },
    part: { type: 'string' },
  },
});
const seed = Number(values.seed);
const triples = Number(values.triples);
const processes = Number(values.processes);

/** What a process tells of each pair that it has tried. */
interface Tried {
  index: number;
  loaded: boolean;
  found: Found[];
}

/** Tries every so many pairs, from its own on. */
async function work(part: number): Promise<void> {
  for (let index = part; ; index += processes) {
    const found = await challengeSeed(seedOf(seed, index));
    const tried: Tried = { index, loaded: found !== undefined, found: found ?? [] };
    if (!process.send) return;
    await new Promise<void>((sent) => process.send!(tried, () => sent()));
  }
}

async function lead(): Promise<void> {
  const kinds = new Map<string, Found>();
  const started = Date.now();
  let done = 0;
  let shown = started;
  await new Promise<void>((end) => {
    const children: ChildProcess[] = [];
    for (let part = 0; part < processes; part++) {
      const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), '--part', String(part)]);
      child.on('message', ({ loaded, found }: Tried) => {
        if (loaded) done += formsPerPair;
        for (const one of found) {
          if (kinds.has(one.claim)) continue;
          kinds.set(one.claim, one);
          console.log(`${one.claim} (pair ${one.seed}): ${one.told}`);
        }
        const now = Date.now();
        if (now - shown > 10_000) {
          shown = now;
          console.log(
            `${done} triples, ${Math.floor((done * 1000) / (now - started))} a second, ${kinds.size} kinds of contradiction`,
          );
        }
        if (done >= triples || kinds.size >= Number(values.kinds)) end();
      });
      children.push(child);
    }
    process.on('exit', () => {
      for (const child of children) child.kill();
    });
  });
  console.log(`${done} triples of seed ${seed}, ${kinds.size} kinds of contradiction`);
  for (const one of kinds.values()) console.log(await told(one));
  process.exit(kinds.size > 0 ? 1 : 0);
}

/** A contradiction as a person can try it: the rulebooks, the form, what was claimed and what came out. */
async function told({ claim, told: out, form, pair, seed: of }: Found): Promise<string> {
  const head = `\n${claim} (pair ${of}: ${pair.what.join('; ')})\n  ${out}\n`;
  if (!form) return head;
  const small = await shrunk({ before: pair.before, after: pair.after, form }, claim, wingOf(claim), 600);
  const same = JSON.stringify(small.before) === JSON.stringify(small.after);
  const parts = [
    ['before', small.before],
    ...(same ? [] : [['after', small.after]]),
    ['form', small.form],
  ] as const;
  return head + parts.map(([name, value]) => `--- ${name}\n${stringify(value, { lineWidth: 140 })}`).join('');
}

await (values.part === undefined ? lead() : work(Number(values.part)));
