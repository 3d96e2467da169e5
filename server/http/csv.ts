/** Answers that may be had as CSV for a spreadsheet: `?format=csv`, or Accept: text/csv. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { csvOf } from '../documents/csv.ts';
import { choiceOf, choiceParameter } from './asked.ts';
import { languageOf } from './language.ts';

const formats = ['json', 'csv'] as const;

export const formatParameter = choiceParameter('format', formats, {
  zh: 'csv 得到表格文件；省略时看 Accept。',
  en: '`csv` gives a file for a spreadsheet; else Accept decides.',
});

/** Whether the request asks for CSV. */
export function wantsCsv(c: Context): boolean {
  const asked = choiceOf(c, 'format', formats);
  if (asked !== undefined) return asked === 'csv';
  const supports = ['application/json', 'text/csv'];
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === 'text/csv';
}

/** Rows of text as the answer; the first row is the heading. */
export const csvAnswer = (c: Context, name: string, rows: readonly (readonly string[])[]): Response =>
  c.body(csvOf(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Content-Language': languageOf(c),
    Vary: 'Accept, Accept-Language',
  });
