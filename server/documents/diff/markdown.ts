/** A comparison as Markdown, for a merge request or a mail. */
import type { ComparedLine, Difference, Language } from '../../../engine/index.ts';
import { markdownText as cell } from '../markdown.ts';
import { placeText, witnessText } from './amounts.ts';
import { joinSubjects, type ToldChange, type ToldLine } from './merge.ts';
import { type Story, storyOf } from './story.ts';
import { inLanguage, mostCases } from './text.ts';
import { say, titles, verdictOf } from './words.ts';

export function differenceMarkdown(
  difference: Difference,
  language: Language,
  nameOf: (input: string) => string,
): string {
  const story = storyOf(difference);
  const w = (words: { zh: string; en: string }) => say(words, language);
  const { before, after } = difference;
  const blocks = [
    `# ${w(titles.page)}${language === 'zh' ? '：' : ': '}${before.rulebook}@${before.edition} → ${after.rulebook}@${after.edition}`,
    list(
      [before, after].map(
        (one, index) =>
          `${w(index === 0 ? titles.before : titles.after)}${language === 'zh' ? '：' : ': '}${cell(one.title)}（\`${one.file ?? one.hash.slice(0, 12)}\`）`,
      ),
    ),
    `## ${w(titles.conclusion)}`,
    story.headline.map((one) => cell(w(one))).join('\n\n'),
    list(story.points.map((one) => cell(w(one)))),
    ...(story.changed.length > 0 ? [`## ${w(titles.scores)}`] : []),
    ...story.changed.flatMap((line) => lineBlocks(line, language, nameOf)),
    ...changesTable(
      w(titles.whole),
      w(titles.situation),
      difference.whole.situations.map(({ name, ...rest }) => ({ where: name, ...rest })),
      language,
    ),
    ...changesTable(w(titles.grades), w(titles.when), difference.whole.grades, language),
    ...casesBlocks(difference, language),
    ...(story.equal.length > 0
      ? [
          `## ${w(titles.equal)}`,
          story.equal.map(({ subject }) => cell(w(subject))).join(language === 'zh' ? '、' : ', '),
        ]
      : []),
    `## ${w(titles.written)}`,
    ...(story.groups.length === 0 ? [w(titles.nothing)] : writtenBlocks(story, language)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const list = (items: readonly string[]): string => items.map((one) => `- ${one}`).join('\n');

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function lineBlocks(
  { subjects, line, marks, beforePlaces, afterPlaces }: ToldLine,
  language: Language,
  nameOf: (input: string) => string,
): string[] {
  const w = (words: { zh: string; en: string }) => say(words, language);
  const verdict = w(verdictOf(line));
  const places = [beforePlaces[0], afterPlaces[0]].map(placeText).filter(Boolean);
  const facts = [
    ...(line.isOtherMethod && line.beforeMethod && line.afterMethod
      ? [cell(`${w(line.beforeMethod)} → ${w(line.afterMethod)}`)]
      : []),
    ...(line.beforeWeight !== undefined &&
    line.afterWeight !== undefined &&
    line.beforeWeight !== line.afterWeight
      ? [`${w(titles.weight)} ${line.beforeWeight} → ${line.afterWeight}`]
      : []),
    cell(w(line.message)),
    ...(['gain', 'loss'] as const).flatMap((side) => {
      const text = witnessText(line[side], line, nameOf);
      return text ? [`${w(titles.example)}${language === 'zh' ? '：' : ': '}${cell(w(text))}`] : [];
    }),
    ...(places.length > 0 ? [places.map((one) => `\`${one}\``).join(' → ')] : []),
    marks.map(({ code, hash }) => `\`${code}#${hash}\``).join(' '),
  ];
  return [
    `### ${cell(joinSubjects(subjects, language))} · ${verdict}`,
    list(facts),
    ...intervalsTable(line, language),
    ...(line.situations.length > 0
      ? [
          tableOf(
            [w(titles.situation), w(titles.before), w(titles.after)],
            line.situations.map((one) => [w(one.name), w(one.before), w(one.after)].map(cell)),
          ),
        ]
      : []),
  ];
}

function intervalsTable({ intervals, measure }: ComparedLine, language: Language): string[] {
  if (intervals.length === 0) return [];
  const w = (words: { zh: string; en: string }) => say(words, language);
  return [
    tableOf(
      [w(titles.when), w(titles.before), w(titles.after), w(titles.difference)],
      intervals.map(({ where, before, after, difference }) => [
        cell(w(where)),
        ...[before, after, difference].map((formula) => cell(inLanguage(formula, measure, language))),
      ]),
    ),
  ];
}

function changesTable(
  title: string,
  first: string,
  rows: readonly {
    where: { zh: string; en: string };
    before: { zh: string; en: string };
    after: { zh: string; en: string };
  }[],
  language: Language,
): string[] {
  if (rows.length === 0) return [];
  const cells = rows.map(({ where, before, after }) =>
    [where, before, after].map((one) => cell(say(one, language))),
  );
  return [`## ${title}`, tableOf([first, say(titles.before, language), say(titles.after, language)], cells)];
}

function casesBlocks({ illustrations = [] }: Difference, language: Language): string[] {
  if (illustrations.length === 0) return [];
  const w = (words: { zh: string; en: string }) => say(words, language);
  return [
    `## ${w(titles.cases)}`,
    ...illustrations.slice(0, mostCases).flatMap(({ name, file, before, after, outOf, lines }) => [
      `**${cell(name)}** \`${file}\` ${before} → ${after} / ${outOf}`,
      tableOf(
        [titles.line, titles.target, titles.actual, titles.claimed, titles.before, titles.after].map(w),
        lines.map((one) => [
          `${'　'.repeat(one.depth - 1)}${cell(one.name)}`,
          ...[one.target, one.actual, one.claimed].map((text) => cell(text ?? '')),
          one.before,
          one.after,
        ]),
      ),
    ]),
  ];
}

const writtenBlocks = ({ groups }: Story, language: Language): string[] =>
  groups.flatMap(({ title, changes }) => [
    `### ${say(title, language)}`,
    list(changes.map((change) => changeText(change, language))),
  ]);

function changeText({ subjects, message, marks }: ToldChange, language: Language): string {
  const [mark] = marks;
  const places = [mark!.before, mark!.after]
    .map((place) => (place ? `\`${placeText(place)}\`` : '—'))
    .join(' → ');
  const more = marks.length > 1 ? ` +${marks.length - 1}` : '';
  return `${cell(joinSubjects(subjects, language))}${language === 'zh' ? '：' : ': '}${cell(say(message, language))}（${places}，\`${mark!.code}#${mark!.hash}\`${more}）`;
}
