/** The frame for indicators that units declare themselves. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import type { FramePlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { same } from '../edition.ts';
import { bothLanguages, type Subject, type Written, wordValue } from './change.ts';
import type { Both } from './indicators.ts';
import { compareTargets } from './targets.ts';
import { missingWords } from './words.ts';

type Valued = Written & { is: string | undefined };
const name = bothLanguages('自设指标', 'declared lines');

export function compareFrame(both: Both): void {
  const { before, after, changes } = both;
  const was = before.plan.frame;
  const is = after.plan.frame;
  if (!was && !is) return;
  const subject: Subject = { id: 'frame', name, group: 'methods' };
  if (!was || !is) {
    const at = { pointer: '/frame', shown: bothLanguages('自设指标的框架', 'a frame for declared lines') };
    changes.add(
      is ? 'frame-added' : 'frame-removed',
      { ...subject, id: '' },
      is
        ? bothLanguages('单位现在可以自设指标', 'units now declare lines of their own')
        : bothLanguages('单位不再自设指标', 'units no longer declare lines of their own'),
      is ? undefined : at,
      is ? at : undefined,
    );
    return;
  }
  compareTargets(
    { targets: before.plan.rulebook.frame!.targets, pointer: '/frame/targets' },
    { targets: after.plan.rulebook.frame!.targets, pointer: '/frame/targets' },
    { id: 'frame', name },
    both,
  );
  const property = (kind: string, label: Bilingual, value: (frame: FramePlan) => Valued) =>
    changes.property(kind, subject, label, value(was), value(is));
  property('met', bothLanguages('视为达到的文字', 'words that mean "met"'), ({ met }) => ({
    pointer: '/frame/met',
    is: met.length === 0 ? undefined : JSON.stringify([...met].sort()),
    ...(met.length === 0 ? {} : { shown: bothLanguages(met.join('、'), met.join(', ')) }),
  }));
  property('missing', bothLanguages('没有数据时', 'where data is missing'), ({ missing }) =>
    wordValue('/frame/missing', missing, missingWords),
  );
  const share = (pointer: string, value: Exact): Valued => ({
    pointer,
    is: value.toText(),
    shown: same(`${value.times(Exact.hundred).toText()}%`),
  });
  property('reason-below', bothLanguages('完成率低于此值须说明原因', 'a reason is owed below'), (frame) =>
    share('/frame/reasonBelow', frame.reasonBelow),
  );
  property(
    'over-target',
    bothLanguages('完成率达到此值须说明', 'an explanation is asked for from'),
    (frame) => share('/frame/overTarget', frame.overTarget),
  );
}
