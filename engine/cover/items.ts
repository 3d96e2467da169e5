/** Everything a rulebook's cases should reach, in policy terms, and whether it can be reached at all. */
import type { CheckPlan, LimitPlan, ScoringPlan } from '../compile/index.ts';
import { dossierScope, inputScope, resultScope } from '../compile/index.ts';
import { Scope } from '../expression/index.ts';
import { capOf, linesOf } from '../lines/index.ts';
import { askedEdges } from './edges.ts';
import { checkId, checkPrefix, gradeId, limitId } from './ids.ts';
import type { Asked, Item, Want } from './item.ts';
import { frameItems, lineItems, policyItems } from './policy-items.ts';
import { ruleItems } from './rule-items.ts';
import { sitesOf } from './sites.ts';

/** The items of a plan, in the order a reader of the rulebook meets them. */
export function itemsOf(plan: ScoringPlan): Item[] {
  const sites = sitesOf(plan);
  const inputs = inputScope(plan.rulebook);
  const results = resultScope(inputs, plan.rulebook.indicators);
  return [
    ...sites.flatMap((site) => [...ruleItems(site), ...policyItems(site)]),
    ...frameItems(plan),
    ...[...plan.byId.values()].flatMap((indicator) => lineItems(indicator, inputs)),
    ...gradeItems(plan),
    ...plan.limits.flatMap((limit, index) => limitItems(limit, index, results)),
    ...checkItems(plan, plan.checks, 'check', results),
    ...checkItems(plan, plan.dossierChecks, 'dossier-check', dossierScope(plan.rulebook)),
  ];
}

function gradeItems(plan: ScoringPlan): Item[] {
  if (!plan.grades) return [];
  const asked = askedGrades(plan);
  const names = plan.grades.names.map(
    (name, index): Item => ({
      kind: 'grade',
      id: gradeId(index),
      indicator: undefined,
      name,
      label: { zh: `等次为${name}`, en: `graded ${name}` },
      pointer: `/grades/${index}`,
      possible: true,
      goal: { of: 'form', asked, subjects: undefined, want: { outcome: index } },
    }),
  );
  return [...names, ...askedEdges(asked)];
}

export const gradePrefix = 'grade/';

const askedGrades = (plan: ScoringPlan): Asked => ({
  prefix: gradePrefix,
  name: '等次',
  pointer: '/grades',
  decision: plan.grades!.decision,
  scope: new Scope().define({
    key: 'total',
    label: '总分',
    kind: 'number',
    unit: '',
    min: '0',
    ...(mayExceed(plan) ? {} : { max: plan.total.toText() }),
  }),
});

/** True where a total may be more than the weights add to: by a bonus, or a line with a cap above its weight. */
const mayExceed = (plan: ScoringPlan): boolean =>
  [...plan.byId.values()].some(({ line }) => line === 'bonus') ||
  linesOf(plan).some((line) => !((capOf(line)?.compare(line.weight) ?? 1) <= 0));

function limitItems(limit: LimitPlan, index: number, scope: Scope): Item[] {
  const asked = askedLimit(limit, index, scope);
  const answers = [true, false].map(
    (applied): Item => ({
      kind: 'limit',
      id: limitId(limit, applied),
      indicator: undefined,
      name: limit.name,
      label: applied ? { zh: '适用', en: 'applied' } : { zh: '不适用', en: 'not applied' },
      pointer: `/limits/${index}`,
      possible: true,
      goal: { of: 'form', asked, subjects: undefined, want: { outcome: applied ? 0 : 'none' } },
    }),
  );
  return [...answers, ...askedEdges(asked)];
}

export const askedLimit = (limit: LimitPlan, index: number, scope: Scope): Asked => ({
  prefix: `limit/${limit.id}/`,
  name: limit.name,
  pointer: `/limits/${index}/when`,
  decision: limit.when,
  scope,
});

function checkItems(
  { rulebook }: ScoringPlan,
  checks: readonly CheckPlan[],
  kind: 'check' | 'dossier-check',
  scope: Scope,
): Item[] {
  const isDossier = kind === 'dossier-check';
  const written = isDossier ? rulebook.dossier?.checks : rulebook.checks;
  return checks.flatMap((check, index) => {
    const pointer = `${isDossier ? '/dossier' : ''}/checks/${index}`;
    const name = written?.[index]?.name ?? check.id;
    const { subjects, when: decision } = check;
    const asked: Asked = {
      prefix: checkPrefix(check, kind),
      name,
      pointer: `${pointer}/when`,
      decision,
      scope,
    };
    const answers = [true, false].map((fired): Item => {
      const want: Want = { outcome: fired ? 0 : 'none' };
      return {
        kind,
        id: checkId(check, kind, fired),
        indicator: undefined,
        name,
        label: fired ? { zh: '提出疑点', en: 'finding' } : { zh: '没有疑点', en: 'no finding' },
        pointer,
        possible: true,
        goal: isDossier ? { of: 'dossier', asked, want } : { of: 'form', asked, subjects, want },
      };
    });
    return [...answers, ...askedEdges(asked, undefined, subjects, isDossier)];
  });
}
