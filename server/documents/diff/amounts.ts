/** Points, shares, places and examples as a reader sees them. */
import {
  type Bilingual,
  type ComparedLine,
  Exact,
  type LargestDifference,
  type Place,
} from '../../../engine/index.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** Points with two decimals at most; a fraction stays one. */
export const shownPoints = (points: string): string => shownNumber(numberOf(points), 4);

/** A number that may be written as a fraction. */
function numberOf(text: string): Exact {
  const [top = '0', bottom = '1'] = text.split('/');
  return Exact.of(top).over(Exact.of(bottom)) ?? Exact.zero;
}

function shownNumber(number: Exact, decimals: number): string {
  const rounded = number.round({ decimals, mode: 'down' });
  return rounded.equals(number) ? rounded.toText() : `${rounded.toText()}…`;
}

/** A share of the weight as a percentage, points as points. */
export function shownAmount(points: string, measure: ComparedLine['measure']): Bilingual {
  if (measure === 'points')
    return both(`${shownPoints(points)} 分`, `${shownPoints(points)} ${points === '1' ? 'point' : 'points'}`);
  const share = `${shownNumber(numberOf(points).times(Exact.hundred), 2)}%`;
  return both(`分值的 ${share}`, `${share} of the weight`);
}

/** `rulebooks/a/rulebook.yaml:12` */
export const placeText = (place: Place | undefined): string =>
  place ? [place.file ?? place.pointer, place.line].filter((one) => one !== undefined).join(':') : '';

/** Inputs that show a claim, in one line. */
export function witnessText(
  largest: LargestDifference | undefined,
  line: ComparedLine,
  nameOf: (input: string) => string,
): Bilingual | undefined {
  const witness = largest?.witness;
  if (!witness || largest.before === undefined || largest.after === undefined) return undefined;
  const comma = { zh: '，', en: ', ' };
  const inLanguage = (language: keyof Bilingual): string => {
    const yes = language === 'zh' ? ['否', '是'] : ['no', 'yes'];
    const cells = [
      ...(witness.target === undefined ? [] : [`${language === 'zh' ? '目标' : 'target'} ${witness.target}`]),
      ...(witness.actual === undefined ? [] : [`${language === 'zh' ? '完成' : 'actual'} ${witness.actual}`]),
      ...(witness.judgement === undefined
        ? []
        : [`${language === 'zh' ? '评价人给' : 'judged'} ${witness.judgement}`]),
      ...Object.entries(witness.inputs).map(([name, value]) =>
        typeof value === 'boolean' ? `${nameOf(name)}：${yes[Number(value)]}` : `${nameOf(name)} ${value}`,
      ),
    ];
    const scores = [largest.before!, largest.after!].map(
      (points) => shownAmount(points, line.measure)[language],
    );
    return `${cells.join(comma[language])}${language === 'zh' ? '：' : ': '}${scores.join(' → ')}`;
  };
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}
