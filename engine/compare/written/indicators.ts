/** Indicators: added, removed, moved, renamed, weighed or scored otherwise. */
import type { Bilingual, Indicator } from '../../../schemas/generated/types.ts';
import type { IndicatorPlan, ScoringPlan } from '../../compile/index.ts';
import type { Exact } from '../../decimal.ts';
import { type Pair, type Pairing, parentsOf } from '../../edits/index.ts';
import { type ComparableEdition, same } from '../edition.ts';
import {
  bothLanguages,
  type ChangeGroup,
  type Changes,
  type Subject,
  textValue,
  type Written,
  wordValue,
} from './change.ts';
import {
  conditionMeaning,
  meaningOf,
  type Names,
  pointsMeaning,
  shownCondition,
  shownExpression,
} from './meaning.ts';
import { compareMethods } from './method.ts';
import { compareProvenance } from './provenance.ts';
import { compareTargets } from './targets.ts';
import {
  combineWords,
  kindWords,
  lineWords,
  missingWords,
  policyWords,
  roleWords,
  weightsWords,
  yesNoWords,
  zeroDivisionWords,
} from './words.ts';

/** What the comparison of every part needs. */
export interface Both {
  before: ComparableEdition;
  after: ComparableEdition;
  pairing: Pairing;
  names: { before: Names; after: Names };
  changes: Changes;
}

interface Sides {
  was: IndicatorPlan;
  is: IndicatorPlan;
  writtenBefore: Indicator;
  writtenAfter: Indicator;
}

export function compareIndicators(both: Both): void {
  const { before, after, pairing } = both;
  const writtenBefore = writtenIndicators(before.plan);
  const writtenAfter = writtenIndicators(after.plan);
  removals(both);
  additions(both);
  for (const pair of pairing.indicators) {
    const sides: Sides = {
      was: before.plan.byId.get(pair.before)!,
      is: after.plan.byId.get(pair.after)!,
      writtenBefore: writtenBefore.get(pair.before)!,
      writtenAfter: writtenAfter.get(pair.after)!,
    };
    identity(pair, sides, both);
    structure(sides, both);
    scoring(sides, both);
    compareProvenance(
      { written: sides.writtenBefore, pointer: sides.was.pointer, sources: before.plan.rulebook.sources },
      { written: sides.writtenAfter, pointer: sides.is.pointer, sources: after.plan.rulebook.sources },
      subjectOf(sides.is, 'wording'),
      both.changes,
    );
  }
  reorders(both);
}

const subjectOf = ({ id, name }: IndicatorPlan, group: ChangeGroup): Subject => ({
  id,
  name: same(name),
  group,
});

/** As written, by id. */
function writtenIndicators(plan: ScoringPlan): Map<string, Indicator> {
  const found = new Map<string, Indicator>();
  const visit = (list: readonly Indicator[]): void => {
    for (const one of list) {
      found.set(one.id, one);
      visit(one.indicators ?? []);
    }
  };
  visit(plan.rulebook.indicators);
  return found;
}

const weightText = (weight: Exact | undefined): Bilingual | undefined =>
  weight && bothLanguages(`${weight.toText()} 分`, weight.toText());

const described = (plan: IndicatorPlan): Bilingual => {
  const weight = weightText(plan.weight);
  return weight
    ? bothLanguages(`${plan.name}（${weight.zh}）`, `${plan.name} (${weight.en})`)
    : same(plan.name);
};

/** Only the topmost of what is gone; what stands under it goes with it. */
function removals({ before, pairing, changes }: Both): void {
  const parents = parentsOf(before.plan);
  const kept = new Set(pairing.indicators.map((pair) => pair.before));
  for (const [id, parent] of parents) {
    if (kept.has(id)) continue;
    const plan = before.plan.byId.get(id)!;
    const within = parent !== undefined && !kept.has(parent) ? before.plan.byId.get(parent)!.name : undefined;
    changes.add(
      'indicator-removed',
      subjectOf(plan, 'indicators'),
      bothLanguages(
        within ? `随「${within}」一并删去` : `删去「${plan.name}」`,
        within ? `removed with "${within}"` : `"${plan.name}" was removed`,
      ),
      { pointer: plan.pointer, shown: described(plan) },
      undefined,
    );
  }
}

function additions({ after, pairing, changes }: Both): void {
  const parents = parentsOf(after.plan);
  const known = new Set(pairing.indicators.map((pair) => pair.after));
  for (const [id, parent] of parents) {
    if (known.has(id)) continue;
    const plan = after.plan.byId.get(id)!;
    const within = parent !== undefined ? after.plan.byId.get(parent)!.name : undefined;
    changes.add(
      'indicator-added',
      subjectOf(plan, 'indicators'),
      bothLanguages(
        within ? `在「${within}」下新增「${plan.name}」` : `新增「${plan.name}」`,
        within ? `"${plan.name}" was added under "${within}"` : `"${plan.name}" was added`,
      ),
      undefined,
      { pointer: plan.pointer, shown: described(plan) },
    );
  }
}

