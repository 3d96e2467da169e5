/** A form on paper: whole, whichever part of it is on the screen, and nothing of it cut through. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Filing, SubmissionRecord, SubmissionSummary } from '../../schemas/generated/types.ts';
import { openBrowser, signInToTry, type Visit, visit } from './support/browser.ts';
import { type Served, startServer, type Visitor, visitor } from './support/served.ts';

let browser: Browser;
let server: Served;
let api: Visitor;
let forms: readonly SubmissionSummary[];

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ isTrial: true });
  api = visitor(server.url);
  await api.call('signInToTry', { body: { role: 'administrator' } });
  forms = (await api.call('listSubmissions', { query: { limit: 100 } })).value.items;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function opened(role: Parameters<typeof signInToTry>[1], address: string): Promise<Visit> {
  const one = await visit(browser, server.url);
  await signInToTry(one, role);
  await one.page.goto(address);
  return one;
}

/** What is on paper: the text of each input and line, and of everything. */
async function paperOf(page: Page) {
  await page.emulateMedia({ media: 'print' });
  await page.locator('.paper').waitFor();
  const paper = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('body > *')].filter((one) =>
      one.checkVisibility(),
    );
    const sheet = document.querySelector<HTMLElement>('.paper');
    const textsBy = (name: 'input' | 'line') =>
      [...(sheet?.querySelectorAll<HTMLElement>(`[data-${name}]`) ?? [])].map(
        (one) => [one.dataset[name]!, one.innerText] as const,
      );
    return {
      isAlone: all.length === 1 && all[0] === sheet,
      text: sheet?.innerText ?? '',
      inputs: textsBy('input'),
      lines: textsBy('line'),
      cut: [...(sheet?.querySelectorAll('tbody tr') ?? [])].filter(
        (row) => getComputedStyle(row).breakInside !== 'avoid',
      ).length,
      heads: [...(sheet?.querySelectorAll('thead') ?? [])].map((head) => getComputedStyle(head).display),
      foot: getComputedStyle(document.documentElement).getPropertyValue('--paper-foot'),
    };
  });
  await page.emulateMedia({ media: null });
  await page.locator('.paper').waitFor({ state: 'detached' });
  return paper;
}

/** The sheets of a PDF. */
const sheetsIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

interface Content {
  inputs?: { [id: string]: string | boolean };
  reasons?: { [id: string]: string };
  declared?: { name: string; target: string; actual: string; reason?: string }[];
  goals?: { expected?: string; actual?: string }[];
}

const spaceless = (text: string): string => text.replaceAll(/\s/g, '');

