/**
 * Everything a plan holds, and what each part does to scores. A key that is added to a plan does not compile until it is
 * entered here: what nobody has spoken for is never called equal.
 */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import type {
  DeclaredPlan,
  FramePlan,
  GradesPlan,
  GroupPlan,
  InputPlan,
  LeafPlan,
  LimitPlan,
  NotApplicablePlan,
  Part,
  Rule,
  ScoringPlan,
  TargetPlan,
} from '../../compile/index.ts';
import type { Award } from '../../methods/index.ts';
import { decisionMeaning, expressionMeaning, isSame, type Meaning, numberMeaning } from './meaning.ts';
import { type Rename, unchanged } from './names.ts';

/**
 * What a key does: it is read when a form is scored, and means this; it says which thing it is; it is only told (in
 * words, findings, places); or it holds further plans that are compared one by one.
 */
export type Key<Value> =
  | { scores: (value: Value, name: Rename) => Meaning; word: Bilingual }
  | 'identity'
  | 'only told'
  | 'compared by itself';

export type Keys<Plan> = { readonly [Name in keyof Plan]-?: Key<Plan[Name]> };

const scores = <Value>(
  zh: string,
  en: string,
  meaning: (value: Value, name: Rename) => Meaning,
): Key<Value> => ({ scores: meaning, word: { zh, en } });

const text = (value: string | undefined): Meaning => value ?? null;
const list = (value: readonly string[] | undefined): Meaning => (value ? [...value].sort() : null);
/** Each unit and what it is, whatever their order. */
export const unitsMeaning = (units: FramePlan['units'] | undefined): Meaning =>
  [...(units ?? [])].map(([own, { times, unit }]) => `${own}=${times.toText()}${unit}`).sort();
const provenance = {
  text: 'only told',
  source: 'only told',
  reading: 'only told',
  inferred: 'only told',
} as const;

const notApplicableKeys: Keys<NotApplicablePlan> = {
  when: scores('不适用的条件', 'when it does not apply', decisionMeaning),
  policy: scores('不适用时的处理', 'what happens where it does not apply', text),
};

const notApplicable = (plan: NotApplicablePlan | undefined, name: Rename): Meaning =>
  // To forbid and not to allow are the same to who scores: the line is scored by its data.
  plan && plan.policy !== 'forbidden' ? meaningOf(plan, notApplicableKeys, name) : null;

/** When an indicator does not apply, and what then happens. */
export const notApplicableMeaning = (
  { notApplicable: plan }: Pick<LeafPlan, 'notApplicable'>,
  name: Rename,
): Meaning => notApplicable(plan, name);

const awardKeys: Keys<Award> = {
  label: 'only told',
  points: scores('得分', 'points', expressionMeaning),
  pointer: 'identity',
  zeroDivision: 'only told',
  negativeTarget: 'only told',
  implied: 'only told',
  choice: scores('所选的档', 'the tier that is chosen', text),
  reasonOwed: 'only told',
};

const partKeys: Keys<Part> = {
  name: 'only told',
  decision: scores('分档的条件', 'the conditions of its bands', decisionMeaning),
  awards: scores('各档得分', 'the points of its bands', (awards, name) =>
    awards.map((award) => meaningOf(award, awardKeys, name)),
  ),
};

export const ruleKeys: Keys<Rule> = {
  method: 'only told',
  label: 'only told',
  judged: scores('由人评分', 'what a person judges', text),
  course: 'only told',
  parts: scores('计分规则', 'the scoring rule', (parts, name) =>
    parts.map((part) => meaningOf(part, partKeys, name)),
  ),
  cap: scores('封顶', 'the cap', expressionMeaning),
  rates: 'only told',
};

export const leafKeys: Keys<LeafPlan> = {
  ...provenance,
  id: 'identity',
  name: 'identity',
  kind: scores('指标的种类', 'the kind of line', text),
  weight: scores('分值', 'the weight', numberMeaning),
  line: scores('加分或扣分', 'bonus or penalty', text),
  role: 'only told',
  optional: scores('可不评', 'whether it may be left out', String),
  notApplicable: scores('不适用时的处理', 'what happens where it does not apply', notApplicable),
  pointer: 'identity',
  metric: scores('指标值', 'the metric', expressionMeaning),
  rule: scores('计分规则', 'the scoring rule', (rule, name) => meaningOf(rule, ruleKeys, name)),
  zeroDivision: scores('除数为零的处理', 'what happens where a divisor is zero', text),
  missing: scores('没有数据的处理', 'what happens where data is missing', text),
};

