/** Cases that miss known things: exactly those are told, and what the hints say does reach them. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type CoveringCase,
  cover,
  type Examples,
  evaluate,
  exampleLine,
  exampleSubmission,
  formOfValue,
  isMissed,
  type RulebookCoverage,
  reachedByDossier,
  reachedByExample,
  reachedByForm,
  readCase,
  type ScoringPlan,
  suggestCases,
} from '../../engine/index.ts';
import { validateValue } from '../../engine/validate/schema.ts';
import { coverCases } from '../../server/cases/coverage.ts';
import { suggestionsText } from '../../server/cases/suggestions.ts';
import { Library } from '../../server/library.ts';
import { readData } from '../support/data.ts';
import { nodesOf, planOf } from '../support/engine.ts';
import { reachedByHint } from './hints.ts';

interface Data {
  title: string;
  rulebook: object;
  tables: Examples['tables'];
  never: string[];
  missed: Record<string, string | null>;
}

const folder = new URL('.', import.meta.url).pathname;
const data = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readData<Data>(folder + name));

const head = {
  rulebook: 'example',
  edition: '2000',
  title: '算例',
  status: 'draft',
  subjects: ['project'],
  total: '100',
  rounding: { decimals: 2, mode: 'half-up', at: 'indicator' },
  sources: { sheet: { title: '评分表' } },
};

/** The lines of examples, each held to its points first. */
async function casesOf(plan: ScoringPlan, tables: Examples['tables']): Promise<CoveringCase[]> {
  const cases: CoveringCase[] = [];
  for (const { indicator, examples } of tables)
    for (const [index, example] of examples.entries()) {
      const submission = exampleSubmission(plan, plan.identity, indicator, example.given);
      const { evaluation } = await evaluate(plan, formOfValue(submission));
      const id = exampleLine(plan, indicator);
      const line = nodesOf(evaluation!.ledger).find((node) => node.id === id)!;
      expect([line.points, line.status], `${indicator} #${index + 1}`).toEqual([
        String(example.points),
        example.status ?? 'scored',
      ]);
      const reached = await reachedByExample(plan, plan.identity, indicator, example);
      cases.push({ at: `${indicator}:${index + 1}`, name: indicator, reached });
    }
  return cases;
}

describe.each(data)('$title', ({ rulebook, tables, never, missed }) => {
  let plan: ScoringPlan;
  let coverage: RulebookCoverage;

  test('exactly what is missed is told, each with how to reach it', async () => {
    plan = await planOf(JSON.stringify(rulebook));
    coverage = await cover(plan, await casesOf(plan, tables), { text: '', file: 'rulebook.yaml' });
    const whole = {
      count: coverage.count,
      rulebooks: [coverage],
      results: { passed: 0, failed: 0, results: [] },
    };
    expect(validateValue(whole, 'coverage')).toEqual([]);
    const found = coverage.items.filter(isMissed);
    expect(found.map(({ id }) => id).sort()).toEqual(Object.keys(missed).sort());
    for (const { id, hint } of found) if (missed[id]) expect(hint!.message.zh).toBe(missed[id]);
    expect(found.filter(({ reachable }) => reachable !== true)).toEqual([]);
  });

  test('every hint, evaluated, reaches its item', async () => {
    for (const item of coverage.items.filter(isMissed))
      expect([...(await reachedByHint(plan, item))], item.id).toContain(item.id);
  });

  test('what cannot be reached is proved so and does not count', () => {
    const unreachable = coverage.items.filter(({ reachable }) => reachable === false);
    expect(unreachable.map(({ id }) => id)).toEqual(expect.arrayContaining(never));
    expect(unreachable.every((item) => !isMissed(item))).toBe(true);
  });

  test('ids are unique, and the counts add up', () => {
    const ids = coverage.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const { count, kinds } = coverage;
    expect(kinds.reduce((all, one) => all + one.count.total, 0)).toBe(count.total);
    expect(kinds.reduce((all, one) => all + one.count.reached, 0)).toBe(count.reached);
    expect(count.total - count.reached).toBe(Object.keys(missed).length);
  });

  test('the suggested file holds, is marked for a person, and reaches all that fits on a line', async () => {
    const suggestion = await suggestCases(plan, coverage);
    const { value, diagnostics } = readCase(suggestionsText(suggestion), 'suggested.yaml');
    expect(diagnostics).toEqual([]);
    const examples = value!.case as Examples;
    const rows = examples.tables.flatMap((table) => table.examples);
    expect(rows.every(({ note }) => note?.startsWith('待核对'))).toBe(true);
    const more = await casesOf(plan, examples.tables);
    const again = await cover(plan, [...(await casesOf(plan, tables)), ...more], {
      text: '',
      file: 'rulebook.yaml',
    });
    expect(again.items.filter(isMissed).map(({ id }) => id)).toEqual(suggestion.left.map(({ id }) => id));
    expect(suggestion.left.every(({ hint }) => hint?.forms !== undefined)).toBe(true);
  });
});

