/** What holds for the whole form: title, total, rounding, grades, limits, sources, roll-up. */
import type { Bilingual, Rulebook } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { same } from '../edition.ts';
import {
  bothLanguages,
  type ChangeGroup,
  type Subject,
  textValue,
  type Written,
  wordValue,
} from './change.ts';
import { type Both, numberValue } from './indicators.ts';
import { conditionMeaning, type Names, shownCondition } from './meaning.ts';
import { compareProvenance } from './provenance.ts';
import { modeWords, roundingPlaceWords, statusWords, subjectWords } from './words.ts';

type Valued = Written & { is: string | undefined };

const whole = (group: ChangeGroup): Subject => ({
  id: '',
  name: bothLanguages('全表', 'the whole form'),
  group,
});

export function compareGeneral(both: Both): void {
  const { changes } = both;
  const was = both.before.plan.rulebook;
  const is = both.after.plan.rulebook;
  const subject = whole('general');
  const property = (kind: string, label: Bilingual, before: Valued, after: Valued) =>
    changes.property(kind, subject, label, before, after);
  property(
    'title',
    bothLanguages('标题', 'title'),
    textValue('/title', was.title),
    textValue('/title', is.title),
  );
  property(
    'status',
    bothLanguages('状态', 'status'),
    wordValue('/status', was.status, statusWords),
    wordValue('/status', is.status, statusWords),
  );
  property('subjects', bothLanguages('申报对象', 'subjects'), subjectsOf(was), subjectsOf(is));
  property(
    'total',
    bothLanguages('总分', 'total'),
    numberValue('/total', was.total),
    numberValue('/total', is.total),
  );
  property(
    'rounding',
    bothLanguages('舍入', 'rounding'),
    roundingOf(both.before.plan),
    roundingOf(both.after.plan),
  );
  changes.property(
    'note',
    whole('wording'),
    bothLanguages('说明', 'note'),
    textValue('/note', was.note),
    textValue('/note', is.note),
  );
}

const subjectsOf = ({ subjects }: Rulebook): Valued => ({
  pointer: '/subjects',
  is: [...subjects].sort().join(),
  shown: bothLanguages(
    subjects.map((one) => subjectWords[one]!.zh).join('、'),
    subjects.map((one) => subjectWords[one]!.en).join(', '),
  ),
});

const roundingOf = ({ rounding: { decimals, mode, at } }: ScoringPlan): Valued => ({
  pointer: '/rounding',
  is: `${decimals} ${mode} ${at}`,
  shown: bothLanguages(
    `${decimals} 位小数，${modeWords[mode]!.zh}，${roundingPlaceWords[at]!.zh}`,
    `${decimals} decimals, ${modeWords[mode]!.en}, ${roundingPlaceWords[at]!.en}`,
  ),
});

/** Grades are read as one scale: one change tells the old and the new. */
export function compareGrades({ before, after, changes }: Both): void {
  const scale = ({ plan: { rulebook } }: Both['before']): Valued => {
    const { grades } = rulebook;
    if (!grades) return { pointer: '', is: undefined };
    const list = grades.map(({ name, from }) => `${name} ≥ ${from}`);
    return {
      pointer: '/grades',
      is: JSON.stringify(grades.map(({ name, from }) => [name, numberValue('', from).is])),
      shown: bothLanguages(list.join('、'), list.join(', ')),
    };
  };
  const [was, is] = [scale(before), scale(after)];
  if (!was.shown && is.shown)
    changes.add(
      'grades-added',
      whole('outcomes'),
      bothLanguages(`开始划分等次：${is.shown.zh}`, `grades are now given: ${is.shown.en}`),
      undefined,
      is,
    );
  else if (was.shown && !is.shown)
    changes.add(
      'grades-removed',
      whole('outcomes'),
      bothLanguages(
        `不再划分等次（原为 ${was.shown.zh}）`,
        `grades are no longer given (were ${was.shown.en})`,
      ),
      was,
      undefined,
    );
  else changes.property('grades', whole('outcomes'), bothLanguages('等次', 'grades'), was, is);
}

