/** Places of a distribution on paper: rates from left to right, counts upwards. */
export interface Bar<Band> {
  band: Band;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Shade {
  name: string;
  x: number;
  width: number;
}

/** The stretch that is drawn: from the first bar that holds something. */
export function drawn<Band extends { count: number }>(bands: readonly Band[]): readonly Band[] {
  const first = bands.findIndex(({ count }) => count > 0);
  return first === -1 ? bands : bands.slice(Math.min(first, bands.length - 4 < 0 ? 0 : bands.length - 4));
}

type Box = { left: number; right: number; top: number; bottom: number };

const across = (text: string, [from, to]: readonly [number, number], { left, right }: Box): number =>
  left + ((Number(text) - from) / (to - from || 1)) * (right - left);

const endsOf = (bands: readonly { from: string; to: string }[]): readonly [number, number] => [
  Number(bands[0]?.from ?? '0'),
  Number(bands.at(-1)?.to ?? '100'),
];

export function barsOf<Band extends { from: string; to: string; count: number }>(
  bands: readonly Band[],
  box: Box,
): Bar<Band>[] {
  const ends = endsOf(bands);
  const most = Math.max(1, ...bands.map(({ count }) => count));
  return bands.map((band) => {
    const x = across(band.from, ends, box);
    const height = (band.count / most) * (box.bottom - box.top);
    return { band, x: x + 2, width: across(band.to, ends, box) - x - 4, y: box.bottom - height, height };
  });
}

/** Where each grade lies; grades come from the highest down, each from its own bound to that of the one before. */
export function shadesOf(
  grades: readonly { name: string; from: string }[],
  bands: readonly { from: string; to: string }[],
  box: Box,
): Shade[] {
  const ends = endsOf(bands);
  const inside = (x: number) => Math.min(box.right, Math.max(box.left, x));
  return grades
    .map(({ name, from }, index) => {
      const above = grades[index - 1];
      const x = inside(across(from, ends, box));
      return { name, x, width: (above ? inside(across(above.from, ends, box)) : box.right) - x };
    })
    .filter(({ width }) => width > 0);
}

/** Where a rate stands, for a mark. */
export const placeOf = (rate: string, bands: readonly { from: string; to: string }[], box: Box): number =>
  Math.min(box.right, Math.max(box.left, across(rate, endsOf(bands), box)));
