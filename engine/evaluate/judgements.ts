/** A person's judgement: a share of the weight, points, or a chosen tier. */
import type { Judgement as Written } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import type { Arithmetic } from '../expression/index.ts';

export interface Judgement<N> {
  written: Written;
  share: N | undefined;
  points: N | undefined;
  /** True for a share that may be meant as a fraction: a bare number below one. */
  isBare: boolean;
  tier: string | undefined;
  reason: string | undefined;
}

/** Why a judgement says nothing: no such tier, a share beside its tier, points beside the share. */
export type Contradiction = 'tier-unknown' | 'tier-contradicted' | 'share-contradicted';

const bareFraction = /^0*\.\d*[1-9]\d*$/;
const shareText = /^(\d{1,40}(?:\.\d{1,40})?)\s*[%％]?$/;

/** True where the text is a share that can be read. */
export const isShare = (text: string): boolean => shareText.test(text.trim());

/** Reads a judgement; a share may be written `90%` or `90`. What is not a number is left out. */
export function readJudgement<N>(
  written: Written | undefined,
  arithmetic: Arithmetic<N>,
): Judgement<N> | undefined {
  if (!written) return undefined;
  const percent = shareText.exec(written.share?.trim() ?? '')?.[1];
  const share = written.share?.trim() ?? '';
  return {
    written,
    isBare: bareFraction.test(share),
    share:
      percent === undefined
        ? undefined
        : arithmetic.over(arithmetic.parse(percent)!, arithmetic.of(Exact.hundred)),
    points: written.points === undefined ? undefined : arithmetic.parse(written.points),
    tier: written.tier,
    reason: written.reason,
  };
}
