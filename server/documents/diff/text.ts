/** A comparison as plain text for a terminal. Lines are not folded: that is the command's. */
import type { ComparedLine, Difference, Language } from '../../../engine/index.ts';
import { placeText, witnessText } from './amounts.ts';
import { joinSubjects, type ToldChange, type ToldLine } from './merge.ts';
import { type Story, storyOf } from './story.ts';
import { say, titles, verdictOf } from './words.ts';

/** More intervals than this are counted, not listed. */
const mostIntervals = 12;
/** More forms than these show nothing new; all are in the JSON. */
export const mostCases = 2;

export function differenceText(
  difference: Difference,
  language: Language,
  nameOf: (input: string) => string,
): string[] {
  const story = storyOf(difference);
  const title = (words: (typeof titles)[keyof typeof titles]) => say(words, language);
  return [
    ...head(difference, language),
    '',
    title(titles.conclusion),
    ...story.headline.map((one) => `  ${say(one, language)}`),
    ...story.points.map((one) => `  · ${say(one, language)}`),
    ...section(
      title(titles.scores),
      story.changed.flatMap((line) => lineText(line, language, nameOf)),
    ),
    ...section(title(titles.whole), wholeText(difference, language)),
    ...section(title(titles.grades), gradesText(difference, language)),
    ...section(title(titles.cases), casesText(difference, language)),
    ...section(title(titles.equal), equalText(story, language)),
    ...section(title(titles.written), writtenText(story, language)),
  ];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

const head = ({ before, after }: Difference, language: Language): string[] =>
  [['before', before] as const, ['after', after] as const].map(
    ([side, one]) =>
      `${say(titles[side], language)}  ${one.rulebook}@${one.edition}  ${one.title}${one.file ? `  ${one.file}` : ''}`,
  );

function lineText(
  { subjects, line, marks, beforePlaces, afterPlaces }: ToldLine,
  language: Language,
  nameOf: (input: string) => string,
): string[] {
  const w = (words: { zh: string; en: string }) => say(words, language);
  const places = [beforePlaces[0], afterPlaces[0]].map(placeText).filter(Boolean).join(' → ');
  const verdict = w(verdictOf(line));
  const examples = (['gain', 'loss'] as const).flatMap((side) => {
    const text = witnessText(line[side], line, nameOf);
    return text ? [`    ${w(titles.example)} ${w(text)}`] : [];
  });
  return [
    `  ${joinSubjects(subjects, language)}  [${verdict}]  ${places}`,
    ...methods(line, language),
    `    ${w(line.message)}`,
    ...intervals(line, language),
    ...line.situations.map(
      (one) => `    ${w(one.name)}${language === 'zh' ? '：' : ': '}${w(one.before)} → ${w(one.after)}`,
    ),
    ...examples,
    `    ${marks.map(({ code, hash }) => `${code}#${hash}`).join('  ')}`,
  ];
}

function methods(
  { isOtherMethod, beforeMethod, afterMethod, beforeWeight, afterWeight }: ComparedLine,
  language: Language,
): string[] {
  const parts = [
    ...(isOtherMethod && beforeMethod && afterMethod
      ? [`${say(beforeMethod, language)} → ${say(afterMethod, language)}`]
      : []),
    ...(beforeWeight !== undefined && afterWeight !== undefined && beforeWeight !== afterWeight
      ? [`${say(titles.weight, language)} ${beforeWeight} → ${afterWeight}`]
      : []),
  ];
  return parts.length === 0 ? [] : [`    ${parts.join(language === 'zh' ? '；' : '; ')}`];
}

function intervals({ intervals: all, measure }: ComparedLine, language: Language): string[] {
  const colon = language === 'zh' ? '：' : ': ';
  const difference = language === 'zh' ? '差' : 'difference';
  const shown = all
    .slice(0, mostIntervals)
    .map(
      ({ where, before, after, difference: by }) =>
        `    ${say(where, language)}${colon}${inLanguage(before, measure, language)} → ${inLanguage(after, measure, language)}${language === 'zh' ? '，' : ', '}${difference} ${inLanguage(by, measure, language)}`,
    );
  const rest = all.length - shown.length;
  const more =
    rest > 0
      ? [language === 'zh' ? `    ……另有 ${rest} 段，见 --json` : `    … and ${rest} more, see --json`]
      : [];
  const named = shown.length > 0 && all.some(({ before, after }) => /x/.test(before + after));
  const legend = named ? [`    ${xText(measure, language)}`] : [];
  return [...shown, ...more, ...legend];
}

const xText = (_: ComparedLine['measure'], language: Language): string =>
  language === 'zh' ? '（x 是上面所说的那个数，80% 即 0.8）' : '(x is that number; 80% is 0.8)';

/** Formulas of shares name the weight in Chinese, and nothing else. */
export const inLanguage = (formula: string, measure: ComparedLine['measure'], language: Language): string =>
  language === 'zh' || measure === 'points' ? formula : formula.replaceAll('分值', 'weight');

const wholeText = ({ whole }: Difference, language: Language): string[] =>
  whole.situations.map(
    ({ name, before, after }) =>
      `  ${say(name, language)}${language === 'zh' ? '：' : ': '}${say(before, language)} → ${say(after, language)}`,
  );

const gradesText = ({ whole }: Difference, language: Language): string[] =>
  whole.grades.map(
    ({ where, before, after }) =>
      `  ${say(where, language)}${language === 'zh' ? '：' : ': '}${say(before, language)} → ${say(after, language)}`,
  );

const casesText = ({ illustrations = [] }: Difference, language: Language): string[] =>
  illustrations
    .slice(0, mostCases)
    .flatMap(({ name, file, before, after, outOf, lines }) => [
      `  ${name}  ${file}`,
      `    ${say(titles.total, language)}  ${before} → ${after}（${outOf}）`,
      ...lines.map(
        (one) =>
          `    ${'  '.repeat(one.depth - 1)}${one.name}${one.target === undefined ? '' : `  ${one.target} / ${one.actual ?? ''}`}  ${one.before} → ${one.after}${
            one.claimed === undefined
              ? ''
              : language === 'zh'
                ? `（自评 ${one.claimed}）`
                : ` (claimed ${one.claimed})`
          }`,
      ),
    ]);

const equalText = ({ equal }: Story, language: Language): string[] =>
  equal.length === 0
    ? []
    : [`  ${equal.map(({ subject }) => say(subject, language)).join(language === 'zh' ? '、' : ', ')}`];

function writtenText({ groups }: Story, language: Language): string[] {
  if (groups.length === 0) return [`  ${say(titles.nothing, language)}`];
  return groups.flatMap(({ title, changes }) => [
    `  ${say(title, language)}`,
    ...changes.flatMap((change) => changeText(change, language)),
  ]);
}

function changeText(
  { subjects, label, message, marks, isText, before, after }: ToldChange,
  language: Language,
): string[] {
  const [mark] = marks;
  const places = [mark?.before, mark?.after].map((place) => (place ? placeText(place) : '—')).join(' → ');
  const subject = joinSubjects(subjects, language);
  const colon = language === 'zh' ? '：' : ': ';
  const codes = `      ${places}  ${mark!.code}#${mark!.hash}${marks.length > 1 ? (language === 'zh' ? ` 等 ${marks.length} 处` : ` and ${marks.length - 1} more`) : ''}`;
  if (!isText) return [`    ${subject}${colon}${say(message, language)}`, codes];
  const side = (sign: string, words: typeof before) =>
    words
      ? say(words, language)
          .split('\n')
          .map((line) => `      ${sign} ${line}`)
      : [];
  return [`    ${subject}${colon}${say(label, language)}`, ...side('−', before), ...side('+', after), codes];
}
