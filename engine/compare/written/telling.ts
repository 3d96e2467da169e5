/** Words for edits: what an edit is about, what stood there and stands there now, and one sentence that says what changed. */
import { methodTable } from '../../../schemas/generated/methods.ts';
import type { Bilingual, Condition, Method, Rulebook } from '../../../schemas/generated/types.ts';
import { words } from '../../../schemas/generated/words.ts';
import { unitOfInput } from '../../compile/index.ts';
import type { Edit, MethodTable } from '../../edits/index.ts';
import { type ComparableEdition, same } from '../edition.ts';
import { bothLanguages, listed } from './bilingual.ts';
import { shownCondition } from './condition.ts';
import { type Names, namesOf, shownExpression } from './names.ts';
import { quotedTitle, shownValue } from './values.ts';

/** One rulebook with the names in it. */
export interface ToldSide {
  which: 'before' | 'after';
  rulebook: Rulebook;
  plan: ComparableEdition['plan'];
  names: Names;
  methods: MethodTable;
}

export const toldSide = (
  which: ToldSide['which'],
  { plan }: ComparableEdition,
  methods: MethodTable = methodTable,
): ToldSide => ({
  which,
  rulebook: plan.rulebook,
  plan,
  names: namesOf(plan.rulebook, plan.byId),
  methods,
});

type Value = { readonly [key: string]: unknown };

/** What stands on one side of an edit; undefined where nothing does. */
export function shownIn(
  { what, subject, described, key }: Edit,
  value: unknown,
  side: ToldSide,
): Bilingual | undefined {
  if (value === undefined && what !== 'indicator-moved') return undefined;
  const special = wholes[what] ?? wholes[`key:${key}`];
  if (special) return special(value, side);
  if (subject.of === 'input' && (key === 'min' || key === 'max'))
    return boundText(value, side, subject.id[side.which]!);
  const last = described.at(-1);
  return last ? shownValue(last, value, side.names) : same(String(value));
}

const lineText = (value: unknown): Bilingual => {
  const { name, weight } = value as { name: string; weight?: string };
  return weight === undefined ? same(name) : bothLanguages(`${name}（${weight} 分）`, `${name} (${weight})`);
};

const inputText = (value: unknown): Bilingual => {
  const input = value as NonNullable<Rulebook['inputs']>[string];
  const unit = unitOfInput(input);
  const type = words.inputType[input.type];
  return unit && unit !== '日期'
    ? bothLanguages(`${input.name}（${type.zh}，${unit}）`, `${input.name} (${type.en}, ${unit})`)
    : bothLanguages(`${input.name}（${type.zh}）`, `${input.name} (${type.en})`);
};

/** A rate's bounds are per cent. */
const boundText = (value: unknown, { rulebook }: ToldSide, id: string): Bilingual =>
  same(unitOfInput(rulebook.inputs![id]!) === '%' ? `${value}%` : String(value));

const metricText = (value: unknown, { names }: ToldSide): Bilingual =>
  same(shownExpression((value as { expression: string }).expression, names));

const conditionOf = (value: unknown, { names }: ToldSide): Bilingual =>
  shownCondition((value as { when: Condition }).when, names);

const limitText = (value: unknown, side: ToldSide): Bilingual => {
  const { total, grade } = value as Value;
  const effects = [
    ...(total === undefined ? [] : [bothLanguages(`总分至多 ${total}`, `total at most ${total}`)]),
    ...(grade === undefined ? [] : [bothLanguages(`等次至多 ${grade}`, `grade at most ${grade}`)]),
  ];
  return listed(
    [conditionOf(value, side), listed(effects, bothLanguages('，', ', '))],
    bothLanguages('：', ': '),
  );
};

export const sourceText = (value: unknown): Bilingual => {
  const { title, issuer, number, date } = value as Rulebook['sources'][string];
  return same([quotedTitle(title), issuer, number, date].filter(Boolean).join('，'));
};

const gradesText = (value: unknown): Bilingual =>
  listed((value as NonNullable<Rulebook['grades']>).map(({ name, from }) => same(`${name} ≥ ${from}`)));

