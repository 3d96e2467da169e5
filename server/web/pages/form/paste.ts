/** A block copied from a spreadsheet or a document, as rows of cells. It knows tabs, line ends and quotation marks only. */

/** Undefined where it is one cell, which the field takes by itself. */
export function readBlock(text: string): string[][] | undefined {
  const rows = cellsIn(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  return filled.length > 1 || (filled[0]?.length ?? 0) > 1 ? filled : undefined;
}

/** A cell with a line end or a quotation mark in it stands between quotation marks, those inside it doubled. */
function cellsIn(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const [cell, end] = cellFrom(text, at);
    rows.at(-1)!.push(cell);
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

/** The cell that begins there, and where it ends. */
function cellFrom(text: string, at: number): [cell: string, end: number] {
  if (text[at] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = at;
    const found = quoted.exec(text);
    if (found) return [found[1]!.replaceAll('""', '"').trim(), quoted.lastIndex];
  }
  const plain = /[^\t\n]*/y;
  plain.lastIndex = at;
  const found = plain.exec(text)!;
  return [found[0].trim(), plain.lastIndex];
}

/** The columns of the table that a block may fill. */
export type Column = 'under' | 'name' | 'target' | 'actual' | 'weight' | 'claimed' | 'reason';

/** Words that forms print above a column. The first that fits is taken, so the narrower ones stand first. */
const headings: readonly [Column, RegExp][] = [
  ['reason', /原因|措施|说明|备注/],
  ['claimed', /自评|得分/],
  ['weight', /分值|权重/],
  ['actual', /完成|实际/],
  ['target', /指标值|目标值|年初|年度目标/],
  ['name', /三级|指标名称|指标内容|名称/],
  ['under', /二级|指标类别|类别/],
];

/** What a first row says of the columns: undefined for one it does not know; undefined altogether where it is no heading. */
export function headingOf(row: readonly string[]): (Column | undefined)[] | undefined {
  const columns = row.map((cell) =>
    cell.length > 16 ? undefined : headings.find(([, words]) => words.test(cell))?.[0],
  );
  const named = columns.filter((column) => column !== undefined);
  const isHeading = new Set(named).size > 1 && row.every((cell) => !/[0-9０-９%％]/.test(cell));
  return isHeading
    ? columns.map((column, index) => (columns.indexOf(column) === index ? column : undefined))
    : undefined;
}
