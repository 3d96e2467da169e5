/** How alike two names are, from 0 to 1: the share of their neighbouring characters that they have in common. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairsOf(a);
  const right = pairsOf(b);
  if (left.length === 0 || right.length === 0) return 0;
  const open = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = open.indexOf(pair);
    if (at < 0) continue;
    open.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

const pairsOf = (text: string): string[] => {
  const characters = [...text.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one));
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, index) => characters[index]! + character);
};