const roundingText = (value: unknown): Bilingual => {
  const { decimals, mode, at } = value as Rulebook['rounding'];
  const [how, where] = [words.roundingMode[mode], words.roundingPlace[at]];
  return bothLanguages(
    `${decimals} 位小数，${how.zh}，${where.zh}`,
    `${decimals} decimals, ${how.en}, ${where.en}`,
  );
};

const notApplicableText = (value: unknown, side: ToldSide): Bilingual => {
  const { when, policy } = value as NonNullable<Rulebook['indicators'][number]['notApplicable']>;
  const said = words.notApplicablePolicy[policy];
  if (!when) return said;
  const under = shownCondition(when, side.names);
  return bothLanguages(`${said.zh}（${under.zh}）`, `${said.en} (${under.en})`);
};

export const methodLabel = (value: unknown, { methods }: Pick<ToldSide, 'methods'>): Bilingual => {
  const [name = ''] = Object.keys(value as Method);
  return methods[name]?.title ?? same(name);
};

export const lineName = (id: unknown, { plan }: ToldSide): Bilingual =>
  id === undefined
    ? bothLanguages('一级指标', 'the top level')
    : same(plan.byId.get(String(id))?.name ?? String(id));

const sourceOf = (value: unknown, { rulebook }: ToldSide): Bilingual => {
  const id = String(value);
  return same(Object.hasOwn(rulebook.sources, id) ? quotedTitle(rulebook.sources[id]!.title) : id);
};

const acceptanceText = (value: unknown, side: ToldSide): Bilingual => {
  const { code, at, why } = value as { code: string; at?: string; why: string };
  if (at === undefined) return same(`${code}：${why}`);
  const place = placeText(at, side);
  return bothLanguages(`${code}（${place.zh}）：${why}`, `${code} (${place.en}): ${why}`);
};

/** `execution`, `frame.words`, `output.atMost`. */
function placeText(at: string, { names }: ToldSide): Bilingual {
  const [owner = '', kind] = at.split('.');
  const name = owner === 'frame' ? frameName : same(names.nameOf(owner));
  const rows = Object.entries(words.targetKind).find(([key]) => key === kind)?.[1];
  return rows ? listed([name, rows], bothLanguages(' · ', ' · ')) : name;
}

export const frameName = bothLanguages('自设指标', 'declared lines');

const targetKind = (value: unknown): Bilingual => words.targetKind[value as keyof typeof words.targetKind];

/** Values that are told as one, by what was done, by what it was done to, or by key. */
const wholes: Readonly<Record<string, (value: unknown, side: ToldSide) => Bilingual>> = {
  'indicator-added': lineText,
  'indicator-removed': lineText,
  'indicator-moved': lineName,
  'kind-changed': (value) => words.lineShape[value as keyof typeof words.lineShape],
  'weight-changed': (value) => bothLanguages(`${value} 分`, String(value)),
  'not-applicable-changed': notApplicableText,
  'order-changed': (value, side) => same((value as string[]).map((id) => lineName(id, side).zh).join('、')),
  'method-changed': methodLabel,
  'thresholds-changed': (value) => listed((value as string[]).map(same)),
  'target-added': targetKind,
  'target-removed': targetKind,
  'frame-added': () => bothLanguages('自设指标的框架', 'a frame for declared lines'),
  'frame-removed': () => bothLanguages('自设指标的框架', 'a frame for declared lines'),
  'input-added': inputText,
  'input-removed': inputText,
  'metric-added': metricText,
  'metric-removed': metricText,
  'grades-added': gradesText,
  'grades-removed': gradesText,
  'grades-changed': gradesText,
  'rounding-changed': roundingText,
  'limit-added': limitText,
  'limit-removed': limitText,
  'limit-changed': limitText,
  'check-added': conditionOf,
  'check-removed': conditionOf,
  'acceptance-added': acceptanceText,
  'acceptance-removed': acceptanceText,
  'rollup-added': () => bothLanguages('汇总规则', 'roll-up rules'),
  'rollup-removed': () => bothLanguages('汇总规则', 'roll-up rules'),
  'source-added': sourceText,
  'source-removed': sourceText,
  'source-document-changed': sourceText,
  'key:source': sourceOf,
};
