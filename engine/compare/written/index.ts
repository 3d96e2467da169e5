/** What was written: every part of two rulebooks that says something else, grouped for a reader. */
import type { WrittenChange } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import type { Pairing } from '../../edits/index.ts';
import type { ComparableEdition } from '../edition.ts';
import { Changes } from './change.ts';
import { compareChecks } from './checks.ts';
import { compareFrame } from './frame.ts';
import { compareGeneral, compareGrades, compareLimits, compareRollup, compareSources } from './general.ts';
import { type Both, compareIndicators } from './indicators.ts';
import { compareInputs, compareMetrics } from './inputs.ts';
import { namesOf } from './meaning.ts';

const order: readonly WrittenChange['group'][] = [
  ...(['general', 'indicators', 'methods', 'inputs', 'outcomes', 'checks', 'rollup', 'wording'] as const),
];

/** Every change, by group, and within a group as the later rulebook is read. */
export function compareWritten(
  before: ComparableEdition,
  after: ComparableEdition,
  pairing: Pairing,
): WrittenChange[] {
  const later = (id: string) => pairing.inputAfter.get(id) ?? pairing.indicatorAfter.get(id) ?? id;
  const both: Both = {
    before,
    after,
    pairing,
    names: {
      before: namesOf(before.plan.rulebook, indicatorNames(before.plan), later),
      after: namesOf(after.plan.rulebook, indicatorNames(after.plan)),
    },
    changes: new Changes(before, after),
  };
  compareGeneral(both);
  compareIndicators(both);
  compareFrame(both);
  compareInputs(both);
  compareMetrics(both);
  compareGrades(both);
  compareLimits(both);
  compareChecks(both);
  compareRollup(both);
  compareSources(both);
  return order.flatMap((group) => both.changes.all.filter((change) => change.group === group));
}

const indicatorNames = (plan: ScoringPlan): Map<string, string> =>
  new Map([...plan.byId].map(([id, { name }]) => [id, name]));
