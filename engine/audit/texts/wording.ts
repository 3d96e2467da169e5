/** The words around a figure that add nothing to what it is about. Whatever is not in these lists may mean something else. */

/** Before what a figure is about: numbering, the year in question, who speaks, that it was done. */
const leading: readonly RegExp[] = [
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[一二三四五六七八九十]是|目标[一二三四五六七八九十\d]{0,2}|指标[一二三四五六七八九十\d]{1,2}|[①-⑳])/u,
  /^(?:首先|其次|同时|另外|此外|并且?|且|以及|和|及)/u,
  /^(?:全年|本年度?|当年|年度|今年|年内|年末|年底|截至年[底末]|\d{4}年度?|截至\d{4}年(?:12月31日|12月底|底|末))/u,
  /^(?:本|该|我)(?:项目|部门|单位|局|委|办|校|院|馆|站|中心|镇|乡|街道)的?/u,
  /^(?:项目|部门|单位|部门整体|整体|财政|资金|经费)的?/u,
  /^(?:实际|已|共计?|总计|合计|圆满|顺利|按时|按期|如期|超额|一共|总共)/u,
  /^(?:完成|实现|开展|实施|组织|举办|达到)(?=.)/u,
];
/** Only where it is said what was planned. */
const planning = /^(?:预计|计划|力争|确保|争取|拟|预期|保证)/u;

/** Between what a figure is about and the figure. */
const trailing: readonly RegExp[] = [
  /(?:为|是|达到?|达成|完成|实现|共计?|合计|总计|计|有|了|的|已|均|实际|数|分别为)$/u,
  /(?:提高|提升|增加|上升|下降|降低|降|升)(?:到|至)$/u,
  /[：:“”"「」\s]$/u,
];

/** Which side of a figure is meant, by the word before it. */
const sidesBefore = new Map<string, Side>([
  ...(['超过', '高于', '大于', '突破', '逾'] as const).map((word) => [word, '>'] as const),
  ...(['低于', '小于', '不到', '不足', '少于'] as const).map((word) => [word, '<'] as const),
  ...(['不低于', '不少于', '不小于', '至少', '≥', '不得低于', '不得少于'] as const).map(
    (word) => [word, '>='] as const,
  ),
  ...(['不高于', '不超过', '不大于', '不多于', '≤', '控制在', '至多'] as const).map(
    (word) => [word, '<='] as const,
  ),
  ...(['约', '近', '将近', '接近', '大约', '约为', '几乎', '平均'] as const).map(
    (word) => [word, 'about'] as const,
  ),
]);
/** And by the word after it. */
const sidesAfter: readonly (readonly [RegExp, Side])[] = [
  [/^\s*(?:及?以上|\+)\s*$/u, '>='],
  [/^\s*(?:及?以[内下]|之内)\s*$/u, '<='],
  [/^\s*(?:左右|上下|余|多|有余)/u, 'about'],
];
const longestSide = 4;

/** Nothing is about such a figure: only a number of its size is meant. */
export type Side = '>' | '>=' | '<' | '<=' | 'about';

/** Which side of the figure is meant; `undefined` where it is the number itself; `unclear` where more is said of it. */
export function sideAfter(after: string): Side | undefined | 'unclear' {
  if (after.trim() === '') return undefined;
  return sidesAfter.find(([pattern]) => pattern.test(after))?.[1] ?? 'unclear';
}

/** The words before a figure without the one that says which side of it is meant. */
export function sideBefore(before: string): { rest: string; side: Side | undefined } {
  const words = before.trimEnd();
  for (let length = longestSide; length > 0; length--) {
    const side = sidesBefore.get(words.slice(-length));
    if (side && words.length >= length) return { rest: words.slice(0, -length), side };
  }
  return { rest: words, side: undefined };
}

/** What the words before a figure can be about: the words themselves, and with what adds nothing taken off either end. */
export function subjectsOf(words: string, planned: boolean, names: readonly string[]): string[] {
  const starts = peeled(words.trim(), (text) => {
    const name = names.find((one) => one !== '' && text.startsWith(one) && text.length > one.length);
    if (name) return text.slice(name.length).replace(/^的/u, '');
    const pattern = [...leading, ...(planned ? [planning] : [])].find((one) => one.test(text));
    return pattern && text.replace(pattern, '').trim();
  });
  const all = starts.flatMap((start) =>
    peeled(start, (text) => {
      const pattern = trailing.find((one) => one.test(text));
      return pattern && text.replace(pattern, '').trim();
    }),
  );
  return [...new Set(all)];
}

const mostPeels = 8;

/** The text, and what is left of it each time something is taken off. */
function peeled(text: string, off: (text: string) => string | undefined): string[] {
  const all = [text];
  for (let count = 0; count < mostPeels; count++) {
    const next = off(all.at(-1)!);
    if (next === undefined || next === all.at(-1)) break;
    all.push(next);
  }
  return all;
}

/** The whole of the form is meant, not something that was named before. */
export const saysWhole = (words: string): boolean => /全年|年度|本年|总|项目|部门|整体|共/u.test(words);

/** Another time than the year of the form, or part of it. */
const otherTimes =
  /上年|去年|往年|上一年|前年|次年|明年|下年|下一年|同比|环比|比上|较上|上半年|下半年|季度|[一二三四五六七八九十两\d]年(?:期|来|内|间|行动|规划)|近[一二三四五六七八九十两几\d]年|规划|五年|\d{1,2}月?\s*[-~—至到]\s*\d{1,2}月|截至\d{1,2}月|截至目前|目前/u;
const years = /(?:19|20)\d{2}(?=年)/gu;

/** True where the sentence speaks of no other time than that year. */
export function isOfTime(sentence: string, year: string | undefined): boolean {
  if (otherTimes.test(sentence)) return false;
  return [...sentence.matchAll(years)].every(([one]) => one === year);
}

/** The last year a text names; undefined where it names none. */
export const lastYearIn = (text: string): string | undefined => [...text.matchAll(years)].at(-1)?.[0];

/** The clause before says that what follows was planned, not done. */
export const saysPlanned = (clause: string): boolean =>
  /目标(?![一二三四五六七八九十\d])|计划|预期|预计|拟|要求|应|须/u.test(clause) &&
  !/完成|达到|实现/u.test(clause);

/** From here on parts are told, not the whole. */
export const beginsParts = (text: string): boolean => /其中|包括|分别|含/u.test(text);
