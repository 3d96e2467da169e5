/** Statistics: what came of the forms of a region, a year, a rulebook. */
import { derivationOf, formOfValue } from '../../../engine/index.ts';
import type { LedgerNode, Schemas } from '../../../schemas/generated/types.ts';
import { findEdition, planOf } from '../../rulebooks/find.ts';
import { countedForms, filedInputs, type Selection } from '../../statistics/forms.ts';
import { overviewOf } from '../../statistics/overview.ts';
import { rankingOf } from '../../statistics/ranking.ts';
import { rollUpForms } from '../../statistics/rollup.ts';
import { rankingTable, statisticsTable } from '../../statistics/tables.ts';
import type { UnitRow } from '../../store/tables.ts';
import { choiceOf, choiceParameter, filterParameters, filtersOf, unitNamed } from '../asked.ts';
import { csvAnswer, formatParameter, wantsCsv } from '../csv.ts';
import { languageOf } from '../language.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, type Request, route } from '../route.ts';

const filedStates = ['filed', 'returned', 'accepted'] as const;

const unitParameter: Parameter = {
  in: 'query',
  name: 'unit',
  description: {
    zh: '哪个地区或单位及其以下；省略为本人所在。',
    en: 'The region or unit with all below it; else that of who asks.',
  },
  schema: { type: 'string' },
};

interface AskedNode {
  unitPath: string;
  unit: UnitRow;
}

/** The node that `?unit=` names, else that of who asks. */
async function nodeAsked({ c, services, asking }: Request<undefined, undefined>): Promise<AskedNode> {
  const unit = await unitNamed(services, c.req.query('unit') ?? asking!.person.unitId);
  return { unitPath: unit.path, unit };
}

const common = {
  method: 'get',
  tag: 'statistics',
  right: 'read-statistics',
  of: nodeAsked,
} as const;

const selectionOf = ({ c, of: { unit } }: Request<undefined, AskedNode>): Selection => ({
  path: unit.path,
  ...filtersOf(c, 'year', 'rulebook', 'edition'),
});

export const overview = route<undefined, AskedNode>({
  ...common,
  path: '/api/statistics',
  id: 'getStatistics',
  summary: { zh: '统计', en: 'Get statistics' },
  description: {
    zh: '各状态的张数；最近一次报送的得分率、分布、等次与常见疑点。',
    en: 'How many forms stand where; rates, distribution, grades and commonest findings of the latest filings.',
  },
  parameters: [unitParameter, ...filterParameters('year', 'rulebook', 'edition'), formatParameter],
  answer: {
    description: { zh: '统计。', en: 'The statistics.' },
    content: { 'application/json': 'statistics', 'text/csv': 'text' },
  },
  problems: ['bad-parameter'],
  handle: async (request) => {
    const { c, services, of } = request;
    const selection = selectionOf(request);
    const asCsv = wantsCsv(c);
    const { id, name } = of.unit;
    const forms = await countedForms(services.store.db, selection);
    const statistics = await overviewOf(services.library, forms, { id, name }, selection);
    if (!asCsv) return c.json(statistics);
    return csvAnswer(c, 'statistics', statisticsTable(statistics, languageOf(c)));
  },
});

export const ranking = route<undefined, AskedNode>({
  ...common,
  path: '/api/statistics/ranking',
  id: 'getRanking',
  summary: { zh: '排名', en: 'Rank the forms' },
  description: {
    zh: '按最近一次报送的得分率从高到低；同分同名次，其后的名次照数。',
    en: 'By the rate of the latest filing, the highest first; equal rates have one rank.',
  },
  parameters: [
    unitParameter,
    ...filterParameters('year', 'rulebook', 'edition'),
    choiceParameter('state', filedStates, {
      zh: '只排这种状态的；省略为报过的全部。',
      en: 'Only forms in this state; else all that were filed.',
    }),
    formatParameter,
  ],
  answer: {
    description: { zh: '排名。', en: 'The ranking.' },
    content: { 'application/json': 'ranking', 'text/csv': 'text' },
  },
  problems: ['bad-parameter'],
  handle: async (request) => {
    const { c, services } = request;
    const selection = { ...selectionOf(request), state: choiceOf(c, 'state', filedStates) };
    const asCsv = wantsCsv(c);
    const items = rankingOf(await countedForms(services.store.db, selection));
    return asCsv ? csvAnswer(c, 'ranking', rankingTable(items, languageOf(c))) : c.json({ items });
  },
});

