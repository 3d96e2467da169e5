/** One form under both rulebooks, and which edit brought how much of its change. */
import type { Diagnostic, Place, Submission } from '../../schemas/generated/types.ts';
import { diagnose } from '../diagnostics/index.ts';
import { bringsPoints, evaluate, type Form, formOfValue } from '../evaluate/index.ts';
import { type Fraction, integers } from '../expression/index.ts';
import { shapleyWeights } from './game.ts';
import { lackingOf, type Need } from './needs.ts';
import type { Points } from './points.ts';
import { apportioned, one, unitsIn } from './scale.ts';
import type { Study } from './study.ts';

/** What a form is called and where it stands. */
export interface FormLabel {
  name: string;
  id?: string;
  unit?: string;
  place: Place;
}

/** Amounts of points are whole units of 0.0000000001. */
export type Assessed = { label: FormLabel } & (
  | {
      is: 'compared';
      before: bigint;
      after: bigint;
      gradeBefore: string | undefined;
      gradeAfter: string | undefined;
      /** The grade of the earlier total by the later table: what of the change of grade is the table's. */
      gradeByTable: string | undefined;
      /** One for each edit; what could not be told apart comes last. They add to `after - before`. */
      parts: readonly bigint[];
    }
  | { is: 'lacking'; needs: readonly number[]; others: readonly Need[] }
  | { is: 'incomplete' }
  | { is: 'unusable' | 'broken'; diagnostics: readonly Diagnostic[] }
);

export type Assessor = (form: Form, file: string) => Promise<Assessed>;

/** Looks at forms one by one; the same form always gets the same answer. */
export function assessor(study: Study): Assessor {
  const share = attribution(study);
  const gradeOf = graderOf(study);
  return async (form, file) => {
    const { submission } = form;
    const label = labelOf(form, file);
    if (bringsPoints(submission)) {
      const diagnostics = [diagnose('rolled-up-form', {}, form.place('/rolledUp'))];
      return { label, is: 'unusable', diagnostics };
    }
    const own = study.carry.before(submission);
    const before = await study.points[0]!(own);
    if (!before) return { label, is: 'unusable', diagnostics: await whyUnusable(study, form, own) };
    if (before.open.length > 0) return { label, is: 'incomplete' };
    const { form: carried, lost } = study.carry.after(submission);
    if (lost.length > 0) return lackingGroups(study, label, lost);
    const after = await study.points[1]!(carried);
    if (!after) return { label, is: 'lacking', needs: [], others: await whyRefused(study, carried) };
    if (after.open.length > 0) {
      const { found, others } = lackingOf(study.needs, after.open, carried, study.after.plan);
      return { label, is: 'lacking', needs: found, others };
    }
    const scored: (Points | undefined)[] = [before, after];
    const isChanged = study.schedule.mixtures.length > 2;
    if (isChanged)
      for (let index = 2; index < study.schedule.mixtures.length; index++)
        scored.push(await study.points[index]!(study.formFor(index, own, carried)));
    const from = unitsIn(before.total);
    const to = unitsIn(after.total);
    return {
      label,
      is: 'compared',
      before: from,
      after: to,
      gradeBefore: before.grade,
      gradeAfter: after.grade,
      gradeByTable: gradeOf(before, after, from),
      parts: share(scored, to - from),
    };
  };
}

function labelOf({ submission, place }: Form, file: string): FormLabel {
  const { name, id, unit } = submission;
  const { line, column } = place('');
  return {
    name,
    ...(id === undefined ? {} : { id }),
    ...(unit === undefined ? {} : { unit }),
    place: { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) },
  };
}

/** The parts of a change, from the points each mixture gives. */
function attribution(study: Study): (scored: readonly (Points | undefined)[], change: bigint) => bigint[] {
  const games = study.games.map((game, index) => ({
    ...game,
    found: study.schedule.found[index]!,
    ...shapleyWeights(game.edits.length),
  }));
  const zero: Fraction = { top: 0n, bottom: 1n };
  return (scored, change) => {
    const shares: Fraction[] = study.edits.map(() => zero);
    const rest = [...study.edits.map(() => 0n), change];
    if (scored.includes(undefined) || study.edits.length === 0) return rest;
    for (const { edits, components, found, weights, over } of games) {
      const values = found.map((mixture) => sumOf(scored[mixture]!.parts, components));
      edits.forEach((edit, player) => {
        const share = weights[player]!.reduce<Fraction>((all, weight, choice) => {
          const { top, bottom } = values[choice]!;
          return integers.plus(all, { top: top * weight, bottom });
        }, zero);
        shares[edit] = integers.plus(shares[edit]!, { top: share.top, bottom: share.bottom * over });
      });
    }
    const explained = shares.reduce((all, share) => integers.plus(all, share), zero);
    return isWhole(explained, change) ? [...apportioned(shares, change), 0n] : rest;
  };
}

/** What is explained is the change; totals that do not end are known to ten places only. */
function isWhole(explained: Fraction, change: bigint): boolean {
  const { top } = integers.round(integers.minus(explained, { top: change, bottom: one }), {
    decimals: 9,
    mode: 'down',
  });
  return top === 0n;
}

function sumOf(parts: ReadonlyMap<string, Fraction>, components: readonly string[]): Fraction {
  let sum: Fraction = { top: 0n, bottom: 1n };
  for (const component of components) {
    const points = parts.get(component);
    if (points) sum = sum.top === 0n ? points : integers.plus(sum, points);
  }
  return sum;
}

/** The grade the later table gives to the earlier total; none where the form got none for another reason. */
function graderOf({
  before,
  after,
  gradesChanged,
}: Study): (scored: Points, later: Points, total: bigint) => string | undefined {
  if (!gradesChanged) return ({ grade }) => grade;
  const table = (after.plan.rulebook.grades ?? []).map(({ name, from }) => ({ name, from: unitsIn(from) }));
  return (scored, later, total) => {
    const given = before.plan.grades ? scored.grade : later.grade;
    return given === undefined ? undefined : table.find(({ from }) => total >= from)?.name;
  };
}

async function whyUnusable(study: Study, form: Form, own: Submission): Promise<Diagnostic[]> {
  const { diagnostics } = await evaluate(study.before.plan, { ...form, submission: own });
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function lackingGroups({ needs }: Study, label: FormLabel, lost: readonly string[]): Assessed {
  const found = needs.flatMap(({ kind, id }, index) =>
    kind === 'group' && lost.includes(id) ? [index] : [],
  );
  return { label, is: 'lacking', needs: found, others: [] };
}

/** Why the later rulebook cannot take the form at all. */
async function whyRefused({ after }: Study, carried: Submission): Promise<Need[]> {
  const { diagnostics } = await evaluate(after.plan, formOfValue(carried));
  const [first = diagnose('unreadable', {})] = diagnostics.filter(({ severity }) => severity === 'error');
  return [{ kind: 'other', id: first.code, name: first.message.zh, lines: [], readBy: [] }];
}
