/** Points as the server wrote them, aligned at the decimal point. Nothing is computed: digits are only set in columns. */

/** A minus is a minus, not a hyphen. */
export const signed = (text: string): string => text.replace(/^-/, '−');

/**
 * Points of a column whose longest fraction has `decimals` digits: shorter ones are padded with digits that are not seen.
 * A difference shows its sign.
 */
export function Points({
  value,
  decimals = 0,
  isDifference = false,
}: {
  value: string | undefined;
  decimals?: number;
  isDifference?: boolean;
}) {
  if (value === undefined) return <span aria-hidden="true">—</span>;
  const [, fraction] = value.split('.');
  const missing = Math.max(0, decimals - (fraction?.length ?? 0));
  const padding = missing > 0 ? `${fraction === undefined ? '.' : ''}${'0'.repeat(missing)}` : '';
  const isPlus = isDifference && !value.startsWith('-') && /[1-9]/.test(value);
  return (
    <>
      {isPlus ? '+' : ''}
      {signed(value)}
      {padding ? (
        <span className="pad" aria-hidden="true">
          {padding}
        </span>
      ) : null}
    </>
  );
}

/** How many digits the longest fraction of a column has. */
export const decimalsOf = (values: Iterable<string | undefined>): number => {
  let most = 0;
  for (const value of values) most = Math.max(most, value?.split('.')[1]?.length ?? 0);
  return most;
};
