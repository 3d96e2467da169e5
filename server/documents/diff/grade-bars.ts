/** The grades of both editions along the total, one bar each; where both agree it says so. */
import type { GradeChange, Language } from '../../../engine/index.ts';
import { escaped } from './escape.ts';
import { titles } from './words.ts';

interface Part {
  to: number;
  text: string;
  isSame: boolean;
}

export function gradeBars(grades: readonly GradeChange[], language: Language): string {
  const top = Math.max(...grades.map(({ to }) => Number(to ?? 100)));
  const bar = (side: 'before' | 'after'): string => {
    const parts = partsOf(grades, side, top, language);
    const spans = parts.map(({ to, text, isSame }, index) => {
      const width = ((to - (parts[index - 1]?.to ?? 0)) / top) * 100;
      return `<span${isSame ? ' class="same"' : ''} style="width:${Number(width.toFixed(3))}%">${escaped(text)}</span>`;
    });
    return `<span class="note">${titles[side][language]}</span><div class="grade ${side}">${spans.join('')}</div>`;
  };
  const total = language === 'zh' ? '总分' : 'total';
  return `${bar('before')}${bar('after')}<div class="scale"><span>0</span><span>${total}</span><span>${top}</span></div>`;
}

/** Left to right; one grade over several intervals is one part. */
function partsOf(
  grades: readonly GradeChange[],
  side: 'before' | 'after',
  top: number,
  language: Language,
): Part[] {
  const parts: Part[] = [];
  const add = (to: number, text: string, isSame: boolean): void => {
    const last = parts.at(-1);
    if (to <= (last?.to ?? 0)) return;
    if (last?.text === text && last.isSame === isSame) last.to = to;
    else parts.push({ to, text, isSame });
  };
  const same = language === 'zh' ? '相同' : 'same';
  for (const one of grades) {
    add(Number(one.from ?? 0), same, true);
    add(Number(one.to ?? top), one[side][language], false);
  }
  return parts;
}
