/** Every scoring method on its examples: one data file per method, `<method>.yaml`. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calculation, evaluate } from '../../engine/index.ts';
import { methods } from '../../engine/methods/index.ts';
import { readData } from '../support/data.ts';
import { codesOf, formFrom, lineOf, planOf } from '../support/engine.ts';

interface Example {
  /** What happens, as a policy officer would say it. */
  name: string;
  /** Inputs of a fixed line (with `judgement`, `claimed`, `reason` where given); cells of a declared row. */
  given: Record<string, unknown>;
  /** Exact text; left out where the line is not scored. */
  points?: string;
  /** `scored` where left out. */
  status?: string;
  /** The labels of the chosen bands; left out where nothing is to choose. */
  chosen?: string;
  /** The calculation in one line. */
  shown?: string;
  /** Codes of all findings; none where left out. */
  findings?: string[];
}

interface Table {
  title: string;
  /** For a row that the unit declares: the kind of target the rule is for. Left out for a fixed line. */
  declared?: string;
  weight?: string;
  inputs?: Record<string, object>;
  metric?: string;
  zeroDivision?: string;
  missing?: string;
  /** Words that say a declared target was met. */
  met?: string[];
  rounding?: object;
  /** The method as a rulebook writes it. */
  rule: object;
  examples: Example[];
}

const folder = new URL('./', import.meta.url).pathname;
const names = Object.keys(methods);

test('every method of the schema has a file of examples here, and every file a method', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  expect(files.sort()).toEqual(names.map((name) => `${name}.yaml`).sort());
});

const kinds = ['atLeast', 'atMost', 'plain', 'equal', 'range', 'date', 'words'];
const identity = { rulebook: 'example', edition: '2000' };

function rulebookOf(method: string, table: Table): object {
  const {
    title,
    declared,
    weight = '10',
    inputs,
    metric,
    zeroDivision,
    missing,
    met,
    rounding,
    rule,
  } = table;
  const scored = { [method]: rule };
  const head = {
    ...identity,
    title,
    status: 'draft',
    subjects: ['project'],
    total: weight,
    rounding: rounding ?? { decimals: 2, mode: 'half-up', at: 'indicator' },
    sources: { sheet: { title: '评分表' } },
    inputs: inputs ?? {},
  };
  if (!declared)
    return {
      ...head,
      indicators: [{ id: 'line', name: title, weight, metric, zeroDivision, missing, method: scored }],
    };
  const targets = Object.fromEntries(
    kinds.map((kind) => [kind, { method: kind === declared ? scored : { judgement: {} } }]),
  );
  return {
    ...head,
    frame: { targets, met, missing },
    indicators: [{ id: 'group', name: title, weight, declared: {} }],
  };
}

function formOf(table: Table, given: Record<string, unknown>) {
  const head = { ...identity, subject: 'project', name: '算例', year: '2000' };
  if (table.declared) {
    const row = { id: 'line', under: 'group', name: '一行', weight: table.weight ?? '10', ...given };
    return formFrom({ ...head, declared: [row] });
  }
  const { judgement, claimed, reason, ...inputs } = given;
  return formFrom({
    ...head,
    inputs,
    ...(judgement ? { judgements: { line: judgement } } : {}),
    ...(claimed ? { claimed: { points: { line: claimed } } } : {}),
    ...(reason ? { reasons: { line: reason } } : {}),
  });
}

describe.each(names.filter((name) => existsSync(`${folder}${name}.yaml`)))('%s', (method) => {
  const { tables } = readData<{ tables: Table[] }>(`${folder}${method}.yaml`);

  describe.each(tables.map((table) => [table.title, table] as const))('%s', (_title, table) => {
    const plan = planOf(JSON.stringify(rulebookOf(method, table)));

    test.each(table.examples.map((example) => [example.name, example] as const))(
      '%s',
      async (_name, example) => {
        const { evaluation, diagnostics } = await evaluate(await plan, formOf(table, example.given));
        expect(diagnostics).toEqual([]);
        const line = lineOf(evaluation!, 'line');
        const status = example.status ?? 'scored';
        const labels = line.steps.flatMap((step) => (step.step === 'choose' ? [step.label.zh] : []));
        expect({
          status: line.status,
          points: line.points,
          chosen: labels.join('；') || undefined,
          findings: codesOf(evaluation!),
        }).toEqual({
          status,
          points: example.points ?? (status === 'scored' ? 'the example must say' : '0'),
          chosen: example.chosen,
          findings: [...(example.findings ?? (status === 'missing' ? ['data-missing'] : []))].sort(),
        });
        if (example.shown) expect(calculation(line.steps, 'zh')).toBe(example.shown);
      },
    );
  });
});
