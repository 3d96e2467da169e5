/** One sentence that says what an edit changed. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { words } from '../../../schemas/generated/words.ts';
import { type Edit, type Pairing, parentsOf } from '../../edits/index.ts';
import { bothLanguages, listed } from './bilingual.ts';
import { subjectName, type Told } from './subjects.ts';
import { methodLabel } from './telling.ts';

/** An edit with its values as a reader sees them. */
export interface Shown {
  edit: Edit;
  before: Bilingual | undefined;
  after: Bilingual | undefined;
}

export function messageOf(shown: Shown, told: Told, pairing: Pairing): Bilingual {
  const { edit } = shown;
  const own = sentences[edit.what];
  if (edit.subject.of === 'input' && edit.key === 'name') return inputName(edit, told);
  return own ? own(shown, told, pairing) : property(labelOf(edit), shown);
}

/** What was changed, without from what to what; undefined where only the whole sentence says it. */
export const labelIn = (edit: Edit): Bilingual | undefined =>
  sentences[edit.what] || (edit.subject.of === 'input' && edit.key === 'name') ? undefined : labelOf(edit);

/** A property that is written otherwise. */
function property(label: Bilingual, { before, after }: Shown): Bilingual {
  if (!before) return bothLanguages(`${label.zh}：写明 ${after?.zh}`, `${label.en}: now ${after?.en}`);
  if (!after)
    return bothLanguages(
      `${label.zh}：不再写（原为 ${before.zh}）`,
      `${label.en}: no longer given (was ${before.en})`,
    );
  return bothLanguages(
    `${label.zh}由${spaced(before.zh)}改为${spaced(after.zh).trimEnd()}`,
    `${label.en} changed from ${before.en} to ${after.en}`,
  );
}

/** Chinese is set off from numbers and letters by a space, from marks and brackets by none. */
const spaced = (text: string): string =>
  `${/^[「《（“]/.test(text) ? '' : ' '}${text}${/[」》）”。]$/.test(text) ? '' : ' '}`;

/** The names of the keys that lead to a value, as the schemas call them. */
function labelOf({ what, described, after }: Edit): Bilingual {
  if (what === 'band-changed') {
    const place = after!.pointer.split('/').at(-1)!;
    const number = String(Number(place) + 1);
    return bothLanguages(`第 ${number} 档`, `band ${number}`);
  }
  if (what === 'thresholds-changed') return bothLanguages('分界', 'thresholds');
  if (what === 'kind-changed') return bothLanguages('形式', 'kind');
  return listed(
    described.map(({ title }) => title),
    bothLanguages(' · ', ', '),
  );
}

type Sentence = (shown: Shown, told: Told, pairing: Pairing) => Bilingual;

const fixed =
  (zh: string, en: string): Sentence =>
  () =>
    bothLanguages(zh, en);

/** A sentence with the subject's name in it. */
const naming =
  (zh: (name: string) => string, en: (name: string) => string): Sentence =>
  ({ edit }, told) => {
    const name = subjectName(edit, told);
    return bothLanguages(zh(name.zh), en(name.en));
  };

/** A sentence with the value that came or went in it. */
const holding =
  (zh: (value: string) => string, en: (value: string) => string): Sentence =>
  ({ before, after }) => {
    const value = after ?? before ?? bothLanguages('', '');
    return bothLanguages(zh(value.zh), en(value.en));
  };

const pairedBy = {
  renamedFrom: bothLanguages('按 renamedFrom 对应', 'by renamedFrom'),
  id: bothLanguages('标识相同', 'same id'),
  name: bothLanguages('名称相同', 'same name'),
  match: bothLanguages('按名称与结构对应', 'by name and structure'),
};

