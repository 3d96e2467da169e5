/** Whole forms to begin from when a check, a grade or a limit is to be reached. May not say what they score. */
import type { Declared, Judgement, Submission } from '../../schemas/generated/types.ts';
import type { DeclaredPlan, GroupPlan, IndicatorPlan, ScoringPlan, Subject } from '../compile/index.ts';
import { Exact, sum } from '../decimal.ts';
import { type RuleWitness, ruleWitnesses } from './line-witness.ts';
import { type Site, sitesOf } from './sites.ts';

/** How a form is made: how well the rows and lines do, and whether rows have numbers or are judged. */
export interface Manner {
  /** Share of the target that rows reach, and of the weight that a person gives. */
  share: Exact;
  rows: 'numbers' | 'words';
  /** How many of the fixed lines that a rule scores do as badly as they can; the rest as well as they can. */
  worst: number;
}

const made = new WeakMap<ScoringPlan, Map<string, Submission>>();

/** A form in which every line has what its rule asks for; made once. */
export function formLike(plan: ScoringPlan, subject: Subject, manner: Manner): Submission {
  const forms = made.get(plan) ?? new Map<string, Submission>();
  made.set(plan, forms);
  const key = `${subject} ${manner.share.toText()} ${manner.rows} ${manner.worst}`;
  const form = forms.get(key) ?? makeForm(plan, subject, manner);
  forms.set(key, form);
  return form;
}

/** What the lines of a form were given so far: as facts, and as written. */
interface Filled {
  facts: Map<string, Exact | string | boolean>;
  inputs: Record<string, string | boolean>;
  judgements: Record<string, Judgement>;
}

function makeForm(plan: ScoringPlan, subject: Subject, manner: Manner): Submission {
  const filled: Filled = { facts: new Map(), inputs: {}, judgements: {} };
  const { inputs, judgements } = filled;
  const declared: Declared[] = [];
  let lines = 0;
  for (const site of sitesOf(plan)) {
    const { leaf } = site.line;
    if (!leaf) continue;
    if (site.rule.judged === 'share') judgements[leaf.id] = judged(manner.share);
    else fillLine(plan, site, lines++ < manner.worst, filled);
  }
  for (const [group, weight] of rowWeights(plan)) declared.push(rowOf(group, weight, manner));
  return {
    rulebook: plan.identity.rulebook,
    edition: plan.identity.edition,
    subject,
    name: '拟制',
    year: plan.identity.edition.slice(0, 4),
    inputs: Object.fromEntries(
      Object.entries(inputs).filter(([id]) => plan.inputs.get(id)?.subjects?.includes(subject) ?? true),
    ),
    ...(Object.keys(judgements).length > 0 ? { judgements } : {}),
    ...(declared.length > 0 ? { declared } : {}),
  };
}

const judged = (share: Exact): Judgement => ({
  share: `${share.times(Exact.hundred).toText()}%`,
  reason: '拟制',
});

/** Gives a line what its best or worst band takes, where that does not contradict what other lines were given. */
function fillLine(plan: ScoringPlan, site: Site, worst: boolean, filled: Filled): void {
  for (const [part, { awards, decision }] of site.rule.parts.entries()) {
    const bands = worst ? [...awards.keys()].reverse() : [...awards.keys()];
    for (const band of bands) {
      const proposals = fitting(plan, site, part, band, filled);
      // What is counted without a condition is a deduction: none at best.
      const found = decision || worst ? proposals[0] : proposals.at(-1);
      if (!found) continue;
      const { judgement, ...inputs } = found.given;
      if (judgement) filled.judgements[site.line.id] = judgement as Judgement;
      for (const [id, value] of Object.entries(inputs)) filled.inputs[id] ??= value as string;
      for (const [name, fact] of found.facts) if (plan.inputs.has(name)) filled.facts.set(name, fact);
      break;
    }
  }
}

/** What reaches a band without contradicting what was given elsewhere, the nicest first. */
function fitting(
  plan: ScoringPlan,
  site: Site,
  part: number,
  band: number,
  { facts, inputs }: Filled,
): RuleWitness[] {
  const found: RuleWitness[] = [];
  let left = 40;
  for (const proposal of ruleWitnesses(plan, { of: 'band', site, part, band }, facts)) {
    const { given } = proposal;
    if (Object.entries(given).every(([id, value]) => inputs[id] === undefined || inputs[id] === value))
      found.push(proposal);
    if (--left === 0 || found.length === 6) break;
  }
  return found;
}

/** A row for every group of declared indicators; groups that share a weight get one point each, the first the rest. */
function rowWeights(plan: ScoringPlan): [DeclaredPlan, Exact][] {
  const rows: [DeclaredPlan, Exact][] = [];
  const visit = (children: readonly IndicatorPlan[], weight: Exact | undefined): void => {
    const weighed = children.filter((child) => child.weight);
    const open = children.filter((child) => !child.weight);
    for (const child of weighed) descend(child, child.weight);
    const groups = open.flatMap(declaredIn);
    if (groups.length === 0 || !weight) return;
    const left = weight.minus(sum(weighed.map((child) => child.weight!)));
    const others = Exact.of(groups.length - 1);
    const many = left.compare(Exact.of(groups.length)) > 0;
    groups.forEach((group, index) => {
      if (many) rows.push([group, index === 0 ? left.minus(others) : Exact.one]);
      else if (index === 0) rows.push([group, left]);
    });
  };
  const descend = (indicator: IndicatorPlan, weight: Exact | undefined): void => {
    if (indicator.kind === 'declared' && weight) rows.push([indicator, weight]);
    if (indicator.kind === 'group') visit(indicator.children, indicator.outOf ?? weight);
  };
  visit(plan.indicators, plan.total);
  return rows;
}

const declaredIn = (indicator: IndicatorPlan): DeclaredPlan[] =>
  indicator.kind === 'declared'
    ? [indicator]
    : indicator.kind === 'group'
      ? (indicator as GroupPlan).children.flatMap(declaredIn)
      : [];

function rowOf(group: DeclaredPlan, weight: Exact, { share, rows }: Manner): Declared {
  const common = { under: group.id, name: group.name, id: `row-of-${group.id}`, weight: weight.toText() };
  const isJudged = group.targets.words?.rule.judged === 'share';
  if (rows === 'words' && isJudged)
    return { ...common, target: '按要求完成', actual: '见评分', judgement: judged(share) };
  return { ...common, target: '100', actual: share.times(Exact.hundred).toText() };
}
