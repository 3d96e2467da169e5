/** Everything a rulebook's cases should reach, in policy terms, and whether it can be reached at all. */
import type { Bilingual, CoverageItem } from '../../schemas/generated/types.ts';
import type { CheckPlan, IndicatorPlan, LeafPlan, LimitPlan, Part, ScoringPlan } from '../compile/index.ts';
import { isPossible } from '../compile/inspect.ts';
import { dossierScope, inputScope, resultScope } from '../compile/scopes.ts';
import { cellsOf, type Decision, type DecisionFact } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Expression, formatExpression, isoDay, literal, Scope, unitOf } from '../expression/index.ts';
import { clampPossible, knownIn, neverAtFact } from './possible.ts';
import { type Site, sitesOf } from './sites.ts';

export type ItemKind = CoverageItem['kind'];
export type Side = 'below' | 'at' | 'above';

/** A decision asked about a form, or about a dossier, and the names in its reach. */
export interface Asked {
  prefix: string;
  name: string;
  pointer: string;
  decision: Decision;
  scope: Scope;
}

/** What reaching an item takes. */
export type Goal =
  | { of: 'band'; site: Site; part: number; band: number }
  | { of: 'edge'; site: Site; part: number; fact: number; cell: number; side: Side }
  | { of: 'clamp'; site: Site; bound: 'cap' | 'floor' }
  | { of: 'missing'; leaf: LeafPlan | undefined; policy: 'claimed' | 'zero' }
  | { of: 'zero-division'; leaf: LeafPlan }
  | { of: 'not-applicable'; indicator: IndicatorPlan }
  | { of: 'optional'; indicator: IndicatorPlan }
  | { of: 'form'; asked: Asked; subjects: readonly string[] | undefined; want: Want }
  | { of: 'dossier'; asked: Asked; want: Want };

/** Of a decision: that an outcome holds, that none does, or the cell of one of its facts. */
export type Want = { outcome: number | 'none' } | { fact: number; cell: number; side: Side };

export interface Item {
  kind: ItemKind;
  id: string;
  indicator: string | undefined;
  name: string;
  label: Bilingual;
  pointer: string;
  /** False where it is proved that nothing reaches it. */
  possible: boolean;
  goal: Goal;
}

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

/** `part-2/` where a rule has several parts. */
const partPrefix = (site: Site, part: number): string =>
  site.rule.parts.length > 1 ? `part-${part + 1}/` : '';
export const bandId = (site: Site, part: number, band: number): string =>
  `${site.key}/${partPrefix(site, part)}band-${band + 1}`;
export const clampId = (site: Site, bound: 'cap' | 'floor'): string => `${site.key}/${bound}`;
export const rulePrefix = (site: Site, part: number): string => `${site.key}/${partPrefix(site, part)}`;
export const missingId = (leaf: LeafPlan | undefined): string => `${leaf?.id ?? 'frame'}/missing`;
export const zeroDivisionId = (leaf: LeafPlan): string => `${leaf.id}/zero-division`;
export const notApplicableId = ({ id }: IndicatorPlan): string => `${id}/not-applicable`;
export const optionalId = ({ id }: IndicatorPlan): string => `${id}/optional`;
export const gradeId = (index: number): string => `grade/${index + 1}`;
export const limitId = ({ id }: LimitPlan, applied: boolean): string =>
  `limit/${id}/${applied ? 'applied' : 'not-applied'}`;
export const checkPrefix = ({ id }: CheckPlan, kind: 'check' | 'dossier-check'): string => `${kind}/${id}/`;
export const checkId = (check: CheckPlan, kind: 'check' | 'dossier-check', fired: boolean): string =>
  `${checkPrefix(check, kind)}${fired ? 'fired' : 'not-fired'}`;

const sides: readonly Side[] = ['below', 'at', 'above'];
const signs: Record<Side, string> = { below: '<', at: '=', above: '>' };

/** The items a cell of a number fact reaches: beside each threshold it touches. */
export function edgesOfCell(prefix: string, fact: DecisionFact, cell: number): string[] {
  if (fact.kind !== 'number') return [];
  return fact.thresholds.flatMap((threshold, index) =>
    sides.flatMap((side, offset) =>
      cell === 2 * index + offset ? [edgeId(prefix, fact.key, threshold, side)] : [],
    ),
  );
}

const edgeId = (prefix: string, key: string, threshold: Exact, side: Side): string =>
  `${prefix}edge/${key.replaceAll(' ', '')}/${threshold.toText()}/${side}`;

const bandKinds: Partial<Record<Site['rule']['method'], ItemKind>> = {
  tiers: 'tier',
  proportion: 'tier',
  checklist: 'criterion',
};