const sentences: Readonly<Record<string, Sentence>> = {
  'indicator-removed': ({ edit }, told, { indicators }) => {
    const { id } = edit.subject as Extract<Edit['subject'], { of: 'line' }>;
    const parent = parentsOf(told.before.plan).get(id.before!);
    const isGone = parent !== undefined && !indicators.some((pair) => pair.before === parent);
    const name = told.before.plan.byId.get(isGone ? parent : id.before!)!.name;
    return isGone
      ? bothLanguages(`随「${name}」一并删去`, `removed with "${name}"`)
      : bothLanguages(`删去「${name}」`, `"${name}" was removed`);
  },
  'indicator-added': ({ edit }, told) => {
    const { id } = edit.subject as Extract<Edit['subject'], { of: 'line' }>;
    const { byId } = told.after.plan;
    const name = byId.get(id.after!)!.name;
    const parent = parentsOf(told.after.plan).get(id.after!);
    if (parent === undefined) return bothLanguages(`新增「${name}」`, `"${name}" was added`);
    const within = byId.get(parent)!.name;
    return bothLanguages(`在「${within}」下新增「${name}」`, `"${name}" was added under "${within}"`);
  },
  'indicator-renamed': ({ edit }, _told, { indicators }) => {
    const [old, now] = [edit.before?.value, edit.after?.value];
    const by = pairedBy[indicators.find((pair) => pair.before === old)!.by];
    return bothLanguages(
      `标识由 ${old} 改为 ${now}（${by.zh}）`,
      `the id changed from ${old} to ${now} (${by.en})`,
    );
  },
  'indicator-moved': ({ before, after }) =>
    bothLanguages(`由「${before!.zh}」移到「${after!.zh}」`, `moved from "${before!.en}" to "${after!.en}"`),
  'order-changed': fixed('下级指标的次序有变', 'the order of the lines changed'),
  'method-changed': ({ edit }, { before, after }) => {
    const [was, is] = [methodLabel(edit.before!.value, before), methodLabel(edit.after!.value, after)];
    return bothLanguages(
      `计分方法由「${was.zh}」改为「${is.zh}」`,
      `the scoring method changed from ${was.en} to ${is.en}`,
    );
  },
  'band-added': holding(
    (value) => `新增一档：${value}`,
    (value) => `a band was added: ${value}`,
  ),
  'band-removed': holding(
    (value) => `删去一档：${value}`,
    (value) => `a band was removed: ${value}`,
  ),
  'target-added': fixed('新增单独的计分方法', 'now scored by a rule of its own'),
  'target-removed': fixed('不再单独规定', 'no longer scored by a rule of its own'),
  'frame-added': fixed('单位现在可以自设指标', 'units now declare lines of their own'),
  'frame-removed': fixed('单位不再自设指标', 'units no longer declare lines of their own'),
  'input-removed': naming(
    (name) => `不再填报「${name}」`,
    (name) => `"${name}" is no longer asked for`,
  ),
  'input-added': naming(
    (name) => `新增填报项「${name}」`,
    (name) => `"${name}" is now asked for`,
  ),
  'input-renamed': ({ edit: { before, after } }) =>
    bothLanguages(
      `标识由 ${before?.value} 改为 ${after?.value}`,
      `the id changed from ${before?.value} to ${after?.value}`,
    ),
  'metric-added': fixed('新增指标值', 'a named metric was added'),
  'metric-removed': fixed('删去指标值', 'a named metric was removed'),
  'grades-added': holding(
    (value) => `开始划分等次：${value}`,
    (value) => `grades are now given: ${value}`,
  ),
  'grades-removed': holding(
    (value) => `不再划分等次（原为 ${value}）`,
    (value) => `grades are no longer given (were ${value})`,
  ),
  'limit-removed': naming(
    (name) => `删去限制「${name}」`,
    (name) => `the limit "${name}" was removed`,
  ),
  'limit-added': naming(
    (name) => `新增限制「${name}」`,
    (name) => `the limit "${name}" was added`,
  ),
  'check-removed': naming(
    (name) => `删去校验：${name}`,
    (name) => `the check "${name}" was removed`,
  ),
  'check-added': (shown, told) => {
    const { value } = shown.edit.after as { value: { finding: { severity: keyof typeof words.severity } } };
    const severity = words.severity[value.finding.severity];
    const name = subjectName(shown.edit, told);
    return bothLanguages(
      `新增校验（${severity.zh}）：${name.zh}`,
      `a check was added (${severity.en}): ${name.en}`,
    );
  },
  'acceptance-added': holding(
    (value) => `认可缺陷：${value}`,
    (value) => `a fault is accepted: ${value}`,
  ),
  'acceptance-removed': holding(
    (value) => `不再认可缺陷：${value}`,
    (value) => `a fault is no longer accepted: ${value}`,
  ),
  'rollup-added': fixed('新增汇总规则', 'roll-up rules were added'),
  'rollup-removed': fixed('删去汇总规则', 'roll-up rules were removed'),
  'source-added': fixed('新增所据文件', 'a source was added'),
  'source-removed': fixed('不再依据此文件', 'a source was removed'),
};

/** A name that passes to another input is a trap for whoever fills in the form: it is told. */
function inputName({ before, after, subject }: Edit, told: Told): Bilingual {
  const { id } = subject as Extract<Edit['subject'], { of: 'input' }>;
  const later = Object.entries(told.after.rulebook.inputs ?? {});
  const heir = later.find(([other, { name }]) => other !== id.after && name === before!.value)?.[0];
  const [was, is] = [String(before!.value), String(after!.value)];
  const note = heir
    ? bothLanguages(`；「${was}」现在是另一项（${heir}）`, `; "${was}" is now another input (${heir})`)
    : bothLanguages('', '');
  return bothLanguages(
    `填报项「${was}」改名为「${is}」${note.zh}`,
    `the input "${was}" is now called "${is}"${note.en}`,
  );
}
