/** What a scored form, or a dossier of them, reaches. Only looks: every answer was given while the form was scored. */
import type { LeafPlan, ScoringPlan } from '../compile/index.ts';
import { inputScope, resultScope } from '../compile/index.ts';
import { cellFinder, type DecisionFact } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
import {
  exactDecider,
  leavesOf,
  nodesOf,
  type Results,
  type ScoredForm,
  type ScoredNode,
} from '../evaluate/index.ts';
import { decimals, type Scope } from '../expression/index.ts';
import {
  bandId,
  checkId,
  checkPrefix,
  clampId,
  edgesOfCell,
  gradeId,
  limitId,
  missingId,
  notApplicableId,
  optionalId,
  rulePrefix,
  zeroDivisionId,
} from './ids.ts';
import type { Asked } from './item.ts';
import { askedLimit, gradePrefix } from './items.ts';
import { askedNotApplicable } from './policy-items.ts';
import type { Clamp } from './reachable.ts';
import { type Site, sitesOf } from './sites.ts';

type Facts = Pick<Results, 'numbers' | 'words'>;

/** The items a form reaches, by what a case must state for them to count. */
export interface Reached {
  /** By the id of the line. */
  lines: Map<string, Set<string>>;
  total: Set<string>;
  grade: Set<string>;
  findings: Set<string>;
}

const sitesByRule = new WeakMap<ScoringPlan, Map<unknown, Site>>();
function siteOf(plan: ScoringPlan, { plan: line, row }: ScoredNode<Exact>): Site | undefined {
  let known = sitesByRule.get(plan);
  if (!known) {
    known = new Map(sitesOf(plan).map((site) => [site.rule, site]));
    sitesByRule.set(plan, known);
  }
  return known.get(row ? row.plan.rule : (line as LeafPlan).rule);
}

const scopesByPlan = new WeakMap<ScoringPlan, { inputs: Scope; scope: Scope }>();
/** What conditions on inputs, and on results, may read. */
function scopesOf(plan: ScoringPlan): { inputs: Scope; scope: Scope } {
  const known = scopesByPlan.get(plan);
  if (known) return known;
  const inputs = inputScope(plan.rulebook);
  const scopes = { inputs, scope: resultScope(inputs, plan.rulebook.indicators) };
  scopesByPlan.set(plan, scopes);
  return scopes;
}

/** Looks through a scored form. */
export function reachedBy(scored: ScoredForm): Reached {
  const { plan, whole, results, form } = scored;
  const lines = new Map<string, Set<string>>();
  const { inputs, scope } = scopesOf(plan);
  for (const node of nodesOf(whole)) {
    if (node === whole) continue;
    const found = [...policiesOf(node, scored)];
    const isLine = node.row !== undefined || node.plan?.kind === 'leaf';
    if (isLine) found.push(...ruleReached(node, siteOf(plan, node)!));
    const when = node.row ? undefined : node.plan?.notApplicable?.when;
    if (when) found.push(...edges(askedNotApplicable(node.plan!, when, inputs), scored.sheet));
    lines.set(node.id, new Set(found));
  }
  const limits = plan.limits.flatMap((limit, index) => {
    const asked = askedLimit(limit, index, scope);
    const applied = holds(asked, results);
    return applied === undefined ? [] : [limitId(limit, applied), ...edges(asked, results)];
  });
  const checks = plan.checks
    .filter(({ subjects }) => !subjects || subjects.includes(form.submission.subject))
    .flatMap((check) => checkReached(check, 'check', results));
  return {
    lines,
    total: new Set(limits),
    grade: new Set(gradeReached(scored)),
    findings: new Set(checks),
  };
}

/** What the checks across a dossier reach. */
export const reachedAcross = (plan: ScoringPlan, results: Results): Set<string> =>
  new Set(plan.dossierChecks.flatMap((check) => checkReached(check, 'dossier-check', results)));

