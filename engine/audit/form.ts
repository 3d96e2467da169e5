/** Findings about the form around its scores: stated rates, goals, years, repeated indicators, rules nobody printed. */
import type { Bilingual, Finding } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import type { Exact } from '../decimal.ts';
import { listedNames } from '../diagnostics/index.ts';
import { leavesOf, placeOf, type Row, type ScoredForm, type ScoredNode } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { convert, type Reading, readCell } from '../read/index.ts';
import { rateFindings } from './rates.ts';

export const formFindings = (scored: ScoredForm): Finding[] => [
  ...rateFindings(scored),
  ...goalFindings(scored),
  ...yearFindings(scored),
  ...repeatedFindings(scored),
  ...inferredFindings(scored),
];

const goalFindings = ({ form }: ScoredForm): Finding[] =>
  (form.submission.goals ?? []).flatMap(({ expected }) => {
    const text = String(expected ?? '');
    const { kind, unit } = readCell(text);
    const isAmount = kind === 'number' && (unit === undefined || /元$/.test(unit));
    return isAmount ? [find('goal-is-amount', { text }, { cell: 'goal' })] : [];
  });

function yearFindings({ form, whole }: ScoredForm): Finding[] {
  const { year, report } = form.submission;
  if (!year) return [];
  const all: Finding[] = [];
  if (report?.year && report.year !== year)
    all.push(
      find(
        'year-mismatch',
        { year, other: report.year, what: { zh: '报告', en: 'the report' } },
        { cell: 'report' },
      ),
    );
  const bySource = new Map<string, ScoredNode<Exact>[]>();
  for (const line of leavesOf(whole)) {
    const source = (line.row?.plan ?? line.plan)?.source;
    if (!source?.year || source.year === year) continue;
    const lines = bySource.get(source.title);
    if (lines) lines.push(line);
    else bySource.set(source.title, [line]);
  }
  for (const [title, lines] of bySource) {
    const { source } = (lines[0]!.row?.plan ?? lines[0]!.plan)!;
    const names = listedNames(lines.map((line) => line.name));
    const what = {
      zh: `「${names.zh}」所依据的《${title}》`,
      en: `"${title}", on which "${names.en}" rests,`,
    };
    all.push(find('year-mismatch', { year, other: source!.year!, what }, placeOf(lines[0]!), 'warning'));
  }
  return all;
}

/** One thing declared twice under different headings; counting it and costing it are not the same thing. */
function repeatedFindings({ rows }: ScoredForm): Finding[] {
  const seen = new Map<string, ScoredForm['rows'][number]>();
  return rows.flatMap((row) => {
    const name = row.declared.name.replace(/[\s，,。；;、]/g, '');
    const key = `${name}\n${row.group.role === 'cost'}`;
    const first = seen.get(key);
    seen.set(key, first ?? row);
    if (!first) return [];
    const parameters = {
      name: row.declared.name,
      first: first.group.name,
      second: row.group.name,
      differs: differing(first, row),
    };
    return [find('duplicate-indicator', parameters, { indicator: row.id, name: row.declared.name })];
  });
}

/** The cells in which one thing declared twice is not the same: it cannot be both. */
function differing(one: Row<Exact>, other: Row<Exact>): Bilingual {
  const cells = (['target', 'actual'] as const).filter((cell) => !isSame(one[cell], other[cell]));
  const told = (cell: 'target' | 'actual'): Bilingual => ({
    zh: `${words.cell[cell].zh}分别为「${one[cell].text}」与「${other[cell].text}」`,
    en: `its ${words.cell[cell].en} is "${one[cell].text}" in one and "${other[cell].text}" in the other`,
  });
  const all = cells.map(told);
  return all.length === 0
    ? { zh: '', en: '' }
    : { zh: `，${all.map(({ zh }) => zh).join('，')}`, en: `: ${all.map(({ en }) => en).join(', ')}` };
}

const isSame = (one: Reading, other: Reading): boolean =>
  one.text === other.text ||
  (one.number !== undefined &&
    other.number !== undefined &&
    (convert(one.number, one.unit ?? other.unit, other.unit ?? one.unit)?.equals(other.number) ?? false));

/** Where the document prints no rule: told for each line a person judges, and once for all others. */
function inferredFindings({ whole }: ScoredForm): Finding[] {
  const inferred = leavesOf(whole).filter((line) => ruleOf(line)?.inferred && line.status !== 'excluded');
  const judged = inferred.filter(
    (line) => !line.row && line.plan?.kind === 'leaf' && line.plan.rule.judged !== undefined,
  );
  const others = inferred.filter((line) => !judged.includes(line));
  const told = judged.map((line) =>
    find('no-rule', { name: line.name, reading: ruleOf(line)?.reading ?? '—' }, placeOf(line)),
  );
  const [first] = others;
  if (!first) return told;
  const name =
    others.length === 1
      ? first.name
      : {
          zh: `${first.name}等 ${others.length} 行`,
          en: `${first.name} and ${others.length - 1} more lines`,
        };
  return [...told, find('no-rule', { name, reading: commonReading(others) })];
}

const ruleOf = ({ row, plan }: ScoredNode<Exact>) => row?.plan ?? plan;

/** The reading that most of the lines rest on. */
function commonReading(lines: readonly ScoredNode<Exact>[]): string {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const reading = ruleOf(line)?.reading;
    if (reading) counts.set(reading, (counts.get(reading) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '—';
}
