/** What stands in a record under a key that a person chose: `constructor` is a key like any other. */

/** The value of the key; undefined where the record does not hold it itself. */
export const own = <Value>(
  record: { readonly [key: string]: Value } | undefined,
  key: string,
): Value | undefined => {
  const value = record?.[key];
  // Nothing under the key needs no second look.
  return value !== undefined && Object.hasOwn(record!, key) ? value : undefined;
};