test.each([
  ['yunxi', 'returned'],
  ['ningxia', 'filed'],
] as const)('%s: every input, every line and every text', { timeout: 120_000 }, async (rulebook, state) => {
  const { id } = forms.find((one) => one.rulebook === rulebook && one.state === state)!;
  const path = { submission: id };
  const { value: record } = await api.call('getSubmission', { path });
  const { value: form } = await api.call('getForm', { path: { rulebook, edition: record.edition } });
  const content = record.form as Content;
  const preview = (await api.call('previewSubmission', { path, body: { form: record.form } })).value;
  const { page, troubles, context } = await opened('administrator', `/forms/${id}`);
  await page.locator('.tot .big').waitFor();
  expect(await page.locator('.paper').count()).toBe(0);
  const paper = await paperOf(page);
  expect(paper.isAlone).toBe(true);

  const asked = form.sections.flatMap(({ inputs }) => inputs);
  const shown = new Map(paper.inputs);
  for (const { id: input, name, unit, subjects, type } of asked) {
    if (subjects && !subjects.includes(record.subject)) continue;
    const value = content.inputs?.[input];
    const told = typeof value === 'boolean' ? (value ? '是' : '否') : (value ?? '—');
    expect(shown.get(input), input).toContain(name);
    expect(shown.get(input), input).toContain(told);
    if (value !== undefined && unit && type !== 'yesNo') expect(shown.get(input), input).toContain(unit);
  }
  expect(paper.lines.map(([line]) => line)).toEqual(preview.lines.map((line) => line.id));
  for (const [index, [, text]] of paper.lines.entries()) {
    const { name, weight, points, status } = preview.lines[index]!;
    expect(spaceless(text)).toContain(spaceless(name));
    expect(text).toContain(weight);
    if (status === 'scored') expect(text).toContain(points);
  }
  const told = spaceless(paper.text);
  const texts = [
    ...(content.declared ?? []).flatMap((row) => [row.name, row.target, row.actual, row.reason]),
    ...Object.values(content.reasons ?? {}),
    ...(content.goals ?? []).flatMap((goal) => [goal.expected, goal.actual]),
    ...preview.findings.map(({ message }) => message.zh),
    ...form.lines.filter(({ shape }) => shape === 'leaf').map(({ reading }) => reading),
  ];
  for (const text of texts) expect(told).toContain(spaceless(text ?? ''));
  const { name, unit, year } = record;
  const { total, outOf } = preview.score!;
  for (const fact of [name, unit.name, `${year}年度`, `${total}/${outOf}`, `${rulebook}${record.edition}`])
    expect(told).toContain(fact);
  if (state === 'filed') {
    const { value } = await api.call('getFiling', { path: { ...path, number: record.filings } });
    expect(value.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(told).toContain(value.hash);
  }

  expect([paper.cut, new Set(paper.heads)]).toEqual([0, new Set(['table-header-group'])]);
  expect(told).toContain(form.hash.slice(0, 12));
  expect(paper.foot).toContain(`${form.title} ${form.edition}`);
  for (const signs of ['合计', '填报人：', '负责人：', '单位（盖章）：']) expect(told).toContain(signs);
  expect(sheetsIn(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBeGreaterThan(2);
  expect(await page.locator('.paper').count()).toBe(0);
  expect(troubles).toEqual([]);
  await context.close();
});

test('what was typed a moment ago, and what the reviewer wrote, in English', {
  timeout: 120_000,
}, async () => {
  const { id, filings } = forms.find((one) => one.rulebook === 'yunxi' && one.state === 'returned')!;
  const returned = await api.call('getFiling', { path: { submission: id, number: filings } });
  const { page, context } = await opened('unit', `/forms/${id}?lang=en`);
  const cell = page.locator('[data-cell^="/inputs/"] input, input[data-cell^="/inputs/"]').first();
  await cell.fill('987654');
  const { text, lines } = await paperOf(page);
  expect(text).toContain('987654');
  expect(text).toContain('Annex');
  for (const { line, reason } of (returned.value as Filing).review?.rows ?? [])
    expect(new Map(lines).get(line)).toContain(reason);
  await context.close();
});

test('a review prints the reviewer’s points beside, by the button and by the keys', {
  timeout: 120_000,
}, async () => {
  const { id } = forms.find((one) => one.rulebook === 'ningxia' && one.state === 'filed')!;
  const record: SubmissionRecord = (await api.call('getSubmission', { path: { submission: id } })).value;
  const { page, context, troubles } = await opened('reviewer', `/queue/${id}?show=all`);
  await page.evaluate(() => {
    const told = window as { printed?: number };
    told.printed = 0;
    window.print = () => {
      told.printed!++;
    };
  });
  const printed = () => page.evaluate(() => (window as { printed?: number }).printed);
  await page.getByRole('button', { name: '打印' }).click();
  await expect.poll(printed).toBe(1);
  await page.keyboard.press('Control+p');
  await expect.poll(printed).toBe(2);
  const { lines, text, isAlone } = await paperOf(page);
  expect(isAlone).toBe(true);
  expect(text).toContain('复核');
  expect(text).toContain(record.unit.name);
  const { value } = await api.call('compareFiling', { path: { submission: id, number: record.filings } });
  for (const { line, leaf, computed } of value.rows.filter((row) => row.leaf && row.computed))
    expect([leaf, new Map(lines).get(line)]).toEqual([true, expect.stringContaining(computed!)]);
  expect(troubles).toEqual([]);
  await context.close();
});
