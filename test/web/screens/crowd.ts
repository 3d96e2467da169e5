/** A town with sixty of everything: units with long names, people, and forms that were filed; one form has sixty rows. */
import { editions, formsOf } from '../../support/repository.ts';
import { makeTown, password, type Served, type Visitor, visitor } from '../support/served.ts';

const rulebook = { rulebook: 'xiangyang', edition: '2021', subject: 'project', year: '2021' } as const;
const many = 60;
/** How many of the units file, each many times. */
const filing = 6;

export const longName =
  '某某市中国（某某）自由贸易试验区某某片区管理委员会暨某某高新技术产业开发区管理委员会综合行政执法局（安全生产监督管理局）';
export const longForm =
  '中央财政城镇保障性安居工程补助资金（老旧小区改造、棚户区改造、租赁住房保障）及配套基础设施中央预算内投资专项项目';

type Form = Record<string, unknown>;

/** The filed form of the rulebook, without what only its own case says. */
const filed = (): Form => {
  const form = formsOf(editions.find(({ name }) => name === 'xiangyang/2021')!).find(
    ({ submission }) => submission.subject === 'project',
  )!;
  const { inputs, goals, declared, reasons, judgements, claimed } = form.submission;
  return structuredClone({ inputs, goals, declared, reasons, judgements, claimed });
};

/** The same, its declared rows sixty; their weights make eighty together. */
function sixtyRows(form: Form): Form {
  const kinds = ['quantity', 'quality', 'social', 'service-satisfaction'];
  const declared = Array.from({ length: many }, (_, index) => ({
    id: `row-${index + 1}`,
    under: kinds[Math.floor((index / many) * kinds.length)],
    name: index % 9 === 4 ? `第${index + 1}项工作：${longForm}开工率` : `第${index + 1}项工作完成率`,
    target:
      index % 7 === 3 ? '按照上级统一部署完成年度各阶段任务并通过第三方机构验收' : `≥${80 + (index % 20)}%`,
    actual: index % 7 === 3 ? '已全部完成' : `${index % 5 === 2 ? 61.25 : 100}%`,
    weight: index < 20 ? 2 : 1,
    claimed: index < 20 ? 2 : 1,
    ...(index % 5 === 2
      ? { reason: `下半年招标流标一次，${longForm}的实施主体发生变更，工期顺延至次年。` }
      : {}),
  }));
  return { ...form, declared };
}

async function makeForms(clerk: Visitor, unit: number): Promise<void> {
  for (let index = 0; index < many / filing; index++) {
    const name = index === 3 ? longForm : `${unit + 1}号单位第${index + 1}个项目`;
    const { value, etag } = await clerk.call('createSubmission', { body: { ...rulebook, name } });
    const form = filed();
    (form.inputs as Form).executed = `${50 + unit * 8 + index}.${index}`;
    await clerk.call('fileSubmission', {
      path: { submission: value.id },
      headers: { 'If-Match': etag! },
      body: { form: (unit === 0 && index === 0 ? sixtyRows(form) : form) as never },
    });
  }
}

/** Fills a server that has nothing. The person `unit` has a form with sixty rows, a filed one, and one just begun. */
export async function makeCrowd(server: Served): Promise<void> {
  const { admin, region, unit } = await makeTown(server);
  const units = [unit];
  for (let index = 1; index < many; index++) {
    const name = index % 11 === 5 ? `${longName}${index}号` : `某某市${index + 1}号单位`;
    const body = { kind: 'unit', name, parentId: region, code: String(101000 + index) } as const;
    units.push((await admin.call('createUnit', { body })).value.id);
  }
  const clerks = ['unit'];
  for (let index = 1; index < many; index++) {
    const name = `clerk.of.unit.${index + 1}`;
    const displayName = index % 11 === 5 ? '阿卜杜热合曼·买买提伊明江·艾合买提' : `填报员${index + 1}`;
    // Only who files has a password; others would take a second each.
    const secret = index < filing ? { password } : {};
    await admin.call('createPerson', {
      body: { name, displayName, role: 'unit', unitId: units[index]!, ...secret } as never,
    });
    clerks.push(name);
  }
  const reviewer = visitor(server.url);
  await reviewer.call('signIn', { body: { name: 'reviewer', password } });
  for (const title of ['2021年度项目支出绩效自评', `2021年度${longForm}绩效自评`])
    await reviewer.call('createTask', {
      body: { ...rulebook, title, due: '2099-12-31', note: `请按${longForm}的管理办法逐项填写。`, units },
    });
  for (let index = 0; index < filing; index++) {
    const clerk = visitor(server.url);
    await clerk.call('signIn', { body: { name: clerks[index]!, password } });
    await makeForms(clerk, index);
    if (index > 0) continue;
    const tasks = (await clerk.call('listTasks', { query: {} })).value.items;
    const [taskId] = tasks.map(({ id }) => id);
    const begun = async (name: string, form?: Form) => {
      const body = { ...rulebook, name, taskId, ...(form ? { form } : {}) };
      await clerk.call('createSubmission', { body: body as never });
    };
    await begun('刚刚开始的表');
    await begun('六十行的表', sixtyRows(filed()));
  }
}
