/**
 * Names with digits in them, which are no quantities: PM2.5浓度, G318国道, 4A级景区, 12345热线, 1号楼, 65岁以上老年人. While a cell is
 * read their digits are set aside, so that the one number of the cell can be seen.
 */
const names: readonly RegExp[] = [
  /[A-Za-z]{1,6}-?\d{1,4}(?:\.\d)?(?=[\p{Script=Han}≥≤<>=-])/u,
  /\d{1,2}[A-Z]级?(?=\p{Script=Han})/u,
  /(?:19|20)\d\d年度?(?=[^\d一二三四五六七八九十前末底内])/u,
  /第\d{1,4}/u,
  /\d{1,4}(?:号|岁以上|岁以下|岁及以上|岁)(?=\p{Script=Han})/u,
  /\d{1,4}(?:kV|KV|千伏)(?=\p{Script=Han})/u,
  /\d{3,6}(?=热线|平台|系统|工程|行动|指挥)/u,
];

/** Private signs, one for each digit and the point. */
const first = 0xe000;
const signs = '0123456789.';
const hidden = /[\uE000-\uE00A]/g;
const hide = (text: string): string =>
  text.replace(/[\d.]/g, (sign) => String.fromCharCode(first + signs.indexOf(sign)));

/** The cell with the digits of names set aside, where another number stands behind them. */
export function hideNames(plain: string): string {
  let text = plain;
  for (const name of names) {
    const found = name.exec(text);
    if (!found || /\d/.test(text.slice(0, found.index))) continue;
    const end = found.index + found[0].length;
    if (/\d/.test(text.slice(end))) text = text.slice(0, found.index) + hide(found[0]) + text.slice(end);
  }
  return text;
}

/** The numbers of a text as written, apart from names, calendar years and what stands in brackets. */
export const numbersIn = (text: string): string[] =>
  (
    hideNames(text)
      .replace(/[(（][^()（）]{0,60}[)）]/g, ' ')
      .replace(/(?<=\d)[,，](?=\d{3})/g, '')
      .match(/\d{1,15}(?:\.\d{1,15})?/g) ?? []
  ).filter((number) => !/^(?:19|20)\d\d$/.test(number));

/** The digits of names again as they were written. */
export const showNames = (text: string): string =>
  text.replace(hidden, (sign) => signs.charAt(sign.charCodeAt(0) - first));
