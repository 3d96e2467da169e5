/** Many assessed forms → what a rulebook change does to them all. Sums of whole units only; the order of forms does not matter. */
import type {
  Diagnostic,
  Impact,
  ImpactEdit,
  ImpactFigures,
  ImpactForm,
  ImpactNeed,
} from '../../schemas/generated/types.ts';
import { capDiagnostics, sortDiagnostics } from '../diagnostics/index.ts';
import { engineVersion } from '../version.ts';
import type { Assessed } from './assess.ts';
import type { Edition } from './describe.ts';
import { changeBars, totalBars } from './distribution.ts';
import type { Need } from './needs.ts';
import { textOfUnits, unitsIn } from './scale.ts';
import { methodOf, type Study } from './study.ts';

type Compared = Extract<Assessed, { is: 'compared' }>;

/** A compared form with its place among the others: the first is 1, equals share a rank. */
export interface RankedForm extends Compared {
  rankBefore: number;
  rankAfter: number;
}

export interface ImpactResult {
  impact: Impact;
  /** Every compared form, in the order they were read. */
  forms: readonly RankedForm[];
  /** Titles of the columns of `parts`. */
  columns: readonly { code: string; title: { zh: string; en: string } }[];
}

/** How many forms are named among those that gain, and among those that lose. */
const named = 10;

const rest = {
  code: 'rest',
  title: { zh: '未能分开', en: 'not told apart' },
  changes: [],
};

export function reportImpact(study: Study, assessed: readonly Assessed[]): ImpactResult {
  const forms = ranked(assessed.filter((one) => one.is === 'compared'));
  const columns = [...study.edits, ...(forms.some(({ parts }) => parts.at(-1) !== 0n) ? [rest] : [])];
  const count = (is: Assessed['is']) => assessed.filter((one) => one.is === is).length;
  const before = forms.map((one) => one.before);
  const after = forms.map((one) => one.after);
  const changes = forms.map((one) => one.after - one.before);
  const tell = (one: RankedForm) => told(one, columns);
  const moved = forms.filter((one) => one.after !== one.before).sort(byChange);
  const impact: Impact = {
    before: editionOf(study.before),
    after: editionOf(study.after),
    engine: engineVersion,
    counts: {
      read: assessed.length,
      compared: forms.length,
      lacking: count('lacking'),
      incomplete: count('incomplete'),
      unusable: count('unusable'),
      broken: count('broken'),
    },
    needs: needsIn(study.needs, assessed),
    ...(forms.length === 0
      ? {}
      : { totalsBefore: figures(before), totalsAfter: figures(after), change: figures(changes) }),
    higher: changes.filter((change) => change > 0n).length,
    lower: changes.filter((change) => change < 0n).length,
    same: changes.filter((change) => change === 0n).length,
    distribution: totalBars(
      before,
      after,
      [study.before, study.after].map(({ plan }) => unitsIn(plan.rulebook.total)),
    ),
    changeDistribution: changeBars(changes),
    grades: gradeMoves(study, forms),
    ranks: rankMoves(forms),
    gains: moved
      .filter((one) => one.after > one.before)
      .slice(0, named)
      .map(tell),
    losses: moved
      .filter((one) => one.after < one.before)
      .slice(-named)
      .reverse()
      .map(tell),
    edits: editsIn(study, columns, forms),
    method: methodOf(study),
    diagnostics: diagnosticsIn(assessed),
  };
  return { impact, forms, columns };
}

/** Every compared form as it is told, the largest gain first. */
export const toldForms = ({ forms, columns }: ImpactResult): ImpactForm[] =>
  [...forms].sort(byChange).map((one) => told(one, columns));

const editionOf = ({ plan, document }: Edition): Impact['before'] => ({
  rulebook: plan.identity.rulebook,
  edition: plan.identity.edition,
  title: plan.identity.title,
  status: plan.rulebook.status,
  hash: plan.identity.hash,
  file: document.file,
});

const descending = (a: bigint, b: bigint): number => (a < b ? 1 : a > b ? -1 : 0);

function ranked(forms: readonly Compared[]): RankedForm[] {
  const ranksOf = (totals: readonly bigint[]): Map<bigint, number> => {
    const ranks = new Map<bigint, number>();
    [...totals].sort(descending).forEach((total, index) => {
      if (!ranks.has(total)) ranks.set(total, index + 1);
    });
    return ranks;
  };
  const before = ranksOf(forms.map((one) => one.before));
  const after = ranksOf(forms.map((one) => one.after));
  return forms.map((one) => ({
    ...one,
    rankBefore: before.get(one.before)!,
    rankAfter: after.get(one.after)!,
  }));
}

