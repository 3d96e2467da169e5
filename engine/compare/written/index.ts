/** What was written: every edit between two rulebooks in words, grouped for a reader. */
import type { WrittenChange } from '../../../schemas/generated/types.ts';
import { contentHash } from '../../compile/index.ts';
import { type Edit, editsBetween, type MethodTable, type Pairing } from '../../edits/index.ts';
import { type ComparableEdition, placeIn } from '../edition.ts';
import { labelIn, messageOf } from './messages.ts';
import { groupOf, subjectName, type Told } from './subjects.ts';
import { shownIn, toldSide } from './telling.ts';

const order: readonly WrittenChange['group'][] = [
  ...(['general', 'indicators', 'methods', 'inputs', 'outcomes', 'checks', 'rollup', 'wording'] as const),
];

/** Every change, by group, and within a group as the later rulebook is read. */
export function compareWritten(
  before: ComparableEdition,
  after: ComparableEdition,
  pairing: Pairing,
  methods?: MethodTable,
): WrittenChange[] {
  const edits = editsBetween(before.plan, after.plan, pairing, methods);
  const changes = toldEdits(edits, before, after, pairing, methods);
  return order.flatMap((group) => changes.filter((change) => change.group === group));
}

/** Each edit in words, in their order. */
export function toldEdits(
  edits: readonly Edit[],
  before: ComparableEdition,
  after: ComparableEdition,
  pairing: Pairing,
  methods?: MethodTable,
): WrittenChange[] {
  const told: Told = {
    before: toldSide('before', before, methods),
    after: toldSide('after', after, methods),
  };
  return edits.map((edit) => {
    const was = edit.before && shownIn(edit, edit.before.value, told.before);
    const is = edit.after && shownIn(edit, edit.after.value, told.after);
    const { code } = edit;
    const message = messageOf({ edit, before: was, after: is }, told, pairing);
    return {
      code,
      // The fingerprint covers the code and both values: nothing else of the rulebooks moves it.
      hash: contentHash([code, was ?? null, is ?? null]).slice(0, 12),
      group: groupOf(edit),
      subject: subjectName(edit, told),
      ...(edit.subject.of === 'whole' ? { isWholeForm: true as const } : {}),
      label: labelIn(edit) ?? message,
      message,
      ...(was ? { before: was } : {}),
      ...(is ? { after: is } : {}),
      ...(edit.before ? { beforePlace: placeIn(before, edit.before.pointer) } : {}),
      ...(edit.after ? { afterPlace: placeIn(after, edit.after.pointer) } : {}),
    };
  });
}
