/** Forms made from a fixed seed, so that every run measures the same work. */
import type { Submission } from '../../engine/index.ts';

/** A small generator of pseudo-random numbers (mulberry32): the same seed gives the same forms. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof seeded>;

/** A number of hundredths as decimal text. */
const hundredths = (value: number): string =>
  `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`;
const amount = (random: Random, most = 50_000): string => hundredths(1 + random(most));
const share = (random: Random): string => `${60 + random(41)}%`;

/** A form of the fixed rubric: every input given, every judgement made. */
export function rubricForm(random: Random): Submission {
  const budget = 1_000 + random(50_000);
  const near = (value: number) => hundredths(Math.trunc((value * (70 + random(60))) / 100));
  const yes = () => String(random(5) > 0);
  const few = () => String(random(10) > 7 ? random(4) : 0);
  const judged = [
    'moderate-prosperity',
    'new-growth-pole',
    'government-report',
    'livelihood-projects',
    'major-projects',
    'other-achievements',
    'combined-benefit',
  ];
  return {
    rulebook: 'yunxi',
    edition: '2021',
    subject: 'department',
    name: '部门',
    inputs: {
      authorizedStaff: String(20 + random(10)),
      actualStaff: String(20 + random(12)),
      initialBudget: hundredths(budget),
      adjustedBudget: near(budget),
      income: hundredths(budget),
      carriedOver: amount(random, 2_000),
      expenditure: near(budget),
      threePublicSpent: amount(random, 500),
      threePublicBudget: amount(random, 500),
      threePublicLastBudget: amount(random, 500),
      keySpending: amount(random, 900),
      allProjectSpending: amount(random, 1_000),
      lateFunds: few(),
      procurementPlan: amount(random, 1_000),
      procurementActual: amount(random, 1_000),
      cardScope: amount(random, 1_000),
      cardPayments: amount(random, 1_000),
      fixedAssets: amount(random, 5_000),
      assetsInUse: amount(random, 5_000),
      ...Object.fromEntries(
        [
          'budgetRulesSet',
          'budgetRulesSound',
          'budgetRulesFollowed',
          'disclosedContent',
          'disclosedOnTime',
          'dataTrue',
          'dataComplete',
          'dataAccurate',
          'assetRulesSet',
          'assetRulesFollowed',
        ].map((id) => [id, yes()]),
      ),
      ...Object.fromEntries(
        [
          'spendingAgainstRules',
          'paymentWithoutApproval',
          'projectWithoutAppraisal',
          'spendingOffPurpose',
          'fundsDiverted',
          'assetsNotKept',
          'assetsMisallocated',
          'assetsMisdisposed',
          'assetsOffBooks',
          'assetIncomeUnpaid',
        ].map((id) => [id, few()]),
      ),
      satisfaction: `${70 + random(31)}%`,
    },
    judgements: Object.fromEntries(judged.map((id) => [id, { share: share(random), reason: '按考核结果' }])),
  } as unknown as Submission;
}

/** A form of the framework: budget execution and seven rows the unit declared, as such forms are filled in. */
export function frameworkForm(random: Random): Submission {
  const budget = 1_000 + random(50_000);
  const rate = () => `${50 + random(51)}%`;
  const row = (under: string, name: string, target: string, actual: string, weight: string) => ({
    under,
    name,
    target,
    actual,
    weight,
  });
  const tier = (name: string, weight: string) => ({
    ...row('social', name, '提供支撑', '有力支撑', weight),
    judgement: { share: share(random) },
  });
  return {
    rulebook: 'xiangyang',
    edition: '2021',
    subject: 'project',
    name: '项目',
    inputs: {
      budget: hundredths(budget),
      executed: hundredths(Math.trunc((budget * (50 + random(51))) / 100)),
    },
    declared: [
      row('quantity', '培训完成率', '≥80%', rate(), '10'),
      row('quantity', '服务人数', `不少于${100 + random(100)}人`, `${80 + random(150)}人`, '10'),
      row('quality', '覆盖率', '≥90%', rate(), '10'),
      row('quality', '事故发生率', '≤5%', `${random(12)}%`, '10'),
      tier('服务中心工作', '20'),
      tier('运行情况', '10'),
      row('service-satisfaction', '服务对象满意率', '≥95%', rate(), '10'),
    ],
  } as unknown as Submission;
}