/** The largest gain first; forms that change alike in the order of their names and places. */
const byChange = (a: RankedForm, b: RankedForm): number =>
  descending(a.after - a.before, b.after - b.before) || (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = ({ label: { name, place } }: RankedForm): string =>
  `${name}\n${place.file ?? ''}\n${String(place.line ?? 0).padStart(12, '0')}`;

function told(form: RankedForm, columns: ImpactResult['columns']): ImpactForm {
  const { label, before, after, gradeBefore, gradeAfter, rankBefore, rankAfter, parts } = form;
  return {
    ...label,
    before: textOfUnits(before),
    after: textOfUnits(after),
    change: textOfUnits(after - before),
    ...(gradeBefore === undefined ? {} : { gradeBefore }),
    ...(gradeAfter === undefined ? {} : { gradeAfter }),
    rankBefore,
    rankAfter,
    parts: columns.flatMap(({ code }, index) =>
      parts[index] ? [{ edit: code, change: textOfUnits(parts[index]) }] : [],
    ),
  };
}

const sum = (values: readonly bigint[]): bigint => values.reduce((all, one) => all + one, 0n);

/** To four places, half away from zero. */
function mean(total: bigint, count: number): string {
  const unit = 10n ** 6n;
  const of = BigInt(count) * unit * 2n;
  const twice = (total < 0n ? -total : total) * 2n;
  const rounded = ((twice + of / 2n) / of) * unit;
  return textOfUnits(total < 0n ? -rounded : rounded);
}

function figures(values: readonly bigint[]): ImpactFigures {
  const sorted = [...values].sort(descending);
  const { length } = sorted;
  const upper = sorted[(length - (length % 2 === 0 ? 2 : 1)) / 2]!;
  const lower = sorted[(length - (length % 2)) / 2]!;
  return {
    sum: textOfUnits(sum(values)),
    mean: mean(sum(values), length),
    median: length % 2 === 0 ? mean(upper + lower, 2) : textOfUnits(lower),
    least: textOfUnits(sorted.at(-1)!),
    most: textOfUnits(sorted[0]!),
  };
}

/** Grades in the order of the tables, the highest first; none comes last. */
function gradeMoves({ before, after }: Study, forms: readonly RankedForm[]): Impact['grades'] {
  const order = [
    ...(before.plan.grades?.names ?? []),
    ...(after.plan.grades?.names ?? []).filter((name) => !before.plan.grades?.names.includes(name)),
    '',
  ];
  if (order.length === 1) return [];
  const counts = new Map<string, number>();
  for (const { gradeBefore = '', gradeAfter = '' } of forms) {
    const key = `${gradeBefore}\n${gradeAfter}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return order.flatMap((one) =>
    order.flatMap((other) => {
      const number = counts.get(`${one}\n${other}`);
      return number ? [{ before: one, after: other, forms: number }] : [];
    }),
  );
}

function rankMoves(forms: readonly RankedForm[]): Impact['ranks'] {
  let [up, down, largestRise, largestFall] = [0, 0, 0, 0];
  for (const { rankBefore, rankAfter } of forms) {
    const rise = rankBefore - rankAfter;
    if (rise > 0) up += 1;
    if (rise < 0) down += 1;
    largestRise = Math.max(largestRise, rise);
    largestFall = Math.max(largestFall, -rise);
  }
  return { up, down, same: forms.length - up - down, largestRise, largestFall };
}

function needsIn(needs: readonly Need[], assessed: readonly Assessed[]): ImpactNeed[] {
  const forms = needs.map(() => 0);
  const others = new Map<string, ImpactNeed>();
  for (const one of assessed) {
    if (one.is !== 'lacking') continue;
    for (const index of one.needs) forms[index]! += 1;
    for (const { lines: _, ...need } of one.others) {
      const key = `${need.kind}\n${need.id}\n${need.kind === 'other' ? '' : need.name}`;
      const known = others.get(key);
      if (known) known.forms += 1;
      else others.set(key, { ...need, forms: 1 });
    }
  }
  return [
    ...needs.map(({ lines: _, ...need }, index) => ({ ...need, forms: forms[index]! })),
    ...[...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, need]) => need),
  ];
}

/** The greatest effect first; then those without any, in the order they are written. */
function editsIn(study: Study, columns: ImpactResult['columns'], forms: readonly RankedForm[]): ImpactEdit[] {
  const edits = columns.map((column, index): ImpactEdit & { moved: bigint } => {
    const parts = forms.map((form) => form.parts[index]!);
    const gains = parts.filter((part) => part > 0n);
    const losses = parts.filter((part) => part < 0n);
    const total = sum(parts);
    return {
      ...column,
      changes: 'changes' in column ? (column.changes as ImpactEdit['changes']) : [],
      effect: gains.length + losses.length > 0 ? 'points' : 'none',
      sum: textOfUnits(total),
      mean: forms.length === 0 ? '0' : mean(total, forms.length),
      higher: gains.length,
      lower: losses.length,
      largestGain: textOfUnits(gains.reduce((a, b) => (b > a ? b : a), 0n)),
      largestLoss: textOfUnits(losses.reduce((a, b) => (b < a ? b : a), 0n)),
      gradeChanges: 0,
      moved: sum(gains) - sum(losses),
    };
  });
  const sorted = edits.sort((a, b) => descending(a.moved, b.moved)).map(({ moved: _, ...edit }) => edit);
  if (!study.gradesChanged) return sorted;
  const changed = forms.filter((one) => one.gradeByTable !== one.gradeBefore).length;
  const grades: ImpactEdit = {
    code: 'grades',
    title: { zh: '等次划分', en: 'grades' },
    changes: study.gradesWritten,
    effect: changed > 0 ? 'grades' : 'none',
    ...{ sum: '0', mean: '0', higher: 0, lower: 0, largestGain: '0', largestLoss: '0' },
    gradeChanges: changed,
  };
  const first = sorted.findIndex(({ effect }) => effect === 'none');
  return first < 0 || changed === 0
    ? [...sorted, grades]
    : [...sorted.slice(0, first), grades, ...sorted.slice(first)];
}

const diagnosticsIn = (assessed: readonly Assessed[]): Diagnostic[] =>
  capDiagnostics(
    sortDiagnostics(
      assessed.flatMap((one) => (one.is === 'unusable' || one.is === 'broken' ? one.diagnostics : [])),
    ),
  );