export const groupKeys: Keys<GroupPlan> = {
  ...provenance,
  id: 'identity',
  name: 'identity',
  kind: leafKeys.kind as Key<'group'>,
  weight: leafKeys.weight,
  line: leafKeys.line,
  role: 'only told',
  optional: leafKeys.optional,
  notApplicable: leafKeys.notApplicable,
  pointer: 'identity',
  children: 'compared by itself',
  outOf: scores('下级合计的满分', 'what its lines add up to', numberMeaning),
  combine: scores('汇合方式', 'how its lines are combined', (combine, name) =>
    typeof combine === 'string' ? [combine] : expressionMeaning(combine, name),
  ),
};

export const declaredKeys: Keys<DeclaredPlan> = {
  ...provenance,
  id: 'identity',
  name: 'identity',
  kind: leafKeys.kind as Key<'declared'>,
  weight: leafKeys.weight,
  line: leafKeys.line,
  role: 'only told',
  optional: leafKeys.optional,
  notApplicable: leafKeys.notApplicable,
  pointer: 'identity',
  weights: scores('各行分值由谁定', 'who sets the weights of the rows', text),
  targets: 'compared by itself',
};

export const targetKeys: Keys<TargetPlan> = {
  ...provenance,
  id: 'identity',
  owner: 'identity',
  follows: 'only told',
  pointer: 'identity',
  kind: 'identity',
  name: 'only told',
  metric: leafKeys.metric,
  rule: leafKeys.rule,
};

export const frameKeys: Keys<FramePlan> = {
  targets: 'compared by itself',
  met: scores('读作达到目标的文字', 'words that are read as met', list),
  units: scores('单位换算', 'units of its own', unitsMeaning),
  missing: scores('没有数据的处理', 'what happens where data is missing', text),
  reasonBelow: 'only told',
  overTarget: 'only told',
};

export const inputKeys: Keys<InputPlan> = {
  id: 'identity',
  name: 'identity',
  type: scores('类型', 'the type', text),
  unit: scores('单位', 'the unit', text),
  min: scores('最小值', 'the least value', numberMeaning),
  max: scores('最大值', 'the greatest value', numberMeaning),
  options: scores('选项', 'the options', list),
  subjects: scores('由谁填报', 'who fills it in', list),
  blank: scores('空着时算作的数', 'what it counts as where it is left empty', numberMeaning),
  restates: 'only told',
};

export const limitKeys: Keys<LimitPlan> = {
  ...provenance,
  id: 'identity',
  name: 'identity',
  when: scores('条件', 'the condition', decisionMeaning),
  total: scores('总分上限', 'the most that the total may be', numberMeaning),
  grade: scores('等次上限', 'the best grade', text),
};

export const gradesKeys: Keys<GradesPlan> = {
  decision: scores('等次的界限', 'where the grades begin', decisionMeaning),
  names: scores('等次的名称', 'the names of the grades', (names) => [...names]),
};

export const planKeys: Keys<ScoringPlan> = {
  identity: 'identity',
  rulebook: scores('申报对象', 'the subjects', ({ subjects }) => [...subjects].sort()),
  rounding: scores('舍入', 'the rounding', ({ decimals, mode, at }) => [String(decimals), mode, at]),
  total: scores('总分', 'the total', numberMeaning),
  inputs: 'compared by itself',
  indicators: 'compared by itself',
  byId: 'compared by itself',
  frame: 'compared by itself',
  grades: 'compared by itself',
  limits: 'compared by itself',
  checks: 'only told',
  dossierChecks: 'only told',
};

/** All that a plan says to whoever scores. */
export function meaningOf<Plan extends object>(plan: Plan, keys: Keys<Plan>, name: Rename): Meaning {
  const found: { [key: string]: Meaning } = {};
  for (const key in keys) {
    const says = keys[key as keyof Plan];
    if (typeof says === 'object') found[key] = says.scores(plan[key as keyof Plan], name);
  }
  return found;
}

/** The keys that score and do not say the same; `before` is put in the names of the later edition. */
export function differing<Plan extends object>(
  before: Plan,
  after: Plan,
  keys: Keys<Plan>,
  name: Rename,
): (keyof Plan)[] {
  return (Object.keys(keys) as (keyof Plan)[]).filter((key) => {
    const says = keys[key];
    return (
      typeof says === 'object' && !isSame(says.scores(before[key], name), says.scores(after[key], unchanged))
    );
  });
}

/** What a key is called where it is told as the reason of something. */
export function wordOf<Plan>(key: keyof Plan, keys: Keys<Plan>): Bilingual {
  const says = keys[key] as Key<unknown>;
  if (typeof says !== 'object') throw new Error(`${String(key)} does not score`);
  return says.word;
}
