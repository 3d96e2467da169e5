/** A compared line as data for a reader: its conclusion in one sentence, its code and fingerprint. */
import type { Bilingual, ComparedLine, ComparisonVerdict } from '../../../schemas/generated/types.ts';
import { contentHash } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import type { Line } from '../../lines/index.ts';
import { type ComparableEdition, placeIn } from '../edition.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { pointsText } from './form-text.ts';
import { type Largest, verdictOf } from './outcome.ts';
import type { ComparedPair } from './pair.ts';

export function lineOf(
  { pair, measure, outcome }: ComparedPair,
  before: ComparableEdition,
  after: ComparableEdition,
): ComparedLine {
  const verdict = verdictOf(outcome);
  const { before: old, after: now } = pair;
  const { intervals, situations, classifications } = outcome;
  const presence = old && now ? 'both' : now ? 'added' : 'removed';
  const code = `scores:${pair.id}`;
  const weight = (line: Line | undefined) => (line?.leaf ? line.weight.toText() : undefined);
  const groups = pair.groups.map((group) => group.after.id);
  return {
    code,
    hash: contentHash([
      code,
      verdict,
      presence,
      intervals,
      situations,
      classifications,
      weight(old) ?? null,
      weight(now) ?? null,
    ]).slice(0, 12),
    kind: pair.kind === 'leaf' ? 'leaf' : 'target',
    subject: pair.subject,
    ...(groups.length > 0 ? { groups } : {}),
    presence,
    measure,
    ...(weight(old) === undefined ? {} : { beforeWeight: weight(old) }),
    ...(weight(now) === undefined ? {} : { afterWeight: weight(now) }),
    ...(old?.row?.plan.name === undefined ? {} : { beforeName: old.row.plan.name }),
    ...(now?.row?.plan.name === undefined ? {} : { afterName: now.row.plan.name }),
    ...(old ? { beforeMethod: methodOf(old) } : {}),
    ...(now ? { afterMethod: methodOf(now) } : {}),
    ...(old && now && isOtherMethod(old, now) ? { isOtherMethod: true as const } : {}),
    verdict,
    ...(outcome.why ? { why: outcome.why } : {}),
    message: messageOf(isByPerson(now ?? old), verdict, presence, measure, outcome),
    intervals,
    situations,
    classifications,
    ...(outcome.gain ? { gain: outcome.gain.shown } : {}),
    ...(outcome.loss ? { loss: outcome.loss.shown } : {}),
    ...(outcome.curves ? { curves: outcome.curves } : {}),
    ...(old ? { beforePlace: placeIn(before, old.pointer) } : {}),
    ...(now ? { afterPlace: placeIn(after, now.pointer) } : {}),
  };
}

/** True where a person gives the share that is scored. */
const isByPerson = (line: Line | undefined): boolean => line?.rule.judged === 'share';

/** The method of a line; of a target with the name its rulebook gives it. */
const isOtherMethod = (old: Line, now: Line): boolean =>
  old.rule.method !== now.rule.method || old.row?.plan.name !== now.row?.plan.name;

const methodOf = ({ rule: { label }, row }: Line): Bilingual => {
  const name = row?.plan.name;
  return name === undefined ? label : both(`${name}（${label.zh}）`, `${name} (${label.en})`);
};

/** `2.5 分`, or of a row `分值的 25%`. */
export function amount(points: Exact, measure: 'points' | 'share'): Bilingual {
  if (measure === 'points') {
    const text = pointsText(points);
    return both(`${text} 分`, `${text} ${text === '1' ? 'point' : 'points'}`);
  }
  const text = `${pointsText(points.times(Exact.hundred))}%`;
  return both(`分值的 ${text}`, `${text} of the weight`);
}

