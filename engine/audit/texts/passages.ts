/** The running texts of a form, each with what it is called and where it stands. */
import type { Bilingual, Finding } from '../../../schemas/generated/types.ts';
import { nodesOf, type ScoredForm } from '../../evaluate/index.ts';
import { type Sentence, sentencesOf } from './clauses.ts';

export interface Passage {
  text: string;
  where: Bilingual;
  place: NonNullable<Finding['place']>;
  /** Empty where it holds no figure. */
  sentences: readonly Sentence[];
  /** Whether it says what was planned or what was done. */
  says: 'planned' | 'done';
  /** True where it belongs to the year of the form. */
  isOfYear: boolean;
}

const hasFigure = /[\d０-９]/u;

const goalNames = {
  expected: { zh: '年度总体目标', en: 'the goal' },
  actual: { zh: '年度总体目标完成情况', en: 'what was done of the goal' },
};

const numbered = ({ zh, en }: Bilingual, number: number): Bilingual => ({
  zh: `${zh}（第 ${number} 条）`,
  en: `${en} (${number})`,
});

/** Goals, report and reasons, in the order of the form. */
export function passagesOf({ form, whole, rows }: ScoredForm): Passage[] {
  const { goals = [], report, reasons = {}, year } = form.submission;
  const all: Omit<Passage, 'sentences'>[] = [];
  for (const [index, goal] of goals.entries())
    for (const cell of ['expected', 'actual'] as const)
      all.push({
        text: String(goal[cell] ?? ''),
        where: goals.length > 1 ? numbered(goalNames[cell], index + 1) : goalNames[cell],
        place: { cell: 'goal' },
        says: cell === 'expected' ? 'planned' : 'done',
        isOfYear: true,
      });
  if (report?.text)
    all.push({
      text: report.text,
      where: { zh: '报告', en: 'the report' },
      place: { cell: 'report' },
      says: 'done',
      isOfYear: !report.year || !year || report.year === year,
    });
  const names = new Map(nodesOf(whole).map(({ id, name }) => [id, name] as const));
  const told = [
    ...Object.entries(reasons).map(([id, text]) => ({ id, name: names.get(id) ?? id, text })),
    ...rows.map(({ id, declared }) => ({ id, name: declared.name, text: declared.reason ?? '' })),
  ];
  for (const { id, name, text } of told)
    all.push({
      text,
      where: { zh: `「${name}」的原因说明`, en: `the reason of "${name}"` },
      place: { indicator: id, name, cell: 'reason' },
      says: 'done',
      isOfYear: true,
    });
  return all
    .filter(({ text }) => text.trim() !== '')
    .map((one) => ({ ...one, sentences: hasFigure.test(one.text) ? sentencesOf(one.text) : [] }));
}
