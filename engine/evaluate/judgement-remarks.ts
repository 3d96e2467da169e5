/** Findings about what a person judged: beyond the bounds, of no tier, or contradicting itself. */
import type { Bilingual, Finding } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { find } from '../findings/index.ts';
import type { Judgement } from './judgements.ts';
import { bandsOf } from './judging.ts';
import type { ScoredNode } from './node.ts';
import { placeOf } from './remarks.ts';

export function judgementRemarks(node: ScoredNode<Exact>): Finding[] {
  const { name, judgement, row, plan } = node;
  const rule = row ? row.plan.rule : plan?.kind === 'leaf' ? plan.rule : undefined;
  if (!judgement || !rule) return [];
  const place = placeOf(node);
  if (!rule.judged) return isScore(judgement) ? [find('judgement-not-used', { name }, place)] : [];
  const { written, tier = '' } = judgement;
  switch (node.unscored) {
    case 'tier-unknown':
      return [find('tier-unknown', { name, tier, todo: howToJudge(bandsOf(rule)) }, place)];
    case 'tier-contradicted':
      return [find('tier-contradicted', { name, tier, written: givenText(node) }, place)];
    case 'share-contradicted': {
      const { share = '', points = '' } = written;
      return [find('share-contradicted', { name, share: shareText(share), points }, place)];
    }
    default:
      return judgement.isBare ? [...outOfRange(node), ...withoutPercent(node)] : outOfRange(node);
  }
}

/** True where more than a reason is given. */
const isScore = ({ written: { share, points, tier } }: Judgement<Exact>): boolean =>
  share !== undefined || points !== undefined || tier !== undefined;

const howToJudge = (tiers: readonly string[]): Bilingual =>
  tiers.length > 0
    ? {
        zh: `从规则所列的档次中选一档：${tiers.join('、')}。`,
        en: `choose one of the tiers of the rule: ${tiers.join(', ')}.`,
      }
    : {
        zh: '规则没有分档：填评分比例或得分。',
        en: 'the rule has no tiers: give a share of the weight, or points.',
      };

/** What was given besides the tier: a share, points, or the claimed score that stands in for them. */
function givenText({ judgement, claimed }: ScoredNode<Exact>): string | { zh: string; en: string } {
  const { share, points = claimed?.toText() } = judgement!.written;
  if (share !== undefined) return shareText(share);
  return { zh: `${points} 分`, en: `${points} points` };
}

function outOfRange(node: ScoredNode<Exact>): Finding[] {
  const { name, weight, judgement } = node;
  const { share, points, written } = judgement!;
  const isBeyond = (value: Exact, most: Exact) => value.sign() < 0 || value.compare(most) > 0;
  if (share && isBeyond(share, Exact.one))
    return [
      find(
        'judgement-out-of-range',
        { name, written: shareText(written.share!), range: '0%—100%', taken: '100%' },
        placeOf(node),
      ),
    ];
  if (!points || share || !isBeyond(points, weight)) return [];
  const most = weight.toText();
  const taken = points.sign() < 0 ? '0' : most;
  return [
    find(
      'judgement-out-of-range',
      {
        name,
        written: { zh: `${written.points} 分`, en: `${written.points} points` },
        range: { zh: `0—${most} 分`, en: `0–${most} points` },
        taken: { zh: `${taken} 分`, en: `${taken} points` },
      },
      placeOf(node),
    ),
  ];
}

function withoutPercent(node: ScoredNode<Exact>): Finding[] {
  const { name, judgement } = node;
  const written = judgement!.written.share!.trim();
  const percent = Exact.parse(written)?.toPercent();
  return percent ? [find('share-without-percent', { name, written, percent }, placeOf(node))] : [];
}

/** As written, with the sign that it is read with. */
const shareText = (written: string): string => written.trim().replace(/\s*[%％]?$/, '%');
