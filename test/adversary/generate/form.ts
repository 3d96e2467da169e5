/** Random forms for a rulebook: complete ones, careless ones, and ones with every edge, unit and blank that people write. */
import { inputValue, judgement, numberNear } from './cells.ts';
import { hundredths, type Json, type JsonObject, present } from './json.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { Random } from './random.ts';
import { rowsOf } from './rows.ts';

/** How a form is filled in, in times of a hundred. */
export interface Manner {
  /** A cell is left out. */
  blank: number;
  /** A score is claimed. */
  claimed: number;
  /** A cell says what it cannot mean. */
  wrong: number;
  /** Rows whose weights do not add up to the group's. */
  careless: number;
  /** What may be left out or declared not applicable is. */
  skipped: number;
}

const manners: readonly Manner[] = [
  { blank: 0, claimed: 0, wrong: 0, careless: 0, skipped: 0 },
  { blank: 0, claimed: 0, wrong: 0, careless: 0, skipped: 20 },
  { blank: 0, claimed: 80, wrong: 3, careless: 0, skipped: 10 },
  { blank: 8, claimed: 30, wrong: 3, careless: 15, skipped: 25 },
  { blank: 30, claimed: 60, wrong: 8, careless: 40, skipped: 50 },
];

/** Forms for one rulebook; the first of them is always filled in whole. */
export function forms(random: Random, rulebook: JsonObject, count: number): JsonObject[] {
  const outline = outlineOf(rulebook);
  return Array.from({ length: count }, (_, index) =>
    form(random.fork(), rulebook, outline, index === 0 ? manners[0]! : random.pick(manners)),
  );
}

export function form(random: Random, rulebook: JsonObject, outline: Outline, manner: Manner): JsonObject {
  const { rulebook: id, edition, subjects } = rulebook;
  // Amounts of one form are chosen around one size, so that their quotients meet the thresholds.
  const base = random.pick(['100', '100', '100', '50', '200', '3', '1', '0']);
  const inputs = Object.fromEntries(
    outline.inputs.flatMap(([key, input]): [string, Json][] =>
      random.chance(manner.blank)
        ? random.chance(30)
          ? [[key, '']]
          : []
        : [[key, inputValue(random, input, key, base, outline, manner)]],
    ),
  );
  return present({
    rulebook: id!,
    edition: edition!,
    subject: random.pick(subjects as string[]),
    id: random.chance(50) ? `form-${random.between(1, 99)}` : undefined,
    name: '随机的表',
    year: random.chance(60) ? '2024' : undefined,
    inputs,
    declared: outline.declared.length > 0 ? rowsOf(random, outline, manner) : undefined,
    judgements: Object.fromEntries(
      outline.judged
        .filter(() => !random.chance(manner.blank))
        .map(({ id: line, method, weight }) => [line, judgement(random, method, weight, manner)]),
    ),
    reasons: reasons(random, outline),
    notApplicable:
      outline.notApplicable.some(() => true) && random.chance(manner.skipped)
        ? random.some(outline.notApplicable, 1)
        : undefined,
    claimed: random.chance(manner.claimed) ? claims(random, outline, manner) : undefined,
    report: random.chance(6) ? { text: random.pick(['没有违规。', '一切正常。']) } : undefined,
  });
}

function reasons(random: Random, outline: Outline): JsonObject | undefined {
  const told = outline.ids.filter(() => random.chance(10));
  if (told.length === 0) return undefined;
  return Object.fromEntries(told.map((id) => [id, random.pick(['受天气影响', '无'])]));
}

/** Scores that the unit gives itself: within the weight, at it, above it, or no scores at all. */
function claims(random: Random, outline: Outline, manner: Manner): JsonObject {
  const claim = (weight: number): string =>
    random.chance(manner.wrong * 4)
      ? random.pick([hundredths(weight * 2 + 100), '-3', hundredths(weight + 1)])
      : random.chance(50)
        ? hundredths(weight)
        : hundredths(random.below(weight + 1));
  return present({
    total: random.chance(60) ? numberNear(random, [hundredths(outline.total), '90', '60'], 100) : undefined,
    grade: random.chance(20) && outline.grades.length > 0 ? random.pick(outline.grades) : undefined,
    points: Object.fromEntries(
      outline.leaves.filter(() => random.chance(70)).map(({ id, weight }) => [id, claim(weight)]),
    ),
  });
}
