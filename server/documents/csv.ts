/** Rows of text as CSV for a spreadsheet. */

/** A cell that a spreadsheet would take for a formula is marked as text; numbers stay numbers. */
const cell = (text: string): string => {
  const safe = /^[=+@\t\r-]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A byte order mark to begin with, so that Excel reads the Chinese. */
export const byteOrderMark = '\uFEFF';

export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** A whole file. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map(csvRow).join('');
