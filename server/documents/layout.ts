/** Text in columns of a terminal: a Chinese character takes two. May not know what it lays out. */
import { widthOf } from '../../engine/index.ts';

/** No line is wider, as far as words allow. */
export const pageWidth = 100;
const gap = '  ';

export interface Column {
  title: string;
  /** `point` lines numbers up at the decimal point. */
  align?: 'left' | 'right' | 'point';
  /** Longer texts are folded onto more lines; `rest` is what the other columns leave of the page. */
  widest?: number | 'rest';
}

const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Words and numbers stay whole; closing marks stay with what stands before them, opening marks with what follows. */
const pieces =
  /["（「《“‘(【]*(?:[\p{Script=Latin}\p{Nd}.,%@_\-+−:/…]+\p{Script=Han}?|\s|.)["，。；：、！？）」》”’)】…;!?]*/gsu;

/** Folds a text to lines of at most `width` columns; lines after the first begin with `indent`. */
export function fold(text: string, width: number, indent = ''): string[] {
  return text.split('\n').flatMap((line) => foldLine(line, width, indent));
}

function foldLine(text: string, width: number, indent: string): string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? [])
    for (const part of widthOf(piece) > width - indent.length ? [...piece] : [piece]) {
      if (widthOf(line + part.trimEnd()) > width && line.trim() !== '') {
        lines.push(line.trimEnd());
        line = indent + part.trimStart();
      } else line += part;
    }
  return [...lines, line.trimEnd()];
}

/** A table with a line under its head; columns that hold nothing are left out. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const kept = columns
    .map((column, index) => ({ ...column, texts: rows.map((row) => row[index] ?? '') }))
    .filter(({ texts }) => texts.some((text) => text.trim() !== ''));
  const fixed = kept.map((column) =>
    column.widest === 'rest' ? undefined : layColumn(column, column.widest),
  );
  const taken = fixed.reduce((sum, one) => sum + (one ? one.width : 0) + gap.length, -gap.length);
  const laid = kept.map((column, at) => fixed[at] ?? layColumn(column, Math.max(24, pageWidth - taken)));
  const line = (texts: readonly string[]): string =>
    laid
      .map(({ width, left }, at) => (left ? padEnd : padStart)(texts[at] ?? '', width))
      .join(gap)
      .trimEnd();
  return [
    line(kept.map(({ title }) => title)),
    '─'.repeat(laid.reduce((sum, { width }) => sum + width + gap.length, -gap.length)),
    ...rows.flatMap((_, row) => {
      const height = Math.max(...laid.map(({ cells }) => cells[row]!.length));
      return Array.from({ length: height }, (_, at) => line(laid.map(({ cells }) => cells[row]![at] ?? '')));
    }),
  ];
}

/** A column's cells as lines, and the width it takes. */
function layColumn({ title, align = 'left', texts }: Column & { texts: string[] }, widest = pageWidth) {
  const folded = texts.map((text) => foldCell(text, widest));
  const cells = align === 'point' ? atPoint(folded) : folded;
  return {
    cells,
    left: align === 'left',
    width: Math.max(widthOf(title), ...cells.flat().map(widthOf)),
  };
}

/** The indentation of a cell is kept on the lines it is folded to. */
const foldCell = (text: string, widest: number): string[] =>
  fold(text, widest, `${/^ */.exec(text)?.[0] ?? ''}${text.startsWith(' ') ? ' ' : ''}`);

/** Spaces after numbers with fewer decimals, so that right-aligned points stand under each other. */
function atPoint(column: readonly string[][]): string[][] {
  const isNumber = (text: string) => /^[+−-]?\d+(\.\d+)?$/.test(text);
  const decimals = (text: string) => text.split('.')[1]?.length ?? -1;
  const most = Math.max(-1, ...column.flat().filter(isNumber).map(decimals));
  return column.map((texts) =>
    texts.map((text) => (isNumber(text) ? text + ' '.repeat(most - decimals(text)) : text)),
  );
}

/** `name  value` lines, the values under each other. */
export function fields(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...pairs.map(([name]) => widthOf(name)));
  const indent = ' '.repeat(width + gap.length);
  return pairs.flatMap(([name, value]) => fold(`${padEnd(name, width)}${gap}${value}`, pageWidth, indent));
}
