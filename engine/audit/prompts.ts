/** Cells that nobody filled in: the printed prompt of the form, signs in the place of a word, a reference to elsewhere. */

const wholes: readonly RegExp[] = [
  /^[（(【[]?\s*(?:请)?\s*(?:说明|填写|简述|描述|概述|注明|列明|填报)[^，。\d]{0,20}[）)】\]]?$/u,
  /^[（(【[].{0,4}(?:完成情况|填写|填报|说明).{0,4}[）)】\]]$/u,
  /^[xXＸｘ×＊*?？○〇_＿]{2,}$/u,
  /^(?:…+|\.{3,}|。{2,})$/u,
  /^(?:(?:详)?见|参见|同)(?:附件|附表|附后|报告|自评报告|后附|另附|说明)[0-9一二三四五六七八九]{0,2}[。]?$/u,
];

/** Signs for a number that was to be put in, before what it counts: ≥XX项, 培训××人次. A name is left out like that too: XX县. */
const blanks =
  /[＿_]{2,}(?=[。；;，,]|$)|(?:[xXＸ×]{2,}|[＿_]{2,}|[○〇]{2,})\s*[余多]?[万亿]?(?:项|个(?!人)|人次|人(?!民|大|社)|户|次|场|期|批|名|份|件|座|处|台|套|篇|天|月底?前?|公里|千米|平方米|米|亩|吨|元|%|％|家|起|所|辆|条|本|册|分(?!局|公司|行))/u;

/** A line that a form prints to say what is wanted: 说明完成情况（200字以内）. */
const asked =
  /(?:说明|填写|简述|描述|概述|分析|提出|对照|结合|针对|阐述|总结)[^（(]{0,80}[（(](?:不超过)?\d{2,4}\s*个?字(?:以内|左右|以下)?[）)][。.]?$/u;

const longestQuote = 60;
const shortened = (text: string): string =>
  text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;

/** True where a cell of the table holds nothing but a prompt, or a number left out. */
export const isPrompt = (text: string): boolean => {
  const cell = text.trim();
  return wholes.some((whole) => whole.test(cell)) || (cell.length <= 60 && blanks.test(cell));
};

/** The first words of running text that are a prompt; undefined where somebody wrote it. */
export function promptIn(text: string): string | undefined {
  for (const line of text.split('\n')) if (asked.test(line.trim())) return shortened(line.trim());
  for (const sentence of text.split(/[。；;\n]/u)) {
    const said = sentence.trim();
    if (blanks.test(said) || wholes.some((whole) => whole.test(said))) return shortened(said);
  }
  return undefined;
}