const pairedBy: Record<Pair['by'], Bilingual> = {
  renamedFrom: bothLanguages('按 renamedFrom 对应', 'by renamedFrom'),
  id: bothLanguages('标识相同', 'same id'),
  name: bothLanguages('名称相同', 'same name'),
  match: bothLanguages('按名称与结构对应', 'by name and structure'),
};

function identity(pair: Pair, { was, is }: Sides, { pairing, before, after, changes }: Both): void {
  const subject = subjectOf(is, 'indicators');
  if (pair.before !== pair.after)
    changes.add(
      'indicator-renamed',
      subject,
      bothLanguages(
        `标识由 ${pair.before} 改为 ${pair.after}（${pairedBy[pair.by].zh}）`,
        `the id changed from ${pair.before} to ${pair.after} (${pairedBy[pair.by].en})`,
      ),
      { pointer: `${was.pointer}/id`, shown: same(pair.before) },
      { pointer: `${is.pointer}/id`, shown: same(pair.after) },
    );
  changes.property(
    'name',
    subject,
    bothLanguages('名称', 'name'),
    textValue(`${was.pointer}/name`, was.name),
    textValue(`${is.pointer}/name`, is.name),
  );
  const parentBefore = parentsOf(before.plan).get(pair.before);
  const parentAfter = parentsOf(after.plan).get(pair.after);
  if ((parentBefore && (pairing.indicatorAfter.get(parentBefore) ?? parentBefore)) === parentAfter) return;
  const nameIn = ({ plan }: ComparableEdition, id: string | undefined): Bilingual =>
    id === undefined ? bothLanguages('一级指标', 'the top level') : same(plan.byId.get(id)!.name);
  const from = nameIn(before, parentBefore);
  const to = nameIn(after, parentAfter);
  changes.add(
    'indicator-moved',
    subject,
    bothLanguages(`由「${from.zh}」移到「${to.zh}」`, `moved from "${from.en}" to "${to.en}"`),
    { pointer: was.pointer, shown: from },
    { pointer: is.pointer, shown: to },
  );
}

/** Lines that stay under their parent but stand in another order. */
function reorders({ before, after, pairing, changes }: Both): void {
  const inOrder = (plan: ScoringPlan) => {
    const children = new Map<string | undefined, string[]>();
    for (const [id, parent] of parentsOf(plan)) {
      const list = children.get(parent);
      if (list) list.push(id);
      else children.set(parent, [id]);
    }
    return children;
  };
  const was = inOrder(before.plan);
  for (const [parent, ids] of inOrder(after.plan)) {
    const parentBefore = pairing.indicators.find((pair) => pair.after === parent)?.before;
    if (parent !== undefined && parentBefore === undefined) continue;
    const earlier = (was.get(parentBefore) ?? []).flatMap((id) => pairing.indicatorAfter.get(id) ?? []);
    const common = ids.filter((id) => earlier.includes(id));
    const old = earlier.filter((id) => ids.includes(id));
    if (common.join() === old.join()) continue;
    const plan = parent === undefined ? undefined : after.plan.byId.get(parent);
    const list = (order: readonly string[]): Bilingual =>
      same(order.map((id) => after.plan.byId.get(id)!.name).join('、'));
    changes.add(
      'order-changed',
      {
        id: parent ?? '',
        name: plan ? same(plan.name) : bothLanguages('一级指标', 'top level'),
        group: 'indicators',
      },
      bothLanguages('下级指标的次序有变', 'the order of the lines changed'),
      {
        pointer: (parentBefore && before.plan.byId.get(parentBefore)?.pointer) || '/indicators',
        shown: list(old),
      },
      { pointer: plan?.pointer ?? '/indicators', shown: list(common) },
    );
  }
}

