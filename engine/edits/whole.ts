/** What holds for the whole form: title, total, rounding, grades, the frame of declared lines, roll-up. */
import { type Key, language } from '../../schemas/generated/language.ts';
import type { Rulebook } from '../../schemas/generated/types.ts';
import type { FrameKey, WholeKey } from './edit.ts';
import { type About, add, type Both, compareKeys, compareValue } from './gather.ts';
import { compareTargets } from './targets.ts';

const keyNamed = (name: keyof Rulebook): Key => language.rulebook.find(({ key }) => key === name)!;

const wholeAbout: About = {
  subject: { of: 'whole' },
  id: '',
  touches: (key) => [{ of: 'whole', key: key as WholeKey }],
};

/** Which rulebook and edition it is says the heading of every comparison; it is no edit. */
const identity = ['rulebook', 'edition'];

export function compareGeneral(both: Both): void {
  const side = ({ rulebook }: Both['before']['plan']) => ({ value: { ...rulebook }, pointer: '' });
  const apart = ['grades', 'frame', 'limits', 'checks', 'accepted', 'dossier', 'rollup'];
  compareKeys(both, language.rulebook, side(both.before.plan), side(both.after.plan), wholeAbout, {
    whole: ['rounding'],
    except: [...identity, ...apart],
  });
}

/** Grades are read as one scale: one edit holds the old and the new. */
export function compareGrades(both: Both): void {
  const key = keyNamed('grades');
  const [was, is] = [both.before, both.after].map(({ plan }) => ({
    pointer: '/grades',
    value: plan.rulebook.grades as unknown,
  })) as [{ pointer: string; value: unknown }, { pointer: string; value: unknown }];
  const touches = wholeAbout.touches('grades');
  if (!was.value && is.value)
    add(both, 'grades-added', wholeAbout, { action: 'added', described: [key], after: is, touches });
  else if (was.value && !is.value)
    add(both, 'grades-removed', wholeAbout, { action: 'removed', described: [key], before: was, touches });
  else compareValue(both, 'grades', wholeAbout, [key], was, is);
}

export function compareFrame(both: Both): void {
  const was = both.before.plan.rulebook.frame;
  const is = both.after.plan.rulebook.frame;
  if (!was && !is) return;
  const about: About = {
    subject: { of: 'frame' },
    id: 'frame',
    touches: (key) => [{ of: 'frame', key: key as FrameKey }],
  };
  if (!was || !is) {
    comes(both, 'frame', about, { pointer: '/frame', value: was ?? is }, is !== undefined);
    return;
  }
  compareTargets(
    both,
    { targets: was.targets, pointer: '/frame/targets' },
    { targets: is.targets, pointer: '/frame/targets' },
    undefined,
  );
  const keys = keyNamed('frame').keys!;
  compareKeys(
    both,
    keys,
    { value: { ...was }, pointer: '/frame' },
    { value: { ...is }, pointer: '/frame' },
    about,
  );
}

export function compareRollup(both: Both): void {
  const was = both.before.plan.rulebook.rollup;
  const is = both.after.plan.rulebook.rollup;
  if (!was && !is) return;
  const about: About = { subject: { of: 'rollup' }, id: 'rollup', touches: () => [{ of: 'rollup' }] };
  if (!was || !is) {
    comes(both, 'rollup', about, { pointer: '/rollup', value: was ?? is }, is !== undefined);
    return;
  }
  const provenance = ['text', 'reading', 'source', 'inferred'];
  const sides = [
    { value: { ...was }, pointer: '/rollup' },
    { value: { ...is }, pointer: '/rollup' },
  ] as const;
  const keys = keyNamed('rollup').keys!;
  for (const key of keys)
    if (!provenance.includes(key.key))
      compareKeys(both, [key], ...sides, { ...about, id: key.key }, { codes: { [key.key]: 'rollup' } });
  compareKeys(both, keys, ...sides, about, { except: ['amount', 'absolute', 'relative', 'qualitative'] });
}

/** A part that a rulebook has or has not came or went. */
function comes(
  both: Both,
  key: 'frame' | 'rollup',
  { subject, touches }: About,
  value: { pointer: string; value: unknown },
  isThere: boolean,
): void {
  add(
    both,
    isThere ? `${key}-added` : `${key}-removed`,
    { subject, id: '' },
    {
      action: isThere ? 'added' : 'removed',
      key,
      ...(isThere ? { after: value } : { before: value }),
      touches: touches(key),
    },
  );
}
