/** Whole forms, and dossiers, that reach an item of a check, a grade or a limit. Each is evaluated before it is told. */
import type { Bilingual, Submission } from '../../schemas/generated/types.ts';
import { resultsAcross } from '../audit/index.ts';
import type { ScoringPlan, Subject } from '../compile/index.ts';
import { askClass } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  exactDecider,
  formOfValue,
  leavesOf,
  type Results,
  type ScoredForm,
  scoreForm,
} from '../evaluate/index.ts';
import { namesIn } from '../expression/index.ts';
import { type Fact, inputCell } from '../forms/index.ts';
import type { Given } from '../lines/index.ts';
import { askedWitnesses, type Choosable, onForm } from './asked-witness.ts';
import { formLike, type Manner } from './forms.ts';
import type { Asked, Goal, Item } from './item.ts';
import { plain } from './plain.ts';
import { reachedAcross, reachedBy } from './reach.ts';
import { unlimited } from './unlimited.ts';

/** Forms that reach an item together, and what their report must say. */
export interface FormWitness {
  forms: Submission[];
  report?: string;
  /** What was put in to reach it, to be told, and how all other lines do. */
  told: Given;
  manner: Bilingual | undefined;
}

const half = Exact.of('0.5');
const manners: readonly (Manner & { told: Bilingual })[] = [
  {
    share: Exact.one,
    rows: 'numbers',
    worst: 0,
    told: { zh: '其余各行恰好达到目标', en: 'every other line just meeting its target' },
  },
  {
    share: Exact.one,
    rows: 'words',
    worst: 0,
    told: { zh: '其余各行由评价人给满分', en: 'every other line judged to have full marks' },
  },
  {
    share: half,
    rows: 'numbers',
    worst: 0,
    told: { zh: '自设指标各完成目标的一半', en: 'declared indicators at half of their targets' },
  },
  {
    share: Exact.one.plus(half),
    rows: 'numbers',
    worst: 0,
    told: {
      zh: '自设指标各完成目标的一倍半',
      en: 'declared indicators at one and a half times their targets',
    },
  },
  {
    share: half,
    rows: 'words',
    worst: 0,
    told: { zh: '评价人各给一半', en: 'every judged line given half' },
  },
  {
    share: Exact.zero,
    rows: 'numbers',
    worst: 1000,
    told: { zh: '其余各行都没有完成', en: 'no other line met' },
  },
];

const mostTries = 60;

/** A form that reaches the item; undefined where none was found. */
export async function formWitness(plan: ScoringPlan, item: Item): Promise<FormWitness | undefined> {
  const { goal } = item;
  if (goal.of === 'optional') return withoutLines(plan, item);
  if (goal.of === 'form') return wholeForm(plan, goal, item.id);
  return goal.of === 'dossier' ? acrossForms(plan, goal, item.id) : undefined;
}

async function withoutLines(plan: ScoringPlan, { id }: Item): Promise<FormWitness | undefined> {
  const [subject] = plan.rulebook.subjects;
  const { rulebook, edition } = plan.identity;
  const form: Submission = { rulebook, edition, subject: subject!, name: '拟制' };
  const reached = await reachedIn(plan, form);
  return reached?.has(id) ? { forms: [form], told: new Map(), manner: undefined } : undefined;
}

async function scoredOf(plan: ScoringPlan, submission: Submission): Promise<ScoredForm | undefined> {
  return (await scoreForm(plan, formOfValue(submission))).scored;
}

async function reachedIn(plan: ScoringPlan, submission: Submission): Promise<Set<string> | undefined> {
  const scored = await scoredOf(plan, submission);
  if (!scored) return undefined;
  const { lines, total, grade, findings } = reachedBy(scored);
  return new Set([...[...lines.values()].flatMap((one) => [...one]), ...total, ...grade, ...findings]);
}

async function wholeForm(
  plan: ScoringPlan,
  { asked, subjects, want }: Extract<Goal, { of: 'form' }>,
  id: string,
): Promise<FormWitness | undefined> {
  const allowed = plan.rulebook.subjects.filter((subject) => !subjects || subjects.includes(subject));
  let left = mostTries;
  for (const manner of manners)
    for (const subject of allowed) {
      const best = formLike(plan, subject, manner);
      const scored = await scoredOf(plan, best);
      if (!scored) continue;
      const base = unlimited(plan, best, scored.results);
      const preferred = plain(plan, asked.scope);
      for (const values of askedWitnesses(asked, want, onForm(plan, subject), scored.results, preferred)) {
        if (left-- <= 0) return undefined;
        const form = await withValues(plan, base, values);
        if (form && (await reachedIn(plan, form))?.has(id))
          return { forms: [form], told: values, manner: readsResults(asked, plan) ? manner.told : undefined };
      }
    }
  return undefined;
}

/** Whether a decision looks at what the form scores, besides its inputs and a total that is set. */
const readsResults = ({ decision: { facts } }: Asked, { inputs }: ScoringPlan): boolean =>
  facts.some(
    (fact) =>
      fact.kind === 'number' &&
      namesIn(fact.expression).some(
        (name) => !inputs.has(name) && name !== 'total' && name !== 'claimedTotal',
      ),
  );

