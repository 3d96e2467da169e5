/** Random rulebooks that use every construct of the language; one seed gives one rulebook. */
import { condition } from './conditions.ts';
import { withFacts } from './facts.ts';
import { indicators, targetKinds, targets } from './indicators.ts';
import { hundredths, type Json, type JsonObject, present } from './json.ts';
import type { Random } from './random.ts';
import { sprinkled } from './sprinkle.ts';

const gradeNames = ['优', '良', '中', '差'];
const modes = ['half-up', 'half-up', 'half-even', 'down', 'up'];
const maybe = <Value>(random: Random, percent: number, make: () => Value): Value | undefined =>
  random.chance(percent) ? make() : undefined;

/** A rulebook with about so many indicators. */
export function rulebook(random: Random, size = random.between(2, 7)): JsonObject {
  const total = random.pick([10000, 10000, 10000, 10000, 6000, 12000, 5000]);
  const declared = random.chance(60);
  const tree = indicators(random.fork(), total, { left: size, declared, next: 0 });
  const ids = idsOf(tree);
  const usesFrame = JSON.stringify(tree).includes('"declared"');
  const grades = random.chance(70) ? gradesOf(random, total) : undefined;
  const subjects = random.pick([['project'], ['department'], ['project', 'department']]);
  const drawn = present({
    rulebook: random.pick(['sample', 'sample', 'sample', 'other']),
    edition: random.pick(['2024', '2024', '2025']),
    title: random.pick(['样例评分规则', '样例评分规则', '某区评分规则']),
    status: random.pick(['draft', 'published', 'retired']),
    subjects,
    total: hundredths(total),
    rounding: {
      decimals: random.pick(['0', '1', '2', '2', '3']),
      mode: random.pick(modes),
      at: random.pick(['indicator', 'indicator', 'total']),
    },
    sources: { form: { title: '样表' }, rule: { title: '办法', date: '2024-03-01', year: '2024' } },
    grades,
    frame: usesFrame ? frame(random.fork()) : undefined,
    indicators: tree,
    limits: maybe(random, 30, () => several(random, 2, (index) => limit(random, index, total, ids, grades))),
    checks: maybe(random, 20, () => several(random, 2, (index) => check(random, index, ids))),
    dossier: maybe(random, 8, () => ({ checks: [dossierCheck(random, subjects)] })),
    rollup: maybe(random, 25, () => ({
      amount: random.pick(['budget', 'spent']),
      absolute: 'sum',
      relative: random.pick(['byAmount', 'mean']),
      qualitative: random.pick(['byAmount', 'mean']),
    })),
    accepted: maybe(random, 10, () => [
      present({
        code: random.pick(['not-monotone', 'gap', 'overlap', 'cliff']),
        at: maybe(random, 60, () => random.pick(ids)),
        why: '照实保留。',
      }),
    ]),
  });
  return sprinkled(random.fork(), withFacts(drawn, random.fork(), 6));
}

const several = (random: Random, most: number, make: (index: number) => Json): Json[] =>
  Array.from({ length: random.between(1, most) }, (_, index) => make(index));

/** The ids of all indicators, parents before their children. */
export const idsOf = (tree: readonly JsonObject[]): string[] =>
  tree.flatMap(({ id, indicators: below }) => [id as string, ...idsOf((below ?? []) as JsonObject[])]);

function gradesOf(random: Random, total: number): JsonObject[] {
  const starts = random.some([0.6, 0.75, 0.8, 0.9, 0.955], random.between(1, 3)).reverse();
  return [...starts, 0].map((share, index) => ({
    name: gradeNames[index]!,
    from: hundredths(Math.trunc(total * share)),
  }));
}

function frame(random: Random): JsonObject {
  return present({
    targets: targets(random, targetKinds),
    met: maybe(random, 60, () => random.some(['完成', '达标', '已完成'], random.between(1, 2))),
    missing: maybe(random, 60, () => random.pick(['zero', 'claimed', 'withhold'])),
    reasonBelow: maybe(random, 30, () => random.pick(['80%', '90%'])),
    overTarget: maybe(random, 30, () => random.pick(['120%', '150%'])),
  });
}

function limit(
  random: Random,
  index: number,
  total: number,
  ids: readonly string[],
  grades: readonly JsonObject[] | undefined,
): JsonObject {
  const limitsGrade = grades !== undefined && random.chance(45);
  return present({
    id: `limit-${index}`,
    name: `限制${index + 1}`,
    when: condition(random, ids, 2),
    total:
      !limitsGrade || random.chance(30)
        ? hundredths(Math.trunc(total * random.pick([0, 0.59, 0.8])))
        : undefined,
    grade: limitsGrade ? random.pick(grades.slice(1)).name! : undefined,
  });
}

const check = (random: Random, index: number, ids: readonly string[]): JsonObject =>
  present({
    id: `check-${index}`,
    name: maybe(random, 50, () => `校验${index + 1}`),
    subjects: maybe(random, 15, () => [random.pick(['project', 'department'])]),
    when: condition(random, ids, 2),
    finding: present({
      code: `found-${index}`,
      severity: random.pick(['error', 'warning', 'info']),
      message: random.chance(60) ? '总分 {total:1}，请核对' : { zh: '请核对', en: 'please look again' },
      at: maybe(random, 40, () => random.pick(ids)),
    }),
  });

const dossierCheck = (random: Random, subjects: readonly string[]): JsonObject => ({
  id: 'together',
  when: {
    fact: `sum(${random.pick(subjects)}.budget)`,
    operator: 'greaterThan',
    value: '100',
  },
  finding: { code: 'together', severity: 'warning', message: '各表合计不符' },
});