function ruleItems(site: Site): Item[] {
  const { rule, scope } = site;
  const common = { indicator: site.leaf?.id ?? ownGroup(site), name: site.name };
  const items: Item[] = rule.parts.flatMap((part, at) => {
    const possible = possibleClasses(part, scope);
    const bands = part.awards.map(
      (award, band): Item => ({
        ...common,
        kind: bandKinds[rule.method] ?? 'band',
        id: bandId(site, at, band),
        label: award.label,
        pointer: award.pointer,
        possible: possible === undefined || possible.has(band),
        goal: { of: 'band', site, part: at, band },
      }),
    );
    const edges = part.decision
      ? edgeItems({ ...common, pointer: site.pointer }, part.decision, rulePrefix(site, at), scope).map(
          ({ fact, cell, side, ...item }): Item => ({
            ...item,
            goal: { of: 'edge', site, part: at, fact, cell, side },
          }),
        )
      : [];
    return [...bands, ...edges];
  });
  const clamps = (['cap', 'floor'] as const).map(
    (bound): Item => ({
      ...common,
      kind: bound,
      id: clampId(site, bound),
      label:
        bound === 'cap'
          ? { zh: '超过上限，封顶', en: 'above the most that can be won: capped' }
          : { zh: '扣完为止，不为负', en: 'nothing left: not below zero' },
      pointer: rule.parts[0]?.awards[0]?.pointer ?? site.pointer,
      possible: clampPossible(site, bound),
      goal: { of: 'clamp', site, bound },
    }),
  );
  return [...items, ...clamps];
}

/** A group's own rule is told under the group; one of the frame belongs to no indicator. */
const ownGroup = (site: Site): string | undefined =>
  site.key.startsWith('frame.') ? undefined : site.group?.id;

/** The outcomes that some class can reach; undefined where not all classes were asked. */
function possibleClasses({ decision }: Part, scope: Scope): Set<number> | undefined {
  if (!decision || decision.answers.size < decision.size) return undefined;
  const reached = new Set<number>();
  for (const [key, outcomes] of decision.answers) {
    const cells = cellsOf(decision, key);
    if (decision.facts.every((fact, position) => cellPossible(fact, cells[position]!, scope)))
      for (const outcome of outcomes) reached.add(outcome);
  }
  return reached;
}

/** False where the fact can never lie in the cell. */
export function cellPossible(fact: DecisionFact, cell: number, scope: Scope): boolean {
  if (!isPossible(fact, cell, scope)) return false;
  if (fact.kind !== 'number' || cell > 2 * fact.thresholds.length) return true;
  return !neverAtFact(fact, cell, knownIn(scope, [fact.expression]));
}

type EdgeDraft = Omit<Item, 'goal'> & { fact: number; cell: number; side: Side };

/** Both sides of every threshold, and the threshold itself. */
function edgeItems(
  common: Pick<Item, 'indicator' | 'name' | 'pointer'>,
  decision: Decision,
  prefix: string,
  scope: Scope,
): EdgeDraft[] {
  return decision.facts.flatMap((fact, position) =>
    fact.kind !== 'number'
      ? []
      : fact.thresholds.flatMap((threshold, index) => {
          if (isEndOfScale(decision, position, index, scope)) return [];
          return sides.map((side, offset): EdgeDraft => {
            const cell = 2 * index + offset;
            return {
              ...common,
              kind: 'edge',
              id: edgeId(prefix, fact.key, threshold, side),
              label: edgeLabel(fact.expression, threshold, side, scope),
              possible: cellPossible(fact, cell, scope),
              fact: position,
              cell,
              side,
            };
          });
        }),
  );
}

/** A threshold with nothing beyond it, at which no answer changes (0% of a share, a total of 0), is no edge. */
function isEndOfScale(decision: Decision, position: number, index: number, scope: Scope): boolean {
  const fact = decision.facts[position]!;
  const [below, at, above] = [2 * index, 2 * index + 1, 2 * index + 2];
  const inside = [below, above].filter((cell) => cellPossible(fact, cell, scope));
  if (inside.length !== 1 || decision.answers.size < decision.size) return false;
  const answersIn = (cell: number) =>
    [...decision.answers]
      .filter(([key]) => cellsOf(decision, key)[position] === cell)
      .map(([, outcomes]) => outcomes.join())
      .join(';');
  return answersIn(at) === answersIn(inside[0]!);
}

/** `执行数 ÷ 预算数 < 100%`; a difference held against zero is told as a comparison of its two sides. */
function edgeLabel(fact: Expression, threshold: Exact, side: Side, scope: Scope): Bilingual {
  const [left, right] =
    fact.kind === 'binary' && fact.operator === '-' && threshold.isZero() && fact.right.kind !== 'number'
      ? [fact.left, fact.right]
      : [fact, shownThreshold(fact, threshold, scope)];
  const tell = (show: (name: string) => string) =>
    `${formatExpression(left, show)} ${signs[side]} ${formatExpression(right, show)}`;
  return { zh: tell((name) => scope.resolve(name)?.label ?? name), en: tell((name) => name) };
}