/** A veto or a cap, by its id. */
export function compareLimits(both: Both): void {
  const { before, after, changes, names } = both;
  const listed = (plan: ScoringPlan) =>
    new Map(
      (plan.rulebook.limits ?? []).map((limit, index) => [limit.id, { limit, pointer: `/limits/${index}` }]),
    );
  const was = listed(before.plan);
  const is = listed(after.plan);
  const shown = (limit: Limit, own: Names): Bilingual => {
    const when = shownCondition(limit.when, own);
    const effects = [
      ...(limit.total === undefined
        ? []
        : [bothLanguages(`总分至多 ${limit.total}`, `total at most ${limit.total}`)]),
      ...(limit.grade === undefined
        ? []
        : [bothLanguages(`等次至多 ${limit.grade}`, `grade at most ${limit.grade}`)]),
    ];
    return bothLanguages(
      `${when.zh}：${effects.map(({ zh }) => zh).join('，')}`,
      `${when.en}: ${effects.map(({ en }) => en).join(', ')}`,
    );
  };
  for (const [id, { limit, pointer }] of was) {
    const later = is.get(id);
    const subject: Subject = { id, name: same((later?.limit ?? limit).name), group: 'outcomes' };
    const old = { pointer, shown: shown(limit, names.before) };
    if (!later) {
      changes.add(
        'limit-removed',
        subject,
        bothLanguages(`删去限制「${limit.name}」`, `the limit "${limit.name}" was removed`),
        old,
        undefined,
      );
      continue;
    }
    changes.property(
      'limit',
      subject,
      bothLanguages('限制', 'limit'),
      { ...old, is: limitMeaning(limit, names.before) },
      {
        pointer: later.pointer,
        shown: shown(later.limit, names.after),
        is: limitMeaning(later.limit, names.after),
      },
    );
    compareProvenance(
      { written: limit, pointer, sources: before.plan.rulebook.sources },
      { written: later.limit, pointer: later.pointer, sources: after.plan.rulebook.sources },
      subject,
      changes,
    );
  }
  for (const [id, { limit, pointer }] of is)
    if (!was.has(id))
      changes.add(
        'limit-added',
        { id, name: same(limit.name), group: 'outcomes' },
        bothLanguages(`新增限制「${limit.name}」`, `the limit "${limit.name}" was added`),
        undefined,
        { pointer, shown: shown(limit, names.after) },
      );
}

type Limit = NonNullable<Rulebook['limits']>[number];

export const limitMeaning = (limit: Limit, names: Names): string =>
  JSON.stringify([conditionMeaning(limit.when, names), limit.total ?? null, limit.grade ?? null]);

/** The documents a rulebook rests on, by their key. */
export function compareSources({ before, after, changes }: Both): void {
  const was = before.plan.rulebook.sources;
  const is = after.plan.rulebook.sources;
  const shown = (source: Rulebook['sources'][string]): Bilingual =>
    same(
      [`《${source.title.replace(/^《|》$/g, '')}》`, source.issuer, source.number, source.date]
        .filter(Boolean)
        .join('，'),
    );
  const meaning = (source: Rulebook['sources'][string]) =>
    JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const id of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const one = was[id];
    const other = is[id];
    const subject: Subject = { id, name: shown((other ?? one)!), group: 'wording' };
    const pointer = `/sources/${id}`;
    if (one && other)
      changes.property(
        'source-document',
        subject,
        bothLanguages('所据文件', 'source document'),
        { pointer, is: meaning(one), shown: shown(one) },
        { pointer, is: meaning(other), shown: shown(other) },
      );
    else if (other)
      changes.add('source-added', subject, bothLanguages('新增所据文件', 'a source was added'), undefined, {
        pointer,
        shown: shown(other),
      });
    else if (one)
      changes.add(
        'source-removed',
        subject,
        bothLanguages('不再依据此文件', 'a source was removed'),
        { pointer, shown: shown(one) },
        undefined,
      );
  }
}

const rollupLabels: Record<string, Bilingual> = {
  amount: bothLanguages('作权重的资金额', 'amount used as weight'),
  absolute: bothLanguages('绝对值', 'absolute values'),
  relative: bothLanguages('相对值', 'relative values'),
  qualitative: bothLanguages('定性指标', 'qualitative lines'),
};
const rollupWords = {
  sum: bothLanguages('直接相加', 'sum'),
  byAmount: bothLanguages('按资金额加权平均', 'mean weighted by amount'),
  mean: bothLanguages('算术平均', 'mean'),
};

export function compareRollup({ before, after, changes, pairing, names }: Both): void {
  const was = before.plan.rulebook.rollup;
  const is = after.plan.rulebook.rollup;
  const subject: Subject = { id: 'rollup', name: bothLanguages('汇总', 'roll-up'), group: 'rollup' };
  if (!was && !is) return;
  if (!was || !is) {
    const at = { pointer: '/rollup', shown: bothLanguages('汇总规则', 'roll-up rules') };
    changes.add(
      is ? 'rollup-added' : 'rollup-removed',
      { ...subject, id: '' },
      is
        ? bothLanguages('新增汇总规则', 'roll-up rules were added')
        : bothLanguages('删去汇总规则', 'roll-up rules were removed'),
      is ? undefined : at,
      is ? at : undefined,
    );
    return;
  }
  for (const key of ['amount', 'absolute', 'relative', 'qualitative'] as const) {
    const pointer = `/rollup/${key}`;
    const own = key === 'amount';
    changes.property(
      'rollup',
      { ...subject, id: key },
      rollupLabels[key]!,
      own
        ? {
            pointer,
            is: pairing.inputAfter.get(was[key]) ?? was[key],
            shown: same(names.before.nameOf(was[key])),
          }
        : wordValue(pointer, was[key], rollupWords),
      own
        ? { pointer, is: is[key], shown: same(names.after.nameOf(is[key])) }
        : wordValue(pointer, is[key], rollupWords),
    );
  }
  compareProvenance(
    { written: was, pointer: '/rollup', sources: before.plan.rulebook.sources },
    { written: is, pointer: '/rollup', sources: after.plan.rulebook.sources },
    subject,
    changes,
  );
}
