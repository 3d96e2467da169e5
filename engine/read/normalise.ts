/**
 * One spelling for each sign, so that the readers see `>=80%` however it was typed.
 * Not Unicode NFKC: that would turn 10² into 102.
 */

const sameSign = new Map(
  Object.entries({
    '≧': '≥',
    '⩾': '≥',
    '≦': '≤',
    '⩽': '≤',
    '﹥': '>',
    '﹤': '<',
    '﹦': '=',
    '﹪': '%',
    '￥': '¥',
    '−': '-',
    µ: 'μ',
    '•': '·',
    '【': '(',
    '】': ')',
    '〔': '(',
    '〕': ')',
    '〜': '~',
    '∼': '~',
  }),
);

/** Pasted from web pages and Word; they show nothing. Direction overrides are kept: they can show 12 as 21. */
const invisible = new Set(['\u200B', '\u200C', '\u200D', '\u200E', '\u2060', '\uFEFF', '\u00AD']);
const closingMarks = new Set(['。', ';', ',', '、']);

const isSpace = (char: string): boolean => char <= ' ' || char === '\u007F' || /\s/u.test(char);
const isFullWidth = (char: string): boolean => char >= '！' && char <= '～';
const isDigitOrSign = (char: string): boolean => /[０-９％＜＞＝．＋－]/u.test(char);
const couldJoinNumbers = (char: string | undefined): boolean => char !== undefined && /[\d.,]/.test(char);

const fold = (char: string): string =>
  isFullWidth(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : (sameSign.get(char) ?? char);

/** Closing punctuation goes; spaces go too, except where losing them would join two numbers into one. */
export function normalise(typed: string): { plain: string; fullWidth: boolean } {
  const kept: string[] = [];
  let fullWidth = false;
  let spaced = false;
  for (const char of typed) {
    if (invisible.has(char)) continue;
    if (isSpace(char)) {
      spaced = true;
      continue;
    }
    const folded = fold(char);
    if (spaced && couldJoinNumbers(kept.at(-1)) && couldJoinNumbers(folded)) kept.push(' ');
    spaced = false;
    fullWidth ||= isDigitOrSign(char);
    kept.push(folded);
  }
  while (closingMarks.has(kept.at(-1) ?? '')) kept.pop();
  return { plain: kept.join(''), fullWidth };
}
