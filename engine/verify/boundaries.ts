/** A boundary belongs to the side that the quoted text gives it to, where the text says which. */

import { Exact } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import { type Analysis, type Curve, limitOf, type Piece } from '../possible/index.ts';
import { type Claim, claims } from './claim.ts';
import { showing } from './showing.ts';
import { shownNumber } from './words.ts';

/** What a text says of one number: that it belongs with what lies above it, or below. */
export interface Boundary {
  number: string;
  isPercent: boolean;
  belongs: 'above' | 'below';
  quote: string;
  /** True where 以上 or 以下 says so by custom only, without 含. */
  byCustom: boolean;
}

const number = String.raw`(\d+(?:\.\d+)?)\s*([%％])?`;
const included = String.raw`[（(]\s*含\s*(?:本数)?\s*[)）]`;
const dash = '[-–—~～至到]';

const patterns: { pattern: RegExp; read: (match: RegExpExecArray) => Boundary[] }[] = [
  {
    // 80%（含）-90%、0-10%（含）、100-80%（含80%）
    pattern: new RegExp(
      `${number}\\s*(${included})?\\s*${dash}\\s*${number}\\s*(?:[（(]\\s*含\\s*(?:${number})?\\s*[)）])?`,
      'gu',
    ),
    read: readRange,
  },
  side(String.raw`(?:≥|≧|>=|不低于|不少于|不小于|至少)\s*${number}`, 'above'),
  side(String.raw`(?:≤|≦|<=|不超过|不高于|不大于|不多于|至多)\s*${number}`, 'below'),
  side(String.raw`${number}\s*(?:${included})\s*以上`, 'above'),
  side(String.raw`${number}\s*(?:及以上|以上\s*${included})`, 'above'),
  side(String.raw`${number}\s*(?:${included})\s*(?:以下|以内)`, 'below'),
  side(String.raw`${number}\s*(?:及以下|(?:以下|以内)\s*${included})`, 'below'),
  side(String.raw`(?:>|＞|大于|高于|超过)\s*${number}`, 'below'),
  side(String.raw`(?:<|＜|小于|低于|不足|不到)\s*${number}`, 'above'),
  side(String.raw`${number}\s*以上`, 'above', true),
  side(String.raw`${number}\s*(?:以下|以内)`, 'below', true),
];

function side(source: string, belongs: Boundary['belongs'], byCustom = false) {
  return {
    pattern: new RegExp(source, 'gu'),
    read: (match: RegExpExecArray): Boundary[] => {
      const [quote, digits, percent] = match;
      return [{ number: digits!, isPercent: percent !== undefined, belongs, quote: quote.trim(), byCustom }];
    },
  };
}

/** `80%（含）-90%`: an end marked 含 belongs with what lies between the two. */
function readRange(match: RegExpExecArray): Boundary[] {
  const [quote, first, firstPercent, mark, second, secondPercent, named] = match;
  const isPercent = (firstPercent ?? secondPercent) !== undefined;
  const rising = Exact.of(first!).compare(Exact.of(second!)) < 0;
  const belongs = (isFirst: boolean) => (isFirst === rising ? ('above' as const) : ('below' as const));
  const boundary = (digits: string, isFirst: boolean): Boundary => ({
    number: digits,
    isPercent,
    belongs: belongs(isFirst),
    quote: quote.trim(),
    byCustom: false,
  });
  const found: Boundary[] = [];
  if (mark) found.push(boundary(first!, true));
  const closing = /[（(]\s*含[^（()）]*[)）]\s*$/u.test(quote);
  if (named !== undefined) {
    const isFirst = Exact.of(named).equals(Exact.of(first!));
    if (isFirst || Exact.of(named).equals(Exact.of(second!))) found.push(boundary(named, isFirst));
  } else if (closing) found.push(boundary(second!, false));
  return found;
}

/** The boundaries a text places; the same stretch is read once, by the first pattern that fits it. */
export function boundariesIn(text: string): Boundary[] {
  const found: Boundary[] = [];
  let rest = text;
  for (const { pattern, read } of patterns)
    rest = rest.replace(pattern, (...all) => {
      const match = all.slice(0, -2) as unknown as RegExpExecArray;
      found.push(...read(match));
      return '〓'.repeat(match[0].length);
    });
  // Custom yields to what is said outright; where two plain statements disagree, the text settles nothing.
  const firm = found.filter(({ byCustom }) => !byCustom);
  const settled = (one: Boundary, among: readonly Boundary[]) =>
    among.every(
      (other) =>
        other.number !== one.number || other.isPercent !== one.isPercent || other.belongs === one.belongs,
    );
  return [
    ...firm.filter((one) => settled(one, firm)),
    ...found.filter((one) => one.byCustom && settled(one, found)),
  ];
}

export function boundaries({ line, curve }: Extract<Analysis, { kind: 'curve' }>): Claim[] {
  const { text } = line.provenance;
  if (text === undefined || (line.row && !line.rule.judged)) return [];
  const seen = new Set<string>();
  return boundariesIn(text).flatMap((boundary) => {
    const written = Exact.of(boundary.number);
    const x = boundary.isPercent ? written.over(Exact.hundred)! : written;
    if (seen.has(x.toText())) return [];
    const index = curve.pieces.findIndex(({ isPoint, from }) => isPoint && from!.equals(x));
    const [before, point, after] = [curve.pieces[index - 1], curve.pieces[index], curve.pieces[index + 1]];
    if (index < 0 || !before || !point?.points || !after) return [];
    const [right, wrong] = boundary.belongs === 'above' ? [after, before] : [before, after];
    const isRight = goesWith(point, right, boundary.belongs === 'above' ? 'from' : 'to');
    const isWrong = goesWith(point, wrong, boundary.belongs === 'above' ? 'to' : 'from');
    if (isRight || !isWrong) return [];
    seen.add(x.toText());
    return [claimOf(line, curve, x, point, boundary)];
  });
}

/** True where the point has the bands of the neighbour, or its points where the bands do not differ. */
function goesWith(point: Piece, neighbour: Piece, end: 'from' | 'to'): boolean {
  const same = point.bands.every((bands, part) => bands.join() === neighbour.bands[part]?.join());
  if (same) return true;
  const limit = limitOf(neighbour, end);
  return (
    limit !== undefined &&
    neighbour.points !== undefined &&
    isLevel(neighbour) &&
    limit.equals(point.points!.a)
  );
}

const isLevel = ({ points }: Piece): boolean => points!.b.isZero() && points!.d.isZero();

const sides = {
  above: { zh: '其上一档', en: 'above it' },
  below: { zh: '其下一档', en: 'below it' },
};

function claimOf(
  line: Extract<Analysis, { kind: 'curve' }>['line'],
  curve: Curve,
  x: Exact,
  point: Piece,
  { belongs, quote }: Boundary,
): Claim {
  const other = belongs === 'above' ? 'below' : 'above';
  const value = shownNumber(line, curve, x);
  return claims(line.id, line.pointer)(
    diagnose('boundary-against-text', {
      name: line.name,
      boundary: value,
      points: point.points!.a.toText(),
      side: sides[other],
      quote,
      other: sides[belongs],
    }),
    { shown: [showing(line, curve, x)] },
  );
}
