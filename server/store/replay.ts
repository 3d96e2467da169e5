/** Makes stored evaluations again from what is stored with them, and holds the bytes against those that were kept. */
import {
  audit,
  type Diagnostic,
  diagnose,
  type Evaluation,
  engineVersion,
  loadRulebook,
  readForm,
  type ScoringPlan,
} from '../../engine/index.ts';
import type { Replay, Replayed } from '../../schemas/generated/types.ts';
import type { Database } from './database.ts';
import type { EvaluationRow } from './tables.ts';

const counted = {
  equal: 'equal',
  different: 'different',
  'rulebook-missing': 'rulebookMissing',
  'other-engine': 'otherEngine',
  unusable: 'unusable',
} as const;

/** More than these are counted, and not listed. */
const mostListed = 1000;
const perPage = 20;

/** Replays those of the given ids, or all. `tell` is told after each how many of how many are done. */
export async function replay(
  db: Database,
  ids: readonly string[],
  tell: (done: number, of: number) => void,
): Promise<{ replay?: Replay; diagnostics: Diagnostic[] }> {
  const unknown = await unknownIds(db, ids);
  if (unknown.length > 0) return { diagnostics: unknown };
  const of = ids.length > 0 ? new Set(ids).size : await countOf(db);
  const found: Replay = {
    evaluations: 0,
    equal: 0,
    different: 0,
    rulebookMissing: 0,
    otherEngine: 0,
    unusable: 0,
    rest: [],
  };
  const planFor = plansOf(db);
  for await (const row of evaluationsIn(db, ids)) {
    const one = await replayOne(row, planFor);
    found.evaluations += 1;
    found[counted[one.status]] += 1;
    if (one.status !== 'equal' && found.rest.length < mostListed) found.rest.push(one);
    tell(found.evaluations, of);
  }
  return { replay: found, diagnostics: [] };
}

/** Whether every evaluation comes out as it was kept. Another version of the engine may only differ in its name. */
export const isFaithful = ({ evaluations, equal, otherEngine, rest }: Replay): boolean =>
  evaluations === equal + otherEngine && rest.every(({ at }) => at === undefined);

async function unknownIds(db: Database, ids: readonly string[]): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const id of ids) {
    const row = await db.selectFrom('evaluations').select('id').where('id', '=', id).executeTakeFirst();
    const kind = { zh: '评价结果', en: 'evaluation' };
    const suggestion = { zh: '', en: '' };
    if (!row) diagnostics.push(diagnose('unknown-reference', { kind, name: id, suggestion }));
  }
  return diagnostics;
}

const countOf = async (db: Database): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('evaluations')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  );

/** In the order they were made. */
async function* evaluationsIn(db: Database, ids: readonly string[]): AsyncGenerator<EvaluationRow> {
  if (ids.length > 0) {
    for (const id of new Set(ids))
      yield await db.selectFrom('evaluations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return;
  }
  let last = '';
  for (;;) {
    const rows = await db
      .selectFrom('evaluations')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(perPage)
      .execute();
    yield* rows;
    if (rows.length < perPage) return;
    last = rows.at(-1)!.id;
  }
}

type PlanFor = (row: EvaluationRow) => Promise<ScoringPlan | undefined>;

/** The plan of the stored text whose hash is the one that was used; each is made once. */
function plansOf(db: Database): PlanFor {
  const known = new Map<string, Promise<ScoringPlan | undefined>>();
  const load = async (rulebook: string, edition: string) => {
    const stored = await db
      .selectFrom('editions')
      .select('text')
      .where('rulebook', '=', rulebook)
      .where('edition', '=', edition)
      .executeTakeFirst();
    return stored && (await loadRulebook(stored.text, `${rulebook}/${edition}/rulebook.yaml`)).value;
  };
  return async ({ rulebook, edition, rulebookHash }) => {
    const name = `${rulebook}@${edition}`;
    const plan = known.get(name) ?? load(rulebook, edition);
    known.set(name, plan);
    const made = await plan;
    return made?.identity.hash === rulebookHash ? made : undefined;
  };
}

async function replayOne(row: EvaluationRow, planFor: PlanFor): Promise<Replayed> {
  const { id } = row;
  const plan = await planFor(row);
  if (!plan) return { id, status: 'rulebook-missing' };
  const { value: form } = readForm(row.input, 'form');
  const { evaluation } = form ? await audit(plan, form) : {};
  if (!evaluation) return { id, status: 'unusable' };
  const isOther = row.engineVersion !== engineVersion;
  const at = differenceOf(row, isOther ? { ...evaluation, engine: row.engineVersion } : evaluation);
  if (isOther)
    return {
      id,
      status: 'other-engine',
      engine: row.engineVersion,
      ...(at === undefined ? {} : { at }),
    };
  return at === undefined ? { id, status: 'equal' } : { id, status: 'different', at };
}

/** Where the evaluation first differs from what is kept: from the result, or from what is kept beside it to be asked for. */
function differenceOf(row: EvaluationRow, evaluation: Evaluation): string | undefined {
  const made = JSON.stringify(evaluation);
  if (made !== row.result) return firstDifference(parsed(row.result), JSON.parse(made)) ?? '';
  if (row.total !== evaluation.total) return '/total';
  if (row.outOf !== evaluation.outOf) return '/outOf';
  return row.grade === (evaluation.grade ?? null) ? undefined : '/grade';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The pointer of the first value that is not the same in both; undefined where only their writing differs. */
export function firstDifference(one: unknown, other: unknown, at = ''): string | undefined {
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other))
    return one === other ? undefined : at;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const here = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (Object.hasOwn(one, key) !== Object.hasOwn(other, key)) return here;
    const found = firstDifference(one[key], other[key], here);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
