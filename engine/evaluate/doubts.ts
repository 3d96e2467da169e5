/** What a person would ask about a target and an actual that can both be read: vague figures, directions, several numbers. */
import { Exact } from '../decimal.ts';
import { type CellPart, convert, directionOf, numbersIn, type Reading } from '../read/index.ts';

/** An actual further from its target than this part of it is on one side of it, however vague. */
const vague = Exact.of('0.05');

/** 约200人 beside ≥200人: it cannot be told whether the target was met. 余 and 多 say more, never less. */
export function isVague({ number: target, comparator }: Reading, actual: Reading, reached: Exact): boolean {
  if (!actual.approximate || target === undefined) return false;
  const gap = reached.minus(target).absolute();
  if (gap.compare(target.absolute().times(vague)) > 0) return false;
  const isMore = /[余多]/u.test(actual.text);
  return !isMore || comparator === '<=' || comparator === '<' || comparator === '=';
}

/** 下降2% beside 增长3%, −3% beside 下降3%, 105% beside 提高5%: whether they say the same is not certain. */
export function isDirectionUnclear(target: Reading, actual: Reading, name: string): boolean {
  const own = directionOf(actual.label);
  const wanted = directionOf(target.label);
  if (own === undefined && wanted === undefined) return false;
  if (own !== undefined) {
    if (own !== (wanted ?? directionOf(name) ?? 'up')) return true;
    return target.unit !== actual.unit && [target.unit, actual.unit].includes('百分点');
  }
  const isRate = target.unit === '%' && actual.unit === '%';
  const { number } = actual;
  if (!isRate || !number || !target.number) return false;
  const isLevel = number.compare(Exact.one) >= 0 && target.number.compare(Exact.one) < 0;
  return number.sign() < 0 || isLevel;
}

/** 12月前 met in December: it may mean before December begins. */
export const isDeadlineUnclear = (target: Reading, actual: Reading): boolean =>
  target.notes.includes('two-readings') &&
  target.date !== undefined &&
  actual.date?.slice(0, 7) === target.date.slice(0, 7);

/** 12月 beside 12月15日前: which day of the month it was is not told. */
export const isWithinMonthOf = ({ date }: Reading, day: string | undefined): boolean =>
  date !== undefined && day !== undefined && day > date && day.slice(0, 7) === date.slice(0, 7);

/** The numbers of a target in words, or with several of them, that the actual neither repeats nor reaches. */
export function figuresMissed(target: Reading, actual: Reading): string[] {
  if (actual.kind === 'blank' || target.text === actual.text) return [];
  if (target.kind === 'compound' && actual.kind === 'compound')
    return target.parts!.filter((part) => !actual.parts!.some((one) => reaches(one, part))).map(partText);
  if (target.kind !== 'compound' && (target.kind !== 'words' || target.notes.includes('period'))) return [];
  const given = new Set(numbersIn(actual.text));
  const isBare = given.size === 0 && !target.parts?.some((part) => part.comparator !== undefined);
  return isBare ? [] : numbersIn(target.text).filter((number) => !given.has(number));
}

function reaches(actual: CellPart, target: CellPart): boolean {
  const number = convert(actual.number, actual.unit, target.unit);
  if (
    !number ||
    (actual.label !== undefined && target.label !== undefined && !isAlike(actual.label, target.label))
  )
    return false;
  const side = number.compare(target.number);
  switch (target.comparator) {
    case '<=':
      return side <= 0;
    case '<':
      return side < 0;
    case '=':
      return side === 0;
    case '>':
      return side > 0;
    default:
      return side >= 0;
  }
}

const isAlike = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

const partText = ({ label, number, unit }: CellPart): string =>
  `${label ?? ''}${(unit === '%' || unit === '百分点' ? number.times(Exact.hundred) : number).toText()}${unit ?? ''}`;
