/** Facts that should show a difference are put on a form and scored by both editions before they are told. */
import type { ComparisonWitness, Declared, Submission } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import type { Pairing } from '../../edits/index.ts';
import { formOfValue, nodesOf, scoreForm } from '../../evaluate/index.ts';
import { type FormCells, rowId, subjectFor } from '../../forms/index.ts';
import type { Given, Line } from '../../lines/index.ts';
import { exactText } from './form-text.ts';
import type { Largest } from './outcome.ts';
import type { ComparedPair, Plans } from './pair.ts';
import { namesOfLine } from './reads.ts';
import { cellsFor, witnessOf } from './witness.ts';

/** Both editions' points on one form; nothing where a line is not scored. */
interface Shown {
  witness: ComparisonWitness;
  before: Exact;
  after: Exact;
}

/** Fills in the example of what a pair of lines gains and loses at most, or says that it was not met. */
export async function showWitnesses(
  { pair, measure, outcome }: Pick<ComparedPair, 'pair' | 'measure' | 'outcome'>,
  plans: Plans,
  pairing: Pairing,
): Promise<void> {
  const { before, after } = pair;
  if (!before || !after) return;
  const replay = new Replay({ before, after }, plans, pairing, measure);
  for (const side of ['gain', 'loss'] as const) {
    const largest = outcome[side];
    if (largest && largest.tries.length > 0) outcome[side] = await replay.shown(largest, side);
  }
}

/** More facts than this are not tried for one difference. */
const mostTries = 24;

class Replay {
  private readonly lines: { before: Line; after: Line };
  private readonly plans: Plans;
  private readonly earlier: ReadonlyMap<string, string>;
  private readonly measure: ComparedPair['measure'];

  constructor(
    lines: { before: Line; after: Line },
    plans: Plans,
    { inputs }: Pairing,
    measure: ComparedPair['measure'],
  ) {
    this.lines = lines;
    this.plans = plans;
    this.earlier = new Map(inputs.map(({ before, after }) => [after, before]));
    this.measure = measure;
  }

  async shown(largest: Largest, side: 'gain' | 'loss'): Promise<Largest> {
    let best: { by: Exact; shown: Shown } | undefined;
    for (const given of nearby(largest.tries, this.lines.after)) {
      const shown = await this.score(given);
      if (!shown) continue;
      const difference = shown.after.minus(shown.before);
      const by = side === 'gain' ? difference : difference.negated();
      if (by.sign() <= 0 || (best && by.compare(best.by) <= 0)) continue;
      best = { by, shown };
      if (by.equals(largest.points)) break;
    }
    const isReached = largest.isReached && (best?.by.equals(largest.points) ?? false);
    // What was to be reached and is not stays a bound.
    const isExact = largest.isExact && (isReached || !largest.isReached);
    return {
      ...largest,
      isReached,
      isExact,
      shown: {
        ...largest.shown,
        reached: isReached,
        exact: isExact,
        ...(best
          ? {
              before: exactText(best.shown.before),
              after: exactText(best.shown.after),
              witness: best.shown.witness,
            }
          : {}),
      },
    };
  }

  /** Facts that a line reads and the difference does not rest on are filled in as plainly as can be. */
  private filled(given: Given): Given {
    const all = new Map(given);
    for (const line of [this.lines.before, this.lines.after])
      for (const name of namesOfLine(line)) {
        const input = this.plans.after.inputs.get(name);
        if (!input || all.has(name)) continue;
        if (input.type === 'yesNo') all.set(name, false);
        else if (input.type === 'choice') all.set(name, input.options?.[0] ?? '');
        else if (input.type !== 'text') all.set(name, line.bounds(name).min ?? Exact.zero);
      }
    return all;
  }

  private async score(given: Given): Promise<Shown | undefined> {
    const filled = this.filled(given);
    const cells = cellsFor(filled, this.lines.after, this.plans.after);
    if (!cells) return undefined;
    const [before, after] = [
      await this.pointsOf(this.plans.before, this.lines.before, cells, (id) => this.earlier.get(id)),
      await this.pointsOf(this.plans.after, this.lines.after, cells, (id) => id),
    ];
    return before && after && { witness: witnessOf(cells, filled, this.lines.after), before, after };
  }

  private async pointsOf(
    plan: ScoringPlan,
    line: Line,
    cells: FormCells,
    nameOf: (id: string) => string | undefined,
  ): Promise<Exact | undefined> {
    const submission = submissionOf(plan, line, cells, nameOf);
    const { scored } = await scoreForm(plan, formOfValue(submission));
    const node = scored && nodesOf(scored.whole).find(({ id }) => id === (line.row ? rowId : line.leaf!.id));
    if (!node) return undefined;
    const unrounded = node.unrounded ?? node.points;
    const points = line.leaf?.line === 'penalty' ? unrounded.absolute().negated() : unrounded;
    return this.measure === 'share' ? points.over(node.weight) : points;
  }
}

/** Counts and days that came out broken are also tried rounded down and up. */
function* nearby(tries: readonly Given[], line: Line): Generator<Given> {
  let count = 0;
  for (const given of tries)
    for (const one of wholeNumbersNear(given, line)) {
      if (count++ === mostTries) return;
      yield one;
    }
}

function wholeNumbersNear(given: Given, line: Line): Given[] {
  let all: Map<string, Exact | string | boolean>[] = [new Map()];
  for (const [name, value] of given) {
    const isBroken = value instanceof Exact && line.bounds(name).whole && !value.equals(value.floor());
    const values = isBroken ? [value.floor(), value.ceiling()] : [value];
    all = all.flatMap((known) => values.map((one) => new Map([...known, [name, one]])));
    if (all.length > mostTries) return [];
  }
  return all;
}

function submissionOf(
  plan: ScoringPlan,
  { leaf, row }: Line,
  { inputs, judgement, row: cells }: FormCells,
  nameOf: (id: string) => string | undefined,
): Submission {
  const filled = Object.entries(inputs).flatMap(([id, value]): [string, string | boolean][] => {
    const own = nameOf(id);
    return own !== undefined && plan.inputs.has(own) ? [[own, value]] : [];
  });
  const declared: Declared | undefined = row && {
    id: rowId,
    under: row.group.id,
    name: row.group.name,
    ...cells,
    ...(judgement ? { judgement } : {}),
  };
  return {
    rulebook: plan.identity.rulebook,
    edition: plan.identity.edition,
    subject: subjectFor(
      plan,
      filled.map(([id]) => id),
    ),
    name: plan.rulebook.title,
    inputs: Object.fromEntries(filled),
    ...(declared ? { declared: [declared] } : {}),
    ...(leaf && judgement ? { judgements: { [leaf.id]: judgement } } : {}),
  };
}
