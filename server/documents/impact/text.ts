/** An impact as plain text for a terminal. */
import { type Impact, type Language, widthOf } from '../../../engine/index.ts';
import { table } from '../layout.ts';
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

export function impactText(impact: Impact, language: Language): string[] {
  const w = impactWords[language];
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines];
  const points = (title: string) => ({ title, align: 'point' as const });
  const counts = (title: string) => ({ title, align: 'right' as const });
  const { totalsBefore, totalsAfter, change } = impact;
  const acting = impact.edits.filter(({ effect }) => effect !== 'none');
  const idle = impact.edits.filter(({ effect }) => effect === 'none');
  const forms = (list: Impact['gains']) =>
    list.length === 0
      ? []
      : table(
          [
            { title: w.name, widest: 30 },
            points(w.before),
            points(w.after),
            points(w.change),
            counts(w.rank),
            { title: w.parts, widest: 'rest' },
          ],
          list.map((one) => [
            one.name,
            one.before,
            one.after,
            signed(one.change),
            `${one.rankBefore}→${one.rankAfter}`,
            one.parts
              .map((part) => `${titleIn(impact, part.edit, language)} ${signed(part.change)}`)
              .join('\n'),
          ]),
        );
  return [
    `${w.title}  ${nameOf(impact)}`,
    '',
    countsText(impact, language),
    verdictText(impact, language),
    ...(change ? [ranksText(impact, language)] : []),
    ...(totalsBefore && totalsAfter && change
      ? [
          '',
          ...table(
            [{ title: w.total }, points(w.before), points(w.after), points(w.change)],
            (['mean', 'median', 'least', 'most'] as const).map((key) => [
              w[key],
              totalsBefore[key],
              totalsAfter[key],
              signed(change[key]),
            ]),
          ),
        ]
      : []),
    ...section(w.editsTitle, [
      ...(impact.edits.length === 0 ? [w.unchanged] : []),
      ...(acting.length > 0
        ? table(
            [
              { title: w.edit, widest: 'rest' },
              points(w.mean),
              points(w.sum),
              counts(w.higher),
              counts(w.lower),
              points(w.largestGain),
              points(w.largestLoss),
              counts(w.grade),
            ],
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
          )
        : []),
      ...(idle.length > 0
        ? [
            `${w.none}${colon(language)}${idle.map(({ title }) => title[language]).join(language === 'zh' ? '；' : '; ')}`,
          ]
        : []),
      ...(acting.length > 0 ? [impact.method[language]] : []),
    ]),
    ...section(w.changeDistribution, bars(impact)),
    ...section(
      w.grades,
      impact.grades.length === 0
        ? []
        : table(
            [{ title: w.before }, { title: w.after }, counts(w.forms)],
            impact.grades.map((one) => [one.before || w.noGrade, one.after || w.noGrade, String(one.forms)]),
          ),
    ),
    ...section(w.gains, forms(impact.gains)),
    ...section(w.losses, forms(impact.losses)),
    ...section(
      w.needs,
      impact.needs.length === 0
        ? []
        : table(
            [
              { title: w.name, widest: 30 },
              { title: w.kind },
              { title: w.readBy, widest: 'rest' },
              counts(w.forms),
            ],
            impact.needs.map((one) => [
              one.name,
              needKinds[one.kind][language],
              one.readBy.join('、'),
              String(one.forms),
            ]),
          ),
    ),
  ];
}

const longest = 40;

/** The distribution as bars of blocks, a count behind each. */
function bars({ changeDistribution }: Impact): string[] {
  const labels = changeDistribution.map(changeLabel);
  const width = Math.max(0, ...labels.map(widthOf));
  const most = Math.max(1, ...changeDistribution.map(({ forms }) => forms));
  return changeDistribution.map(({ forms }, index) => {
    const blocks = forms === 0 ? 0 : Math.max(1, Math.trunc((forms * longest) / most));
    return `${' '.repeat(width - widthOf(labels[index]!))}${labels[index]}  ${'█'.repeat(blocks)} ${forms}`;
  });
}
