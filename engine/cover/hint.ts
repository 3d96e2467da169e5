/** How an item that no case reaches can be reached, with values that do reach it. */
import type { Bilingual, CoverageHint } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { inputCell } from '../forms/index.ts';
import { reachedByExample } from './cases.ts';
import type { Given } from './example.ts';
import { type FormWitness, formWitness } from './form-witness.ts';
import type { Item } from './item.ts';
import { type LineWitness, lineWitnesses } from './line-witness.ts';

const mostTries = 200;

/** A hint whose values were evaluated and reach the item; without values where none were found. */
export async function hintFor(
  plan: ScoringPlan,
  item: Item,
): Promise<{ hint: CoverageHint; found: boolean }> {
  const line = await lineWitness(plan, item);
  if (line) return { found: true, hint: { message: lineMessage(plan, line), ...line } };
  const whole = await formWitness(plan, item);
  if (!whole)
    return {
      found: false,
      hint: {
        message: {
          zh: '没有找到能到达它的数，也没有证明到不了；给有关的填报项写明 min、max，也许就能断定',
          en: 'no values were found that reach it, and it was not proved unreachable; a min and max for its inputs may decide it',
        },
      },
    };
  const { forms, report } = whole;
  const message = item.goal.of === 'optional' ? leftOut(item.name) : formMessage(plan, item, whole);
  return { found: true, hint: { message, forms, ...(report === undefined ? {} : { report }) } };
}

async function lineWitness(plan: ScoringPlan, { goal, id }: Item): Promise<LineWitness | undefined> {
  let left = mostTries;
  for (const proposal of lineWitnesses(plan, goal)) {
    if (left-- <= 0) return undefined;
    const { indicator, given } = proposal;
    if ((await reachedByExample(plan, plan.identity, indicator, { given })).has(id)) return proposal;
  }
  return undefined;
}

const leftOut = (name: string): Bilingual => ({
  zh: `一张不填「${name}」的自评表`,
  en: `a form that leaves out "${name}"`,
});

const cells: Record<string, Bilingual> = {
  target: { zh: '目标', en: 'target' },
  actual: { zh: '完成', en: 'actual' },
  weight: { zh: '分值', en: 'weight' },
  claimed: { zh: '自评', en: 'claimed' },
  share: { zh: '评价人给', en: 'judged' },
  tier: { zh: '所选等次', en: 'tier' },
};

/** 填 预算数 100、执行数 90 */
function lineMessage(plan: ScoringPlan, { indicator, given }: LineWitness): Bilingual {
  const name = plan.byId.get(indicator)?.name ?? indicator;
  if (given.notApplicable === true)
    return { zh: `申明「${name}」不适用`, en: `declare "${name}" not applicable` };
  const told = pairsOf(plan, given);
  if (told.length === 0) return leftOut(name);
  return {
    zh: `「${name}」填${told.map(({ zh }) => zh).join('，')}`,
    en: `"${name}" with ${told.map(({ en }) => en).join(', ')}`,
  };
}

function pairsOf(plan: ScoringPlan, given: Given): Bilingual[] {
  return Object.entries(given).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return pairsOf(plan, value as Given);
    return [pair(plan, key, value as string | boolean)];
  });
}

function pair(plan: ScoringPlan, key: string, value: string | boolean): Bilingual {
  const label = { zh: plan.inputs.get(key)?.name ?? cells[key]?.zh ?? key, en: cells[key]?.en ?? key };
  return labelled(label, value);
}

function labelled(label: Bilingual, value: string | boolean): Bilingual {
  const zh = typeof value === 'boolean' ? (value ? '是' : '否') : value;
  const en = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  return { zh: `${label.zh} ${zh}`, en: `${label.en} ${en}` };
}

const results: Record<string, Bilingual> = {
  total: { zh: '总分', en: 'total' },
  claimedTotal: { zh: '自评总分', en: 'claimed total' },
  report: { zh: '报告写', en: 'report saying' },
};

const subjects: Record<string, Bilingual> = {
  project: { zh: '项目表', en: 'project form' },
  department: { zh: '部门表', en: 'department form' },
};

/** 一张自评表：预算数 100，执行数 79.99 */
function formMessage(plan: ScoringPlan, item: Item, { told, manner }: FormWitness): Bilingual {
  const ids = [...plan.inputs.keys()];
  const rank = (name: string) => ids.indexOf(name.split('.').at(-1)!);
  const inOrder = [...told].sort(([a], [b]) => rank(a) - rank(b));
  const all = inOrder.map(([name, value]): Bilingual => {
    const [first = '', second] = name.split('.');
    const subject = second === undefined ? undefined : subjects[first];
    const id = subject ? second! : name;
    const input = plan.inputs.get(id);
    const own = value instanceof Exact ? value.toText() : value;
    const shown = input ? (inputCell(input, value) ?? own) : own;
    const label = input ? { zh: input.name, en: id } : (results[id] ?? otherName(plan, name));
    const { zh, en } = labelled(label, shown);
    return { zh: `${subject?.zh ?? ''}${zh}`, en: `${subject ? `${subject.en} ` : ''}${en}` };
  });
  const isDossier = item.goal.of === 'dossier';
  const head = isDossier ? { zh: '一份申报材料', en: 'a dossier' } : { zh: '一张自评表', en: 'a form' };
  if (manner) all.push(manner);
  if (all.length === 0) return { zh: `${head.zh}，各行如所附`, en: `${head.en} with the lines attached` };
  return {
    zh: `${head.zh}：${all.map(({ zh }) => zh).join('，')}`,
    en: `${head.en} with ${all.map(({ en }) => en).join(', ')}`,
  };
}

/** `reason.execution`, `execution.claimed` */
function otherName(plan: ScoringPlan, name: string): Bilingual {
  const id = name.startsWith('reason.') ? name.slice('reason.'.length) : name.replace(/\.claimed$/, '');
  const line = plan.byId.get(id)?.name ?? id;
  const what = name.startsWith('reason.') ? { zh: '原因', en: 'reason' } : { zh: '自评得分', en: 'claim' };
  return { zh: `${line}${what.zh}`, en: `${id} ${what.en}` };
}
