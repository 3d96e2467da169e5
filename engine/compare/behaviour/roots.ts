/** Where the difference of two forms is zero, and where it turns. Exact where the answer is a fraction. */

import { Exact } from '../../decimal.ts';
import { tidy } from '../../linear/index.ts';
import type { LinearQuotient as Form } from '../../possible/index.ts';

/** A place on the number line. One that is no fraction lies strictly between `low` and `high`, close together. */
export interface Root {
  low: Exact;
  high: Exact;
  isExact: boolean;
}

const two = Exact.of(2);
const four = Exact.of(4);
/** Places that are no fractions are told to twelve decimals. */
const places = 12;

const exactly = (value: Exact): Root => ({ low: tidy(value), high: tidy(value), isExact: true });

/** The square root of a number that is not negative: a fraction where it is one, else two close bounds. */
function squareRoot(value: Exact): Root {
  const [top, bottom] = value.toFraction();
  // √(t/b) = √(t·b) ÷ b, so that one whole root will do.
  const product = top * bottom;
  const whole = wholeRoot(product);
  const over = (number: bigint, scale: bigint) => Exact.ofFraction(number, bottom * scale);
  if (whole * whole === product) return exactly(over(whole, 1n));
  const scale = 10n ** 30n;
  const scaled = wholeRoot(product * scale * scale);
  return { low: over(scaled, scale), high: over(scaled + 1n, scale), isExact: false };
}

function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** Two bounds of one place, in order, opened to a finite number of decimals. */
function around(a: Exact | undefined, b: Exact | undefined): Root[] {
  if (!a || !b) return [];
  const [low, high] = a.compare(b) <= 0 ? [a, b] : [b, a];
  const down = low.times(Exact.of(`1${'0'.repeat(places)}`)).floor();
  const up = high.times(Exact.of(`1${'0'.repeat(places)}`)).ceiling();
  const scale = Exact.of(`1${'0'.repeat(places)}`);
  return [{ low: tidy(down.over(scale)!), high: tidy(up.over(scale)!), isExact: false }];
}

/** The places where `after` − `before` is zero, unless it is so everywhere. */
export function meetings(before: Form, after: Form): Root[] {
  const square = after.b.times(before.d).minus(before.b.times(after.d));
  const linear = after.a
    .times(before.d)
    .plus(after.b.times(before.c))
    .minus(before.a.times(after.d))
    .minus(before.b.times(after.c));
  const fixed = after.a.times(before.c).minus(before.a.times(after.c));
  if (square.isZero()) {
    const root = fixed.negated().over(linear);
    return root ? [exactly(root)] : [];
  }
  const inner = linear.times(linear).minus(four.times(square).times(fixed));
  if (inner.sign() < 0) return [];
  const root = squareRoot(inner);
  const at = (part: Exact) => part.minus(linear).over(two.times(square));
  if (root.isExact) return [at(root.low.negated())!, at(root.low)!].map(exactly);
  return [...around(at(root.low.negated()), at(root.high.negated())), ...around(at(root.low), at(root.high))];
}

/** The places where `after` − `before` may turn. */
export function turnings(before: Form, after: Form): Root[] {
  const rise = ({ a, b, c, d }: Form) => b.times(c).minus(a.times(d));
  const ratio = rise(after).over(rise(before));
  if (!ratio || ratio.sign() <= 0) return [];
  const root = squareRoot(ratio);
  // (c′ + d′x)² ÷ (c + dx)² must equal the ratio.
  const at = (r: Exact) =>
    r
      .times(before.c)
      .minus(after.c)
      .over(after.d.minus(r.times(before.d)));
  if (root.isExact)
    return [at(root.low), at(root.low.negated())].flatMap((one) => (one ? [exactly(one)] : []));
  return [...around(at(root.low), at(root.high)), ...around(at(root.low.negated()), at(root.high.negated()))];
}
