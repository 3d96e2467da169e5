/** The losses of an evaluation in the groups they are told in; the engine found them, here they are only sorted. */
import type { Evaluation, LedgerNode, Loss } from '../../schemas/generated/types.ts';
import { Exact, sum } from '../decimal.ts';

export interface LossGroup {
  /** Deducted, won on top by bonus lines, or not scored for want of data. */
  kind: 'lost' | 'won' | 'unscored';
  /** What the losses of the group come to, as a size. */
  total: string;
  losses: Loss[];
}

/** Only the groups that there are. Evaluations kept from before losses were listed have none. */
export function lossGroups({ losses = [], ledger }: Evaluation): LossGroup[] {
  const bonuses = new Set(bonusIds(ledger));
  const kindOf = ({ id, unscored }: Loss): LossGroup['kind'] =>
    unscored ? 'unscored' : bonuses.has(id) ? 'won' : 'lost';
  return (['lost', 'won', 'unscored'] as const).flatMap((kind) => {
    const own = losses.filter((loss) => kindOf(loss) === kind);
    const total = sum(own.map(({ lost }) => Exact.of(lost)));
    return own.length === 0 ? [] : [{ kind, total: total.absolute().toText(), losses: own }];
  });
}

/** A loss as a change of the total: `−2.5`, and `+3` where points were won. */
export const changeOf = ({ lost }: Loss): string => (lost.startsWith('-') ? `+${lost.slice(1)}` : `−${lost}`);

const bonusIds = ({ id, line, children = [] }: LedgerNode): string[] => [
  ...(line === 'bonus' ? [id] : []),
  ...children.flatMap(bonusIds),
];