describe('what counts as reached', () => {
  const [rubric] = data.filter(({ missed }) => 'limit/veto/applied' in missed);
  const formIn = (inputs: Record<string, string>) =>
    formOfValue({ rulebook: 'rubric', edition: '2025', subject: 'department', name: '表', inputs });

  test('only what a case states the outcome of', async () => {
    const plan = await planOf(JSON.stringify(rubric!.rulebook));
    const form = formIn({ initial: '100', adjusted: '100', staff: '101', posts: '100' });
    expect([...(await reachedByForm(plan, form, {}))]).toEqual([]);
    const one = await reachedByForm(plan, form, { points: { adjustment: '20' } });
    expect([...one].every((id) => id.startsWith('adjustment/'))).toBe(true);
    expect(one).toContain('adjustment/band-1');
    const findings = await reachedByForm(plan, form, { findings: [] });
    expect([...findings]).toEqual([
      'check/over-staffed/fired',
      'check/over-staffed/edge/staff−posts/0/above',
    ]);
    expect(await reachedByForm(plan, form, { total: '20' })).toContain('staffing/band-2');
  });

  test('a line that lacks data reaches no band, only its policy', async () => {
    const plan = await planOf(JSON.stringify(rubric!.rulebook));
    const reached = await reachedByExample(plan, plan.identity, 'disclosure', { given: { published: true } });
    expect([...reached]).toEqual([]);
    const claimed = await reachedByExample(plan, plan.identity, 'staffing', { given: { claimed: 10 } });
    expect([...claimed]).toEqual(['staffing/missing']);
  });

  test('a dossier that expects nothing reaches nothing', async () => {
    const plan = await planOf(
      JSON.stringify(data.find(({ missed }) => 'benefit/optional' in missed)!.rulebook),
    );
    const forms = (['project', 'department'] as const).map((subject) =>
      formOfValue({ rulebook: 'framework', edition: '2025', subject, name: '表', inputs: { budget: '1' } }),
    );
    expect([...(await reachedByDossier(plan, {}, forms))]).toEqual([]);
    expect(await reachedByDossier(plan, { expect: { findings: [] } }, forms)).toContain(
      'dossier-check/cross/not-fired',
    );
  });
});

test('a grade that starts above what the weights add to is reached where a cap takes a total there', async () => {
  const text = (cap: string) =>
    JSON.stringify({
      ...head,
      grades: [
        { name: '优', from: '115' },
        { name: '差', from: '0' },
      ],
      inputs: { share: { name: '占比', type: 'rate', note: '算例' } },
      indicators: [
        { id: 'line', name: '一行', weight: '100', metric: 'share', method: { proportional: { cap } } },
      ],
    });
  const never = async (cap: string) => {
    const { items } = await cover(await planOf(text(cap)), [], { text: text(cap), file: 'rulebook.json' });
    return items.flatMap(({ id, reachable }) => (id.startsWith('grade/edge/') && !reachable ? [id] : []));
  };
  expect(await never('150%')).toEqual([]);
  expect(await never('100%')).toContain('grade/edge/total/115/above');
});

describe('the rulebooks of the repository', () => {
  const library = new Library();
  test.each(library.names())('%s is covered whole by cases that state what comes out', async (name) => {
    const edition = (await library.all()).find((one) => one.name === name)!;
    const { coverage, results } = await coverCases(edition, new Map());
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(coverage!.items.filter(isMissed).map(({ id }) => id)).toEqual([]);
    expect(coverage!.count.percent).toBe('100');
    for (const { place } of coverage!.items) expect(place.line, place.pointer).toBeGreaterThan(1);
  });
});
