/** The queue: the forms of a bureau, narrowed, in order, counted, a page at a time. */
import type { QueueFacets, SubmissionPage } from '../../../schemas/generated/types.ts';
import type { Rulebooks } from '../../library.ts';
import { FindingEditions } from '../../statistics/titles.ts';
import type { Database } from '../../store/database.ts';
import type { FiledLine } from '../../submissions/filing.ts';
import { listQueue, submissionsOf } from '../../submissions/listing.ts';
import { type Narrowing, narrowed, type Order, ordered, orders } from '../../submissions/queue.ts';
import { type QueuedForm, queuedForms } from '../../submissions/queued.ts';
import { shownSummary } from '../../submissions/record.ts';
import { remembered } from '../../submissions/remembered.ts';
import { submissionTable } from '../../submissions/table.ts';
import type { Scope, Wanted } from '../../submissions/wanted.ts';
import { type AskedScope, filterParameters, filtersOf, isId, scopeAsked, unitFilter } from '../asked.ts';
import { csvAnswer, formatParameter, wantsCsv } from '../csv.ts';
import { encodedJson } from '../encoded.ts';
import { languageOf } from '../language.ts';
import { sortOf } from '../lists.ts';
import { offsetParameter, pageParameters, pagingOf, placedPage } from '../paging.ts';
import { Refusal } from '../problems.ts';
import { narrowingOf, narrowingParameters, queueSort } from '../queue.ts';
import { type Parameter, type Request, route } from '../route.ts';

/** Whether who asks reviews or administers, so that they see who has a form in hand. */
export const insideOf = (asking: Request['asking']): { inside: boolean } => ({
  inside: asking?.person.role !== 'unit',
});

const placeParameter: Parameter = {
  in: 'query',
  name: 'place',
  description: {
    zh: '一张表的标识：答复里说它是第几张，好从它走到上一张、下一张。',
    en: 'The id of a form: the answer says which place it has, so that one can go on from it.',
  },
  schema: { type: 'string', maxLength: 100 },
};

/** The form whose place is asked for. */
function soughtOf(c: Request['c']): string | undefined {
  const id = c.req.query('place');
  if (id === undefined || isId(id)) return id;
  throw new Refusal('bad-parameter', {
    detail: { zh: 'place 应为一张表的标识。', en: 'place must be the id of a form.' },
  });
}

export const list = route<undefined, AskedScope>({
  method: 'get',
  path: '/api/submissions',
  id: 'listSubmissions',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '自评表目录', en: 'List the submissions' },
  description: {
    zh: '能看到的自评表：筛选、排序、查找，附总数与各种筛选条件之下的张数（某一项的张数不受该项自己的筛选影响）。表格文件（CSV）不分页，一次给全。',
    en: 'Those the person may see: narrowed, ordered, searched, with how many there are and how many under each value of each filter (the others standing). As CSV all of them at once.',
  },
  parameters: [
    unitFilter,
    ...filterParameters('year', 'rulebook', 'edition', 'task'),
    ...narrowingParameters,
    queueSort,
    formatParameter,
    ...pageParameters,
    offsetParameter,
    placeParameter,
  ],
  of: scopeAsked('read-forms'),
  answer: {
    description: { zh: '一页自评表。', en: 'A page of submissions.' },
    content: { 'application/json': 'submissionPage', 'text/csv': 'text' },
    example: ({ submission, evaluation }) => ({
      items: [
        {
          id: '0190b3a0-0000-7000-8000-000000000009',
          unit: { id: '0190b3a0-0000-7000-8000-000000000001', name: submission.unit ?? submission.name },
          rulebook: submission.rulebook,
          edition: submission.edition,
          year: submission.year ?? '2000',
          subject: submission.subject,
          name: submission.name,
          state: 'filed',
          filings: 1,
          version: 2,
          updatedAt: '2000-03-01T02:00:00.000Z',
          filedAt: '2000-03-01T02:00:00.000Z',
          total: evaluation.total,
          outOf: evaluation.outOf,
          claimed: evaluation.total,
          difference: '0',
          findings: { error: 0, warning: 0, info: 0 },
        },
      ],
      total: 1,
      facets: {
        state: [{ value: 'filed', count: 1 }],
        grade: [],
        severity: [{ value: 'clean', count: 1 }],
        difference: [{ value: 'none', count: 1 }],
        assignee: [{ value: 'none', count: 1 }],
        finding: [],
      },
    }),
  },
  problems: [],
  handle: async ({ c, services: { store, library }, personId, asking, of: { scope } }) => {
    const paging = pagingOf(c);
    const asked = askedOf(c, scope, personId);
    const { found, facets, lostOn } = await remembered(store.db, asked.key, () =>
      queueOf(store.db, library, asked),
    );
    if (wantsCsv(c)) {
      const rows = await submissionsOf(store.db, found);
      return csvAnswer(c, 'submissions', submissionTable(rows, languageOf(c)));
    }
    const inside = insideOf(asking);
    const sought = soughtOf(c);
    const place = sought === undefined ? -1 : found.indexOf(sought);
    const { items: ids, ...more } = placedPage(found, paging, same, same);
    const rows = await submissionsOf(store.db, ids);
    const page: SubmissionPage = {
      items: rows.map((row) => shownSummary(row, inside)),
      ...more,
      total: found.length,
      ...(lostOn ? { lostOn } : {}),
      ...(place === -1 ? {} : { place }),
      facets: { ...facets, assignee: inside.inside ? facets.assignee : [] },
    };
    return encodedJson(c, page);
  },
});

