/** Wholes with their parts: 共100万元，其中：A 60万元、B 50万元；A 30万元、B 60万元，合计90万元. Only amounts of money. */
import { type Exact, least } from '../../decimal.ts';
import { convert, figuresIn, type RunningFigure, sameDimension } from '../../read/index.ts';
import type { WrittenSum } from './written-sum.ts';

const isAmount = ({ unit }: RunningFigure): boolean => sameDimension(unit, '元');
/** What says that parts follow; only the last two say that there are no others. */
const opening = /其中|包括|分别为|分别是/gu;
const saysAll = /分别/u;
/** Where parts end. */
const closing = /[。\n\r!！?？）)]/u;
/** Words in a part that say something else of it than what it is for. */
const notAPart =
  /占|较|比|同比|增长|增加|减少|结余|结转|剩余|余额|已|其中|主要用于|包括|包含|含|人均|平均|每|单价|上年|去年|截至|预算|累计|以[内上下]|不超过|约|近|左右|余|另|还|同步|此外/u;
/** A part that begins like this is what became of the whole. */
const becameOf = /^\s*(?:实际|全年|当年|本年|共)?(?:支出|执行|支付|使用|完成|到位|下达|拨付|收回|上缴)/u;
/** Where the money came from: with what it was spent on it makes no one whole. */
const source = /财政|拨款|自筹|贷款|债券|中央|省级|市级|县级|区级|上级|本级|社会资本|社会投入|其他资金|银行/u;
const mostParts = 40;
const mostFigures = 200;
const longestList = 1000;
const longestHead = 80;

/** The lists of parts in a text. */
export function listsIn(text: string): WrittenSum[] {
  if (!mayList.test(text)) return [];
  const figures = figuresIn(text);
  return [...opened(text, figures), ...closedLists(text, figures)];
}

const mayList = /其中|包括|分别|[合共总]计|总共/u;