/** `最多多得 3 分（完成率低于 60% 时）`. */
const most = (largest: Largest, measure: 'points' | 'share', zh: string, en: string): Bilingual => {
  const by = amount(largest.points, measure);
  const space = measure === 'points' ? ' ' : '';
  const { where } = largest.shown;
  const bound = !largest.isExact
    ? both(`${zh}不超过${space}${by.zh}`, `at most ${by.en} ${en}`)
    : largest.isReached
      ? both(`最多${zh}${space}${by.zh}`, `up to ${by.en} ${en}`)
      : both(`${zh}可接近${space}${by.zh}`, `almost ${by.en} ${en}`);
  if (!where) return bound;
  return both(`${bound.zh}（${where.zh}${gapAfter(where.zh)}时）`, `${bound.en} (where ${where.en})`);
};

function messageOf(
  isJudged: boolean,
  verdict: ComparisonVerdict,
  presence: ComparedLine['presence'],
  measure: ComparedLine['measure'],
  { gain, loss, why, intervals, situations, classifications }: ComparedPair['outcome'],
): Bilingual {
  if (presence === 'added')
    return gain
      ? joinUp([
          both('后一版新增此行', 'only the later edition has this line'),
          most(gain, measure, '得', 'can be won'),
        ])
      : both('后一版新增此行，只会扣分', 'only the later edition has this line, which can only deduct');
  if (presence === 'removed')
    return loss
      ? joinUp([
          both('后一版没有此行', 'the later edition has no such line'),
          most(loss, measure, '少得', 'less'),
        ])
      : both('后一版没有此行，不再扣分', 'the later edition has no such line: nothing is deducted any more');
  const parts: Bilingual[] = [];
  if (verdict === 'equal')
    parts.push(
      isJudged || classifications.length > 0
        ? both('评价人给同样的比例，得分相同', 'the same share scores the same')
        : both('任何数据下得分都相同', 'scores the same whatever is filled in'),
    );
  else if (isJudged && classifications.length > 0 && intervals.length === 0)
    parts.push(both('评价人只给比例的，得分相同', 'where only a share is given, it scores the same'));
  const where = whereTold(intervals);
  if (where) parts.push(where);
  else if (verdict === 'neverLower')
    parts.push(both('后一版不会更低', 'the later edition never scores lower'));
  else if (verdict === 'neverHigher')
    parts.push(both('后一版不会更高', 'the later edition never scores higher'));
  else if (verdict === 'both')
    parts.push(both('后一版有高有低', 'the later edition scores higher here and lower there'));
  if (gain) parts.push(most(gain, measure, '多得', 'more'));
  if (loss) parts.push(most(loss, measure, '少得', 'less'));
  for (const { where, before, after } of classifications)
    parts.push(
      both(
        `${where.zh}，原属「${before.zh}」，现属「${after.zh}」`,
        `where ${where.en}, "${before.en}" became "${after.en}"`,
      ),
    );
  if (situations.length > 0 && verdict === 'equal' && classifications.length === 0)
    parts.push(both('但下列情形的处理不同', 'but some situations are treated otherwise'));
  if (why) parts.push(both(`未能全部判定：${why.zh}`, `not all of it was decided: ${why.en}`));
  return joinUp(parts);
}

/** Where the later edition gives more and where less, if that is soon said. */
function whereTold(intervals: ComparedLine['intervals']): Bilingual | undefined {
  const isCurve = intervals.every(({ from, to }) => from !== undefined || to !== undefined);
  if (intervals.length === 0 || intervals.length > 3 || !isCurve) return undefined;
  const words = {
    higher: both('更高', 'higher'),
    lower: both('更低', 'lower'),
    both: both('有高有低', 'higher or lower'),
  };
  return both(
    `后一版${intervals.map(({ where, sign }) => `在${where.zh}${gapAfter(where.zh)}时${words[sign].zh}`).join('，')}`,
    `the later edition scores ${intervals.map(({ where, sign }) => `${words[sign].en} where ${where.en}`).join(', ')}`,
  );
}

/** A space between a number or sign and the Chinese after it. */
const gapAfter = (text: string): string => (/[\w%]$/.test(text) ? ' ' : '');

export const joinUp = (parts: readonly Bilingual[]): Bilingual =>
  both(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