/** Forms that are rolled up while a request waits. */
const most = 1000;
const subjects = ['project', 'department'] as const;

export const rollUp = route<undefined, AskedNode>({
  ...common,
  path: '/api/statistics/rollup',
  id: 'getRollup',
  summary: { zh: '汇总', en: 'Roll the forms up into one' },
  description: {
    zh: `按一版规则的汇总办法，把最近一次报送的各表合成一张再计分；一次至多 ${most} 张。`,
    en: `Makes one form of the latest filings by the rules of an edition, and scores it; at most ${most} of them.`,
  },
  parameters: [
    unitParameter,
    ...filterParameters('rulebook', 'edition').map((one) => ({ ...one, required: true })),
    ...filterParameters('year'),
    choiceParameter('state', filedStates, {
      zh: '汇总哪种状态的表；省略为已通过的。',
      en: 'Which forms; else those that are accepted.',
    }),
    choiceParameter('subject', subjects, {
      zh: '汇总成哪种对象；省略为与各表相同。',
      en: 'What the result is a form of; else the same as the first.',
    }),
  ],
  answer: {
    description: { zh: '汇总成的一张表与它的评价结果。', en: 'The one form, and what it scores.' },
    content: { 'application/json': 'rolledUp' },
  },
  problems: ['bad-parameter', 'unknown-rulebook', 'unusable-rulebook', 'unusable-form', 'took-too-long'],
  handle: async (request) => {
    const { c, services, of } = request;
    const { rulebook, edition } = editionAsked(request);
    const state = choiceOf(c, 'state', filedStates) ?? 'accepted';
    const subject = choiceOf(c, 'subject', subjects);
    const plan = planOf(await findEdition(services.library, rulebook, edition));
    const selection = { ...selectionOf(request), state };
    const inputs = await filedInputs(services.store.db, selection, most + 1);
    if (inputs.length > most) throw tooMany();
    const forms = inputs.map((input) => formOfValue(JSON.parse(input)));
    const { rolled, diagnostics } = await rollUpForms(plan, forms, {
      name: of.unit.name,
      ...(subject ? { subject } : {}),
    });
    if (!rolled) throw new Refusal('unusable-form', { diagnostics });
    const { submission, evaluation } = rolled;
    const answer: Schemas['rolledUp'] = {
      submission,
      forms: forms.length,
      evaluation,
      lines: linesOf(evaluation.ledger),
      diagnostics,
    };
    return c.json(answer);
  },
});

/** How each line came about, in the order of the ledger. */
const linesOf = (node: LedgerNode): Schemas['rolledUp']['lines'] => [
  { line: node.id, sentences: derivationIn(node) },
  ...(node.children ?? []).flatMap(linesOf),
];

const derivationIn = (node: LedgerNode) => {
  const [zh, en] = [derivationOf(node, 'zh'), derivationOf(node, 'en')];
  return zh.map((text, index) => ({ zh: text, en: en[index] ?? text }));
};

function editionAsked({ c }: Request<undefined, AskedNode>): { rulebook: string; edition: string } {
  const { rulebook, edition } = filtersOf(c, 'rulebook', 'edition');
  if (rulebook !== undefined && edition !== undefined) return { rulebook, edition };
  throw new Refusal('bad-parameter', {
    detail: {
      zh: '请写明 rulebook 与 edition：只有同一版规则的表可以汇总。',
      en: 'name rulebook and edition: only forms of one edition can be rolled up.',
    },
  });
}

const tooMany = (): Refusal =>
  new Refusal('took-too-long', {
    detail: {
      zh: `多于 ${most} 张，请缩小范围。`,
      en: `there are more than ${most} forms; narrow what is asked for.`,
    },
  });
