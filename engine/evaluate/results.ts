/** The results of an evaluation as facts, for checks, limits and messages. What lacks data has no value. */

import type { Submission } from '../../schemas/generated/types.ts';
import type { InputPlan, ScoringPlan, Subject } from '../compile/index.ts';
import type { Words } from '../conditions/index.ts';
import { type Exact, sum } from '../decimal.ts';
import type { Lookup } from '../expression/index.ts';
import { own } from '../own.ts';
import type { Absence, Answering } from './absence.ts';
import { quoted } from './absence.ts';
import { absenceOfFigure, columnOf, figureOf, listOf } from './columns.ts';
import { leavesOf, nodesOf, type ScoredNode } from './node.ts';
import { once } from './once.ts';
import { reasonIn } from './reasons.ts';
import type { Sheet } from './sheet.ts';

export interface Results extends Answering {
  words: Words;
}

/** Facts are worked out when asked for, once. */
export function resultsOf(
  plan: ScoringPlan,
  whole: ScoredNode<Exact>,
  submission: Submission,
  sheet: Sheet<Exact>,
  label: (key: string) => string,
): Results {
  let index: Map<string, ScoredNode<Exact>> | undefined;
  const nodeOf = (id: string) => {
    if (!index) {
      index = new Map();
      for (const node of nodesOf(whole)) index.set(node.id, node);
    }
    return index.get(id);
  };
  const rowsOf = (subject: string): readonly ScoredNode<Exact>[] | undefined => {
    if (subject === 'declared') return leavesOf(whole);
    const node = subject.endsWith('.rows') ? nodeOf(subject.slice(0, -'.rows'.length)) : undefined;
    return node && leavesOf(node);
  };
  const worked = new Map<string, ReturnType<Lookup<Exact>>>();
  const numbers: Lookup<Exact> = (key) => {
    if (plan.inputs.has(key)) return sheet.numbers(key);
    if (!worked.has(key)) worked.set(key, work(key));
    return worked.get(key);
  };
  const work: Lookup<Exact> = (key) => {
    const [subject, figure] = parted(key);
    if (subject === undefined) return overall(key, whole);
    const rows = rowsOf(subject);
    if (rows) return listOf(figure, rows);
    const node = nodeOf(subject);
    return node && figureOf(figure, node);
  };
  const absences = (key: string): readonly Absence[] => {
    const input = plan.inputs.get(key);
    if (input) return emptyInput(input)[submission.subject];
    const [subject, figure] = parted(key);
    if (subject === undefined)
      return key === 'claimedTotal' ? [ofClaims(claimedTotal)] : absencesOverall(key, whole);
    const rows = rowsOf(subject);
    if (rows) {
      const { numbers: all, absences: found } = columnOf(figure, rows);
      const { name } = nodeOf(subject.slice(0, -'.rows'.length)) ?? whole;
      if (all.length + found.length === 0) return [{ what: quoted(name), why: 'no-rows', isNotAsked: true }];
      return figure === 'claimed' ? found.map(ofClaims) : found;
    }
    const node = nodeOf(subject);
    const absence = node && absenceOfFigure(figure, node);
    return absence ? [figure === 'claimed' ? ofClaims(absence) : absence] : [];
  };
  // A form that claims nothing is not asked what it claims.
  const ofClaims = (absence: Absence): Absence =>
    nodesOf(whole).some(({ claimed }) => claimed !== undefined) ? absence : { ...absence, isNotAsked: true };
  // A reason that nobody gave is known to say nothing; a report that is not there may say anything.
  const words: Words = (key) => {
    if (key === 'report') return submission.report?.text || undefined;
    if (key.startsWith('reason.')) return reasonOf(submission, nodeOf(key.slice('reason.'.length))) ?? '';
    return sheet.words(key);
  };
  return { numbers, words, absences, label };
}

/** That nothing is filled in for an input, which a form of another subject is not asked for. */
const emptyInput = once(({ id, name, subjects }: InputPlan) => {
  const of = (subject: Subject): readonly Absence[] => [
    {
      what: quoted(name),
      why: 'empty',
      input: { id, name },
      isNotAsked: subjects !== undefined && !subjects.includes(subject),
    },
  ];
  return { project: of('project'), department: of('department') };
});

const parted = (key: string): [subject: string | undefined, figure: string] => {
  const dot = key.lastIndexOf('.');
  return dot < 0 ? [undefined, key] : [key.slice(0, dot), key.slice(dot + 1)];
};

/** The reason given for a line: on its row, with its judgement, or among the reasons of fixed lines. */
export const reasonOf = (submission: Submission, node: ScoredNode<Exact> | undefined): string | undefined =>
  node &&
  (reasonIn(node.row?.declared.reason) ??
    reasonIn(node.judgement?.reason) ??
    reasonIn(own(submission.reasons, node.id)));

const overall = (key: string, whole: ScoredNode<Exact>): Exact | undefined => {
  switch (key) {
    case 'total':
      return whole.open ? undefined : whole.points;
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

const claimedTotal: Absence = { what: { zh: '自评总分', en: 'the claimed total' }, why: 'empty' };

function absencesOverall(key: string, whole: ScoredNode<Exact>): Absence[] {
  switch (key) {
    case 'report':
      return [{ what: { zh: '报告', en: 'the report' }, why: 'empty', isNotAsked: true }];
    case 'achievement':
      return achieving(whole).filter(isUnknown).map(unscored);
    default:
      return nodesOf(whole)
        .filter(({ open, children }) => open && !children.some((child) => child.open))
        .map(unscored);
  }
}

const unscored = (line: ScoredNode<Exact>): Absence => absenceOfFigure('points', line);

/** The lines that the achievement is taken over: everything but budget execution. */
const achieving = (whole: ScoredNode<Exact>): ScoredNode<Exact>[] =>
  leavesOf(whole).filter(
    (line) => line.plan?.role !== 'execution' && !line.plan?.line && line.status !== 'excluded',
  );

const isUnknown = ({ claimed, open }: ScoredNode<Exact>): boolean => open && claimed === undefined;

/**
 * What is claimed (computed where nothing is), as a share of the weights, over everything but budget execution;
 * undefined where a line has neither.
 */
export function achievementOf(whole: ScoredNode<Exact>): Exact | undefined {
  const lines = achieving(whole);
  if (lines.some(isUnknown)) return undefined;
  const won = sum(lines.map((line) => line.claimed ?? line.points));
  return won.over(sum(lines.map((line) => line.weight)));
}
