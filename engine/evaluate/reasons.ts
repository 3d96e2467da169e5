/** What counts as a reason: words that say something. */

const marks = /[\s\p{P}\p{S}]+/gu;
const digits = /^\d+$/;
const noWords = new Set(
  [
    ...['', '无', '没有', '暂无', '空', '略', '否', '不适用', '未填', '未填写', '无原因', '无说明', '无理由'],
    ...['无偏差', '没有原因', '无偏差原因', '请说明原因', '请填写原因'],
    ...['na', 'none', 'no', 'nil', 'null', 'nothing', 'x', 'xx', 'xxx'],
  ].map((one) => one.toLowerCase()),
);

const longest = Math.max(...[...noWords].map((one) => one.length));

/** How many of the characters are Chinese; of many, no more than can be in a word that says nothing, and one. */
function chineseIn(text: string): number {
  let characters = 0;
  for (let at = 0; at < text.length && characters <= longest; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) characters++;
  }
  return characters;
}

/** The reason as written; undefined where it says nothing: `0`, `无`, `/`, `—`, `N/A`. */
export function reasonIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const characters = chineseIn(text);
  // What says more than any of them needs no second look; what is Chinese through and through is as it stands.
  if (characters > longest) return text;
  if (characters === text.length) return noWords.has(text) ? undefined : text;
  const said = text.normalize('NFKC').replace(marks, '').toLowerCase();
  return noWords.has(said) || digits.test(said) ? undefined : text;
}