function shownThreshold(fact: Expression, threshold: Exact, scope: Scope): Expression {
  const { unit } = unitOf(fact, scope);
  // A share of a weight is points, not a rate.
  const isRate = unit.is === 'ratio' && !(fact.kind === 'binary' && fact.operator === '*');
  if (isRate) return literal(threshold, `${threshold.times(Exact.hundred).toText()}%`);
  if (fact.kind === 'name' && scope.resolve(fact.name)?.kind === 'date')
    return literal(threshold, isoDay(Number(threshold.toText())));
  return literal(threshold);
}

function policyItems({ leaf }: Site): Item[] {
  if (!leaf) return [];
  const { id: indicator, name, pointer, missing, zeroDivision } = leaf;
  const common = { indicator, name, possible: true };
  const items: Item[] = [];
  if (missing !== 'withhold')
    items.push({
      ...common,
      kind: 'missing',
      id: missingId(leaf),
      label: missingLabels[missing],
      pointer: `${pointer}/missing`,
      goal: { of: 'missing', leaf, policy: missing },
    });
  if (zeroDivision)
    items.push({
      ...common,
      kind: 'zero-division',
      id: zeroDivisionId(leaf),
      label:
        zeroDivision === 'full'
          ? { zh: '除数为零，按满分', en: 'division by zero: full marks' }
          : { zh: '除数为零，不得分', en: 'division by zero: no points' },
      pointer: `${pointer}/zeroDivision`,
      goal: { of: 'zero-division', leaf },
    });
  return items;
}

const missingLabels = {
  claimed: { zh: '没有数据，采信自评得分', en: 'no data: the claimed score is taken' },
  zero: { zh: '没有数据，不得分', en: 'no data: no points' },
};

function frameItems({ frame, byId }: ScoringPlan): Item[] {
  if (!frame || frame.missing === 'withhold') return [];
  if (![...byId.values()].some(({ kind }) => kind === 'declared')) return [];
  return [
    {
      kind: 'missing',
      id: missingId(undefined),
      indicator: undefined,
      name: '自设指标',
      label: missingLabels[frame.missing],
      pointer: '/frame/missing',
      possible: true,
      goal: { of: 'missing', leaf: undefined, policy: frame.missing },
    },
  ];
}

const policies = {
  rescale: { zh: '不适用，分值由其余各行分担', en: 'not applicable: the other lines take its weight' },
  full: { zh: '不适用，按满分', en: 'not applicable: full marks' },
  zero: { zh: '不适用，不得分', en: 'not applicable: no points' },
  forbidden: {
    zh: '申明不适用而不准，照常计分',
    en: 'declared not applicable, refused, scored all the same',
  },
};

function lineItems(indicator: IndicatorPlan, inputs: Scope): Item[] {
  const { id, name, pointer, notApplicable, optional } = indicator;
  const items: Item[] = [];
  if (notApplicable) {
    items.push({
      kind: 'not-applicable',
      id: notApplicableId(indicator),
      indicator: id,
      name,
      label: policies[notApplicable.policy],
      pointer: `${pointer}/notApplicable`,
      possible: true,
      goal: { of: 'not-applicable', indicator },
    });
    if (notApplicable.when && notApplicable.policy !== 'forbidden')
      items.push(...askedEdges(askedNotApplicable(indicator, notApplicable.when, inputs), id));
  }
  if (optional)
    items.push({
      kind: 'optional',
      id: optionalId(indicator),
      indicator: id,
      name,
      label: { zh: '可不评，没有评', en: 'optional, and left out' },
      pointer: `${pointer}/optional`,
      possible: true,
      goal: { of: 'optional', indicator },
    });
  return items;
}

export const askedNotApplicable = (
  { id, name, pointer }: IndicatorPlan,
  decision: Decision,
  scope: Scope,
): Asked => ({
  prefix: `${id}/not-applicable/`,
  name,
  pointer: `${pointer}/notApplicable/when`,
  decision,
  scope,
});

const askedEdges = (
  asked: Asked,
  indicator?: string,
  subjects?: readonly string[],
  dossier = false,
): Item[] =>
  edgeItems(
    { indicator, name: asked.name, pointer: asked.pointer },
    asked.decision,
    asked.prefix,
    asked.scope,
  ).map(({ fact, cell, side, ...item }) => ({
    ...item,
    goal: dossier
      ? { of: 'dossier', asked, want: { fact, cell, side } }
      : { of: 'form', asked, subjects, want: { fact, cell, side } },
  }));

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

export const askedGrades = ({ grades, total }: ScoringPlan): Asked => ({
  prefix: 'grade/',
  name: '等次',
  pointer: '/grades',
  decision: grades!.decision,
  scope: new Scope().define({
    key: 'total',
    label: '总分',
    kind: 'number',
    unit: '',
    min: '0',
    max: total.toText(),
  }),
});

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