const same = (id: string): string => id;

interface Asked {
  wanted: Wanted;
  narrowing: Narrowing;
  sort: { by: Order; descending: boolean };
  /** What tells it from another. */
  key: string;
}

/** What of an address says which forms, and in which order; the rest says which of them, and how they are shown. */
function askedOf(c: Request['c'], scope: Scope, personId: string): Asked {
  const narrowing = narrowingOf(c, personId);
  const sort = sortOf<Order>(c, orders, 'begun');
  const wanted = { scope, ...filtersOf(c, 'year', 'rulebook', 'edition', 'task') };
  const { limit, offset, cursor, place, format, unit, ...query } = c.req.query();
  return { wanted, narrowing, sort, key: JSON.stringify(['queue', wanted, narrowing.assignee, query]) };
}

/** The ids of the forms that fit, in order, and what there is to narrow them by. */
async function queueOf(
  db: Database,
  library: Rulebooks,
  { wanted, narrowing, sort }: Asked,
): Promise<{ found: string[]; facets: QueueFacets; lostOn?: SubmissionPage['lostOn'] }> {
  const all = queuedForms(await listQueue(db, wanted, { lines: narrowing.lostOn !== undefined }));
  const { forms, facets } = narrowed(all, narrowing);
  const titles = await editionsOfFindings(all).titles(library);
  const finding = facets.finding.map((one) => {
    const title = titles.get(one.value);
    return { ...one, ...(title ? { title } : {}) };
  });
  const lostOn = lineOf(forms, narrowing.lostOn);
  return {
    found: ordered(forms, sort).map(({ row }) => row.id),
    facets: { ...facets, finding },
    ...(lostOn ? { lostOn } : {}),
  };
}

/** The line of that id as the forms call it. */
function lineOf(forms: readonly QueuedForm[], line: string | undefined): SubmissionPage['lostOn'] {
  if (line === undefined) return undefined;
  for (const { row } of forms) {
    const found = (JSON.parse(row.lines ?? '[]') as FiledLine[]).find(({ id }) => id === line);
    if (found) return { value: line, name: found.name };
  }
  return undefined;
}

/** For each finding, the editions that make it. */
function editionsOfFindings(forms: readonly QueuedForm[]): FindingEditions {
  const editions = new FindingEditions();
  for (const { row, findings } of forms) for (const { code } of findings) editions.add(code, row);
  return editions;
}
