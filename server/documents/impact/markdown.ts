/** An impact as Markdown: for an issue, a mail, a memo. */
import type { Impact, Language } from '../../../engine/index.ts';
import { markdownTable as table, markdownText as text } from '../markdown.ts';
import {
  changeLabel,
  colon,
  countsText,
  impactWords,
  nameOf,
  needKinds,
  ranksText,
  signed,
  titleIn,
  verdictText,
} from './words.ts';

export function impactMarkdown(impact: Impact, language: Language): string {
  const w = impactWords[language];
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${title}`, '', ...lines];
  const acting = impact.edits.filter(({ effect }) => effect !== 'none');
  const idle = impact.edits.filter(({ effect }) => effect === 'none');
  const { totalsBefore, totalsAfter, change } = impact;
  const figures =
    totalsBefore && totalsAfter && change
      ? (['mean', 'median', 'least', 'most', 'sum'] as const).map((key) => [
          w[key],
          totalsBefore[key],
          totalsAfter[key],
          signed(change[key]),
        ])
      : [];
  const forms = (list: Impact['gains']) =>
    table(
      [w.name, w.before, w.after, w.change, w.rank, w.parts],
      list.map((one) => [
        one.name,
        one.before,
        one.after,
        signed(one.change),
        `${one.rankBefore} → ${one.rankAfter}`,
        one.parts.map((part) => `${titleIn(impact, part.edit, language)} ${signed(part.change)}`).join('；'),
      ]),
    );
  const lines = [
    `# ${w.title}`,
    '',
    text(nameOf(impact)),
    '',
    `- ${text(impact.before.title)}`,
    `- ${text(impact.after.title)}`,
    '',
    countsText(impact, language),
    '',
    ...(impact.change
      ? [`**${verdictText(impact, language)}**`, '', ranksText(impact, language)]
      : [verdictText(impact, language)]),
    '',
    ...table([w.total, w.before, w.after, w.change], figures),
    ...section(w.editsTitle, [
      ...table(
        [w.edit, w.mean, w.sum, w.higher, w.lower, w.largestGain, w.largestLoss, w.grade],
        acting.map((one) => [
          one.title[language],
          signed(one.mean),
          signed(one.sum),
          String(one.higher),
          String(one.lower),
          signed(one.largestGain),
          signed(one.largestLoss),
          one.gradeChanges === 0 ? '' : String(one.gradeChanges),
        ]),
      ),
      ...(impact.edits.length === 0 ? [w.unchanged, ''] : []),
      ...acting.flatMap((edit) =>
        edit.changes.map(
          ({ subject, message }) =>
            `- ${text(subject[language])}${colon(language)}${text(message[language])}`,
        ),
      ),
      ...(acting.length > 0 ? [''] : []),
      ...(idle.length > 0
        ? [
            `${w.none}${colon(language)}${idle.map(({ title }) => text(title[language])).join(language === 'zh' ? '；' : '; ')}`,
            '',
          ]
        : []),
    ]),
    ...section(
      w.changeDistribution,
      table(
        [w.change, w.forms],
        impact.changeDistribution.map((bar) => [changeLabel(bar), String(bar.forms)]),
      ),
    ),
    ...section(
      w.grades,
      table(
        [w.before, w.after, w.forms],
        impact.grades.map((one) => [one.before || w.noGrade, one.after || w.noGrade, String(one.forms)]),
      ),
    ),
    ...section(w.gains, forms(impact.gains)),
    ...section(w.losses, forms(impact.losses)),
    ...section(
      w.needs,
      table(
        [w.name, w.kind, w.readBy, w.lacking],
        impact.needs.map((one) => [
          one.name,
          needKinds[one.kind][language],
          one.readBy.join('、'),
          String(one.forms),
        ]),
      ),
    ),
    ...section(w.method, [impact.method[language], '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
