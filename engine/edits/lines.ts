/** Indicators: which came, went, moved or changed their id, and what each says otherwise. */
import { language } from '../../schemas/generated/language.ts';
import type { Indicator } from '../../schemas/generated/types.ts';
import type { IndicatorPlan, ScoringPlan } from '../compile/index.ts';
import type { EditValue, LineKey, PlanPart } from './edit.ts';
import {
  type About,
  add,
  type Both,
  compareKeys,
  compareNames,
  compareValue,
  valuesOf,
  type Written,
} from './gather.ts';
import { saysSame } from './meaning.ts';
import { compareMethods } from './methods.ts';
import { type Pair, parentsOf } from './pairing.ts';
import { compareTargets } from './targets.ts';

const keyNamed = (name: string) => language.indicator.find(({ key }) => key === name)!;

export function compareLines(both: Both): void {
  comings(both, 'before');
  comings(both, 'after');
  const written = { before: writtenLines(both.before.plan), after: writtenLines(both.after.plan) };
  for (const pair of both.pairing.indicators)
    comparePair(both, pair, written.before.get(pair.before)!, written.after.get(pair.after)!);
  orders(both);
}

/** As written, by id. */
export function writtenLines({ rulebook }: ScoringPlan): Map<string, Indicator> {
  const found = new Map<string, Indicator>();
  const visit = (list: readonly Indicator[]): void => {
    for (const one of list) {
      found.set(one.id, one);
      visit(one.indicators ?? []);
    }
  };
  visit(rulebook.indicators);
  return found;
}

/** Lines that only one rulebook has: of the earlier one they went, of the later one they came. */
function comings(both: Both, side: 'before' | 'after'): void {
  const { plan } = both[side];
  const known = new Set(both.pairing.indicators.map((pair) => pair[side]));
  for (const id of parentsOf(plan).keys()) {
    if (known.has(id)) continue;
    const line = plan.byId.get(id)!;
    const shared = side === 'before' ? both.pairing.sharedLine(id) : id;
    const value: EditValue = {
      pointer: line.pointer,
      value: { name: line.name, weight: line.weight?.toText() },
    };
    add(both, side === 'before' ? 'indicator-removed' : 'indicator-added', lineAbout(id, { [side]: id }), {
      action: side === 'before' ? 'removed' : 'added',
      [side]: value,
      touches: [{ of: 'line', id: shared, key: 'place' }],
    });
  }
}

const lineAbout = (id: string, ids: { before?: string; after?: string }): About => ({
  subject: { of: 'line', id: ids },
  id,
  touches: (key) => [{ of: 'line', id, key: key as LineKey }],
});

function comparePair(both: Both, pair: Pair, writtenBefore: Indicator, writtenAfter: Indicator): void {
  const { before, after, pairing } = both;
  const [was, is] = [before.plan.byId.get(pair.before)!, after.plan.byId.get(pair.after)!];
  const about = lineAbout(pair.after, { before: pair.before, after: pair.after });
  const place: PlanPart = { of: 'line', id: pair.after, key: 'place' };
  const sides: [Written, Written] = [
    { value: { ...writtenBefore }, pointer: was.pointer },
    { value: { ...writtenAfter }, pointer: is.pointer },
  ];
  if (pair.before !== pair.after)
    add(both, 'indicator-renamed', about, {
      action: 'renamed',
      key: 'id',
      before: { pointer: `${was.pointer}/id`, value: pair.before },
      after: { pointer: `${is.pointer}/id`, value: pair.after },
      touches: [],
    });
  compareNames(both, about, keyNamed, sides, pair.before !== pair.after);
  const parents = [parentsOf(before.plan).get(pair.before), parentsOf(after.plan).get(pair.after)] as const;
  if ((parents[0] && pairing.sharedLine(parents[0])) !== parents[1])
    add(both, 'indicator-moved', about, {
      action: 'moved',
      before: { pointer: was.pointer, value: parents[0] },
      after: { pointer: is.pointer, value: parents[1] },
      touches: [place],
    });
  if (was.kind !== is.kind)
    add(both, 'kind-changed', about, {
      action: 'changed',
      key: 'kind',
      before: { pointer: was.pointer, value: was.kind },
      after: { pointer: is.pointer, value: is.kind },
      touches: [place],
    });
  weight(both, was, is, sides, about);
  const shaped = ['combine', 'declared', 'metric', 'missing', 'zeroDivision'];
  const told = ['id', 'name', 'renamedFrom', 'weight'];
  const plain = (keys: readonly string[]) => [...told, ...keys, 'text', 'reading', 'source', 'inferred'];
  compareKeys(both, language.indicator, ...sides, about, {
    except: plain(
      was.kind === is.kind && is.kind === 'declared' ? shaped.filter((one) => one !== 'declared') : shaped,
    ),
    codes: { weights: 'row-weights' },
    whole: ['notApplicable'],
  });
  if (was.kind === is.kind) scoring(both, was, is, writtenBefore, writtenAfter, about);
  compareKeys(both, provenance, ...sides, about);
}