function ruleReached(node: ScoredNode<Exact>, site: Site): string[] {
  const { sheet, awards, unscored, status } = node;
  // A rule that gives no score has still answered; one that lacked data has not.
  const answered =
    unscored === undefined ||
    unscored === 'no-band' ||
    (unscored === 'withheld' && awards.length === site.rule.parts.length);
  if (!sheet || status === 'not-applicable' || status === 'excluded' || !answered) return [];
  const found = site.rule.parts.flatMap(({ decision, awards: all }, part) => {
    const band = all.indexOf(awards[part]!);
    return [
      ...(band < 0 ? [] : [bandId(site, part, band)]),
      ...(decision ? edgesOf(decision.facts, rulePrefix(site, part), sheet) : []),
    ];
  });
  const bound = cutByRule(node);
  return bound ? [...found, clampId(site, bound)] : found;
}

/** Where the points of the rule itself were cut: neither the share that a person gave, nor what rounding brought too high. */
function cutByRule({ steps, basis }: ScoredNode<Exact>): Clamp | undefined {
  if (basis !== 'rule' && basis !== 'judgement') return undefined;
  const rounded = steps.findIndex(({ step }) => step === 'round');
  const own = rounded < 0 ? steps : steps.slice(0, rounded);
  const computed = own.findLastIndex(({ step }) => step === 'compute');
  const cut = own.slice(computed + 1).find((step) => step.step === 'clamp');
  return computed >= 0 && cut?.step === 'clamp' ? cut.bound : undefined;
}

function* policiesOf(node: ScoredNode<Exact>, { form, plan: { frame } }: ScoredForm): Generator<string> {
  const { plan, row, unscored, basis, status, open } = node;
  if (!plan) return;
  const policy = row ? frame?.missing : plan.kind === 'leaf' ? plan.missing : undefined;
  const settled =
    policy === 'claimed' ? basis === 'claimed' : policy === 'zero' && status === 'missing' && !open;
  if (unscored === 'missing' && settled) yield missingId(plan.kind === 'leaf' ? plan : undefined);
  if (plan.kind === 'leaf' && unscored === 'zero-division' && status === 'scored') yield zeroDivisionId(plan);
  if (plan.notApplicable) {
    const { id } = plan;
    const declared = row ? row.declared.notApplicable : form.submission.notApplicable?.includes(id);
    const isForbidden = plan.notApplicable.policy === 'forbidden';
    if (isForbidden ? declared : status === 'not-applicable' && (!row || declared))
      yield notApplicableId(plan);
  }
  if (plan.optional && !row && leavesOf(node).every((leaf) => leaf.status === 'excluded'))
    yield optionalId(plan);
}

function gradeReached({ plan, whole, grade }: ScoredForm): string[] {
  if (!plan.grades || grade === undefined) return [];
  const asked = { prefix: gradePrefix, decision: plan.grades.decision };
  const total: Facts = {
    numbers: (key) => (key === 'total' ? whole.points : undefined),
    words: () => undefined,
  };
  return [gradeId(plan.grades.names.indexOf(grade)), ...edges(asked, total)];
}

function checkReached(
  check: ScoringPlan['checks'][number],
  kind: 'check' | 'dossier-check',
  facts: Facts,
): string[] {
  const asked = { prefix: checkPrefix(check, kind), decision: check.when };
  const fired = holds(asked, facts);
  return fired === undefined ? [] : [checkId(check, kind, fired), ...edges(asked, facts)];
}

/** Whether the one condition holds; undefined where that cannot be told. */
function holds({ decision }: Pick<Asked, 'decision'>, { numbers, words }: Facts): boolean | undefined {
  const answer = exactDecider(decision)(numbers, words);
  return 'decision' in answer || 'possible' in answer ? undefined : answer.length > 0;
}

const edges = ({ decision, prefix }: Pick<Asked, 'decision' | 'prefix'>, facts: Facts): string[] =>
  edgesOf(decision.facts, prefix, facts);

/** None where any fact is missing: nothing was decided. */
function edgesOf(facts: readonly DecisionFact[], prefix: string, { numbers, words }: Facts): string[] {
  const cells = facts.map((fact) => cellFinder(fact, decimals)(numbers, words));
  if (cells.includes(undefined)) return [];
  return facts.flatMap((fact, position) => edgesOfCell(prefix, fact, cells[position]!));
}
