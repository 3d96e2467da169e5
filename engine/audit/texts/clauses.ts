/** A text as sentences of clauses, each with its figures. What stands in brackets or a title is no part of a clause. */
import { figuresIn, type RunningFigure } from '../../read/index.ts';

export interface Clause {
  /** Brackets and titles are blanked out. */
  text: string;
  at: number;
  figures: readonly RunningFigure[];
}

export interface Sentence {
  text: string;
  at: number;
  clauses: readonly Clause[];
}

const endsSentence = /[。；;！!？?\n\r]/u;
const endsClause = /[，、：:]/u;
const aside = /（[^（）]*）|\([^()]*\)|《[^《》]*》|【[^【】]*】|〔[^〔〕]*〕/gu;

/** The same text with brackets and titles blanked, sign for sign. */
const withoutAsides = (text: string): string => text.replace(aside, (one) => ' '.repeat(one.length));

export function sentencesOf(text: string): Sentence[] {
  const plain = withoutAsides(text);
  const figures = figuresIn(plain);
  let next = 0;
  const figuresOf = ({ at, text: words }: { at: number; text: string }): RunningFigure[] => {
    const found: RunningFigure[] = [];
    for (; next < figures.length && figures[next]!.at < at + words.length; next++)
      if (figures[next]!.at >= at && figures[next]!.end <= at + words.length) found.push(figures[next]!);
    return found;
  };
  return cut(plain, 0, (sign) => endsSentence.test(sign)).map(({ text: sentence, at }) => ({
    text: sentence,
    at,
    clauses: cut(sentence, at, isClauseEnd).map((clause) => ({ ...clause, figures: figuresOf(clause) })),
  }));
}

/** A comma between digits groups them. */
const isClauseEnd = (sign: string, before: string, after: string): boolean =>
  endsClause.test(sign) || (sign === ',' && !(/\d/.test(before) && /\d/.test(after)));

/** The pieces between signs that end one, with their places. */
function cut(
  text: string,
  at: number,
  ends: (sign: string, before: string, after: string) => boolean,
): { text: string; at: number }[] {
  const pieces: { text: string; at: number }[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && !ends(text[index]!, text[index - 1] ?? '', text[index + 1] ?? '')) continue;
    if (text.slice(start, index).trim() !== '')
      pieces.push({ text: text.slice(start, index), at: at + start });
    start = index + 1;
  }
  return pieces;
}
