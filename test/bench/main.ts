/**
 * How many forms a second, against json-rules-engine driven plainly and against JSON alone. Every total of the fast
 * paths is checked against the plain one before anything is timed; a wrong answer ends the run.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  evaluate,
  formOfValue,
  loadRulebook,
  type ScoringPlan,
  type Submission,
  scorer,
} from '../../engine/index.ts';
import { editionFiles, repositoryRulebooks } from '../../server/library.ts';
import { frameworkForm, rubricForm, seeded } from './forms.ts';
import { naiveScorer } from './naive.ts';

const formsPerRun = 2_000;
const naivePerRun = 400;
const repetitions = 7;
const seed = 20_210_101;

interface Contestant {
  name: string;
  forms: number;
  run(forms: readonly Submission[]): Promise<void> | void;
  rates: number[];
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.trunc(values.length / 2)]!;

async function planOf(reference: string): Promise<ScoringPlan> {
  const file = join(repositoryRulebooks(), reference, 'rulebook.yaml');
  const { value, diagnostics } = await loadRulebook(readFileSync(file), file);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

async function race(
  title: string,
  reference: string,
  makeForm: (random: (below: number) => number) => Submission,
): Promise<void> {
  const plan = await planOf(reference);
  const random = seeded(seed);
  const forms = Array.from({ length: formsPerRun }, () => makeForm(random));
  const naive = naiveScorer(plan);
  const fast = scorer(plan);

  for (const form of forms) {
    const plain = await naive(form);
    const { evaluation } = await evaluate(plan, formOfValue(form));
    const scores = await fast(form);
    if (evaluation?.total !== plain || scores?.total !== plain)
      throw new Error(
        `totals differ: plain ${plain}, ledger ${evaluation?.total}, scores ${scores?.total} for ${JSON.stringify(form)}`,
      );
  }

  const contestants: Contestant[] = [
    {
      name: 'json-rules-engine per form, naive',
      forms: naivePerRun,
      rates: [],
      run: async (all) => {
        for (const form of all) await naive(form);
      },
    },
    {
      name: 'this engine, full ledger',
      forms: formsPerRun,
      rates: [],
      run: async (all) => {
        for (const form of all) await evaluate(plan, formOfValue(form));
      },
    },
    {
      name: 'this engine, scores only',
      forms: formsPerRun,
      rates: [],
      run: (all) => {
        for (const form of all) fast(form);
      },
    },
    {
      name: 'JSON.parse + JSON.stringify',
      forms: formsPerRun,
      rates: [],
      run: (all) => {
        for (const form of all) JSON.parse(JSON.stringify(form));
      },
    },
  ];
  for (let repetition = 0; repetition < repetitions; repetition++)
    for (const contestant of contestants) {
      const started = performance.now();
      await contestant.run(forms.slice(0, contestant.forms));
      contestant.rates.push((contestant.forms * 1000) / (performance.now() - started));
    }

  const base = median(contestants[0]!.rates);
  console.log(
    `\n${title} (${formsPerRun} forms, seed ${seed}, totals of all paths equal; medians of ${repetitions} interleaved runs)`,
  );
  for (const { name, rates } of contestants) {
    const rate = median(rates);
    console.log(
      `  ${name.padEnd(36)} ${Math.round(rate).toLocaleString('en').padStart(10)} forms/s ${`${(rate / base).toFixed(1)} ×`.padStart(10)}`,
    );
  }
}

async function loading(): Promise<void> {
  const files = editionFiles(repositoryRulebooks());
  const texts = files.map((file) => readFileSync(file));
  const started = performance.now();
  for (const [index, text] of texts.entries()) await loadRulebook(text, files[index]!);
  console.log(
    `Loading and compiling all ${files.length} rulebooks, cold: ${Math.round(performance.now() - started)} ms`,
  );
}

await loading();
await race('Fixed rubric (yunxi 2021)', 'yunxi/2021', rubricForm);
await race('Framework form (xiangyang 2021)', 'xiangyang/2021', frameworkForm);
