/** The conclusion of a comparison, one sentence after another. */
import type { Bilingual, ComparedLine, Difference, LargestDifference } from '../../../engine/index.ts';
import { shownPoints } from './amounts.ts';
import { joinSubjects, mergeLines } from './merge.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export function headlineOf({ whole, lines, before, after }: Difference): Bilingual[] {
  const told: Bilingual[] = [];
  const moved = lines.filter(({ verdict }) => verdict !== 'equal');
  if (whole.verdict === 'equal' && moved.length === 0)
    told.push(both('任何一张表，两版算出的得分都相同。', 'Every form scores the same by both editions.'));
  else told.push(...movesTold(whole));
  const names = (list: readonly ComparedLine[], language: keyof Bilingual) =>
    mergeLines(list)
      .map(({ subjects }) => joinSubjects(subjects, language))
      .join(language === 'zh' ? '；' : '; ');
  if (moved.length > 0 && moved.length <= 12)
    told.push(
      both(`得分不同的是：${names(moved, 'zh')}。`, `What scores differently: ${names(moved, 'en')}.`),
    );
  const tiers = lines.filter(({ classifications }) => classifications.length > 0);
  for (const { subject, classifications } of tiers)
    for (const { where, before: was, after: is } of classifications)
      told.push(
        both(
          `${subject.zh}：${where.zh}，原属「${was.zh}」，现属「${is.zh}」，得分不变。`,
          `${subject.en}: where ${where.en}, "${was.en}" became "${is.en}"; the score is the same.`,
        ),
      );
  if (whole.grades.length > 0)
    told.push(
      before.rulebook === after.rulebook && whole.grades.every(({ ungraded }) => ungraded === 'before')
        ? both('前一版不划等次，后一版划等次。', 'The earlier edition gave no grades, the later one does.')
        : both('同样的总分，等次可能不同。', 'The same total may get another grade.'),
    );
  return told;
}

/** How far a form moves, under what circumstances, and why that was not worked out. */
function movesTold(whole: Difference['whole']): Bilingual[] {
  const told: Bilingual[] = [];
  const { gain, loss, condition } = whole;
  const of = condition ? both(`（${condition.zh}）`, ` (${condition.en})`) : both('', '');
  if (gain && loss)
    told.push(
      both(
        `换用后一版，一张表的得分有升有降：${upTo(gain, '多得').zh}，${upTo(loss, '少得').zh}${of.zh}。`,
        `By the later edition a form may score higher or lower: ${upTo(gain, 'higher').en}, ${upTo(loss, 'lower').en}${of.en}.`,
      ),
    );
  else if (gain && whole.verdict === 'neverLower')
    told.push(
      both(
        `换用后一版，没有一张表会更低，${upTo(gain, '多得').zh}${of.zh}。`,
        `By the later edition no form scores lower; ${upTo(gain, 'higher').en}${of.en}.`,
      ),
    );
  else if (loss && whole.verdict === 'neverHigher')
    told.push(
      both(
        `换用后一版，没有一张表会更高，${upTo(loss, '少得').zh}${of.zh}。`,
        `By the later edition no form scores higher; ${upTo(loss, 'lower').en}${of.en}.`,
      ),
    );
  else told.push(openHeadline[whole.verdict]);
  const where = gain?.where ?? loss?.where;
  if (where)
    told.push(
      both(`最大的幅度出现在：${where.zh}。`, `The largest differences are reached where ${where.en}.`),
    );
  if (whole.why) told.push(both(`${whole.why.zh}。`, `${capital(whole.why.en)}.`));
  return told;
}

const openHeadline: Record<ComparedLine['verdict'], Bilingual> = {
  equal: both(
    '换用后一版，总分的最大幅度没有变化。',
    'By the later edition the reach of the total is the same.',
  ),
  neverLower: both('换用后一版，没有一张表会更低。', 'By the later edition no form scores lower.'),
  neverHigher: both('换用后一版，没有一张表会更高。', 'By the later edition no form scores higher.'),
  both: both('换用后一版，一张表的得分有升有降。', 'By the later edition a form may score higher or lower.'),
  undecided: both('两版的得分未能全部比出。', 'Not all of the scores could be compared.'),
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `最多多得 90 分`, `almost 90 points lower`. */
function upTo({ points, reached, exact }: LargestDifference, way: string): Bilingual {
  const shown = shownPoints(points);
  const en = `${!exact ? 'at most' : reached ? 'up to' : 'almost'} ${shown} ${shown === '1' ? 'point' : 'points'} ${way}`;
  if (!exact) return both(`${way}不超过 ${shown} 分`, en);
  return both(reached ? `最多${way} ${shown} 分` : `${way}可接近 ${shown} 分`, en);
}