function structure({ was, is, writtenBefore, writtenAfter }: Sides, both: Both): void {
  const { changes, names } = both;
  const subject = subjectOf(is, 'indicators');
  const property = (kind: string, label: Bilingual, before: Valued, after: Valued) =>
    changes.property(kind, subject, label, before, after);
  property('kind', bothLanguages('形式', 'kind'), kindOf(was), kindOf(is));
  property('weight', bothLanguages('分值', 'weight'), weightOf(was), weightOf(is));
  const word = (key: 'line' | 'role', label: Bilingual, words: Parameters<typeof wordValue>[2]) =>
    property(
      key,
      label,
      wordValue(`${was.pointer}/${key}`, writtenBefore[key], words),
      wordValue(`${is.pointer}/${key}`, writtenAfter[key], words),
    );
  word('line', bothLanguages('加减项', 'bonus or penalty'), lineWords);
  word('role', bothLanguages('性质', 'role'), roleWords);
  property(
    'optional',
    bothLanguages('可不评', 'optional'),
    wordValue(`${was.pointer}/optional`, String(was.optional), yesNoWords),
    wordValue(`${is.pointer}/optional`, String(is.optional), yesNoWords),
  );
  property(
    'out-of',
    bothLanguages('下级满分', 'lower level out of'),
    numberValue(`${was.pointer}/outOf`, writtenBefore.outOf),
    numberValue(`${is.pointer}/outOf`, writtenAfter.outOf),
  );
  const combine = (side: IndicatorPlan, written: Indicator, own: Names): Valued => {
    const way = written.combine ?? 'sum';
    const pointer = `${side.pointer}/combine`;
    if (side.kind !== 'group') return { pointer, is: undefined };
    if (typeof way === 'string') return wordValue(pointer, way, combineWords);
    return { pointer, is: meaningOf(way.expression, own), shown: same(shownExpression(way.expression, own)) };
  };
  if (was.kind === 'group' && is.kind === 'group')
    property(
      'combine',
      bothLanguages('汇合方式', 'combination'),
      combine(was, writtenBefore, names.before),
      combine(is, writtenAfter, names.after),
    );
  property(
    'not-applicable',
    bothLanguages('不适用时', 'where it does not apply'),
    notApplicable(was, writtenBefore, names.before),
    notApplicable(is, writtenAfter, names.after),
  );
  if (was.kind === 'declared' && is.kind === 'declared')
    property(
      'row-weights',
      bothLanguages('各行分值', 'weights of the rows'),
      wordValue(`${was.pointer}/declared/weights`, was.weights, weightsWords),
      wordValue(`${is.pointer}/declared/weights`, is.weights, weightsWords),
    );
}

type Valued = Written & { is: string | undefined };

const kindOf = ({ kind, pointer }: IndicatorPlan): Valued => wordValue(pointer, kind, kindWords);

const weightOf = ({ weight, pointer }: IndicatorPlan): Valued => ({
  pointer: `${pointer}/weight`,
  is: weight?.toText(),
  shown: weightText(weight),
});

export const numberValue = (pointer: string, text: string | undefined): Valued => ({
  pointer,
  is: text === undefined ? undefined : pointsMeaning(text),
  ...(text === undefined ? {} : { shown: same(text) }),
});

function notApplicable(
  { pointer }: IndicatorPlan,
  { notApplicable: written }: Indicator,
  names: Names,
): Valued {
  const at = `${pointer}/notApplicable`;
  if (!written) return { pointer: at, is: undefined };
  const policy = policyWords[written.policy]!;
  if (!written.when) return { pointer: at, is: written.policy, shown: policy };
  const when = shownCondition(written.when, names);
  return {
    pointer: at,
    is: `${written.policy} ${conditionMeaning(written.when, names)}`,
    shown: bothLanguages(`${policy.zh}（${when.zh}）`, `${policy.en} (${when.en})`),
  };
}

function scoring({ was, is, writtenBefore, writtenAfter }: Sides, both: Both): void {
  const { changes, names } = both;
  const subject = subjectOf(is, 'methods');
  if (was.kind === 'declared' && is.kind === 'declared')
    compareTargets(
      { targets: writtenBefore.declared?.targets ?? {}, pointer: `${was.pointer}/declared/targets` },
      { targets: writtenAfter.declared?.targets ?? {}, pointer: `${is.pointer}/declared/targets` },
      { id: is.id, name: same(is.name) },
      both,
    );
  if (was.kind !== 'leaf' || is.kind !== 'leaf') return;
  const metric = (side: IndicatorPlan, written: Indicator, own: Names): Valued => ({
    pointer: `${side.pointer}/metric`,
    is: written.metric === undefined ? undefined : meaningOf(written.metric, own),
    ...(written.metric === undefined ? {} : { shown: same(shownExpression(written.metric, own)) }),
  });
  changes.property(
    'metric',
    subject,
    bothLanguages('指标值', 'metric'),
    metric(was, writtenBefore, names.before),
    metric(is, writtenAfter, names.after),
  );
  compareMethods(
    { method: writtenBefore.method!, pointer: `${was.pointer}/method`, names: names.before },
    { method: writtenAfter.method!, pointer: `${is.pointer}/method`, names: names.after },
    subject,
    changes,
  );
  changes.property(
    'missing',
    subject,
    bothLanguages('没有数据时', 'where data is missing'),
    wordValue(`${was.pointer}/missing`, was.missing, missingWords),
    wordValue(`${is.pointer}/missing`, is.missing, missingWords),
  );
  changes.property(
    'zero-division',
    subject,
    bothLanguages('除数为零时', 'where the metric divides by zero'),
    wordValue(`${was.pointer}/zeroDivision`, was.zeroDivision, zeroDivisionWords),
    wordValue(`${is.pointer}/zeroDivision`, is.zeroDivision, zeroDivisionWords),
  );
}
