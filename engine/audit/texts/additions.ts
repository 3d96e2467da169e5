/** Additions with their signs: 9.5+48+27+10=96.5分. */
import { Exact } from '../../decimal.ts';
import { inOneWidth } from '../../read/index.ts';
import type { WrittenSum } from './written-sum.ts';

const number = String.raw`\d{1,15}(?:\.\d{1,10})?`;
const unit = String.raw`(?:[\p{Script=Han}%]{0,3})`;
/** Numbers with one plus between each two, and one equals sign; nothing that multiplies or takes away beside them. */
const addition = new RegExp(
  String.raw`(${number}${unit}(?:\s*\+\s*${number}${unit}){1,30})\s*=\s*(${number})(${unit})`,
  'gu',
);
/** What makes the first or last number part of something else. */
const joins = /[\d.×*/÷\-－+(（]/u;
const term = new RegExp(`(${number})(${unit})`, 'gu');
const longest = 20_000;

/** Every addition of a text; where terms have different units there is none. */
export function additionsIn(typed: string): WrittenSum[] {
  if (!typed.includes('+') && !typed.includes('＋')) return [];
  const text = inOneWidth(typed).slice(0, longest);
  return [...text.matchAll(addition)].flatMap((match): WrittenSum[] => {
    const [all, terms = '', result = '', behind = ''] = match;
    const after = text[match.index + all.length] ?? '';
    if (joins.test(text[match.index - 1] ?? '') || joins.test(after)) return [];
    const parts = [...terms.matchAll(term)].map(([, digits = '', of = '']) => ({ digits, of }));
    const units = new Set(parts.map(({ of }) => of).filter((of) => of !== ''));
    const [named] = units;
    const isOne = units.size === 0 || (units.size === 1 && (behind === named || behind.startsWith(named!)));
    const isOpenEnded = units.size === 0 && parts.some(({ digits }) => digits === '');
    if (!isOne || isOpenEnded) return [];
    return [
      {
        text: typed.slice(match.index, match.index + all.length).trim(),
        parts: parts.map(({ digits }) => Exact.of(digits)),
        whole: Exact.of(result),
        unit: named ?? unitOf(behind),
        last: lastOf([result]),
        lastOfParts: lastOf(parts.map(({ digits }) => digits)),
        isOpen: false,
        isEquation: true,
      },
    ];
  });
}

/** Of what stands behind a sum, only a unit that is one for certain. */
const unitOf = (behind: string): string => /^(?:万元|亿元|元|分|%)/u.exec(behind)?.[0] ?? '';

/** The last place of the number with most places. */
function lastOf(numbers: readonly string[]): Exact {
  const places = Math.max(...numbers.map((digits) => digits.split('.')[1]?.length ?? 0));
  return Exact.of(places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`);
}
