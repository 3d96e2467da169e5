/** Every edit that leads from one rulebook to the other, as facts, in the order in which a rulebook is read. */
import { methodTable } from '../../schemas/generated/methods.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Edit } from './edit.ts';
import type { Both } from './gather.ts';
import { compareLines } from './lines.ts';
import type { MethodTable } from './meaning.ts';
import { namingOf } from './naming.ts';
import type { Pairing } from './pairing.ts';
import {
  compareAccepted,
  compareChecks,
  compareInputs,
  compareLimits,
  compareMetrics,
  compareSources,
} from './things.ts';
import { compareFrame, compareGeneral, compareGrades, compareRollup } from './whole.ts';

/** `methods` are the tables of the methods that the rulebooks may use; those of the schemas unless given. */
export function editsBetween(
  before: ScoringPlan,
  after: ScoringPlan,
  pairing: Pairing,
  methods: MethodTable = methodTable,
): Edit[] {
  const both: Both = {
    before: { plan: before, naming: namingOf(before, pairing) },
    after: { plan: after, naming: namingOf(after) },
    pairing,
    methods,
    edits: [],
  };
  compareGeneral(both);
  compareLines(both);
  compareFrame(both);
  compareInputs(both);
  compareMetrics(both);
  compareGrades(both);
  compareLimits(both);
  compareChecks(both);
  compareAccepted(both);
  compareRollup(both);
  compareSources(both);
  return both.edits;
}
