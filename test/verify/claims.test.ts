/**
 * On random rulebooks and random inputs nothing that the engine scores contradicts what was analysed and verified.
 * `VERIFY_RUNS` sets how many rulebooks are tried.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf } from '../../engine/compile/draft.ts';
import { Exact } from '../../engine/decimal.ts';
import { formOfValue, nodesOf, scoreForm } from '../../engine/evaluate/index.ts';
import { decimals, evaluator, isNothing } from '../../engine/expression/index.ts';
import { type Proof, type ScoringPlan, verifyRulebook } from '../../engine/index.ts';
import { linesOf } from '../../engine/lines/index.ts';
import { type Analysis, analyse, optionsOf, pieceAt, pointsAt } from '../../engine/possible/index.ts';
import { readDocument } from '../../engine/source/index.ts';
import { inputsNear, rulebookOf, type Sample, samples } from './random.ts';

const runs = Number(process.env.VERIFY_RUNS ?? 150);
const rounding = { decimals: 2, mode: 'half-up' } as const;

interface Scored {
  points: Exact | undefined;
  absence: string | undefined;
  bands: string[];
  x: Exact | undefined;
}

const number = (text: string): Exact =>
  text.endsWith('%') ? Exact.of(text.slice(0, -1)).over(Exact.hundred)! : Exact.of(text);

async function scored(
  plan: ScoringPlan,
  analysis: Analysis,
  inputs: Record<string, string>,
): Promise<Scored> {
  const form = formOfValue({ rulebook: 'sample', edition: '2021', name: '表', subject: 'project', inputs });
  const { scored: whole } = await scoreForm(plan, form);
  const node = nodesOf(whole!.whole).find(({ id }) => id === 'line')!;
  const value =
    analysis.kind === 'curve'
      ? evaluator(analysis.curve.variable, decimals)((name) => number(inputs[name]!))
      : undefined;
  return {
    points: node.status === 'scored' ? node.points : undefined,
    absence: node.status === 'scored' ? undefined : node.unscored,
    bands: node.awards.map(({ pointer }) => pointer),
    x: value === undefined || isNothing(value) ? undefined : value,
  };
}

/** What the curve or the cells say of one form. */
function agrees(analysis: Analysis, { points, absence, x }: Scored, told: string): void {
  if (analysis.kind === 'undecided') return;
  if (analysis.kind === 'cells') {
    const { extremes } = analysis.cells;
    if (!points || !extremes) return;
    expect(points.compare(extremes.least.round(rounding)), told).toBeGreaterThanOrEqual(0);
    expect(points.compare(extremes.most.round(rounding)), told).toBeLessThanOrEqual(0);
    return;
  }
  if (!x) {
    expect(absence, told).toBe('zero-division');
    return;
  }
  const piece = pieceAt(analysis.curve, x);
  expect(piece, `${told}: no piece at ${x.toText()}`).toBeDefined();
  if (piece!.absence === 'gap' || piece!.absence === 'overlap') expect(absence, told).toBe('no-band');
  else if (piece!.absence === 'zero-division' || piece!.absence === 'withheld')
    expect(absence, told).toBe(piece!.absence);
  else if (!piece!.absence)
    expect(points?.toText(), told).toBe(pointsAt(analysis.curve, x)!.round(rounding).toText());
}

/** What the proofs say of one form. */
function holds(proofs: readonly Proof[], { points, absence, bands }: Scored, told: string): void {
  const of = (code: string) => proofs.filter((one) => one.code === code && one.at === 'line');
  const undecided = of('undecided').length > 0;
  if (of('gap').length + of('overlap').length === 0 && !undecided) expect(absence, told).not.toBe('no-band');
  // Bands written one by one have a place of their own.
  for (const { place } of of('unreachable-band'))
    if (/\/(bands|conditions|rows)\/\d+$/.test(place!.pointer!))
      expect(bands, told).not.toContain(place!.pointer);
  if (!points) return;
  expect(points.sign(), told).toBeGreaterThanOrEqual(0);
  const most = /最多 (\S+) 分/.exec(of('full-unreachable')[0]?.message.zh ?? '')?.[1];
  const above = of('cap-above-weight').length > 0;
  if (most && !most.endsWith('…'))
    expect(points.compare(Exact.of(most).round(rounding)), told).toBeLessThanOrEqual(0);
  if (!above) expect(points.compare(Exact.of(10)), told).toBeLessThanOrEqual(0);
  const least = /最少 (\S+) 分/.exec(of('zero-unreachable')[0]?.message.zh ?? '')?.[1];
  if (least && !least.endsWith('…'))
    expect(points.compare(Exact.of(least).round(rounding)), told).toBeGreaterThanOrEqual(0);
}

const directions: Record<string, 1 | -1> = { proportional: 1, inverse: -1 };

/** No fall where nothing was found to fall; no dip where nothing was found to dip. */
function rises(sample: Sample, proofs: readonly Proof[], all: readonly Scored[], told: string): void {
  if (proofs.some(({ code }) => code === 'not-monotone' || code === 'undecided')) return;
  const [method] = Object.keys(sample.method) as [string];
  const sorted = all.filter(({ x, points }) => x && points).sort((a, b) => a.x!.compare(b.x!));
  const signs = sorted.slice(1).map((one, index) => one.points!.compare(sorted[index]!.points!));
  const direction = directions[method];
  if (direction)
    expect(
      signs.filter((sign) => sign === -direction),
      told,
    ).toEqual([]);
  const firstFall = signs.indexOf(-1);
  if (firstFall >= 0 && direction === undefined) {
    const laterRise = signs.slice(firstFall).includes(1);
    const onlyDipsOfGaps = proofs.some(({ code }) => code === 'gap' || code === 'overlap');
    if (!onlyDipsOfGaps) expect(laterRise, `${told}: falls and then rises`).toBe(false);
  }
}

test('no input contradicts what verify claims', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      samples.chain((sample) =>
        fc.tuple(fc.constant(sample), fc.array(inputsNear(sample), { minLength: 25, maxLength: 25 })),
      ),
      async ([sample, forms]) => {
        const text = rulebookOf(sample);
        const { verified, plan } = await verifyRulebook(text, 'rulebook.yaml');
        fc.pre(verified.usable);
        const { document } = readDocument(text, { file: 'rulebook.yaml' });
        const scoring = plan ?? (await draftOf(document!));
        const analysis = await analyse(linesOf(scoring)[0]!, optionsOf(scoring));
        const told = JSON.stringify(sample.method);
        const all: Scored[] = [];
        for (const inputs of forms) {
          const one = await scored(scoring, analysis, inputs);
          const where = `${sample.metric} ${told} ${JSON.stringify(inputs)}`;
          agrees(analysis, one, where);
          holds(verified.proofs, one, where);
          all.push(one);
        }
        rises(sample, verified.proofs, all, `${sample.metric} ${told}`);
        // The compiler takes a wider range of the metric, and may refuse what no form falls in: then nothing is shown.
        for (const { code, witnesses = [] } of verified.proofs)
          if ((code === 'gap' || code === 'overlap') && witnesses.length > 0)
            expect(witnesses[0]?.absence, told).toBe('no-band');
      },
    ),
    { numRuns: runs },
  );
});
