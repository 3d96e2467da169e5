/** What a request names: a node of the tree, a submission, and the plain parameters that narrow a list. */
import type { Context } from 'hono';
import { type RightName, reachOf } from '../people/rights.ts';
import { coverage, findUnit } from '../people/units.ts';
import type { UnitRow } from '../store/tables.ts';
import { findSubmission, type StoredSubmission } from '../submissions/record.ts';
import type { Scope } from '../submissions/wanted.ts';
import { Refusal } from './problems.ts';
import type { Parameter, Request } from './route.ts';

type Asked = Request<undefined, undefined>;

/** Ids are of these characters; nothing else is looked up. */
export const isId = (text: string): boolean => /^[\w-]{1,100}$/.test(text);

export const submissionParameter: Parameter = {
  in: 'path',
  name: 'submission',
  description: { zh: '自评表的标识。', en: 'The id of the submission.' },
  schema: { type: 'string' },
};

/** The submission of the path, and whose it is. */
export async function submissionAsked({
  services: { store },
  param,
}: Asked): Promise<StoredSubmission & { unitPath: string }> {
  const id = param('submission');
  const found = isId(id) ? await findSubmission(store.db, id) : undefined;
  if (!found) throw new Refusal('not-found');
  return found;
}

export const unitFilter: Parameter = {
  in: 'query',
  name: 'unit',
  description: {
    zh: '只要这个地区或单位及其以下的；省略为本人所能看到的全部。',
    en: 'Only what belongs to this region or unit or lies below it; else all that the person may see.',
  },
  schema: { type: 'string' },
};

/** A scope a request names, as a thing that belongs to its node. */
export interface AskedScope {
  unitPath: string;
  scope: Scope;
}

/** The node that `?unit=` names; else all that the right of who asks reaches. */
export const scopeAsked =
  (right: RightName) =>
  async ({ c, services, asking }: Asked): Promise<AskedScope> => {
    const { person } = asking!;
    const reach = reachOf(person, right)!;
    const asked = c.req.query('unit');
    if (asked === undefined) {
      const { prefix, exact } = coverage(person, reach);
      return { unitPath: reach === 'all' ? prefix : person.unitPath, scope: { path: prefix, exact } };
    }
    const { path } = await unitNamed(services, asked);
    return { unitPath: path, scope: { path, exact: reach === 'own' } };
  };

/** The node of that id, or a refusal. */
export async function unitNamed({ store }: Asked['services'], id: string): Promise<UnitRow> {
  const found = isId(id) ? await findUnit(store.db, id) : undefined;
  if (!found)
    throw new Refusal('not-found', {
      detail: {
        zh: `没有标识为「${id}」的地区或单位。`,
        en: `there is no region or unit with the id "${id}".`,
      },
    });
  return found;
}

const filters = {
  year: { zh: '年度。', en: 'The year.' },
  rulebook: { zh: '评分规则的标识。', en: 'The id of the rulebook.' },
  edition: { zh: '年度版本。', en: 'The edition.' },
  task: { zh: '任务的标识。', en: 'The id of the task.' },
} as const;

export type FilterName = keyof typeof filters;

/** Parameters of the address that narrow a list by what equals them. */
export const filterParameters = (...names: readonly FilterName[]): Parameter[] =>
  names.map((name) => ({ in: 'query', name, description: filters[name], schema: { type: 'string' } }));

/** What the address says of those; undefined where it does not. */
export function filtersOf<Name extends FilterName>(
  c: Context,
  ...names: readonly Name[]
): Partial<Record<Name, string>> {
  const given: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = c.req.query(name);
    if (value === undefined) continue;
    if (!isId(value))
      throw new Refusal('bad-parameter', {
        detail: {
          zh: `${name} 只能由字母、数字、连字符组成。`,
          en: `${name} is made of letters, digits and hyphens only.`,
        },
      });
    given[name] = value;
  }
  return given;
}

/** A parameter of the address that takes one of a few words. */
export const choiceParameter = (
  name: string,
  choices: readonly string[],
  description: Parameter['description'],
): Parameter => ({ in: 'query', name, description, schema: { enum: [...choices] } });

/** What it says; undefined where it is left out, refused where it says anything else. */
export function choiceOf<Choice extends string>(
  c: Context,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = c.req.query(name);
  if (value === undefined || (choices as readonly string[]).includes(value))
    return value as Choice | undefined;
  throw new Refusal('bad-parameter', {
    detail: {
      zh: `${name} 只能是 ${choices.join('、')}。`,
      en: `${name} must be one of ${choices.join(', ')}.`,
    },
  });
}
