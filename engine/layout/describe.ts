/** A plan as the form it asks a unit to fill in: sections, lines and texts in the order of the form. */
import type {
  Bilingual,
  FormDescription,
  FormInput,
  FormLine,
  FormSection,
  FormText,
} from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import type { IndicatorPlan, InputPlan, LeafPlan, ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { capOf } from '../lines/index.ts';
import { own } from '../own.ts';
import { judgementOf } from './judgement.ts';
import { inputsReadBy } from './reads.ts';
import { limits, lineWith, tableOf, wordsOf } from './table.ts';

const known = new WeakMap<ScoringPlan, Promise<FormDescription>>();

/** The form of a rulebook; worked out once for each plan. */
export function describeForm(plan: ScoringPlan): Promise<FormDescription> {
  const found = known.get(plan) ?? describe(plan);
  known.set(plan, found);
  return found;
}

async function describe(plan: ScoringPlan): Promise<FormDescription> {
  const lines: FormLine[] = [];
  for (const indicator of plan.indicators) lines.push(...(await linesUnder(plan, indicator)));
  return {
    ...plan.identity,
    subjects: [...plan.rulebook.subjects],
    total: plan.total.toText(),
    decimals: plan.rounding.decimals,
    sections: sectionsOf(plan, lines),
    lines,
    texts,
  };
}

const text = (pointer: string, name: Bilingual, many: boolean): FormText => ({
  ...{ pointer, name, many },
  limit: limits.text,
});

/** What a form may say beside its numbers. */
const texts: FormText[] = [
  text('/goals', words.cell.goal, true),
  text('/report/text', words.cell.report, false),
  text('/note', words.cell.note, false),
];

/** Inputs in the order of the rulebook, those of one section together. */
function sectionsOf(plan: ScoringPlan, lines: readonly FormLine[]): FormSection[] {
  const sections = new Map<string, FormSection>();
  for (const input of plan.inputs.values()) {
    const title = own(plan.rulebook.inputs, input.id)?.section;
    const section = sections.get(title ?? '') ?? { ...(title === undefined ? {} : { title }), inputs: [] };
    section.inputs.push(inputOf(plan, input, lines));
    sections.set(title ?? '', section);
  }
  return [...sections.values()];
}

function inputOf(plan: ScoringPlan, input: InputPlan, lines: readonly FormLine[]): FormInput {
  const { id, name, type, unit, min, max, options, subjects, blank } = input;
  const { note, source, restates } = own(plan.rulebook.inputs, id) ?? {};
  const readers = lines.filter(({ inputs }) => inputs.includes(id));
  const shown = (bound: Exact) => (unit === '%' ? `${bound.times(Exact.hundred).toText()}%` : bound.toText());
  const title = source === undefined ? undefined : plan.rulebook.sources[source]?.title;
  return {
    ...{ id, name, type },
    ...(unit === undefined || unit === '' ? {} : { unit }),
    ...(min ? { min: shown(min) } : {}),
    ...(max ? { max: shown(max) } : {}),
    ...(options ? { options: [...options] } : {}),
    ...(subjects ? { subjects: [...subjects] } : {}),
    required: !blank && readers.some((line) => line.required),
    ...(blank ? { blank: shown(blank) } : {}),
    ...(restates === undefined ? {} : { restates: String(restates) }),
    ...(note === undefined ? {} : { note }),
    ...(title === undefined ? {} : { source: title }),
    lines: readers.map((line) => line.id),
  };
}

async function linesUnder(
  plan: ScoringPlan,
  indicator: IndicatorPlan,
  depth = 1,
  parent?: string,
): Promise<FormLine[]> {
  const { id, name, kind, weight, line, role, optional, notApplicable } = indicator;
  const own: FormLine = {
    id,
    ...(parent === undefined ? {} : { parent }),
    ...{ depth, name, shape: kind, entry: kind === 'declared' ? 'table' : 'none', required: false },
    inputs: [...(inputsReadBy(plan).get(id) ?? [])],
    ...(weight ? { weight: weight.toText() } : {}),
    ...(line ? { sign: line } : {}),
    ...(role ? { role } : {}),
    ...(optional ? { optional } : {}),
    ...(notApplicable ? { notApplicable: notApplicable.policy } : {}),
    ...(notApplicable && !notApplicable.when && notApplicable.policy !== 'forbidden'
      ? { declaresNotApplicable: true }
      : {}),
    ...wordsOf(indicator),
  };
  if (indicator.kind === 'leaf') return [{ ...own, ...(await entryOf(plan, indicator)) }];
  if (indicator.kind === 'declared')
    return [{ ...own, required: !optional, table: await tableOf(plan, indicator) }];
  const below: FormLine[] = [];
  for (const child of indicator.children) below.push(...(await linesUnder(plan, child, depth + 1, id)));
  return [own, ...below];
}

/** What a fixed line asks for. */
async function entryOf(plan: ScoringPlan, leaf: LeafPlan): Promise<Partial<FormLine>> {
  const line = lineWith(plan, leaf.id)!;
  const judgement = await judgementOf(line);
  const most = capOf(line);
  const entry = judgement?.by === 'choice' ? 'choice' : judgement ? 'judgement' : 'facts';
  return {
    entry,
    required: leaf.missing === 'withhold' && !leaf.optional,
    missing: leaf.missing,
    ...(leaf.missing === 'claimed' ? { claimable: true } : {}),
    ...(most ? { points: { least: Exact.zero.toText(), most: most.toText() } } : {}),
    method: leaf.rule.label,
    ...(judgement ? { judgement } : {}),
    reason: judgement?.reason ?? reasonOfLine,
  };
}

const reasonOfLine: Bilingual = {
  zh: '数据可得满分而自评少于满分的，须说明扣分原因',
  en: 'owed where the data would win full marks and less is claimed',
};