/** The form with the values put in; undefined where its total cannot be brought to the one asked for. */
async function withValues(
  plan: ScoringPlan,
  base: Submission,
  values: Given,
): Promise<Submission | undefined> {
  const inputs = { ...base.inputs };
  const reasons: Record<string, string> = {};
  const points: Record<string, string> = {};
  let form: Submission = { ...base, inputs };
  for (const [name, value] of values) {
    const input = plan.inputs.get(name);
    const shown = value instanceof Exact ? value.toText() : String(value);
    const cell = input && inputCell(input, value);
    if (input && cell === undefined) return undefined;
    if (cell !== undefined) inputs[name] = cell;
    else if (name === 'report') form = { ...form, report: { text: shown } };
    else if (name === 'claimedTotal') form = { ...form, claimed: { ...form.claimed, total: shown } };
    else if (name.startsWith('reason.')) reasons[name.slice('reason.'.length)] = shown;
    else if (name.endsWith('.claimed')) points[name.slice(0, -'.claimed'.length)] = shown;
  }
  if (Object.keys(reasons).length > 0) form = { ...form, reasons };
  if (Object.keys(points).length > 0) form = { ...form, claimed: { ...form.claimed, points } };
  const total = values.get('total');
  return total instanceof Exact ? withTotal(plan, form, total) : form;
}

/** Lowers judged lines, and where they are not enough the lines of rules, until the form scores the total. */
async function withTotal(plan: ScoringPlan, form: Submission, total: Exact): Promise<Submission | undefined> {
  for (let worst = 0; worst <= plan.byId.size; worst++) {
    const best = formLike(plan, form.subject, { share: Exact.one, rows: 'words', worst });
    const start: Submission = { ...form, ...best, inputs: { ...form.inputs, ...best.inputs } };
    const scored = await scoredOf(plan, start);
    if (!scored) return undefined;
    const lines = leavesOf(scored.whole).filter(({ basis }) => basis === 'judgement');
    let excess = scored.whole.points.minus(total);
    const judgements = { ...start.judgements };
    const declared = (start.declared ?? []).map((row) => ({ ...row }));
    for (const line of lines) {
      const cut = excess.compare(line.points) < 0 ? excess : line.points;
      if (cut.sign() <= 0) break;
      const judgement = { points: line.points.minus(cut).toText(), reason: '拟制' };
      const row = declared.find(({ id }) => id === line.id);
      if (row) row.judgement = judgement;
      else judgements[line.id] = judgement;
      excess = excess.minus(cut);
    }
    if (excess.sign() < 0) return undefined;
    if (excess.isZero()) return { ...start, judgements, ...(declared.length > 0 ? { declared } : {}) };
  }
  return undefined;
}

/** One form per subject; the names of a dossier's checks are `subject.input`. */
async function acrossForms(
  plan: ScoringPlan,
  { asked, want }: Extract<Goal, { of: 'dossier' }>,
  id: string,
): Promise<FormWitness | undefined> {
  const bases = plan.rulebook.subjects.map((subject) => formLike(plan, subject, manners[0]!));
  const scored = await scoredAll(plan, bases);
  if (!scored) return undefined;
  const choosable: Choosable = (name) => {
    if (name === 'report') return 'words';
    const [subject, input] = name.split('.') as [Subject, string];
    return input === undefined ? undefined : onForm(plan, subject)(input);
  };
  const preferred = plain(plan, asked.scope);
  for (const values of askedWitnesses(asked, want, choosable, resultsAcross(plan, scored, ''), preferred)) {
    const forms: Submission[] = [];
    for (const base of bases) {
      const own = new Map<string, Fact>();
      for (const [name, value] of values)
        if (name.startsWith(`${base.subject}.`)) own.set(name.slice(base.subject.length + 1), value);
      const form = await withValues(plan, base, own);
      if (form) forms.push(form);
    }
    const report = values.get('report');
    const again = forms.length === bases.length ? await scoredAll(plan, forms) : undefined;
    if (!again) continue;
    const results = resultsAcross(plan, again, typeof report === 'string' ? report : undefined);
    await askDossier(plan, results);
    if (reachedAcross(plan, results).has(id))
      return { forms, told: values, manner: undefined, ...(typeof report === 'string' ? { report } : {}) };
  }
  return undefined;
}

async function scoredAll(plan: ScoringPlan, forms: readonly Submission[]): Promise<ScoredForm[] | undefined> {
  const all: ScoredForm[] = [];
  for (const form of forms) {
    const scored = await scoredOf(plan, form);
    if (!scored) return undefined;
    all.push(scored);
  }
  return all;
}

/** Asks the rules engine what the dossier's checks still have to know. */
export async function askDossier(plan: ScoringPlan, results: Results): Promise<void> {
  for (const { when } of plan.dossierChecks) {
    const answer = exactDecider(when)(results.numbers, results.words);
    if ('decision' in answer) await askClass(answer);
  }
}