const provenance = ['text', 'reading', 'source', 'inferred'].map(keyNamed);

/** In points: a share of another weight above it is another weight too, though it is written the same. */
function weight(
  both: Both,
  was: IndicatorPlan,
  is: IndicatorPlan,
  [one, other]: readonly [Written, Written],
  about: About,
): void {
  const key = keyNamed('weight');
  const valued = ({ weight, pointer }: IndicatorPlan): EditValue => ({
    pointer: `${pointer}/weight`,
    value: weight?.toText(),
  });
  const isConsequence = saysSame(
    key,
    { value: one.value?.weight, naming: both.before.naming },
    { value: other.value?.weight, naming: both.after.naming },
  );
  const touching = isConsequence ? { ...about, touches: () => [] } : about;
  compareValue(both, 'weight', touching, [key], valued(was), valued(is));
}

function scoring(
  both: Both,
  was: IndicatorPlan,
  is: IndicatorPlan,
  one: Indicator,
  other: Indicator,
  about: About,
): void {
  if (was.kind === 'group' && is.kind === 'group') {
    compareValue(
      both,
      'combine',
      about,
      [keyNamed('combine')],
      { pointer: `${was.pointer}/combine`, value: one.combine },
      { pointer: `${is.pointer}/combine`, value: other.combine },
      {
        before: both.before.naming.below(was.children),
        after: both.after.naming.below(is.children),
      },
    );
    return;
  }
  if (was.kind === 'declared') {
    compareTargets(
      both,
      { targets: one.declared?.targets ?? {}, pointer: `${was.pointer}/declared/targets` },
      { targets: other.declared?.targets ?? {}, pointer: `${is.pointer}/declared/targets` },
      { before: was.id, after: is.id },
    );
    return;
  }
  const sides: [Written, Written] = [
    { value: { ...one }, pointer: was.pointer },
    { value: { ...other }, pointer: is.pointer },
  ];
  const value = (key: 'metric' | 'missing' | 'zeroDivision') => valuesOf(sides, key);
  compareValue(both, 'metric', about, [keyNamed('metric')], ...value('metric'));
  compareMethods(
    both,
    { method: one.method!, pointer: `${was.pointer}/method` },
    { method: other.method!, pointer: `${is.pointer}/method` },
    about,
  );
  compareValue(both, 'missing', about, [keyNamed('missing')], ...value('missing'));
  compareValue(both, 'zero-division', about, [keyNamed('zeroDivision')], ...value('zeroDivision'));
}

/** Lines that stay under their parent but stand in another order. */
function orders(both: Both): void {
  const { before, after, pairing } = both;
  const was = childrenOf(before.plan);
  for (const [parent, ids] of childrenOf(after.plan)) {
    const parentBefore = pairing.indicators.find((pair) => pair.after === parent)?.before;
    if (parent !== undefined && parentBefore === undefined) continue;
    const earlier = (was.get(parentBefore) ?? []).flatMap((id) => pairing.indicatorAfter.get(id) ?? []);
    const common = ids.filter((id) => earlier.includes(id));
    const old = earlier.filter((id) => ids.includes(id));
    if (common.join() === old.join()) continue;
    const pointer = (plan: ScoringPlan, id: string | undefined) =>
      (id === undefined ? undefined : plan.byId.get(id)?.pointer) ?? '/indicators';
    add(
      both,
      'order-changed',
      parent === undefined
        ? { subject: { of: 'line', id: {} }, id: '' }
        : lineAbout(parent, { ...(parentBefore ? { before: parentBefore } : {}), after: parent }),
      {
        action: 'reordered',
        before: {
          pointer: pointer(before.plan, parentBefore),
          value: old.map((id) => pairing.indicators.find((pair) => pair.after === id)!.before),
        },
        after: { pointer: pointer(after.plan, parent), value: common },
        touches: [
          parent === undefined ? { of: 'whole', key: 'order' } : { of: 'line', id: parent, key: 'order' },
        ],
      },
    );
  }
}

function childrenOf(plan: ScoringPlan): Map<string | undefined, string[]> {
  const children = new Map<string | undefined, string[]>();
  for (const [id, parent] of parentsOf(plan)) {
    const list = children.get(parent);
    if (list) list.push(id);
    else children.set(parent, [id]);
  }
  return children;
}
