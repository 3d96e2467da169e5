/** The form of a rulebook: everything a page needs to draw it, in its order, and nothing to be guessed. */
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../engine/lines/index.ts';
import type { FormDescription, FormLine } from '../../schemas/generated/types.ts';
import { ask, library, read } from './client.ts';

const editions = (await library.all()).flatMap(({ name, plan }) => (plan ? [{ name, plan }] : []));
const formOf = async (name: string): Promise<FormDescription> =>
  read(await ask(`/api/rulebooks/${name.replace('@', '/')}/form`));
const lineOf = ({ lines }: FormDescription, id: string): FormLine => lines.find((one) => one.id === id)!;

describe.each(editions)('$name', ({ name, plan }) => {
  test('has every line once, each after the one it stands under', async () => {
    const { lines } = await formOf(name);
    expect(lines.map(({ id }) => id).sort()).toEqual([...plan.byId.keys()].sort());
    for (const [index, { parent, depth }] of lines.entries()) {
      const above = lines.findIndex(({ id }) => id === parent);
      expect(above).toBeLessThan(index);
      expect(depth).toBe(parent === undefined ? 1 : lines[above]!.depth + 1);
    }
  });

  test('has every input once, and its lines are those that read it', async () => {
    const { sections, lines } = await formOf(name);
    const inputs = sections.flatMap((section) => section.inputs);
    expect(inputs.map(({ id }) => id).sort()).toEqual([...plan.inputs.keys()].sort());
    for (const input of inputs)
      expect(input.lines).toEqual(lines.filter((line) => line.inputs.includes(input.id)).map(({ id }) => id));
  });

  test('whoever judges is offered the choices of the rule', async () => {
    const { lines } = await formOf(name);
    const judged = linesOf(plan).filter(({ leaf, rule }) => leaf && rule.judged);
    for (const { id, rule } of judged) {
      const names = rule.parts.flatMap(({ awards }) => awards.flatMap(({ choice }) => choice ?? []));
      expect(lineOf({ lines } as FormDescription, id).judgement?.choices.map((one) => one.name)).toEqual(
        names,
      );
    }
  });
});

test('a fixed form: sections as printed, what a line reads, whether it must be filled in', async () => {
  const form = await formOf('yunxi@2021');
  expect(form.sections.slice(0, 2).map(({ title, inputs }) => [title, inputs.length])).toEqual([
    ['一、人员', 2],
    ['二、收入、支出与结余', 9],
  ]);
  expect(lineOf(form, 'budget-adjustment-rate')).toMatchObject({
    parent: 'budget-execution',
    depth: 3,
    shape: 'leaf',
    entry: 'facts',
    weight: '3',
    points: { least: '0', most: '3' },
    required: true,
    inputs: ['initialBudget', 'adjustedBudget'],
    method: { zh: '分档', en: 'bands' },
  });
  expect(lineOf(form, 'key-spending-rate')).toMatchObject({ required: false, claimable: true });
  const [staff] = form.sections[0]!.inputs;
  expect(staff).toMatchObject({
    id: 'authorizedStaff',
    unit: '人',
    required: true,
    lines: ['staff-control-rate'],
  });
});

test('a framework: the columns of a table, its kinds of targets, the tiers with the ends that belong', async () => {
  const form = await formOf('xiangyang@2021');
  const line = form.lines.find(({ entry }) => entry === 'table')!;
  expect(line.table?.columns.map(({ cell, required }) => [cell, required])).toEqual([
    ['name', true],
    ['target', true],
    ['actual', true],
    ['weight', true],
    ['tier', false],
    ['share', false],
    ['points', false],
    ['claimed', false],
    ['reason', false],
    ['note', false],
  ]);
  const worded = line.table?.targets.find(({ kind }) => kind === 'words');
  expect(worded?.judgement?.choices.map(({ name, share }) => [name, share])).toEqual([
    ['达成预期指标', { from: '80%', to: '100%', fromIncluded: true, toIncluded: true }],
    ['部分达成预期指标并具有一定效果', { from: '50%', to: '80%', fromIncluded: true, toIncluded: false }],
    ['未达成预期指标且效果较差', { from: '0%', to: '50%', fromIncluded: true, toIncluded: false }],
  ]);
});

test('is told again only where the rules changed', async () => {
  const first = await ask('/api/rulebooks/yunxi/2021/form');
  const again = await ask('/api/rulebooks/yunxi/2021/form', {
    headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
  });
  expect(again.status).toBe(304);
  expect((await ask('/api/rulebooks/yunxi/1999/form')).status).toBe(404);
});
