/** How each kind of written target is scored, in the frame or where a group says otherwise. */
import { language } from '../../schemas/generated/language.ts';
import type { TargetRule, Targets } from '../../schemas/generated/types.ts';
import type { TargetKind } from '../compile/index.ts';
import type { PlanPart, Sides } from './edit.ts';
import { type About, add, type Both, compareKeys } from './gather.ts';
import { compareMethods } from './methods.ts';

export const targetKinds = language.targets.map(({ key }) => key as TargetKind);

interface TargetsSide {
  targets: Targets;
  pointer: string;
}

/** `owner` is the group that overrides the frame, or none for the frame itself. */
export function compareTargets(
  both: Both,
  before: TargetsSide,
  after: TargetsSide,
  owner: Sides<string> | undefined,
): void {
  for (const kind of targetKinds) {
    const [was, is] = [before.targets[kind], after.targets[kind]];
    const touches: readonly PlanPart[] = [{ of: 'targets', owner: owner?.after, kind }];
    const about: About = {
      subject: { of: 'targets', owner, kind },
      id: `${owner?.after ?? 'frame'}.${kind}`,
      touches: () => touches,
    };
    const pointers = { was: `${before.pointer}/${kind}`, is: `${after.pointer}/${kind}` };
    if (was && is) compareTarget(both, was, is, pointers, about);
    else if (is)
      add(both, 'target-added', about, {
        action: 'added',
        after: { pointer: pointers.is, value: kind },
        touches,
      });
    else if (was)
      add(both, 'target-removed', about, {
        action: 'removed',
        before: { pointer: pointers.was, value: kind },
        touches,
      });
  }
}

function compareTarget(
  both: Both,
  was: TargetRule,
  is: TargetRule,
  pointers: { was: string; is: string },
  about: About,
): void {
  const [one, other] = [
    { value: { ...was }, pointer: pointers.was },
    { value: { ...is }, pointer: pointers.is },
  ];
  const named = (key: string) => language.targetRule.filter((one) => one.key === key);
  compareKeys(both, named('as'), one, other, about);
  if (was.method && is.method)
    compareMethods(
      both,
      { method: was.method, pointer: `${pointers.was}/method` },
      { method: is.method, pointer: `${pointers.is}/method` },
      about,
    );
  compareKeys(both, language.targetRule, one, other, about, { except: ['as'] });
}
