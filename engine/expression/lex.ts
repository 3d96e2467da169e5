/** Characters → tokens. Understands full-width signs, ×÷−, and units written behind a number (`80%`, `1百分点`, `100万元`). */
export type Token =
  | { kind: 'number'; text: string; unit?: string; at: number }
  | { kind: 'name'; text: string; at: number }
  | { kind: 'sign'; text: '+' | '-' | '*' | '/' | '(' | ')' | ','; at: number };

const signs: Record<string, '+' | '-' | '*' | '/' | '(' | ')' | ','> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '－': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '／': '/',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
  ',': ',',
  '，': ',',
};

const date = /\d{4}-\d{2}-\d{2}/y;
const number = /\d+(?:\.\d+)?/y;
const unit = /[%％‰\p{Script=Han}]+/uy;
/** A `-` or `.` between word characters belongs to the name, so `budget-rate.points` is one name. */
const word = /[\p{L}_][\p{L}\p{N}_]*(?:[-.][\p{L}_][\p{L}\p{N}_]*)*/uy;

export interface LexError {
  character: string;
  at: number;
}

/** Splits an expression into tokens; the first character that belongs nowhere is returned as an error. */
export function lex(text: string): { tokens: Token[]; error?: LexError } {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (/\s/u.test(character)) {
      at += character.length;
      continue;
    }
    const sign = signs[character];
    if (sign) {
      tokens.push({ kind: 'sign', text: sign, at });
      at += character.length;
      continue;
    }
    const day = take(date);
    const digits = day ?? take(number);
    if (digits) {
      const start = at;
      at += digits.length;
      const suffix = day ? '日期' : take(unit);
      if (suffix && !day) at += suffix.length;
      tokens.push({
        kind: 'number',
        text: digits,
        at: start,
        ...(suffix ? { unit: suffix.replace('％', '%') } : {}),
      });
      continue;
    }
    const name = take(word);
    if (!name) return { tokens, error: { character, at } };
    tokens.push({ kind: 'name', text: name, at });
    at += name.length;
  }
  return { tokens };
}
