/** Text in Markdown: nothing a rulebook or a form says may become markup. */

/** On one line, with every sign that could mark something up escaped. A bare address stays text. */
export const markdownText = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>|#~]/g, (sign) => `\\${sign}`)
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll(/(\w):(?=\/\/)/g, '$1\\:')
    .replaceAll(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
    .replace(/^([-+=]|\d+[.)])(?=\s)/, (mark) => `${mark.slice(0, -1)}\\${mark.at(-1)}`);

/** A table of texts; columns after the first are numbers, set to the right. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0
    ? []
    : [
        `| ${head.map(markdownText).join(' | ')} |`,
        `|${head.map((_, index) => (index === 0 ? ' --- ' : ' ---: ')).join('|')}|`,
        ...rows.map((row) => `| ${row.map(markdownText).join(' | ')} |`),
        '',
      ];
