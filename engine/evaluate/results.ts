/** The results of an evaluation as facts, for checks, limits and messages. */

import type { Submission } from '../../schemas/generated/types.ts';
import type { Words } from '../conditions/index.ts';
import { type Exact, sum } from '../decimal.ts';
import type { Lookup } from '../expression/index.ts';
import { convert } from '../read/index.ts';
import { leavesOf, nodesOf, type ScoredNode } from './node.ts';
import type { Sheet } from './sheet.ts';

export interface Results {
  numbers: Lookup<Exact>;
  words: Words;
  shown: (key: string) => string;
}

/** Facts are worked out when asked for, once. */
export function resultsOf(whole: ScoredNode<Exact>, submission: Submission, sheet: Sheet<Exact>): Results {
  let index: Map<string, ScoredNode<Exact>> | undefined;
  const nodeOf = (id: string) => {
    index ??= new Map(nodesOf(whole).map((node) => [node.id, node]));
    return index.get(id);
  };
  const worked = new Map<string, ReturnType<Lookup<Exact>>>();
  const numbers: Lookup<Exact> = (key) => {
    if (!worked.has(key)) worked.set(key, work(key));
    return worked.get(key);
  };
  const work: Lookup<Exact> = (key) => {
    const dot = key.lastIndexOf('.');
    if (dot < 0) return sheet.numbers(key) ?? overall(key, whole);
    const subject = key.slice(0, dot);
    const figure = key.slice(dot + 1);
    if (subject === 'declared') return column(figure, leavesOf(whole));
    if (subject.endsWith('.rows')) {
      const node = nodeOf(subject.slice(0, -'.rows'.length));
      return node && column(figure, leavesOf(node));
    }
    const node = nodeOf(subject);
    return node && figureOf(figure, node);
  };
  const words: Words = (key) => {
    if (key === 'report') return submission.report?.text ?? '';
    if (key.startsWith('reason.')) return reasonOf(submission, nodeOf(key.slice('reason.'.length)));
    return sheet.words(key);
  };
  return { numbers, words, shown: sheet.shown };
}

/** The reason given for a line: on its row, with its judgement, or among the reasons of fixed lines. */
export const reasonOf = (submission: Submission, node: ScoredNode<Exact> | undefined): string | undefined =>
  node && (node.row?.declared.reason ?? node.judgement?.reason ?? submission.reasons?.[node.id]);

const overall = (key: string, whole: ScoredNode<Exact>): Exact | undefined => {
  switch (key) {
    case 'total':
      return whole.points;
    case 'outOf':
      return whole.weight;
    case 'claimedTotal':
      return whole.claimed;
    case 'achievement':
      return achievementOf(whole);
    default:
      return undefined;
  }
};

/** What is claimed (computed where nothing is), as a share of the weights, over everything but budget execution. */
export function achievementOf(whole: ScoredNode<Exact>): Exact | undefined {
  const lines = leavesOf(whole).filter(
    (line) => line.plan?.role !== 'execution' && !line.plan?.line && line.status !== 'excluded',
  );
  const won = sum(lines.map((line) => line.claimed ?? line.points));
  return won.over(sum(lines.map((line) => line.weight)));
}

function figureOf(figure: string, node: ScoredNode<Exact>): Exact | undefined {
  switch (figure) {
    case 'points':
      return node.points;
    case 'claimed':
      return node.claimed;
    case 'weight':
      return node.weight;
    case 'rate':
      return node.points.over(node.weight);
    default:
      return undefined;
  }
}

/** One column of the declared indicators among the lines; lines without that number are left out. */
function column(figure: string, lines: readonly ScoredNode<Exact>[]): Exact[] {
  return lines.flatMap((line) => (line.row ? (cellOf(figure, line) ?? []) : []));
}

function cellOf(figure: string, line: ScoredNode<Exact>): Exact | undefined {
  const { row } = line;
  switch (figure) {
    case 'target':
      return row?.targetNumber && inAmountUnit(row.targetNumber, row.target.unit);
    case 'actual':
      return row?.actualNumber && inAmountUnit(row.actualNumber, row.target.unit);
    case 'achievement':
      return rowAchievement(line);
    default:
      return figureOf(figure, line);
  }
}

const inAmountUnit = (number: Exact, unit: string | undefined): Exact =>
  convert(number, unit, '万元') ?? number;

/** Actual ÷ target, or target ÷ actual where less is better; undefined for dates, words and divisions by zero. */
export function rowAchievement({ row }: ScoredNode<Exact>): Exact | undefined {
  if (!row?.targetNumber || !row.actualNumber || row.kind === 'date' || row.kind === 'words')
    return undefined;
  return row.kind === 'atMost'
    ? row.targetNumber.over(row.actualNumber)
    : row.actualNumber.over(row.targetNumber);
}