/** A whole right before 其中, and the parts behind it. */
function opened(text: string, figures: readonly RunningFigure[]): WrittenSum[] {
  let seen = 0;
  return [...text.matchAll(opening)].flatMap((match): WrittenSum[] => {
    while (seen < figures.length && figures[seen]!.end <= match.index) seen++;
    const whole = figures[seen - 1];
    const start = match.index + match[0].length;
    if (!whole || !isAmount(whole) || whole.approximate) return [];
    // Between the whole and its parts stands nothing but a sign.
    if (!/^\s*(?:[，,。；;：:（(]\s*)?$/u.test(text.slice(whole.end, match.index))) return [];
    const end = endOf(text, start);
    const parts = partsIn(text, start, end, figures.slice(seen, seen + mostFigures));
    if (!parts || parts.length < 2) return [];
    const isOpen = !saysAll.test(match[0]);
    return asSum(text, whole, parts, { from: whole.at, isOpen });
  });
}

function endOf(text: string, start: number): number {
  const last = Math.min(text.length, start + longestList);
  for (let at = start; at < last; at++) if (closing.test(text[at]!)) return at;
  return last;
}

/** What stands between two signs, with the sign behind it. */
interface Piece {
  text: string;
  amounts: readonly RunningFigure[];
  level: number;
}

function* piecesOf(
  text: string,
  start: number,
  end: number,
  figures: readonly RunningFigure[],
): Generator<Piece> {
  let from = start;
  let next = 0;
  for (let at = start; at <= end; at++) {
    const level = at === end ? levels.end : isGrouping(text, at) ? 0 : levelOf(text[at]!);
    if (level === 0) continue;
    const amounts: RunningFigure[] = [];
    for (; next < figures.length && figures[next]!.end <= at; next++)
      if (isAmount(figures[next]!)) amounts.push(figures[next]!);
    yield { text: text.slice(from, at).replace(/^\s*[：:]/u, ''), amounts, level };
    from = at + 1;
  }
}

/** The amounts between two places, one a piece; undefined where one of them may be no part. */
function partsIn(
  text: string,
  start: number,
  end: number,
  figures: readonly RunningFigure[],
): RunningFigure[] | undefined {
  const parts: Piece[] = [];
  /** The sign between the first two parts, and the greatest one since the last part. */
  let level: number | undefined;
  let passed = 0;
  for (const piece of piecesOf(text, start, end, figures)) {
    const hasAmount = piece.amounts.length > 0;
    if (hasAmount && parts.length > 0) {
      level ??= passed;
      if (passed > level) break;
    }
    const isWithin = hasAmount && level !== undefined && passed < level;
    if (isWithin || !mayBePart(piece)) return undefined;
    if (hasAmount) parts.push(piece);
    passed = hasAmount ? piece.level : Math.max(passed, piece.level);
  }
  const isOneKind = new Set(parts.map((piece) => source.test(piece.text))).size <= 1;
  return isOneKind && parts.length <= mostParts ? parts.map(({ amounts }) => amounts[0]!) : undefined;
}

function mayBePart({ text, amounts }: Piece): boolean {
  if (/主要用于|包括|包含|其中/u.test(text) || amounts.length > 1) return false;
  const [amount] = amounts;
  return !amount || !(notAPart.test(text) || becameOf.test(text) || amount.approximate);
}

const levels = { comma: 2, semicolon: 3, end: 4 } as const;

/** How far a sign sets apart what is on its two sides. */
const levelOf = (sign: string): number =>
  sign === '、' ? 1 : /[，,]/u.test(sign) ? 2 : /[；;]/u.test(sign) ? 3 : 0;

const isGrouping = (text: string, at: number): boolean =>
  text[at] === ',' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');

const summing = /[，,；;]\s*(?:以上)?(?:合计|共计|总计|总共)(?:为|是|金额)?(?:支出|投入|安排)?\s*$/u;

/** A 30万元、B 60万元，合计90万元: an enumeration, and its sum right behind it. */
function closedLists(text: string, figures: readonly RunningFigure[]): WrittenSum[] {
  return figures.flatMap((whole, index): WrittenSum[] => {
    if (!isAmount(whole) || whole.approximate) return [];
    const before = figures[index - 1];
    if (!before || !summing.test(text.slice(before.end, whole.at))) return [];
    if (/[^，,；;合共总计以上为是金额支出投入安排\s]/u.test(text.slice(before.end, whole.at))) return [];
    const parts: RunningFigure[] = [];
    for (let at = index - 1; at >= Math.max(0, index - mostParts); at--) {
      const figure = figures[at]!;
      const next = parts[0];
      const between = next ? text.slice(figure.end, next.at) : '';
      if (!isAmount(figure) || figure.approximate || (next && !/^、[^，。；;,、\d]*$/u.test(between))) break;
      parts.unshift(figure);
    }
    const first = parts[0];
    if (!first || parts.length < 2) return [];
    const head =
      text
        .slice(Math.max(0, first.at - longestHead), first.at)
        .split(/[，。；;\n]/u)
        .at(-1) ?? '';
    if (notAPart.test(head) || notAPart.test(text.slice(first.end, parts.at(-1)!.at))) return [];
    return asSum(text, whole, parts, { from: first.at - head.length, isOpen: false });
  });
}

function asSum(
  text: string,
  whole: RunningFigure,
  parts: readonly RunningFigure[],
  { from, isOpen }: { from: number; isOpen: boolean },
): WrittenSum[] {
  const { unit } = whole;
  const inUnit = parts.map(({ number, unit: own }) => convert(number, own, unit));
  const lasts = parts.map(({ last, unit: own }) => convert(last, own, unit));
  if (inUnit.some((one) => one === undefined) || lasts.some((one) => one === undefined)) return [];
  const end = Math.max(whole.end, parts.at(-1)!.end);
  return [
    {
      text: text.slice(from, end).trim(),
      parts: inUnit as Exact[],
      whole: whole.number,
      unit: unit!,
      last: whole.last,
      // 30 beside 29.99 is 30.00.
      lastOfParts: least(...(lasts as [Exact, ...Exact[]])),
      isOpen,
      isEquation: false,
    },
  ];
}
