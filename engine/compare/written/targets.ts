/** How each kind of written target is scored, in the frame or where a group says otherwise. */
import type { Bilingual, TargetRule, Targets as WrittenTargets } from '../../../schemas/generated/types.ts';
import type { TargetKind } from '../../compile/index.ts';
import { bothLanguages, type Subject, textValue, wordValue } from './change.ts';
import type { Both } from './indicators.ts';
import { compareMethods } from './method.ts';
import { compareProvenance } from './provenance.ts';
import { targetKindWords } from './words.ts';

export const targetKinds: readonly TargetKind[] = ['atLeast', 'atMost', 'plain', 'equal', 'date', 'words'];

interface TargetsSide {
  targets: WrittenTargets;
  pointer: string;
}

/** `owner` is the group that overrides the frame, or the frame itself. */
export function compareTargets(
  before: TargetsSide,
  after: TargetsSide,
  owner: { id: string; name: Bilingual },
  both: Both,
): void {
  for (const kind of targetKinds) {
    const was = before.targets[kind];
    const is = after.targets[kind];
    const word = targetKindWords[kind]!;
    const subject: Subject = {
      id: `${owner.id}.${kind}`,
      name: bothLanguages(`${owner.name.zh} · ${word.zh}`, `${owner.name.en} · ${word.en}`),
      group: 'methods',
    };
    const pointers = { was: `${before.pointer}/${kind}`, is: `${after.pointer}/${kind}` };
    if (was && is) compareTarget(was, is, subject, pointers, both);
    else if (is)
      both.changes.add(
        'target-added',
        subject,
        bothLanguages('新增单独的计分方法', 'now scored by a rule of its own'),
        undefined,
        { pointer: pointers.is, shown: word },
      );
    else if (was)
      both.changes.add(
        'target-removed',
        subject,
        bothLanguages('不再单独规定', 'no longer scored by a rule of its own'),
        { pointer: pointers.was, shown: word },
        undefined,
      );
  }
}

function compareTarget(
  was: TargetRule,
  is: TargetRule,
  subject: Subject,
  pointers: { was: string; is: string },
  { before, after, names, changes }: Both,
): void {
  changes.property(
    'as',
    subject,
    bothLanguages('同样处理于', 'treated as'),
    wordValue(`${pointers.was}/as`, was.as, targetKindWords),
    wordValue(`${pointers.is}/as`, is.as, targetKindWords),
  );
  if (was.method && is.method)
    compareMethods(
      { method: was.method, pointer: `${pointers.was}/method`, names: names.before },
      { method: is.method, pointer: `${pointers.is}/method`, names: names.after },
      subject,
      changes,
    );
  changes.property(
    'name',
    { ...subject, group: 'wording' },
    bothLanguages('名称', 'name'),
    textValue(`${pointers.was}/name`, was.name),
    textValue(`${pointers.is}/name`, is.name),
  );
  compareProvenance(
    { written: was, pointer: pointers.was, sources: before.plan.rulebook.sources },
    { written: is, pointer: pointers.is, sources: after.plan.rulebook.sources },
    subject,
    changes,
  );
}
