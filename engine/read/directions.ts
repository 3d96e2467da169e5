/** Words that say which way something went: 同比增长5%, 下降3%. Data only. */
const up = /增长|提高|提升|增加|上升|增幅|上涨|增收/;
const down = /下降|降低|减少|压减|压缩|下调|降幅|缩减|回落|减亏/;

export type Direction = 'up' | 'down';

/** Which way a label says; undefined where it says neither, or both. */
export function directionOf(label: string | undefined): Direction | undefined {
  if (label === undefined) return undefined;
  const isUp = up.test(label);
  return isUp === down.test(label) ? undefined : isUp ? 'up' : 'down';
}
